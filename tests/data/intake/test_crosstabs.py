"""Tables whose columns are years, months or districts: one record per cell, a total of its period, no sum twice."""

# ruff: noqa: E501 - a table in a test reads best on one line

from typing import Any

import pytest

from data.intake.crosstab.periods import period_of
from data.intake.report import report
from tests.data.intake.tables import kinds, taken

YEARS = "Deaths by region and year | | | |\nRegion | 2019 | 2020 | 2021 | Total\nNorth | 1 | 2 | 3 | 6\nSouth | 0 | 4 | | 4\nTotal | 1 | 6 | 3 | 10"


def found(text: str, **given: Any) -> dict[str, Any]:
    return report(taken(text, **given))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (YEARS, {"killed": 10, "injured": None, "records": 6, "rows": 2, "first_date": "2019-01-01", "last_date": "2021-12-31"}),
        ("Mine casualties | | |\nDistrict | 2021-01 | 2021-02 | 2021-03\nFuzuli | 1 | 2 | 3\nAgdam | 0 | 4 | 1", {"not_split": 11, "killed": None, "last_date": "2021-03-31"}),
        ("District | Killed 2019 | Killed 2020 | Injured 2019 | Injured 2020\nFuzuli | 1 | 2 | 3 | 1\nAgdam | 0 | 4 | 5 | ", {"killed": 7, "injured": 9, "records": 4}),
        (" | 2019 | 2020 | 2021\nKilled | 1 | 2 | 3\nInjured | 0 | 4 | 1", {"killed": 6, "injured": 5}),
        ("Killed by mines | | | |\nMonth | 2019 | 2020 | 2021 | 2022\nJanuary | 1 | 2 | 3 | 4\nFebruary | 1 | 2 | 3 | 4\nMarch | 0 | 4 | 1 | ", {"killed": 25, "first_date": "2019-01-01", "last_date": "2022-03-31"}),
        ("Persons injured | | | |\nYear | Fuzuli | Agdam | Lachin | Total\n2019 | 1 | 2 | 3 | 6\n2020 | 1 | 2 | 3 | 6\n2021 | 0 | 4 | 1 | 5", {"injured": 17, "killed": None, "records": 9}),
        ("Deaths | | | |\nYear | Foo | Bar | Baz | Total\n2019 | 1 | 2 | 3 | 6\n2020 | 1 | 2 | 3 | 6\n2021 | 0 | 4 | 1 | 5", {"killed": 17, "injured": None}),
        ("Region | Outcome | 2019 | 2020\nNorth | killed | 1 | 2\nNorth | injured | 0 | 4\nSouth | killed | 3 | 2\nSouth | injured | 1 | 4", {"killed": 8, "injured": 9}),
        ("Fallecidos por departamento | | |\nDepartamento | Enero 2020 | Febrero 2020 | Marzo 2020\nA | 1 | 0 | 2\nB | 3 | 1 | 0", {"killed": 7, "last_date": "2020-03-31"}),
        ("Deaths | | | | |\nRegion | 2020 Q1 | 2020 Q2 | 2020 Q3 | 2020 Q4 | 2020\nA | 1 | 2 | 3 | 4 | 10\nB | 0 | 1 | 0 | 1 | 2", {"killed": 12, "records": 8}),
    ],
)  # fmt: skip
def test_every_cell_is_a_record_of_its_period(text: str, expected: dict[str, Any]) -> None:
    read = found(text)
    assert {key: read[key] for key in expected} == expected
    assert (read["layout"], read["questions"]) == ("period_totals", [])


def test_a_blank_cell_is_no_nought() -> None:
    read = found(YEARS)
    assert read["not_recorded"]["killed"] == 1
    assert ("no_usable_figure", 4) in kinds(taken(YEARS))


