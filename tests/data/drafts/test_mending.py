"""From a finding to a mend: what may be accepted makes the finding go away, what is typed is checked at once."""

from datetime import date

import pytest

from data.drafts.cells import cells_of
from data.drafts.draft import SET_ASIDE, Mend
from data.drafts.mending import (
    CannotMend,
    accepted,
    all_accepted,
    all_set_aside,
    cells_for,
    explained,
    meant_by_suggestions,
    set_aside,
    typed,
)
from data.drafts.typed_value import BadValue, checked
from data.drafts.ways import HINTS, WAYS
from data.intake import Intake, take_in
from data.intake.corrections import Correction
from data.problems import KINDS, Problem
from tests.data.intake.gallery import build
from tests.data.intake.gallery.exhibit import Exhibit, exhibits
from tests.data.intake.tables import content
from tests.dirty_workbook import DIRT, NAME, SHEET, dirty_workbook

TODAY = date(2026, 3, 20)
COUNTS = [exhibit for exhibit in exhibits() if exhibit.topic == "counts"]
ACCIDENTS = "Date | District | Total | Killed | Injured"
SOUND = [f"2021-0{month}-02 | Agdam | 3 | 1 | 2" for month in range(1, 7)]


def reading(file: bytes, name: str, mends: list[Mend] | None = None, **given: object) -> Intake:
    corrections = [
        Correction(mend.column, mend.before, mend.after, mend.finding, "", "editor-1", mend.sheet, mend.row)
        for mend in mends or ()
        if mend.kind != SET_ASIDE
    ]
    return take_in(file, name, corrections=corrections, today=TODAY, **given)  # type: ignore[arg-type]


def told(intake: Intake) -> set[tuple[object, ...]]:
    return {(each.kind, each.sheet, each.row, each.column) for each in intake.problems}


def dirty(kind: str, intake: Intake) -> Problem:
    """The finding that the dirty workbook has of this kind."""
    return next(each for each in intake.problems if each.kind == kind and (each.row, each.column) == DIRT[kind])


@pytest.fixture(scope="module")
def workbook() -> Intake:
    return reading(dirty_workbook(), NAME)


def test_every_kind_says_what_can_be_done() -> None:
    assert WAYS.keys() == KINDS.keys()
    assert KINDS.keys() >= HINTS
    assert not [kind for kind, ways in WAYS.items() if ways.accept and not ways.typed]


@pytest.mark.parametrize("exhibit", COUNTS, ids=lambda exhibit: exhibit.key)
def test_an_accepted_suggestion_makes_its_finding_go_away(exhibit: Exhibit) -> None:
    file = build.content(exhibit)
    before = reading(file, exhibit.file)
    mends = all_accepted(before.problems, cells_of(before))
    if not mends:
        return
    after = told(reading(file, exhibit.file, mends))
    assert not {(mend.finding, mend.sheet, mend.row, mend.column) for mend in mends} & after
    assert "correction_no_longer_fits" not in {kind for kind, *_ in after}


@pytest.mark.parametrize(
    ("kind", "row"),
    [
        ("range_backwards", "2021-07-02 | Agdam | | 5-2 | 2"),
        ("count_with_remark", "2021-07-02 | Agdam | 3 | 1* | 2"),
        ("approximate_count", "2021-07-02 | Agdam | 3 | about 1 | 2"),
        ("computable_blank", "2021-07-02 | Agdam | 3 |  | 2"),
        ("thousands_or_decimals", "2021-07-02 | Agdam | | 1,234 | 2"),
        ("span_backwards", "2021-07-09 – 2021-07-03 | Agdam | 3 | 1 | 2"),
        ("not_a_date", "07/13/2021 | Agdam | 3 | 1 | 2"),
    ],
)
def test_what_may_be_accepted_is_gone_when_it_was(kind: str, row: str) -> None:
    rows = [*SOUND, *["13/06/2021 | Agdam | 3 | 1 | 2"] * (60 if kind == "not_a_date" else 1), row]
    file = content("\n".join([ACCIDENTS, *rows]))
    before = reading(file, "table.csv")
    (problem,) = (each for each in before.problems if each.kind == kind)
    after = reading(file, "table.csv", [accepted(problem, cells_of(before))])
    assert (kind, len(rows) + 1) not in {(each.kind, each.row) for each in after.problems}


