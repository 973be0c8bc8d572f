"""Which layout a table has, by its words and by its behaviour; what is asked, and what is refused."""

# ruff: noqa: E501 - a table in a test reads best on one line

import pytest

from data.intake.report import report
from tests.data.intake.tables import taken

GROWING = "\n".join(f"2021-01-{day:02} | {day * 2 - day % 2} | {day * 3}" for day in range(1, 12))
UP_AND_DOWN = "\n".join(f"2021-01-{day:02} | {day % 4} | {day % 3}" for day in range(1, 12))


@pytest.mark.parametrize(
    ("layout", "text"),
    [
        ("line_list", "Date | Outcome | Sex\n2021-01-02 | killed | male\n2021-01-03 | injured | female\n2021-01-03 | injured | male"),
        ("line_list", "Dato | Utfall\n02.01.2021 | drept\n23.01.2021 | skadet\n24.01.2021 | skadet"),
        ("incident_list", "Date | Place | Killed | Injured\n2021-01-02 | A | 1 | 0\n2021-02-02 | B | 0 | 2"),
        ("incident_list", f"Date | Killed | Injured\n{UP_AND_DOWN}"),
        ("incident_list", "Date | District | Outcome | Number\n2021-01-02 | A | killed | 2\n2021-01-02 | A | injured | 5\n2021-02-03 | B | injured | 2"),
        ("incident_list", "Start date | End date | Place | Killed\n2021-01-02 | 2021-01-02 | A | 1\n2021-01-05 | 2021-01-05 | B | 2\n2021-01-07 | 2021-01-09 | C | 2"),
        ("period_totals", "Period from | Period to | Killed\n2021-01-01 | 2021-01-31 | 1\n2021-02-01 | 2021-02-28 | 0"),
        ("period_totals", "Month | Killed | Injured\n2021-01 | 4 | 1\n2021-02 | 0 | 5\n2021-03 | 2 | 1"),
        ("period_totals", "Year | Killed | Injured\n2019 | 4 | 1\n2020 | 0 | 5\n2021 | 2 | 1"),
        ("running_totals", "As of | Killed | Injured\n2021-01-01 | 3 | 4\n2021-02-01 | 4 | 6"),
        ("running_totals", "Per | Siden | Drepte | Skadde\n01.02.2021 | 10.11.2020 | 3 | 4\n01.03.2021 | 10.11.2020 | 4 | 6"),
        ("running_totals", f"Date | Killed | Injured\n{GROWING}"),
        ("running_totals", "Date | Cumulative deaths\n2021-01-01 | 3\n2021-02-01 | 4"),
    ],
)  # fmt: skip
def test_layout(layout: str, text: str) -> None:
    intake = taken(text)
    assert (intake.layout, intake.questions) == (layout, [])


def test_running_totals_have_no_sum_anywhere() -> None:
    found = report(taken(f"Date | Killed | Injured\n{GROWING}"))
    assert (found["killed"], found["injured"], found["by_month"]) == (None, None, {})
    assert found["latest"] == {"as_of": "2021-01-11", "killed": 21, "injured": 33, "casualties": 54}


def test_too_few_growing_rows_are_asked_about() -> None:
    text = "Date | Killed | Injured\n2021-01-05 | 1 | 3\n2021-02-05 | 4 | 5\n2021-03-05 | 7 | 8\n2021-04-05 | 9 | 10"
    (question,) = taken(text).questions
    assert (question.id, question.guess) == ("layout", "running_totals")
    answered = taken(text, answers={"layout": "incident_list"})
    assert (answered.layout, answered.questions) == ("incident_list", [])
    assert report(answered)["killed"] == 21


def test_growing_rows_without_dates_are_asked_about_too() -> None:
    text = "Killed | Injured\n" + "\n".join(f"{n * 3} | {n * 5}" for n in range(1, 12))
    assert [question.id for question in taken(text).questions] == ["layout"]


def by_country(days: int, heading: str = "Country", figure: str = "Killed") -> str:
    """Deaths of three countries that only grow, day by day."""
    rows = [
        f"2021-01-{day:02} | {name} | {day * step}"
        for step, name in enumerate(("A", "B", "C"), 2)
        for day in range(1, days)
    ]
    return "\n".join([f"Date | {heading} | {figure}", *rows])


