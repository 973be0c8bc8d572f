"""Beside outcomes: which column of numbers says how many people a row stands for, and when it is asked."""

from data.intake.report import report
from tests.data.intake.tables import taken

ROWS = [("A", "killed", 7), ("A", "injured", 40), ("B", "killed", 5), ("B", "injured", 33), ("C", "killed", 5),
        ("C", "injured", 52), ("D", "killed", 9), ("D", "injured", 61)]  # fmt: skip


def table(heading: str, more: str = "") -> str:
    lines = [f"Place | Outcome | {heading}{' | Age' if more else ''}"]
    return "\n".join(lines + [f"{place} | {outcome} | {n}{more and f' | {n}'}" for place, outcome, n in ROWS])


def test_a_frequency_is_a_number_of_people() -> None:
    found = report(taken(table("Freq")))
    assert (found["killed"], found["injured"], found["questions"]) == (26, 186, [])


def test_a_number_of_accidents_beside_outcomes_is_asked_about() -> None:
    intake = taken(table("accident_count"))
    (question,) = intake.questions
    assert (question.id, question.guess, question.evidence) == ("people:accident_count", "count", ("212",))
    assert report(taken(table("accident_count"), answers={question.id: "count"}))["killed"] == 26


def test_numbers_that_nothing_explains_are_asked_about_and_not_counted_before() -> None:
    found = report(taken(table("Gizmos")))
    assert (found["killed"], [each["id"] for each in found["questions"]]) == (4, ["people:Gizmos"])
    assert report(taken(table("Gizmos"), answers={"people:Gizmos": "count"}))["killed"] == 26


def test_a_list_of_people_with_ages_is_not_asked_about() -> None:
    assert taken(table("Gizmos", more="age")).questions == []


def test_numbers_of_units_are_no_people() -> None:
    assert taken(table("Unit number")).questions == []
    assert taken(table("codigodanearea")).questions == []
