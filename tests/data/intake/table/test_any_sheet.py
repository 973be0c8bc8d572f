"""Whatever stands in a sheet, finding tables does not fail, and no filled row gets lost without a word."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.intake.readers import read
from data.intake.table import find_tables
from tests.data.intake.readers import files
from tests.data.intake.table.sheets import HEADINGS, RECORDS, sheet, tables

CELL = st.sampled_from(
    [None, None, "Date", "Killed", "Total", "Agdam", "-", "#date", "#affected+killed", "2021", 2020, 0, 1, 2.5, "1,5",
     date(2021, 1, 5), "5.1.2021", "Source: x", True, " ", "Cəmi"]
)  # fmt: skip
ROWS = st.integers(1, 5).flatmap(
    lambda width: st.lists(st.lists(CELL, min_size=width, max_size=width), min_size=1, max_size=12)
)
RANGE = st.tuples(st.integers(0, 11), st.integers(0, 4), st.integers(0, 3), st.integers(0, 3))


@settings(max_examples=300)
@given(ROWS, st.lists(RANGE, max_size=3))
def test_every_filled_row_is_accounted_for(rows: list[list[Any]], ranges: list[tuple[int, int, int, int]]) -> None:
    merged = tuple(
        (top, left, min(top + down, len(rows) - 1), min(left + right, len(rows[0]) - 1))
        for top, left, down, right in ranges
        if top < len(rows) and left < len(rows[0])
    )
    found = sorted(tables(sheet(rows, merged=merged)), key=lambda table: table.heading_rows)
    seen: list[int] = []
    for table in found:
        assert {len(column) for column in table.columns} <= {len(table.rows)}
        assert len(table.columns) == len(table.headings) == len(table.letters)
        assert len(table.tags) in (0, len(table.columns))
        assert table.rows == sorted(set(table.rows))
        assert set(table.totals or {}) <= set(range(len(table.columns)))
        own = [*table.heading_rows, *table.rows, *(one.row for one in table.excluded)]
        seen += own if table.hxl_row in own or table.hxl_row is None else [*own, table.hxl_row]
    assert len(seen) == len(set(seen))
    if found:
        first = found[0].heading_rows[0]
        filled = {number for number, row in enumerate(rows, 1) if any(cell is not None for cell in row)}
        missing = {number for number in filled if number >= first} - set(seen)
        titles = sum(len(table.title) for table in found)
        assert len(missing) <= titles


SAVED = {
    "xlsx": files.xlsx([["Accidents"], [], HEADINGS, *RECORDS, ["Total", None, 4, 8]]),
    "xls": files.xls([["Accidents"], [], HEADINGS, *RECORDS, ["Total", None, 4, 8]], {date: "yyyy-mm-dd"}),
    "ods": files.ods([["Accidents"], [None], HEADINGS, *RECORDS, ["Total", None, 4, 8]]),
    "csv": "\n".join(
        ";".join("" if cell is None else str(cell) for cell in row)
        for row in [["Accidents"], [], HEADINGS, *RECORDS, ["Total", None, 4, 8]]
    ).encode("utf-16"),
}


@pytest.mark.parametrize("format_", SAVED)
def test_the_same_table_in_every_format(format_: str) -> None:
    (found,) = find_tables(read(SAVED[format_], "x"))
    assert (found.headings, found.heading_rows, found.title) == (HEADINGS, (3,), ["Accidents"])
    assert found.rows == [4, 5, 6, 7, 8]
    assert [str(cell)[:10] for cell in found.columns[0]] == [str(row[0]) for row in RECORDS]
    assert [float(cell) for cell in found.columns[2]] == [row[2] for row in RECORDS]  # type: ignore[arg-type]
    assert found.totals == {2: 4.0, 3: 8.0}
