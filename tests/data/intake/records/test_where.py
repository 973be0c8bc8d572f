"""Districts: as codes, as a person explained them, and named where a file that is mostly ours has one that is not."""

import pytest

from data.intake import Intake
from data.intake.answers import worth_keeping
from tests.data.intake.tables import taken

ROWS = ["Date | District | Killed", "2021-03-05 | Ağdam | 1", "2021-03-07 | Füzuli | 1", "2021-03-09 | Tərtər | 0"]


def read(*names: str, **given: object) -> Intake:
    return taken("\n".join([*ROWS, *(f"2021-04-{day:02} | {name} | 1" for day, name in enumerate(names, 1))]), **given)


def unknown(intake: Intake) -> list[tuple[str | None, str | None, int]]:
    return [
        (each.value, each.suggestion, each.params["count"])
        for each in intake.problems
        if each.kind == "place_not_understood"
    ]


def test_one_finding_for_each_name_with_what_it_resembles() -> None:
    assert unknown(read("Agdamm", "Elsewhere", "Agdamm")) == [("Agdamm", "AZ-AGM", 2), ("Elsewhere", None, 1)]


def test_blank_districts_are_none() -> None:
    assert unknown(read("", "")) == []


def test_places_of_another_country_are_not_ours_misspelt() -> None:
    assert unknown(read("Alphaland", "Betaland", "Gammaland", "Agdamm")) == []


def test_what_a_person_confirmed_is_used_and_kept() -> None:
    answers = {"words:district": {"Agdamm": "AZ-AGM", "Elsewhere": "no such code"}}
    intake = read("Agdamm", "Elsewhere", answers=answers)
    assert list(intake.records["district"]) == ["AZ-AGM", "AZ-FUZ", "AZ-TAR", "AZ-AGM", "Elsewhere"]
    assert intake.records["district_text"].iat[3] == "Agdamm"
    assert unknown(intake) == [("Elsewhere", None, 1)]
    assert intake.answers == {"words:district": "given"}
    assert worth_keeping(answers) == answers


def test_what_is_remembered_is_used() -> None:
    intake = read("Agdamm", remembered=lambda signature: {"words:district": {"Agdamm": "AZ-AGM"}})
    assert intake.records["district"].iat[3] == "AZ-AGM"
    assert intake.answers == {"words:district": "remembered"}


@pytest.mark.parametrize(
    ("day", "early"), [("2021-03-05", 1), ("2023-12-04", 1), ("2023-12-05", 0), ("2023", 0), ("", 0)]
)
def test_a_district_that_was_none_yet(day: str, early: int) -> None:
    text = f"Date | District | Killed\n2024-01-05 | Ağdərə | 0\n{day} | Ağdərə | 1\n2024-03-05 | Füzuli | 1"
    found = [each for each in taken(text).problems if each.kind == "district_not_yet"]
    assert [(each.row, each.column, each.value) for each in found] == [(3, "B", "Ağdərə")] * early
