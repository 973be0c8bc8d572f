"""The same headings again under a title of another measure are another table; printed again, they go on."""

from typing import Any

from data.intake.report import report
from tests.data.intake.table.sheets import BLANK, sheet, tables
from tests.data.intake.tables import taken

HEADINGS = ["Region", 2019, 2020, 2021]
KILLED = [["Alpha", 64, 78, 51], ["Beta", 6, 29, 11], ["Gamma", 24, 28, 52]]
INJURED = [["Alpha", 466, 365, 576], ["Beta", 894, 199, 240], ["Gamma", 168, 475, 171]]
UNITS = [["Killed by region"], HEADINGS, *KILLED]


def _rows_of(rows: list[list[Any]]) -> list[list[int]]:
    return [found.rows for found in tables(sheet(rows))]


def test_injured_below_killed_is_another_table() -> None:
    below = [["Injured by region"], HEADINGS, *INJURED]
    assert sorted(_rows_of([*UNITS, BLANK, *below])) == [[3, 4, 5], [9, 10, 11]]
    assert sorted(_rows_of([*UNITS, *below])) == [[3, 4, 5], [8, 9, 10]]


def test_the_same_title_again_goes_on() -> None:
    below = [["Killed by region, continued"], HEADINGS, ["Delta", 1, 2, 3], ["Epsilon", 4, 5, 6]]
    assert _rows_of([*UNITS, BLANK, *below]) == [[3, 4, 5, 9, 10]]


def test_headings_that_name_the_measure_need_no_title() -> None:
    headings = ["Region", "Killed", "Injured"]
    rows = [headings, ["Alpha", 1, 2], ["Beta", 3, 4], BLANK, ["Killed in the south"], headings, ["Gamma", 5, 6]]
    assert _rows_of(rows) == [[2, 3, 7]]


def test_the_first_measure_is_read_and_the_second_named() -> None:
    lines = [["Persons killed"], HEADINGS, *KILLED, [""], ["Persons injured"], HEADINGS, *INJURED]
    intake = taken("\n".join(" | ".join(map(str, row)) for row in lines))
    found = report(intake)
    assert (found["killed"], found["injured"]) == (343, None)
    (problem,) = [each for each in intake.problems if each.kind == "table_not_read"]
    assert (problem.value, problem.row, problem.params) == ("Persons injured", 8, {"count": 3})
