"""From the one-time link to what readers see and back again: a shipped workbook, made dirty as real ones are."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Locator, Page, expect

from tests.browser.reading import drawn, figures, open_page
from tests.browser.staff.conftest import Office
from tests.browser.staff.files import KEY, SHEET, dirty, with_a_question
from tests.browser.staff.person import Person
from tests.browser.test_newer import look_again

pytestmark = pytest.mark.browser
NOTE = ("Nye ulykker fra mars", "New accidents of March")
WHY = "Counted twice in the list that we were sent."


@pytest.mark.parametrize("language", ["en", "nb"])
def test_from_the_link_to_the_readers_and_back(
    enters: Callable[..., Person], office: Office, tmp_path: Path, language: str
) -> None:
    someone = enters(language).signs_in("publisher-1")
    answers_a_question(someone, with_a_question(tmp_path))
    workbook = dirty(tmp_path)
    draft = someone.drops(workbook, KEY) if language == "nb" else someone.uploads(workbook, dataset=KEY)
    someone.opens(draft)
    sees_what_was_understood(someone)
    changes_a_column(someone)
    mends(someone)
    gets_the_marked_workbook(someone, tmp_path)
    someone.follows("mending.next")
    confirms_in_words(someone)
    reader = open_page(someone.reads_along(), f"/?lang={language}&form={KEY}")
    before = figures(reader)["main"]
    publishes(someone)
    sees_newer_figures(someone, reader, 2)
    expect(reader.locator(".updated")).to_contain_text(NOTE[language == "en"])
    assert figures(reader)["main"] != before
    goes_back(someone)
    sees_newer_figures(someone, reader, 3)
    assert figures(reader)["main"] == before
    finds_it_all_in_the_trail(someone, workbook.name)
    assert office.desk.drafts(None) == []
    assert list(office.desk.folder.path.iterdir()) == []


def answers_a_question(someone: Person, file: Path) -> None:
    """There are no dates until it is said which figure is the day; then they are right, and the draft is let go."""
    page = someone.opens(someone.uploads(file))
    expect(page.locator(".of-dates dd")).to_have_class("untold")
    question = page.locator(".question")
    expect(question).to_contain_text("03/04/2021")
    question.get_by_role("radio").nth(1).check()
    someone.button("understood.answer").click()
    expect(question).to_have_count(0)
    someone.has_been_read()
    expect(page.locator(".of-first dd")).to_have_text(someone.words.date(date(2021, 3, 4)))
    someone.button("understood.discard").click()
    expect(page.locator("li.draft")).to_have_count(0)


def sees_what_was_understood(someone: Person) -> None:
    page = someone.page
    expect(page.locator(".of-records dd")).to_contain_text("102")
    expect(page.locator("#effect svg")).to_be_visible()
    picture = page.locator(".pictures")
    expect(picture).to_contain_text(SHEET)
    expect(picture.get_by_role("cell", name="31.02.2021")).to_be_visible()
    expect(column(page, "Killed").locator("select")).to_have_value("killed")
    expect(column(page, "District").locator("select")).to_have_value("district")


def column(page: Page, heading: str) -> Locator:
    name = page.locator(".column-name", has=page.get_by_text(heading, exact=True))
    return page.locator(".column-list li", has=name)


def changes_a_column(someone: Person) -> None:
    """The effect is shown and told at once, and is gone when the choice is taken back."""
    page = someone.page
    killed = page.locator(".of-killed dd")
    counted = killed.inner_text()
    column(page, "Killed").locator("select").select_option("ignore")
    expect(page.locator(".effect .changes li").first).to_be_visible(timeout=60_000)
    expect(killed).not_to_have_text(counted)
    expect(page.locator("#announcer")).to_contain_text(someone.say("understood.figure.killed"))
    column(page, "Killed").locator("button[name=back]").click()
    expect(killed).to_have_text(counted)
    expect(column(page, "Killed").locator("select")).to_have_value("killed")


def mends(someone: Person) -> None:
    page = someone.page
    someone.follows("understood.next")
    presses(someone, "count_with_remark", "accept")
    presses(someone, "place_not_understood", "explain")
    types(someone, "negative_count", "0", "As the district wrote.")
    sets_aside(someone, "same_row_twice", WHY)
    sets_aside(someone, "not_a_date", "No day can be found.")
    taken = page.locator("#mends tr", has_text="10").filter(has_text="No day can be found.")
    taken.get_by_role("button").click()
    someone.has_been_read()
    expect(taken).to_have_count(0)
    types(someone, "not_a_date", "2021", "")
    expect(page.locator(".error.group")).to_have_count(0)


def opened(someone: Person, kind: str) -> Locator:
    """The findings of a kind; those that are notes only are folded away."""
    group = someone.page.locator(f"#kind-{kind}")
    if someone.page.locator(f"details#kind-{kind}:not([open])").count():
        group.locator("> summary").click()
    return group


def presses(someone: Person, kind: str, way: str) -> None:
    """Takes what is suggested: as the value of the cell, or as what a word means."""
    group = opened(someone, kind)
    group.locator(f"button[value={way}]").click()
    someone.has_been_read()
    expect(group).to_have_count(0)


def types(someone: Person, kind: str, value: str, why: str) -> None:
    group = opened(someone, kind)
    group.locator("details.type summary").click()
    group.get_by_label(someone.say("mending.right_value")).fill(value)
    group.get_by_label(someone.say("mending.why"), exact=True).fill(why)
    someone.button("mending.type.do", group).click()
    someone.has_been_read()
    expect(group).to_have_count(0)


def sets_aside(someone: Person, kind: str, why: str) -> None:
    group = opened(someone, kind)
    group.locator("details.aside summary").click()
    group.get_by_label(someone.say("mending.why_aside")).fill(why)
    group.locator("details.aside button").click()
    someone.has_been_read()
    expect(group).to_have_count(0)


def gets_the_marked_workbook(someone: Person, folder: Path) -> None:
    """What is wrong and what was done about it stands in the cells, in colour and in a comment."""
    with someone.page.expect_download() as download:
        someone.follows("mending.download")
    assert download.value.suggested_filename.endswith(".xlsx")
    file = folder / "marked.xlsx"
    download.value.save_as(file)
    sheet = load_workbook(file)[SHEET]
    marked = {cell.coordinate: cell for row in sheet.iter_rows() for cell in row if cell.comment}
    assert {"A10", "E12", "F12"} <= set(marked), sorted(marked)
    assert all(marked[at].fill.fill_type == "solid" for at in ("A10", "E12", "F12"))
    assert any(WHY in (cell.comment.text if cell.comment else "") for cell in sheet[21]), "the row that was set aside"


def confirms_in_words(someone: Person) -> None:
    page = someone.page
    someone.follows("agreement.next")
    expect(someone.button("publishing.publish")).to_be_disabled()
    page.go_back()
    doubts = page.locator("textarea[name^='confirmed:']")
    assert doubts.count() > 0
    for doubt in doubts.all():
        doubt.fill(WHY)
    someone.button("agreement.confirm").click()
    expect(page.get_by_text(someone.say("agreement.confirmed")).first).to_be_visible()
    someone.follows("agreement.next")


def publishes(someone: Person) -> None:
    someone.notes(NOTE)
    someone.button("publishing.publish").click()
    expect(someone.page.get_by_role("heading", level=1)).to_have_text(someone.say("publishing.done.title", edition="2"))


def sees_newer_figures(someone: Person, reader: Page, edition: int) -> None:
    look_again(reader)
    reader.get_by_role("button", name=someone.say("edition.newer.show")).click()
    expect(reader.locator(".site-foot")).to_contain_text(re.compile(rf"(Edition|Utgave|utgave) {edition}\b"))
    drawn(reader)


def goes_back(someone: Person) -> None:
    someone.follows("publishing.history")
    page = someone.page
    first = page.locator(".history", has=page.locator("#e-1"))
    first.get_by_role("button").click()
    expect(page.locator(".notice")).to_have_text(someone.say("history.went_back", edition="1", number="3"))


def finds_it_all_in_the_trail(someone: Person, file: str) -> None:
    page = someone.opens("/staff/trail")
    lines = page.locator(".lines tbody")
    for sentence in (
        someone.say("trail.action.signed_in"),
        someone.say("trail.action.draft_received", file=file),
        someone.say("trail.action.draft_published", file=file, edition="2"),
        someone.say("trail.action.went_back", restores="1", edition="3"),
    ):
        expect(lines).to_contain_text(sentence)
