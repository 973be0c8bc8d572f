"""A person without a mouse: goes on by Tab, and sees at every stop where the focus is."""

from pathlib import Path

from playwright.sync_api import Page, expect

# Stops on the way through the longest page and once round it.
MOST_STOPS = 300
SEEN = """() => {
    const one = document.activeElement, style = getComputedStyle(one), r = one.getBoundingClientRect();
    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
        && r.bottom > 0 && r.top < innerHeight && r.width > 0 && r.height > 0;
}"""
HERE = "selector => document.activeElement.matches(selector)"
ANYWHERE = "() => document.activeElement !== document.body"


class Keyboard:
    """`unseen` lists what had the focus without showing it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.unseen: list[str] = []

    def to(self, selector: str) -> "Keyboard":
        expect(self.page.locator(selector).first).to_be_attached()
        for _ in range(MOST_STOPS):
            if self.page.evaluate(HERE, selector):
                return self
            self.page.keyboard.press("Tab")
            if self.page.evaluate(ANYWHERE) and not self.page.evaluate(SEEN):
                self.unseen.append(self.page.evaluate("document.activeElement.outerHTML.slice(0, 120)"))
        raise AssertionError(f"{selector} is not reached by Tab")

    def presses(self, selector: str, key: str = "Enter") -> None:
        self.to(selector)
        self.page.keyboard.press(key)

    def types(self, selector: str, text: str, key: str = "") -> None:
        """Into a field, or the name of an option into a list; then a key, such as Enter."""
        self.to(selector)
        self.page.keyboard.type(text)
        if key:
            self.page.keyboard.press(key)

    def chooses(self, selector: str, file: Path) -> None:
        """The dialogue for files is the browser's own: the file is put into the field that has the focus."""
        self.to(selector)
        self.page.locator(selector).set_input_files(file)
