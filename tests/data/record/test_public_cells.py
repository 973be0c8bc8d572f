"""Which cells of a row everybody sees: those of public fields, where they say nothing beside them."""

from typing import Any

import pytest

from data.intake.showable import showable
from data.record.public_cells import public_letters, split


def column(heading: str, letter: str) -> dict[str, Any]:
    return {"heading": heading, "column": letter, "confidence": 1.0}


MAPPING = {
    "killed": column("Killed", "B"),
    "injured": column("Injured + Wounded", "C + D"),
    "place": column("Place", "E"),
    "latitude": column("Lat", "F"),
    "age": column("Age", "G"),
}
RAW = {
    "sheet": "One", "row": "2", "Killed": "1", "Injured": "2", "Wounded": "", "Place": "Field A", "Lat": "40.1",
    "Age": "34", "Notes": "a note", "Other": "",
}  # fmt: skip


def test_only_columns_of_public_fields_are_shown_and_blank_cells_are_not_counted_as_kept() -> None:
    cells = split(RAW, [MAPPING])
    assert [(one.heading, one.text) for one in cells.shown] == [
        ("Killed", "1"), ("Injured", "2"), ("Wounded", ""), ("Place", "Field A"),
    ]  # fmt: skip
    assert [one.heading for one in cells.kept] == ["Lat", "Age", "Notes"]


def test_without_a_mapping_nothing_is_shown() -> None:
    assert split(RAW, []).shown == split(RAW, [{}]).shown == ()


def test_every_reading_of_the_file_must_agree() -> None:
    other = {key: value for key, value in MAPPING.items() if key != "place"}
    assert "Place" not in [one.heading for one in split(RAW, [MAPPING, other]).shown]
    assert set(public_letters([MAPPING, other])) == {"B", "C", "D"}


def test_a_heading_that_stands_twice_is_told_by_its_letter() -> None:
    raw = {"Killed (B)": "1", "Killed (H)": "some words"}
    cells = split(raw, [{"killed": column("Killed", "B")}])
    assert [one.text for one in cells.shown] == ["1"]
    assert [one.text for one in cells.kept] == ["some words"]


@pytest.mark.parametrize(
    ("field", "text"),
    [("killed", "2-3"), ("killed.civilian", "less than 5"), ("injured_min", "4"), ("month", "May"),
     ("date_from", "12.05.2020 - 13.06.2020"), ("source_url", "https://example.org/1107102978/x"),
     ("status", "civilian"), ("device", "anti-tank mine TM-62"), ("age_group", "18-59"), ("place", ""),
     ("reported_in", "Daily (20 Sep 2023)")],
)  # fmt: skip
def test_a_cell_that_says_what_its_column_is_for_is_shown(field: str, text: str) -> None:
    assert showable(field, text)


@pytest.mark.parametrize(
    ("field", "text"),
    [("killed", "1 (Person One)"), ("killed", "Person One"), ("status", "Person One"), ("age_group", "34"),
     ("place", "call +00 000 00 00 00"), ("place", "someone@example.org"), ("place", "word " * 60),
     ("source_url", "mailto:someone@example.org"), ("source_url", "javascript:alert(1)"), ("month", "said by Person")],
)  # fmt: skip
def test_a_cell_that_says_more_is_kept(field: str, text: str) -> None:
    assert not showable(field, text)


@pytest.mark.parametrize(
    "text",
    ["18 February, year not given (2021 or 2022)", "Unknown", "05.06.2020 (Monday)", "14 may 2021-ci il", "Q1 2020",
     "12.05.2020 - 13.06.2020", "spring 2021", "Between May and June 2021"],
)  # fmt: skip
def test_what_is_written_of_a_date_is_shown(text: str) -> None:
    assert showable("date_text", text)
    assert showable("date_from", text)


@pytest.mark.parametrize("text", ["2 May 2024 (Person One)", "Person One", "Surname 2020", "2 May 2024, Surname"])
def test_a_name_beside_a_date_is_kept(text: str) -> None:
    assert not showable("date_text", text)
    assert not showable("date_from", text)
