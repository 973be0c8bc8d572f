"""Where scripts do not run, the path from the one-time link to publication works as well, by links and buttons."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.staff.conftest import Office
from tests.browser.staff.files import KEY, with_a_question
from tests.browser.staff.person import Person

pytestmark = pytest.mark.browser


def test_the_whole_path_without_scripts(enters: Callable[..., Person], office: Office, tmp_path: Path) -> None:
    someone = enters("nb", java_script_enabled=False).signs_in("publisher-1")
    page = someone.page
    page.locator("#files").set_input_files(with_a_question(tmp_path, killed=-3))
    page.locator("#mode").select_option("add")
    someone.button("draft.upload.send").click()
    (draft,) = office.desk.drafts(None)
    path = f"/staff/drafts/{draft.id}"
    read(someone, office, path)
    page.locator(".question input[value=dmy]").check()
    someone.button("understood.answer").click()
    read(someone, office, path)
    page.locator("#dataset").select_option(KEY)
    someone.button("understood.target.keep").click()
    read(someone, office, path)
    someone.follows("understood.next")
    group = page.locator("#kind-negative_count")
    group.locator("details.type summary").click()
    group.get_by_label(someone.say("mending.right_value")).fill("1")
    someone.button("mending.type.do", group).click()
    read(someone, office, f"{path}/problems")
    expect(group).to_have_count(0)
    someone.follows("mending.next")
    someone.follows("agreement.next")
    someone.notes(("To ulykker til", "Two more accidents"))
    someone.button("publishing.publish").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Utgave 2 er publisert")
    assert len(office.store.frame(KEY, 2)) == 104


def read(someone: Person, office: Office, path: str) -> None:
    """Once it has been read, the page is asked for again, as a person would."""
    office.desk.settled(path.split("/")[3], 60)
    someone.opens(path)
