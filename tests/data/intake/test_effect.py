"""What an intake comes to: sums, minimums, the latest statement, and the course through time."""

import json
from datetime import date

import pytest

from data.intake.course import course
from data.intake.effect import effect, figures
from data.intake.report import report
from tests.data.intake.tables import taken

LIST = "Date | Place | Killed | Injured\n2021-01-02 | A | 1 | 2\n2021-03-05 | B | | 3\n | C | 1 | 1"
PERIODS = (
    "Period from | Period to | Killed | Injured\n2020-11-10 | 2021-12-14 | 36 | 161\n2021-12-15 | 2022-02-04 | 1 | "
)
RUNNING = "As of | Killed | Injured\n2021-01-02 | 10 | 20\n2021-02-05 | 12 | \n2021-03-05 | 15 | 31"
NO_INJURED = "Date | Place | Killed\n2021-01-02 | A | 1\n2021-01-05 | B | 2"


@pytest.mark.parametrize("text", [LIST, PERIODS, RUNNING, NO_INJURED])
def test_it_says_what_the_report_says(text: str) -> None:
    intake = taken(text)
    found, reported = effect(intake), report(intake)
    sums = reported["latest"] or reported
    assert (found.killed.n, found.injured.n) == (sums["killed"], sums["injured"])
    assert (found.records, found.undated, found.rows) == (reported["records"], reported["undated"], reported["rows"])
    assert str(found.first) == reported["first_date"]
    assert str(found.last) == reported["last_date"]


def test_what_rows_do_not_record_makes_a_minimum_and_never_a_zero() -> None:
    assert effect(taken(LIST)).killed.at_least
    assert not effect(taken(LIST)).injured.at_least
    none = effect(taken(NO_INJURED)).injured
    assert none.n is None
    assert not none.at_least


def test_running_totals_are_the_latest_statement_and_points() -> None:
    found = effect(taken(RUNNING))
    assert (found.killed.n, found.injured.n, found.casualties) == (15, 31, 46)
    assert found.as_of == date(2021, 3, 5)
    assert found.course.form == "point"
    assert [(step.killed, step.injured) for step in found.course.steps] == [(10, 20), (12, None), (15, 31)]


def test_months_are_all_there_and_an_empty_one_has_no_figure() -> None:
    found = course(taken(LIST))
    assert (found.form, found.outside) == ("month", 1)
    assert [(step.killed, step.injured, step.records) for step in found.steps] == [
        (1, 2, 1),
        (None, None, 0),
        (None, 3, 1),
    ]


def test_years_where_months_are_too_many() -> None:
    found = course(taken("Date | Place | Killed\n2011-01-02 | A | 1\n2012-05-02 | A | 2\n2019-01-05 | B | 2"))
    assert found.form == "year"
    assert [step.killed for step in found.steps] == [1, 2, *[None] * 6, 2]


def test_a_period_over_the_turn_of_a_year_is_one_bar_of_its_own_width() -> None:
    found = course(taken(PERIODS))
    assert found.form == "span"
    assert [(step.start, step.end) for step in found.steps] == [
        (date(2020, 11, 10), date(2021, 12, 14)),
        (date(2021, 12, 15), date(2022, 2, 4)),
    ]
    assert [(step.killed, step.injured) for step in found.steps] == [(36, 161), (1, None)]


def test_a_refused_file_comes_to_nothing() -> None:
    found = effect(taken("Date | Place\n2021-01-02 | A\n2021-01-05 | B"))
    assert (found.layout, found.killed.n, found.injured.n, found.course.steps) == (None, None, None, ())


@pytest.mark.parametrize("text", [LIST, RUNNING])
def test_figures_are_json_values(text: str) -> None:
    found = figures(effect(taken(text)))
    assert json.loads(json.dumps(found, allow_nan=False)) == found
