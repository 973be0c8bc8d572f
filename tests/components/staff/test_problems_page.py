"""The page of problems: what may be done about each finding, page by page, in both languages, whatever a cell holds."""

import re
from html import unescape
from typing import Any

import pytest

from components.problem_groups import FIRST_FEW, PER_PAGE
from components.staff.problems_page import problems_page
from data.drafts import DraftMend
from data.drafts.cells import CellAt
from data.drafts.findings import Findings, Narrowed
from data.problems import KINDS, Problem
from tests.components.staff.drafts import NOW, asked, draft
from texts.words import LANGUAGES


def many(count: int) -> Findings:
    problems = [
        Problem("range_backwards", "A", row, "C", "killed", "5-2", "2-5") for row in range(2, count + 2)
    ]  # fmt: skip
    cells = {("A", row): {"C": CellAt("killed", "5-2")} for row in range(2, count + 2)}
    return Findings((*problems, Problem("same_row_twice", "A", 9, params={"first_row": "3"})), cells)


def shown(
    found: Findings, narrowed: Narrowed | None = None, page: int = 1, language: str = "en",
    figures: dict[str, Any] | None = None, before: dict[str, Any] | None = None, **changes: Any,
) -> str:  # fmt: skip
    """`changes` are those of the draft."""
    of_draft = draft(**changes)
    return problems_page(
        asked(language), of_draft, found, narrowed or Narrowed(), page, figures=figures, before=before
    )  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in ("corrected", "more_of_this_kind")])
def test_every_kind_can_be_shown(kind: str, language: str) -> None:
    params = dict.fromkeys(
        ("killed", "injured", "parts", "before", "before_counter", "before_date", "before_row", "other", "other_row",
         "other_counter", "main", "next", "added", "days", "first_row", "since", "stated", "part", "base", "computed",
         "heading", "total", "known", "by", "what", "expected", "found", "today"), "x",
    )  # fmt: skip
    problem = Problem(kind, "A", 2, "C", "killed", "1", "2", params | {"count": 1})
    assert "<main" in shown(Findings((problem,), {}), language=language)


def test_a_few_of_each_kind_and_all_of_one_page_by_page() -> None:
    found = many(120)
    text = shown(found)
    assert text.count('data-label="In the cell"') == FIRST_FEW + 1
    assert "Show all 120" in text
    one = shown(found, Narrowed(kind="range_backwards"), 3)
    assert one.count('data-label="In the cell"') == 120 - 2 * PER_PAGE
    assert "Page 3 of 3" in one
    assert "C121" in one
    assert "same_row_twice" not in one
    assert "Page 3 of 3" in shown(found, Narrowed(kind="range_backwards"), 99)


def test_notes_are_folded_and_errors_are_not() -> None:
    text = shown(many(2))
    assert re.search(r'<section class="group error" id="kind-range_backwards"', text)
    assert re.search(r'<details class="group note" id="kind-same_row_twice"', text)


def test_a_list_is_narrowed_by_sheet_field_and_text() -> None:
    found = Findings((*many(2).problems, Problem("negative_count", "B", 7, "D", "injured", "-3")), many(2).cells)
    assert "kind-range_backwards" not in shown(found, Narrowed(sheet="B"))
    assert "kind-negative_count" not in shown(found, Narrowed(field="killed"))
    assert "kind-negative_count" in shown(found, Narrowed(text="d7"))
    assert "kind-range_backwards" not in shown(found, Narrowed(text="-3"))


def test_what_a_cell_holds_is_never_markup() -> None:
    bad = '<script>alert("1")</script>'
    found = Findings(
        (
            Problem("not_a_count", bad, 2, "C", "killed", bad),
            Problem("word_not_understood", bad, 3, "D", "device", bad, params={"count": 1}),
        ),
        {(bad, 2): {"C": CellAt("killed", bad + "x" * 10_000)}},
    )  # fmt: skip
    text = shown(found)
    assert bad not in text
    assert bad in unescape(text)


def test_each_form_carries_the_token_and_every_id_is_its_own() -> None:
    text = shown(many(60), Narrowed(kind="range_backwards"))
    forms = re.findall(r'<form method="post".*?</form>', text, re.DOTALL)
    assert len(forms) == 2 + 3 * PER_PAGE
    assert all('name="csrf_token" value="token-1"' in form for form in forms)
    ids = re.findall(r'\bid="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    labels = re.findall(r'<label for="([^"]+)"', text)
    assert set(labels) <= set(ids)


def test_the_effect_is_told_when_the_file_has_been_read() -> None:
    before = {"revision": 2, "records": 5, "killed": 3, "injured": None, "findings": 4}
    after = {"records": 4, "killed": 3, "injured": 1, "findings": 1}
    text = shown(many(1), figures=after, before=before, revision=2, read_revision=2)
    assert re.findall("<li>([^<]+)</li>", text)[:3] == ["Records: 5 → 4", "Injured: not known → 1", "Findings: 4 → 1"]
    for changed in ({"revision": 2, "read_revision": 1, "state": "reading"}, {"revision": 3, "read_revision": 3}):
        assert "Records: 5" not in shown(many(1), figures=after, before=before, **changed)


def test_mends_stand_beside_the_original_and_those_that_do_not_fit_on_top() -> None:
    mends = (
        DraftMend("value", "A", 2, "C", "5-2", "2-5", "a slip", "range_backwards", 1, "editor-1", NOW),
        DraftMend("value", "A", 3, "C", "4", "", "", "outlier", 2, "editor-1", NOW),
        DraftMend("set_aside", "A", 9, why="a double", number=3, who="editor-1", at=NOW, taken_back=True),
    )
    gone = Problem("correction_no_longer_fits", "A", 3, "C", params={"what": "outlier", "expected": "4", "found": "5"})
    text = shown(Findings((*many(2).problems, gone), many(2).cells), mends=mends)
    assert text.index("Mends that no longer fit") < text.index("kind-range_backwards") < text.index('id="mends"')
    assert re.findall(r"<del[^>]*>([^<]*)</del> → <ins[^>]*>([^<]*)</ins>", text) == [("4", "(blank)"), ("5-2", "2-5")]
    assert "a double" not in text
    assert "kind-correction_no_longer_fits" not in text