@pytest.mark.parametrize("kind", ["total_not_parts", "totals_row_disagrees", "negative_count", "same_row_twice"])
def test_what_is_no_value_for_the_cell_cannot_be_accepted(kind: str, workbook: Intake) -> None:
    problem = next(each for each in workbook.problems if each.kind == kind)
    with pytest.raises(CannotMend):
        accepted(problem, cells_of(workbook))


def test_a_total_may_be_mended_in_any_of_its_figures(workbook: Intake) -> None:
    problem = dirty("total_not_parts", workbook)
    assert list(cells_for(problem, cells_of(workbook))) == ["E", "F", "G"]
    mend = typed(problem, cells_of(workbook), "7", "F", " the report says seven ")
    assert mend == Mend("value", SHEET, 12, "F", "1", "7", "the report says seven", "total_not_parts")
    after = reading(dirty_workbook(), NAME, [mend])
    assert not [each for each in after.problems if each.kind == "total_not_parts"]


@pytest.mark.parametrize(
    ("kind", "text"),
    [("not_a_date", "28.2.2021"), ("date_without_year", "14 May 2021"), ("negative_count", "3"),
     ("not_a_count", ""), ("date_in_future", "2021-03-07")],
)  # fmt: skip
def test_a_typed_value_is_taken(kind: str, text: str, workbook: Intake) -> None:
    after = reading(dirty_workbook(), NAME, [typed(dirty(kind, workbook), cells_of(workbook), text)])
    assert (kind, SHEET, *DIRT[kind]) not in told(after)


@pytest.mark.parametrize(
    ("field", "text", "reason"),
    [
        ("killed", "many", "count"), ("killed.civilian", "-3", "count"), ("injured", "about 4", "count"),
        ("injured", "=1+1", "count"), ("stated_total", "1,234", "count"), ("killed", "x" * 10_000, "too_long"),
        ("date_from", "2021-02-30", "date"), ("date_from", "14 May", "date"), ("date_from", "03/04/2021", "date_order"),
        ("date_from", "<b>soon</b>", "date"), ("district", "Atlantis", "place"), ("year", "21", "year"),
        ("month", "13", "month"), ("day", "0", "day"),
    ],
)  # fmt: skip
def test_a_value_that_can_be_none_is_refused(field: str, text: str, reason: str) -> None:
    with pytest.raises(BadValue) as refused:
        checked(field, text)
    assert refused.value.message == f"mending.typed.{reason}"


@pytest.mark.parametrize(
    ("field", "text", "cell"),
    [("killed", " 3 ", "3"), ("killed", "2-3", "2-3"), ("killed", "", ""), ("date_from", "3.4.2021", "2021-04-03"),
     ("date_from", "April 2021", "April 2021"), ("district", "Ağdam", "Ağdam"), ("scope", "=1+1", "=1+1")],
)  # fmt: skip
def test_a_value_that_can_be_one_is_taken_as_typed_and_days_in_one_form(field: str, text: str, cell: str) -> None:
    assert checked(field, text) == cell


def test_the_same_value_again_is_no_mend(workbook: Intake) -> None:
    with pytest.raises(BadValue):
        typed(dirty("total_not_parts", workbook), cells_of(workbook), "9")


def test_a_row_is_set_aside_once_and_with_a_reason(workbook: Intake) -> None:
    problem = dirty("same_row_twice", workbook)
    assert set_aside(problem, "a double") == Mend(SET_ASIDE, SHEET, 15, why="a double", finding="same_row_twice")
    assert len(all_set_aside([problem, problem], "a double")) == 1
    with pytest.raises(CannotMend):
        set_aside(problem, "  ")
    with pytest.raises(CannotMend):
        set_aside(dirty("place_not_understood", workbook), "why not")


def test_a_word_is_explained_once_for_all_its_rows(workbook: Intake) -> None:
    answers = meant_by_suggestions({}, [dirty("place_not_understood", workbook)])
    assert answers == {"words:district": {"Agdamm": "AZ-AGM"}}
    after = reading(dirty_workbook(), NAME, answers=answers)
    assert "place_not_understood" not in {each.kind for each in after.problems}
    assert explained(answers, "district", "Agdamm", "") == {"words:district": None}


def test_no_cell_of_a_personal_column_is_shown() -> None:
    rows = [f"2021-01-{day:02} | Agdam | 1 | {2 - day} | Marker {day}" for day in range(1, 6)]
    intake = reading(content("\n".join(["Date | District | Killed | Injured | Name of victim", *rows])), "table.csv")
    assert intake.dropped_personal
    assert intake.cells
    assert "Marker" not in str(cells_of(intake))
