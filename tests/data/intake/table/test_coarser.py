"""Years among months and days: sums and titles go, records of which only the year is known stay."""

from datetime import date
from typing import Any

import pytest

from tests.data.intake.table.sheets import excluded_of, records_of, table

HEADINGS = ["Date", "Village", "Killed", "Injured"]
MONTHS = [["Jan 2021", 1, 4], ["Feb 2021", 0, 1], ["Mar 2021", 2, 3]]


def test_a_year_that_is_the_sum_of_its_months_goes() -> None:
    found = table([["Month", "Killed", "Injured"], *MONTHS, [2021, 3, 8]])
    assert excluded_of(found) == [(5, "subtotal")]


def test_above_its_months_too() -> None:
    found = table([["Month", "Killed", "Injured"], ["2021", 3, 8], *MONTHS])
    assert excluded_of(found) == [(2, "subtotal")]


YEARS_THAT_STAY = {
    "another sum": ["2021", 4, 8],
    "one of two sums": ["2021", 3, 9],
    "another year": ["2020", 3, 8],
}


@pytest.mark.parametrize("year", YEARS_THAT_STAY.values(), ids=YEARS_THAT_STAY)
def test_a_year_that_is_no_sum_of_its_months_stays(year: list[Any]) -> None:
    assert excluded_of(table([["Month", "Killed", "Injured"], *MONTHS, year])) == []


DAYS = [[date(2021, 3, 5), "Alpha", 1, 2], [date(2021, 3, 19), "Beta", 1, 1], [date(2021, 4, 2), "Gamma", 0, 1]]


def test_an_accident_of_which_only_the_year_is_known_stays_whatever_its_figures() -> None:
    known_by_year = ["2021", "Delta", 2, 4]
    assert records_of(table([HEADINGS, *DAYS, known_by_year])) == [*DAYS, known_by_year]


def test_a_lone_year_above_its_accidents_is_a_title_and_above_others_none() -> None:
    assert excluded_of(table([HEADINGS, ["2021", None, None, None], *DAYS])) == [(2, "note")]
    assert excluded_of(table([HEADINGS, ["2019", None, None, None], *DAYS])) == []


def _a_year(months: str, quarters: str) -> list[list[Any]]:
    """Months with a row of their sums after every three."""
    rows: list[list[Any]] = []
    for number, month in enumerate(months.split()):
        rows.append([month, 1 + number, 4 + 2 * number])
        if number % 3 == 2:
            rows.append([quarters.split(",")[number // 3], *(sum(row[at] for row in rows[-3:]) for at in (1, 2))])
    return rows


ENGLISH = "January February March April May June July August September October November December"
SPANISH = "Enero Febrero Marzo Abril Mayo Junio Julio Agosto Septiembre Octubre Noviembre Diciembre"
WITHOUT_A_YEAR = [
    (ENGLISH, "Q1,Q2,Q3,Q4"),
    (SPANISH, "I Trimestre,II Trimestre,III Trimestre,IV Trimestre"),
    (SPANISH, "1er trimestre,2do trimestre,3er trimestre,4to trimestre"),
]


@pytest.mark.parametrize(("months", "quarters"), WITHOUT_A_YEAR)
def test_a_quarter_without_a_year_that_is_the_sum_of_its_months_goes(months: str, quarters: str) -> None:
    found = table([["Month", "Killed", "Injured"], *_a_year(months, quarters)])
    assert excluded_of(found) == [(5, "subtotal"), (9, "subtotal"), (13, "subtotal"), (17, "subtotal")]


def test_a_quarter_without_a_year_that_is_no_sum_of_its_months_stays() -> None:
    rows = _a_year(ENGLISH, "Q1,Q2,Q3,Q4")
    rows[3][1] += 1
    assert excluded_of(table([["Month", "Killed", "Injured"], *rows])) == [
        (9, "subtotal"), (13, "subtotal"), (17, "subtotal"),
    ]  # fmt: skip


def test_quarters_without_their_months_stay() -> None:
    rows = [[name, 3 + number, 8 * number + 1] for number, name in enumerate(("Q1", "Q2", "Q3", "Q4"))]
    assert excluded_of(table([["Quarter", "Killed", "Injured"], *rows])) == []
