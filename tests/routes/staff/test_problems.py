"""The page of problems through the site: mending, setting aside, taking back, refusals, and the marked workbook."""

import io
import json
import re
import time
from collections.abc import Callable
from html import unescape

import pytest
from openpyxl import load_workbook

from data.store import Store
from tests.dirty_workbook import DIRT, NAME, SHEET, dirty_workbook
from tests.routes.staff.actors import Staff

PATIENCE = 60


@pytest.fixture
def draft(staff: Staff) -> str:
    """The address of a dirty draft of editor-1."""
    staff.signs_in("editor-1")
    headers = {"Accept": "application/json", "X-CSRFToken": staff.token()}
    files = {"file": [(io.BytesIO(dirty_workbook()), NAME)]}
    answer = staff.client.post("/staff/upload", data=files, headers=headers)
    address = str(json.loads(answer.text)["drafts"][0]["address"])
    read(staff, address + "/problems")
    return address


def read(staff: Staff, address: str, language: str = "en") -> str:
    """The page, once the file has been read as it stands now."""
    for _ in range(PATIENCE * 10):
        text = staff.opens(f"{address}{'&' if '?' in address else '?'}lang={language}").text
        if "data-poll" not in text:
            return unescape(text)
        time.sleep(0.1)
    raise AssertionError("the file is still being read")


def of(kind: str, **more: str) -> dict[str, str]:
    row, column = DIRT[kind]
    return {"of_kind": kind, "of_sheet": SHEET, "of_row": str(row), "of_column": column or "", **more}


def effects(text: str) -> list[str]:
    found = re.search(r'class="effect-lines">(.*?)</ul>', text, re.DOTALL)
    return re.findall("<li>(.*?)</li>", found[1]) if found else []


def test_the_page_shows_every_finding_by_kind(staff: Staff, draft: str) -> None:
    text = read(staff, draft + "/problems")
    assert {f'id="kind-{kind}"' for kind in DIRT} <= set(re.findall(r'id="kind-[a-z_]+"', text))
    assert (
        text.index('id="kind-not_a_date"') < text.index('id="kind-total_not_parts"') < text.index("kind-same_row_twi")
    )
    alone = read(staff, draft + "/problems?kind=not_a_date")
    assert "kind-negative_count" not in alone
    assert "kind-not_a_date" in read(staff, draft + "/problems?q=a6")
    assert "No finding is like that." in read(staff, draft + "/problems?q=nowhere")


def test_a_suggestion_is_accepted_and_the_page_says_what_it_did(staff: Staff, draft: str) -> None:
    answer = staff.posts(draft + "/mend?lang=en", do="accept", **of("range_backwards"))
    assert answer.status_code == 303
    text = read(staff, draft + "/problems")
    assert effects(text) == ["Injured: 28 → 30", "Findings: 20 → 18"]
    assert "5-2" in text[text.index('id="mends"') :]


def test_all_of_a_kind_and_back_again(staff: Staff, draft: str) -> None:
    staff.posts(draft + "/set-aside?lang=en", do="all", all_of="computable_blank", why="not clear")
    text = read(staff, draft + "/problems")
    assert "Set aside" in text or "set aside" in text
    assert text.count("not clear") == 5
    staff.posts(draft + "/take-back?lang=en", do="all")
    text = read(staff, draft + "/problems")
    assert 'id="mends"' not in text
    assert effects(text)[-1].endswith("→ 20")


def test_a_wrong_value_is_refused_and_nothing_of_it_is_lost(staff: Staff, draft: str) -> None:
    typed = '<img src=x onerror="1">'
    answer = staff.posts(draft + "/mend?lang=en", do="typed", value=typed, why="as it was said", **of("negative_count"))
    assert answer.status_code == 422
    assert typed not in answer.text
    text = unescape(answer.text)
    assert typed in text
    assert "as it was said" in text
    assert "not a number of people that can be read in one way only" in text
    assert 'id="mends"' not in read(staff, draft + "/problems")
    long = staff.posts(draft + "/mend?lang=en", do="typed", value="9" * 10_000, **of("negative_count"))
    assert (long.status_code, "9" * 10_000 in long.text) == (422, True)


def test_a_typed_value_and_the_same_cell_again(staff: Staff, draft: str) -> None:
    staff.posts(draft + "/mend?lang=en", do="typed", value="8", at="F", **of("total_not_parts"))
    read(staff, draft + "/problems")
    staff.posts(draft + "/mend?lang=en", do="typed", value="7", at="F", **of("total_not_parts"))
    text = read(staff, draft + "/problems")
    assert "kind-total_not_parts" not in text
    assert "no longer fit" not in text
    assert re.findall(r'<del class="text">(.*?)</del> → <ins class="text">(.*?)</ins>', text) == [("1", "7")]


def test_a_word_is_explained_and_taken_back(staff: Staff, draft: str) -> None:
    staff.posts(draft + "/mend?lang=en", do="explain", meaning="AZ-AGM", **of("place_not_understood"))
    text = read(staff, draft + "/problems")
    assert "kind-place_not_understood" not in text
    assert "District: “Agdamm” means" in text
    staff.posts(draft + "/take-back?lang=en", do="word", field="district", word="Agdamm")
    assert "kind-place_not_understood" in read(staff, draft + "/problems")


def test_what_cannot_be_done_is_said(staff: Staff, draft: str) -> None:
    for form, sentence in (
        ({"do": "accept", **of("total_not_parts")}, "There is no suggestion"),
        ({"do": "accept", **of("not_a_count"), "of_row": "99"}, "no longer there"),
        ({"do": "explain", "meaning": "moon", **of("place_not_understood")}, "Choose what the word means."),
    ):
        assert staff.posts(draft + "/mend?lang=en", **form).status_code == 303
        assert sentence in read(staff, draft + "/problems")
    staff.posts(draft + "/set-aside?lang=en", do="one", why=" ", **of("same_row_twice"))
    assert "Say why" in read(staff, draft + "/problems")


def test_the_marked_workbook_is_for_those_who_may_see_the_draft_and_is_noted(
    staff: Staff, people: Callable[[], Staff], draft: str, store: Store
) -> None:
    answer = staff.opens(draft + "/marked.xlsx?lang=nb")
    assert "med%20merknader.xlsx" in answer.headers["Content-Disposition"]
    assert answer.headers["Cache-Control"] == "no-store"
    assert load_workbook(io.BytesIO(answer.data))[SHEET]["A6"].comment is not None
    assert [entry.who for entry in store.log() if entry.action == "draft_marked_downloaded"] == ["editor-1"]
    other = people().signs_in("editor-2")
    for path in ("/marked.xlsx", "/problems"):
        assert other.opens(draft + path).status_code == 404
    assert people().signs_in("publisher-1").opens(draft + "/problems").status_code == 200
    assert people().opens(draft + "/marked.xlsx").status_code == 303
    other.posts(draft + "/mend", do="accept_all", all_of="range_backwards")
    assert 'id="mends"' not in read(staff, draft + "/problems")
