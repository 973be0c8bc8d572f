"""Sheets for the tests of finding tables, written as a person sees them."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from data.intake.readers import Sheet, Workbook
from data.intake.table import Table, find_tables

HEADINGS = ["Date", "District", "Killed", "Injured"]
RECORDS = [
    [date(2021, 1, 5), "Agdam", 1, 2],
    [date(2021, 1, 9), "Fuzuli", 0, 1],
    [date(2021, 2, 3), "Agdam", 2, 0],
    [date(2021, 2, 27), "Lachin", 0, 4],
    [date(2021, 3, 30), "Tartar", 1, 1],
]
BLANK: list[Any] = []


def sheet(rows: Sequence[Sequence[Any]], name: str = "Data", **facts: Any) -> Sheet:
    width = max((len(row) for row in rows), default=0)
    columns = [[row[place] if place < len(row) else None for row in rows] for place in range(width)]
    return Sheet(name, columns, **facts)


def workbook(*sheets: Sheet) -> Workbook:
    return Workbook("xlsx", list(sheets))


def tables(*sheets: Sheet) -> list[Table]:
    return find_tables(workbook(*sheets))


def table(rows: Sequence[Sequence[Any]], **facts: Any) -> Table:
    """The best table of one sheet."""
    return tables(sheet(rows, **facts))[0]


def records_of(found: Table) -> list[list[Any]]:
    return [list(row) for row in zip(*found.columns, strict=True)]


def excluded_of(found: Table) -> list[tuple[int, str]]:
    return [(excluded.row, excluded.reason) for excluded in found.excluded]


def many(count: int) -> list[list[Any]]:
    places = ["Agdam", "Fuzuli", "Lachin"]
    return [[date(2020, 1, 1) + timedelta(days=n), places[n % 3], n % 2, 1 + n % 4] for n in range(count)]
