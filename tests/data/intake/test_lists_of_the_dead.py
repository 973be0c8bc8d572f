"""Lists in which every row is a dead person, though no column says what became of anybody."""

from typing import Any

import pytest

from data.intake import Intake, take_in
from data.intake.report import report
from tests.data.intake.tables import content, taken

PEOPLE = "Date | Sex | Age\n2021-01-02 | male | 30\n2021-02-03 | female | 10\n2021-02-05 | male | 20"


def called(name: str, text: str, **given: Any) -> Intake:
    return take_in(content(text), name, **given)


def with_column(heading: str, *cells: str) -> str:
    return "\n".join(f"{line} | {cell}" for line, cell in zip(PEOPLE.splitlines(), (heading, *cells), strict=True))


def told(intake: Intake) -> tuple[Any, ...]:
    found = report(intake)
    return found["layout"], found["killed"], found["injured"], [question["id"] for question in found["questions"]]


@pytest.mark.parametrize(
    "text",
    [
        with_column("Type", "Homicídio", "Feminicídio", "Roubo com resultado morte"),
        with_column("Cause", "Cause of death: gunfire", "Cause of death: fall", "Cause of death: fire"),
        with_column("Cause of death", "gunfire", "fall", "fire"),
        "deathConfirmedDate | Region\n" + "\n".join(f"2021-01-{day:02} | A" for day in range(1, 21)) + "\n | B",
    ],
)
def test_a_cause_or_a_date_of_death_settles_it(text: str) -> None:
    assert told(taken(text)) == ("line_list", len(text.splitlines()) - 1, None, [])


@pytest.mark.parametrize(
    "name", ["town_murders.csv", "homicidios-2021.csv", "20240413killed-in-b.csv", "fatalities.csv"]
)
def test_a_name_of_a_file_alone_is_asked_about(name: str) -> None:
    intake = called(name, PEOPLE)
    (question,) = intake.questions
    assert (question.id, question.guess, question.evidence) == ("everyone", "killed", (name,))
    assert (report(intake)["killed"], report(intake)["injured"]) == (None, None)
    assert told(called(name, PEOPLE, answers={"everyone": "killed"})) == ("line_list", 3, None, [])


@pytest.mark.parametrize("name", ["table.csv", "killed_and_injured.csv", "inspections.csv"])
def test_other_names_say_nothing(name: str) -> None:
    assert called(name, PEOPLE).refused == "refused.no_measure"


@pytest.mark.parametrize(
    "text",
    [
        "Sex | Age | Type | Number\nmale | 30 | Homicide | 4\nfemale | 30 | Homicide | 7\nmale | 40 | Homicide | 4",
        "Area | Type | Value\nA | Homicide | 4\nB | Homicide | 7\nC | Homicide | 4",
        "Area | Year | Murder rate\nA | 2020 | 1.5\nB | 2020 | 2.5\nC | 2020 | 2.5",
    ],
)  # fmt: skip
def test_a_row_that_counts_is_no_dead_person(text: str) -> None:
    found = report(called("homicides.csv", text))
    assert found["layout"] is None or found["killed"] is None
    assert "everyone" not in [question["id"] for question in found["questions"]]


def test_without_a_heading_both_killed_and_injured_must_be_named() -> None:
    dead = "Date | Place | Event\n2021-01-02 | A | fatal\n2021-01-03 | B | fatal\n2021-01-04 | C | fatal"
    assert told(taken(dead))[:3] != ("line_list", 3, 0)
    assert told(taken(dead.replace("B | fatal", "B | injured")))[:3] == ("line_list", 2, 1)
