"""A picture of every sheet shows what was made of it, and nothing that is personal."""

from datetime import date
from typing import Any

import pytest

from data.intake import SheetPicture, take_in
from data.intake.personal_cells import is_contact, is_personal
from tests.data.intake.gallery.build import saved
from tests.data.intake.gallery.exhibit import Sheet
from tests.data.intake.tables import taken

# None of these belongs to anybody: the telephones and the address are those kept for examples.
LIST = [
    ["Accidents 2021", None, None, None, None],
    ["Contact: Testy McTestface", None, "testy@example.org", None, None],
    ["Date", "Victim name", "District", "Killed", "Ratio"],
    [date(2021, 1, 2), "Testa Testsen", "Agdam", 1, 0.1 + 0.2],
    [date(2021, 1, 5), "Testo Testov", "Fuzuli", 2, 0.5],
    [date(2021, 2, 5), "Teste Testdottir", "Agdam", 3, 2.0],
    ["Total", None, None, 6, None],
]
NAMES = ("Test", "McTest", "example.org", "7911")


def picture(*sheets: Sheet) -> list[SheetPicture]:
    return take_in(saved(sheets, "xlsx"), "b.xlsx").pictures


def test_rows_fields_and_what_is_dropped() -> None:
    (found,) = picture(Sheet("List", LIST))
    assert (found.read, found.heading_rows, found.left_out, found.rows) == (True, [3], {7: "totals_row"}, 7)
    assert (found.fields["A"], found.fields["D"], found.personal) == ("date_from", "killed", {"B": "heading"})
    assert found.cells[0] == ["Accidents 2021", "", "", "", ""]
    assert found.cells[3] == ["2021-01-02", "", "Agdam", "1", "0.3"]
    assert found.cells[5] == ["2021-02-05", "", "Agdam", "3", "2"]


def test_nothing_personal_in_any_sheet_read_or_not() -> None:
    refused = [
        ["Date", "Full name", "Phone", "Gizmos"],
        *(["2021-01-02", f"Test{i} McTest", f"+44 7911 12345{i}", i] for i in range(5)),
    ]
    bare = [[f"Testa McTest{'abcdefgh'[i]}", f"+44 7911 12345{i}"] for i in range(8)]
    sheets = Sheet("List", LIST), Sheet("Gizmos", refused, hidden=True), Sheet("Bare", bare)
    for chosen in (sheets, sheets[1:], sheets[2:]):
        intake = take_in(saved(chosen, "xlsx"), "b.xlsx")
        assert [each.name for each in intake.pictures] == [sheet.name for sheet in chosen]
        assert not [
            word
            for word in NAMES
            if word in str([intake.pictures, intake.offers, intake.dropped_personal, intake.refused_params])
        ]
    assert take_in(saved(sheets, "xlsx"), "b.xlsx", sheet="List").pictures[1].personal == {
        "B": "heading",
        "C": "heading",
    }


def test_a_narrowed_reading_still_pictures_the_other_sheets() -> None:
    found = take_in(saved([Sheet("A", LIST), Sheet("B", LIST)], "xlsx"), "b.xlsx", sheet="B").pictures
    assert [(each.name, each.read, each.heading_rows) for each in found] == [("A", False, [3]), ("B", True, [3])]


def test_only_the_first_rows_and_columns_are_kept() -> None:
    rows = [["Date", "Killed", *(f"Column {i}" for i in range(60))]] + [[date(2021, 1, 1), 1, *range(60)]] * 90
    (found,) = picture(Sheet("Wide", rows))
    assert (len(found.cells), len(found.cells[0]), len(found.letters), found.rows, found.columns) == (
        30,
        40,
        40,
        91,
        62,
    )


def test_letters_of_a_crosstab_have_its_measure() -> None:
    (found,) = taken("Killed by mines | | |\nYear | Jan | Feb | Mar\n2019 | 1 | 2 | 3\n2020 | 4 | 5 | 6").pictures
    assert found.fields == {"A": "year", "B": "killed", "C": "killed", "D": "killed"}


@pytest.mark.parametrize(
    "text", ["Aghdam", "Incident no", "Mine accidents in 2021", "2021-01-02", "12 345 678", "AP mine", "Road to Fuzuli"]
)
def test_what_is_not_personal_is_shown(text: str) -> None:
    assert not is_personal(text)
    assert not is_contact(text)


@pytest.mark.parametrize("text", ["testy@example.org", "call +44 7911 123456", "Testova Testa Testovna"])
def test_what_is_personal_wherever_it_stands(text: str) -> None:
    assert is_personal(text)


def test_a_list_without_headings_gives_no_telephone_for_one() -> None:
    """Its first row is taken for headings, and stands in no column that would be known as personal."""
    names = [f"Test{end} Testsen" for end in ("alo", "emi", "ira", "oten", "uvel", "ysor", "adun", "eka")]
    _, found = picture(Sheet("List", LIST), Sheet("Numbers", [[name, "+994501234567"] for name in names]))
    assert not any(cell.startswith(("+994", "Test")) for row in found.cells for cell in row)


def test_a_line_above_the_table_with_a_telephone_is_kept_nowhere() -> None:
    lines: list[Any] = [["Casualties of 2021"], ["Casualties, telephone +994 50 123 45 67"], [], *LIST[2:]]
    found = take_in(saved([Sheet("List", lines)], "xlsx"), "b.xlsx")
    assert found.title == ["Casualties of 2021"]
