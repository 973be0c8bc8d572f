"""Numbers that are no people: running numbers, years, classes, and the severity of a whole accident."""

import pytest

from data.intake.report import report
from tests.data.intake.tables import taken

OUTCOMES = ("killed", "injured", "injured", "killed", "injured", "injured")


def people(heading: str, numbers: str, *more: str) -> str:
    """Six victims of three accidents, with a column of numbers."""
    rows = [
        f"{number} | I-{at // 2} | 2021-0{at // 2 + 1}-05 | {outcome} | {' | '.join(more)}"
        for at, (number, outcome) in enumerate(zip(numbers.split(), OUTCOMES, strict=True))
    ]
    return "\n".join([f"{heading} | Incident ID | Date | Outcome | Device", *rows])


@pytest.mark.parametrize(
    ("heading", "numbers"),
    [
        ("Victims", "1 2 1 2 1 2"),
        ("№ пострадавшего", "1 2 1 2 1 2"),
        ("No. of injured person", "1 2 3 4 5 6"),
        ("Persons", "2019 2020 2019 2021 2020 2019"),
    ],
)
def test_such_numbers_are_not_added(heading: str, numbers: str) -> None:
    found = report(taken(people(heading, numbers, "mine")))
    assert (found["killed"], found["injured"], found["questions"]) == (2, 4, [])


def test_a_number_whose_words_are_not_known_is_asked_about_and_not_added() -> None:
    found = report(taken(people("Casualty zonk decile", "3 1 3 7 7 1", "mine")))
    assert [(each["id"], each["guess"]) for each in found["questions"]] == [("people:Casualty zonk decile", "no_count")]
    assert (found["killed"], found["injured"]) == (2, 4)


def test_the_severity_of_a_crash_is_not_that_of_its_casualties() -> None:
    text = (
        "Date | Collision severity | Number of casualties\n2021-01-02 | 1 | 3\n2021-01-03 | 2 | 2\n2021-01-04 | 3 | 4"
    )
    found = report(taken(text))
    assert (found["killed"], found["injured"], found["not_split"], found["questions"]) == (None, None, 9, [])


def test_accidents_with_dead_are_no_list_of_people() -> None:
    text = "Fecha | Gravedad\n2021-01-02 | Con muertos\n2021-01-03 | Con heridos\n2021-01-04 | Con heridos"
    assert taken(text).refused == "refused.no_measure"


def test_spans_of_one_start_are_running_totals() -> None:
    text = "From | To | Killed\n2022-02-24 | 2022-03-01 | 5\n2022-02-24 | 2022-03-08 | 9\n2022-02-24 | 2022-03-15 | 14"
    found = report(taken(text))
    assert (found["layout"], found["killed"]) == ("running_totals", None)
    spelled = "Period | Killed\n24.02-01.03.2022 | 5\n24.02-08.03.2022 | 9\n24.02-15.03.2022 | 14"
    found = report(taken(spelled))
    assert (found["layout"], found["killed"]) == ("running_totals", None)
