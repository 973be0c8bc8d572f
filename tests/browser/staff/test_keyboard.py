"""From the one-time link to publication without a mouse, and the focus is seen at every stop."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.staff.conftest import Office
from tests.browser.staff.files import KEY, with_a_question
from tests.browser.staff.keyboard import Keyboard
from tests.browser.staff.person import PASSWORD, Person

pytestmark = pytest.mark.browser


def test_the_whole_path_without_a_mouse(enters: Callable[..., Person], office: Office, tmp_path: Path) -> None:
    someone = enters("nb")
    page = someone.opens(someone.link("publisher-1"))
    keys = Keyboard(page)
    signs_in(keys)
    keys.chooses("#files", with_a_question(tmp_path, killed=-3))
    keys.presses("li.draft:has(.figures) a.button.primary")
    answers(keys)
    someone.has_been_read()
    chooses_dataset(keys, someone)
    keys.presses(f"a[href^='{page.url.split('?')[0].removeprefix(office.address)}/problems'].primary")
    mends(keys)
    someone.has_been_read()
    expect(page.locator("#kind-negative_count")).to_have_count(0)
    keys.presses("a.button.primary[href*='/agreement']")
    keys.presses("a.button.primary[href*='/publish']")
    keys.types("#note-nb", "To ulykker til")
    keys.presses("main form button.primary")
    expect(page.get_by_role("heading", level=1)).to_have_text("Utgave 2 er publisert")
    assert len(office.store.frame(KEY, 2)) == 104
    keys.presses("main form[action*='go-back'] button")
    expect(page.locator(".notice.good")).to_be_visible()
    assert office.store.current().number == 3
    assert keys.unseen == []


def signs_in(keys: Keyboard) -> None:
    keys.types("#password", PASSWORD)
    keys.types("#again", PASSWORD, "Enter")
    keys.types("#name", "publisher-1")
    keys.types("#password", PASSWORD, "Enter")


def answers(keys: Keyboard) -> None:
    """A group of radio buttons is one stop; arrows go on from there."""
    keys.presses(".question input[type=radio]", "Space")
    keys.page.keyboard.press("ArrowDown")
    keys.presses(".question button.primary")
    expect(keys.page.locator(".question")).to_have_count(0)


def chooses_dataset(keys: Keyboard, someone: Person) -> None:
    title = keys.page.locator(f"#dataset option[value={KEY}]").inner_text()
    keys.types("#dataset", title)
    expect(keys.page.locator("#dataset")).to_have_value(KEY)
    keys.presses("#target input[type=radio]", "ArrowDown")
    expect(keys.page.locator("#mode-add")).to_be_checked()
    expect(keys.page.locator(".dimmed")).to_have_count(0)
    someone.has_been_read()


def mends(keys: Keyboard) -> None:
    keys.presses("#kind-negative_count details.type summary")
    keys.types("#kind-negative_count details.type input[name=value]", "1", "Enter")
    expect(keys.page.locator("#mends")).to_be_visible()
