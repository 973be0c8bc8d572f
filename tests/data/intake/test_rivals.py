"""Columns and sheets that could each give everybody: settled by arithmetic, added where they are others, or asked."""

# ruff: noqa: E501 - a table in a test reads best on one line

from typing import Any

import pytest

from data.intake import take_in
from data.intake.report import report
from tests.data.intake.tables import kinds, taken
from tests.data.intake.test_sheets import workbook


def lines(headings: str, *rows: str) -> str:
    """A list of accidents, of which date and place are filled in."""
    told = [f"2021-{number % 12 + 1:02}-05 | place {number} | {row}" for number, row in enumerate(rows, start=1)]
    return "\n".join([f"Date | Place | {headings}", *told])


@pytest.mark.parametrize(
    ("headings", "rows", "killed", "injured"),
    [
        # a severity whose word no list knows is one of them
        ("Seriously injured | Zonkly injured", ("1 | 2", "0 | 3", "2 | 0"), None, 8),
        # a subset under a word that no list knows
        ("Killed | Killed zonks", ("3 | 1", "2 | 2", "4 | 0"), 9, None),
        # rows of zeros say nothing of what adds up
        ("Deaths | Deaths later | Fatalities", (*["0 | 0 | 0"] * 60, "1 | 2 | 3", "0 | 1 | 1", "2 | 0 | 2"), 6, None),
        # accidents, animals and yes-or-no are no people
        ("Fatal accidents | Killed | Animals killed", ("1 | 2 | 9", "1 | 1 | 0", "0 | 0 | 5"), 3, None),
        ("Contains fatality words | Injured", ("1 | 2", "0 | 1", "1 | 0"), None, 3),
        # a running total beside what is new
        ("Killed | Killed so far", tuple(f"{n % 3} | {sum(m % 3 for m in range(1, n + 1))}" for n in range(1, 12)), 12, None),
        # who did it is not who was hurt
        ("White people killed by police | All people killed by police", ("1 | 3", "2 | 2", "0 | 4"), 9, None),
    ],
)  # fmt: skip
def test_settled(headings: str, rows: tuple[str, ...], killed: int | None, injured: int | None) -> None:
    found = report(taken(lines(headings, *rows)))
    assert (found["killed"], found["injured"], found["questions"]) == (killed, injured, [])


def test_groups_that_no_list_knows_are_asked_about_and_can_be_added() -> None:
    text = lines("Zonks killed | Plonks killed", "1 | 4", "2 | 0", "0 | 3")
    (question,) = taken(text).questions
    assert (question.id, question.guess, question.candidates[-1]) == ("column:killed", "add_all", "add_all")
    assert report(taken(text, answers={"column:killed": "add_all"}))["killed"] == 10
    assert report(taken(text, answers={"column:killed": "Plonks killed (D)"}))["killed"] == 7


def test_an_upper_bound_alone_is_between_none_and_that_many() -> None:
    found = report(taken(lines("Killed (min) | Killed (max)", "1 | 3", " | 4", "2 | 2")))
    assert [found[key] for key in ("killed", "killed_min", "killed_max")] == [3, 3, 9]
    assert found["not_recorded"]["killed"] == 0


def test_a_sex_beside_several_casualties_is_not_theirs() -> None:
    intake = taken(lines("Killed | Injured | Sex", "1 | 0 | male", "2 | 3 | male", "0 | 1 | female"))
    by_sex = intake.counts.groupby("sex", observed=True)["n"].sum().to_dict()
    assert by_sex == {"male": 1, "female": 1, "not_stated": 5}


def test_figures_of_a_place_in_the_row_of_each_of_its_dead() -> None:
    rows = [f"Aaa{letter} Bbb{letter} | {place} | {killed}" for letter, (place, killed) in
            zip("abcdefgh", [("P", 3)] * 3 + [("Q", 5)] * 5, strict=True)]  # fmt: skip
    text = "\n".join(["Name | Place | Killed", *rows])
    assert ("figure_repeated", 1) in kinds(taken(text))
    (question,) = taken(text).questions
    assert (question.id, question.guess) == ("everyone", "killed")
    assert report(taken(text, answers={"everyone": "killed"}))["killed"] == 8


def test_figures_of_accidents_with_a_named_place_are_added() -> None:
    rows = [f"2021-01-{day:02} | {'PQ'[day % 2]} | {day % 3}" for day in range(1, 13)]
    found = report(taken("\n".join(["Date | Name of place | Killed", *rows])))
    assert (found["killed"], found["layout"]) == (12, "incident_list")


def test_names_of_figures_are_no_outcomes_of_people() -> None:
    text = "Region | Indicator | Note\nA | Number of killed | 12x\nA | Number of injured | 3x\nB | Number of killed | 4x\nB | Number of injured | 9x"
    assert taken(text).refused == "refused.no_measure"


HEADINGS = ["Country", "Admin", "Code", "Month", "Year", "Deaths"]


def rows(countries: str, first: int) -> list[list[Any]]:
    return [[country, f"{country}-{n}", n, "May", 2020 + n, first + n] for country in countries for n in range(3)]


def sheets(**others: list[list[Any]]) -> dict[str, Any]:
    found = report(take_in(workbook(Data=[HEADINGS, *rows("ABCD", 1)], **others), "x.xlsx"))
    not_read = [each["sheet"] for each in found["problems"] if each["kind"] == "table_not_read"]
    return {"sheets": found["sheets"], "killed": found["killed"], "not_read": not_read}


def test_a_sheet_of_other_countries_with_fewer_columns_goes_on() -> None:
    fewer = [[row[0], *row[3:]] for row in [HEADINGS, *rows("XYZ", 5)]]
    assert sheets(Others=fewer) == {"sheets": ["Data", "Others"], "killed": 24 + 54, "not_read": []}


def test_a_summary_of_the_same_countries_is_told_and_not_added() -> None:
    summary = [["Country", "Month", "Year", "Deaths"], *([country, "May", 2021, 6] for country in "ABCD")]
    assert sheets(Summary=summary) == {"sheets": ["Data"], "killed": 24, "not_read": ["Summary"]}


def test_the_same_rows_with_another_column_are_not_added() -> None:
    again = [[*row[:6], "link"] for row in rows("ABCD", 1)]
    assert sheets(Links=[[*HEADINGS, "Link"], *again])["killed"] == 24


def test_a_column_in_another_place_is_the_same_column() -> None:
    turned = [row[::-1] for row in [HEADINGS, *rows("EFGH", 1)]]
    assert sheets(More=turned)["killed"] == 48
