"""A person of the staff at a browser, who finds things by the words on the page."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Locator, Page, expect

from accounts import Accounts
from texts.words import Words

PASSWORD = "a long sentence for tests"
WIDE = {"width": 1440, "height": 1000}


class Person:
    """One browser with a page; `reads_along` opens more. What their consoles said and whom they asked is kept."""

    def __init__(self, browser: Browser, address: str, language: str, accounts: Accounts, **options: Any) -> None:
        self.address, self.accounts, self.words = address, accounts, Words(language)
        self.context = browser.new_context(**{"base_url": address, "viewport": WIDE, "locale": "en-GB", **options})
        self.said: list[str] = []
        self.strangers: list[str] = []
        self.page = self.reads_along()

    def reads_along(self) -> Page:
        page = self.context.new_page()
        page.on("console", lambda message: self.said.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("request", lambda request: self._own(request.url) or self.strangers.append(request.url))
        return page

    def _own(self, url: str) -> bool:
        return url.startswith((self.address + "/", "data:", "blob:"))

    def say(self, message: str, **params: Any) -> str:
        return str(self.words.say(message, **params))

    def opens(self, path: str) -> Page:
        self.page.goto(f"{path}{'&' if '?' in path else '?'}lang={self.words.language}")
        return self.page

    def link(self, name: str) -> str:
        """The address of a one-time link to a new account. The role is the name's first word."""
        return f"/staff/password/{self.accounts.add(name, name.split('-')[0], 'tests')}"

    def signs_in(self, name: str) -> "Person":
        """By a one-time link, a password, and then the sign-in page."""
        page = self.opens(self.link(name))
        page.get_by_label(self.say("accounts.password.new"), exact=True).fill(PASSWORD)
        page.get_by_label(self.say("accounts.password.again")).fill(PASSWORD)
        self.button("accounts.password.save").click()
        page.get_by_label(self.say("accounts.name"), exact=True).fill(name)
        page.get_by_label(self.say("accounts.password"), exact=True).fill(PASSWORD)
        self.button("accounts.sign_in").click()
        expect(page.get_by_role("heading", level=1)).to_have_text(self.say("draft.title"))
        return self

    def button(self, message: str, within: Locator | None = None, **params: Any) -> Locator:
        return (within or self.page).get_by_role("button", name=self.say(message, **params), exact=True)

    def follows(self, message: str) -> None:
        self.page.locator("#content").get_by_role("link", name=self.say(message), exact=True).click()

    def uploads(self, *files: Path, dataset: str = "") -> str:
        """Through the file chooser of the page. The path of the (first) draft, once it has been read."""
        self.page.locator("#dataset").select_option(dataset)
        with self.page.expect_file_chooser() as chooser:
            self.page.locator("#files").click()
        chooser.value.set_files(files)
        return self.draft_of(files[0].name)

    def drops(self, file: Path, dataset: str = "") -> str:
        """As from the folder of files onto the page."""
        self.page.locator("#dataset").select_option(dataset)
        data = self.page.evaluate_handle(
            """([name, bytes]) => { const data = new DataTransfer();
                data.items.add(new File([new Uint8Array(bytes)], name)); return data; }""",
            [file.name, list(file.read_bytes())],
        )
        for event in ("dragenter", "dragover", "drop"):
            self.page.locator("#drop").dispatch_event(event, {"dataTransfer": data})
        return self.draft_of(file.name)

    def draft_of(self, name: str) -> str:
        draft = self.page.locator("li.draft", has=self.page.get_by_role("link", name=name, exact=True))
        expect(draft.locator(".figures")).to_be_visible()
        return _path(draft.locator("h3 a").get_attribute("href") or "")

    def has_been_read(self) -> None:
        """Waits until what was changed has been read again, and the page shows it."""
        expect(self.page.locator(".reading")).to_have_count(0)

    def notes(self, texts: Sequence[str]) -> None:
        for code, text in zip(("nb", "en"), texts, strict=True):
            self.page.locator(f"#note-{code}").fill(text)


def _path(address: str) -> str:
    found = re.match(r"/staff/drafts/\w+", address)
    assert found, address
    return found[0]