def test_months_that_nobody_has_figures_for_are_left_out() -> None:
    read = found("Deaths | | | |\nRegion | 2024-10 | 2024-11 | 2024-12 | 2025-01\nA | 1 | 2 | 0 |\nB | 1 | | 1 |")
    assert (read["records"], read["last_date"], read["killed"]) == (6, "2024-12-31", 5)


def test_the_year_of_bare_months_is_asked() -> None:
    text = "Mine casualties 2021 | | |\nDistrict | January | February | March\nFuzuli | 1 | 2 | 3\nAgdam | 0 | 4 | 1"
    (question,) = found(text)["questions"]
    assert (question["id"], question["guess"]) == ("year", "2021")
    assert found(text, answers={"year": 2021})["by_month"]["2021-02"] == {"killed": None, "injured": None}
    assert found(text, answers={"year": 2021})["not_split"] == 11


def test_what_unnamed_figures_count_is_asked() -> None:
    text = "Region | 2019 | 2020 | 2021\nNorth | 1 | 2 | 3\nSouth | 0 | 4 | 1"
    (question,) = found(text)["questions"]
    assert (question["id"], question["heading"]) == ("measure", None)
    assert found(text, answers={"measure": "injured"})["injured"] == 11
    assert found(text, answers={"measure": "no_measure"})["refused"] is not None


@pytest.mark.parametrize("title", ["Deaths per 100 000 inhabitants", "Share of deaths", "Area cleared, hectares"])
def test_a_title_of_rates_is_no_measure(title: str) -> None:
    read = found(f"{title} | | | \nRegion | 2019 | 2020 | 2021\nNorth | 1 | 2 | 3\nSouth | 0 | 4 | 1")
    assert [question["id"] for question in read["questions"]] == ["measure"]


def test_totals_of_its_own_are_compared_with_the_cells() -> None:
    assert ("crosstab_totals_agree", None) in kinds(taken(YEARS))
    (problem,) = (
        p for p in taken(YEARS.replace("| 3 | 6", "| 3 | 7")).problems if p.kind == "crosstab_total_disagrees"
    )
    assert (problem.row, problem.column, problem.value, problem.suggestion) == (3, "E", "7", "6")


def test_a_finding_names_the_cell_of_the_crosstab() -> None:
    text = "Deaths | | |\nRegion | 2019 | 2020 | 2021\nNorth | 1 | -4 | 3\nSouth | 0 | 4 | 2-3"
    (problem,) = (p for p in taken(text).problems if p.kind == "negative_count")
    assert (problem.row, problem.column) == (3, "C")


@pytest.mark.parametrize(
    "text",
    [
        "Date | Place | Killed | 2019 | 2020\n2021-01-02 | A | 1 | 5 | 6\n2021-02-02 | B | 0 | 7 | 8",
        "Date | Place | Killed | Injured\n2021-01-02 | A | 1 | 0\n2021-02-02 | B | 0 | 2",
        "Date | Outcome | May\n2021-01-02 | killed | x\n2021-01-03 | injured | y",
    ],
)
def test_other_tables_are_no_crosstabs(text: str) -> None:
    assert len(taken(text).records) == 2


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("2019", ("2019", "", "year")), ("2019*", ("2019", "", "year")), ("Jan-20", ("Jan 2020", "", "month")),
        ("январь 2021", ("январь 2021", "", "month")), ("2021-03", ("2021-03", "", "month")),
        ("2021-03-01 00:00:00", ("2021-03-01 00:00:00", "", "day")), ("mars", ("mars", "", "month_only")),
        ("2019 - Killed", ("2019", "Killed", "year")), ("Killed - 2019", ("2019", "Killed", "year")),
        ("killed_2019", ("2019", "killed", "year")), ("2019 killed", ("2019", "killed", "year")),
        ("Killed", None), ("12", None), ("ISO 3166-2", None), ("Deaths of 2 in 2019", None),
    ],
)  # fmt: skip
def test_the_period_of_a_heading(heading: str, expected: tuple[str, str, str] | None) -> None:
    assert period_of(heading) == expected
