"""Every choice of a person holds, and one that cannot be followed is told and costs nothing else."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.intake import Intake, take_in
from data.intake.answers import worth_keeping
from data.intake.mapping.chosen import FIELDS
from data.intake.report import report
from tests.data.intake.gallery.build import saved
from tests.data.intake.gallery.exhibit import Sheet
from tests.data.intake.tables import taken

TABLE = (
    "Date | Village | Dead | Hurt | Gizmos | Name\n"
    "2021-01-02 | A | 10 | 2 | 4 | editor-1\n2021-01-05 | B | 2 | 0 | 5 | editor-1\n"
    "2021-02-05 | C | 4 | 1 | 6 | editor-2"
)
UNKNOWN = "Date | Village | Foo | Bar\n2021-01-02 | A | 10 | 2\n2021-01-05 | B | 2 | 0\n2021-02-05 | C | 4 | 1"


def sums(intake: Intake) -> tuple[Any, Any]:
    found = report(intake)
    return found["killed"], found["injured"]


def offer(intake: Intake, key: str) -> Any:
    return next(each for each in intake.offers if each.id == key)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"column:Dead": "ignore"}, (None, 3)),
        ({"column:Gizmos": "killed"}, (15, 3)),
        ({"column:E": "killed"}, (15, 3)),
        ({"column:Dead": "injured", "column:Hurt": "killed"}, (3, 16)),
        ({"column:Gizmos": "killed.civilian", "column:Dead": "ignore"}, (15, 3)),
        ({"column:Dead": "personal"}, (None, 3)),
    ],
)
def test_a_field_is_put_on_a_column_and_taken_from_the_other(said: dict[str, str], expected: tuple[Any, Any]) -> None:
    intake = taken(TABLE, answers=said)
    assert sums(intake) == expected
    assert [each for each in intake.problems if each.kind.startswith("choice")] == []
    assert intake.answers == dict.fromkeys(said, "given")
    for key, value in said.items():
        assert (offer(intake, key).value, offer(intake, key).origin) == (value, "given")


def test_a_part_goes_beside_its_whole_even_where_the_numbers_do_not_fit() -> None:
    intake = taken(TABLE, answers={"column:Gizmos": "killed.civilian"})
    assert intake.mapping["killed.civilian"].column == "E"


@pytest.mark.parametrize("text", [UNKNOWN, UNKNOWN.replace("Foo", "Dead people?")])
def test_a_refused_file_is_mended_by_a_choice(text: str) -> None:
    heading = text.split("|")[2].strip()
    assert sums(taken(text, answers={f"column:{heading}": "killed"})) == (16, None)


def test_what_is_personal_by_its_heading_can_be_kept_and_by_its_cells_cannot() -> None:
    kept = taken(TABLE, answers={"column:Name": "reported_in"})
    assert (kept.dropped_personal, kept.records["reported_in"].iloc[0]) == ([], "editor-1")
    phones = TABLE.replace("editor-1", "+47 22 00 00 00").replace("editor-2", "+47 22 00 00 01")
    shown = taken(
        phones.replace("C |", "D |") + "\n2021-03-05 | C | 4 | 1 | 6 | +47 22 00 00 02",
        answers={"column:Name": "place"},
    )
    assert [each.column for each in shown.dropped_personal] == ["F"]
    assert ("choice_personal", "F") in [(each.kind, each.column) for each in shown.problems]
    assert offer(shown, "column:Name").candidates == ("personal",)
    assert "22 00" not in str(shown.offers) + str(shown.pictures)


def test_a_column_that_a_person_calls_personal_ends_there() -> None:
    intake = taken(TABLE, answers={"column:Village": "personal"})
    assert ("Village", "B", "said") in [(e.heading, e.column, e.reason) for e in intake.dropped_personal]
    assert "Village" not in intake.raw
    assert [row[1] for row in intake.pictures[0].cells] == ["Village", "", "", ""]


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ({"sheet": "Nowhere"}, "choice_no_sheet"),
        ({"heading_rows:Nowhere": [1]}, "choice_no_sheet"),
        ({"heading_rows:csv": [99]}, "choice_no_rows"),
        ({"heading_rows:csv": "x"}, "choice_no_rows"),
        ({"column:Nothing": "killed"}, "choice_no_column"),
        ({"column:Gizmos": "rubbish"}, "choice_no_field"),
        ({"column:Gizmos": ["killed"]}, "choice_no_field"),
        ({"layout": "line_list"}, "choice_no_layout"),
        ({"column:Dead": "killed", "column:Gizmos": "killed"}, "choice_twice"),
        ({"column:Village": "n"}, "choice_not_followed"),
    ],
)  # fmt: skip
def test_what_cannot_be_followed_is_told_and_the_rest_is_understood(said: dict[str, Any], kind: str) -> None:
    intake = taken(TABLE, answers=said)
    assert kind in [each.kind for each in intake.problems]
    assert (sums(intake), len(intake.records)) == ((16, 3), 3)
    assert set(intake.answers) <= {"column:Dead"}


def test_heading_rows_and_sheets_are_chosen() -> None:
    rows = [
        ["Unit A", None, None],
        ["Report", "x", "y"],
        ["Date", "Deaths", "Foo"],
        ["2021-01-02", 3, 1],
        ["2021-01-03", 4, 9],
    ]
    other = [["Date", "Deaths", "Foo"], ["2021-01-02", 1, 1], ["2021-01-03", 1, 9], ["2021-01-05", 1, 9]]
    book = saved([Sheet("One", rows), Sheet("Two", other)], "xlsx")
    one = take_in(book, "b.xlsx", answers={"sheet": "One", "heading_rows:One": [3]})
    assert (one.sheets, one.heading_rows, sums(one)[0]) == (["One"], [3], 7)
    assert [(each.id, each.value, each.origin) for each in one.offers[:2]] == [
        ("sheet", "One", "given"), ("heading_rows:One", [3], "given")]  # fmt: skip
    assert [each.read for each in one.pictures] == [True, False]
    two = take_in(book, "b.xlsx", answers={"heading_rows:Two": [2], "sheet": "Two"})
    assert two.heading_rows == [2]


def test_an_answered_question_can_be_changed_afterwards() -> None:
    text = "Date | Casualty severity\n2021-01-02 | 1\n2021-01-03 | 2\n2021-01-04 | 3"
    codes = {"1": "killed", "2": "injured", "3": "not_counted"}
    found = offer(taken(text, answers={"codes:Casualty severity": codes}), "codes:Casualty severity")
    assert (found.kind, found.value, found.values, found.origin) == ("codes", codes, ("1", "2", "3"), "given")


def test_the_order_of_dates_is_offered_and_held_whether_or_not_it_is_asked() -> None:
    text = "Date | Killed\n01/02/2021 | 1\n03/04/2021 | 2\n23/06/2021 | 1"
    assert (offer(taken(text), "date_order:Date").value, offer(taken(text), "date_order:Date").origin) == (
        "dmy",
        "understood",
    )
    said = taken(text, answers={"date_order:Date": "mdy"})
    assert offer(said, "date_order:Date").value == "mdy"
    assert "not_a_date" in [each.kind for each in said.problems]


def test_choices_are_remembered_but_not_those_of_one_file() -> None:
    said = {
        "column:Gizmos": "killed",
        "column:E": "killed",
        "sheet": "A",
        "heading_rows:A": [2],
        "year": 2020,
        "layout": "x",
    }
    assert worth_keeping(said) == {"column:Gizmos": "killed", "layout": "x"}
    intake = taken(TABLE, remembered=lambda _: {"column:Gizmos": "killed"})
    assert (sums(intake), intake.answers) == ((15, 3), {"column:Gizmos": "remembered"})
    assert sums(
        taken(TABLE, remembered=lambda _: {"column:Gizmos": "killed"}, answers={"column:Gizmos": "ignore"})
    ) == (16, 3)


def test_a_column_of_a_crosstab_is_left_out_and_its_measure_changed() -> None:
    text = "Killed by mines | | | | \nYear | Jan | Feb | Mar | Apr\n2019 | 1 | 2 | 3 | 4\n2020 | 4 | 5 | 6 | 7"
    assert sums(taken(text, answers={"column:C": "ignore"})) == (25, None)
    assert sums(taken(text, answers={"column:C": "injured"})) == (None, 32)
    without = taken(text, answers={"column:C": "ignore"})
    assert [each.kind for each in without.problems if each.kind.startswith("choice")] == []


@settings(max_examples=40, deadline=None)
@given(said=st.dictionaries(st.sampled_from(["Date", "Village", "Dead", "Hurt", "Gizmos", "Name", "C"]),
                            st.sampled_from([*FIELDS, "ignore", "personal"]), max_size=4))  # fmt: skip
def test_whatever_is_chosen_no_row_is_lost_and_every_choice_is_in_force_or_told(said: dict[str, str]) -> None:
    intake = taken(TABLE, answers={f"column:{heading}": value for heading, value in said.items()})
    told = sum(each.kind.startswith("choice") for each in intake.problems)
    if intake.refused is None:
        assert len(intake.records) == 3
    values = {each.column: each.value for each in intake.offers if each.kind == "column"}
    letters = dict(zip(["Date", "Village", "Dead", "Hurt", "Gizmos", "Name", "C"], "ABCDEFC", strict=True))
    wrong = [heading for heading, value in said.items() if values[letters[heading]] not in (value, "personal")]
    assert len(wrong) <= told + ("Dead" in said and "C" in said)