@pytest.mark.parametrize("heading", ["Country", "Province", "Village", "Under which rule"])
def test_running_totals_of_several_groups(heading: str) -> None:
    """No figure is the latest of all, and a group is not said to fall below another."""
    intake = taken(by_country(12, heading))
    assert (intake.layout, intake.questions) == ("running_totals", [])
    assert [problem.kind for problem in intake.problems] == []
    assert report(intake)["latest"] is None


def test_few_rows_for_each_group_are_asked_about() -> None:
    (question,) = taken(by_country(6)).questions
    assert (question.id, question.guess) == ("layout", "running_totals")


def test_a_group_among_three_that_does_not_grow_makes_no_running_totals() -> None:
    text = by_country(12).replace("| B | 9", "| B | 1").replace("| B | 3", "| B | 99").replace("| B | 15", "| B | 0")
    assert taken(text).layout == "incident_list"


def test_the_column_of_the_groups_is_their_scope() -> None:
    intake = taken(by_country(12, "Under which rule", "Cumulative deaths"))
    assert intake.mapping["scope"].heading == "Under which rule"
    assert set(intake.records["scope"]) == {"A", "B", "C"}


def test_a_column_as_of_without_any_date_still_says_running_totals() -> None:
    assert taken("As of | Killed\n | 10\n | 12\n | 11").layout == "running_totals"
    assert (
        taken("Date | As of | Killed\n2021-01-02 | | 1\n2021-02-02 | | 0\n2021-02-05 | | 3").layout == "incident_list"
    )


def test_accidents_that_happen_to_grow_are_asked_about() -> None:
    rows = [f"2021-0{n}-05 | {name} | mine | {n}" for n, name in enumerate("ABCABCABC", 1)]
    (question,) = taken("Date | Village | Device | Killed\n" + "\n".join(rows)).questions
    assert question.id == "layout"


@pytest.mark.parametrize(
    ("reason", "text"),
    [
        ("only_objects", "Month | Area cleared | Mines found\n2021-01 | 1200 | 3\n2021-02 | 900 | 5"),
        ("only_missing", "Place | Missing | Displaced\nA | 3 | 10\nB | 4 | 20"),
        ("only_displaced", "Place | Refugees\nA | 10\nB | 20"),
        ("only_survivors", "Place | Survivors\nA | 10\nB | 20"),
        ("only_arrested", "Place | Detained\nA | 10\nB | 20"),
        ("only_affected", "Place | Families affected\nA | 10\nB | 20"),
        ("only_population", "Place | Population\nA | 1000\nB | 2000"),
        ("only_incidents", "Place | Number of incidents\nA | 10\nB | 20"),
        ("only_rate", "Country | Deaths per 100 000\nA | 3\nB | 4"),
        ("no_measure", "Name | Phone | Age\nAaa Bbb | +47 912 34 567 | 30\nCcc Ddd | +47 912 34 568 | 40\nEee Fff | +47 912 34 569 | 50"),
        ("no_measure", "Date | Place\n2021-01-02 | A\n2021-01-03 | B"),
    ],
)  # fmt: skip
def test_a_file_that_counts_nobody_is_refused_with_the_reason(reason: str, text: str) -> None:
    intake = taken(text)
    assert (intake.refused, intake.layout, len(intake.records)) == (f"refused.{reason}", None, 0)


def test_columns_for_counts_with_nothing_in_them_are_no_zero() -> None:
    assert taken("Date | Killed | Injured\n2021-01-02 | | \n2021-01-03 | | ").refused == "refused.no_figures"


def test_a_list_of_the_dead_says_nothing_of_the_injured() -> None:
    found = report(
        taken("Date of death | Sex | Age\n2021-01-02 | male | 30\n2021-02-03 | female | 10\n2021-02-05 | male | 20")
    )
    assert (found["layout"], found["killed"], found["injured"]) == ("line_list", 3, None)


def test_a_list_of_victims_without_an_outcome_is_asked_about() -> None:
    text = "Date | Sex | Age | Device\n2021-01-02 | male | 30 | mine\n2021-02-03 | female | 10 | UXO\n2021-02-05 | male | 20 | mine"
    intake = taken(text)
    assert [question.id for question in intake.questions] == ["everyone"]
    assert (report(intake)["killed"], report(intake)["injured"]) == (None, None)
    answered = report(taken(text, answers={"everyone": "injured"}))
    assert (answered["killed"], answered["injured"], answered["questions"]) == (None, 3, [])
    assert taken(text, answers={"everyone": "no_measure"}).refused == "refused.no_measure"
