"""What stands in a workbook arrives as it stood there: place, type, merged ranges, hidden sheets and columns."""

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from data.intake.readers import read
from tests.data.intake.readers import files

ROWS = [
    ["Date", "District", "Killed", "Share", "At", "Seen"],
    [date(2021, 3, 5), "Ağdam, Şuşa", 1, 0.25, datetime(2021, 3, 5, 14, 30), True],
    [None, None, None, None, None, None],
    [date(2022, 12, 31), "Физули", 12, -1.5, datetime(1999, 1, 1, 0, 0, 1), False],
]
MADE = {
    "xlsx": files.xlsx(ROWS),
    "xls": files.xls(ROWS, {date: "yyyy-mm-dd", datetime: "yyyy-mm-dd hh:mm:ss"}),
    "ods": files.ods(ROWS),
}


@pytest.mark.parametrize("format_", MADE)
def test_types_survive(format_: str) -> None:
    workbook = read(MADE[format_], "no_matter.pdf")
    assert workbook.format == format_
    assert [sheet.name for sheet in workbook.sheets] == ["Sheet"]
    rows = workbook.sheets[0].rows
    assert [[_day(cell) for cell in row] for row in rows] == ROWS
    assert type(rows[1][5]) is bool
    assert type(rows[1][4]) is datetime


def _day(cell: Any) -> Any:
    """A date typed as midnight is that date: pandas writes dates so into ods."""
    return cell.date() if isinstance(cell, datetime) and cell.time() == time() else cell


def test_all_sorts_of_cells() -> None:
    row = ["text", 7, time(13, 25, 52), timedelta(hours=30), "=1/0", -3, "  ", "\u00a0", "'", "1,5", "𝄞 ə"]
    assert read(files.xlsx([row]), "").sheets[0].rows == [
        ["text", 7.0, time(13, 25, 52), timedelta(hours=30), None, -3.0, None, None, "'", "1,5", "𝄞 ə"]
    ]


def test_days_of_the_1904_system() -> None:
    def count_from_1904(workbook: Any) -> None:
        workbook.epoch = datetime(1904, 1, 1)

    content = files.xlsx([[date(2021, 3, 5)]], change=count_from_1904)
    assert b"42798" in files.sheet_xml(content)  # 44260 in the 1900 system
    assert read(content, "").sheets[0].rows == [[date(2021, 3, 5)]]


def test_rows_and_columns_keep_their_places() -> None:
    def far_from_the_corner(workbook: Any) -> None:
        workbook.active["C4"], workbook.active["E6"] = "Killed", 3

    rows = read(files.xlsx([], change=far_from_the_corner), "").sheets[0].rows
    assert rows == [[None] * 5] * 3 + [[None, None, "Killed", None, None], [None] * 5, [None] * 4 + [3.0]]


def test_merged_ranges_and_what_is_hidden() -> None:
    def change(workbook: Any) -> None:
        sheet = workbook.active
        sheet.merge_cells("B1:C1")
        sheet.merge_cells("A2:A3")
        sheet.column_dimensions["B"].hidden = True
        workbook.create_sheet("Codes").sheet_state = "hidden"
        workbook.create_sheet("Names").sheet_state = "veryHidden"

    workbook = read(files.xlsx([["a", "b", "c"], ["d", "e", "f"], ["g", "h", "i"]], change=change), "")
    assert [sheet.hidden for sheet in workbook.sheets] == [False, True, True]
    first = workbook.sheets[0]
    assert set(first.merged) == {(0, 1, 0, 2), (1, 0, 2, 0)}
    assert first.hidden_columns == (1,)
    assert workbook.sheets[1].rows == []


def test_a_sheet_of_a_diagram_is_no_sheet_of_cells() -> None:
    workbook = read(files.xlsx([["a"]], change=lambda made: made.create_chartsheet("Diagram")), "")
    assert [sheet.name for sheet in workbook.sheets] == ["Sheet"]


def test_more_rows_than_one_block_and_progress() -> None:
    rows = [[f"A{number}", number, None if number % 3 else "x"] for number in range(45_000)]
    seen: list[tuple[int, int]] = []
    workbook = read(files.xlsx(rows), "", progress=lambda done, total: seen.append((done, total)))
    assert workbook.sheets[0].rows == rows
    assert seen[-1] == (45_000, 45_000)
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)
    assert len(seen) >= 3
