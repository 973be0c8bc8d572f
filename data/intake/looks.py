"""The little that is kept of a workbook when its cells are let go: its first rows, and rows that are no records."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from data.intake.picture import MOST_ROWS
from data.intake.readers import Cell, Sheet, Workbook
from data.intake.table import Table, Told, find_tables

_LOOKED_AT = 500  # rows of a sheet that was not searched for tables, to see what is personal in it
_MOST_KEPT = 5_000  # rows that are no records


@dataclass(frozen=True, eq=False)
class Look:
    """The first rows of a sheet and the tables in it; of a sheet that is not read those of its first rows."""

    name: str
    hidden: bool
    rows: int
    columns: int
    cells: list[list[Cell]]
    tables: list[Table]
    sample: list[list[Cell]]  # of a sheet without a table: its columns, to see what is personal


@dataclass(frozen=True, eq=False)
class Looks:
    """One look per sheet; `others`: (sheet, row) -> cells of rows that no table holds: headings, totals, notes."""

    sheets: list[Look]
    others: Mapping[tuple[str, int], list[Cell]] = field(default_factory=dict)


def look_at(workbook: Workbook, tables: Sequence[Table], told: Told) -> Looks:
    """`tables` are those that were found where the file is read."""
    searched = {table.sheet for table in tables}
    looks = []
    for sheet in workbook.sheets:
        short = _short(sheet)
        own = [table for table in tables if table.sheet == sheet.name]
        if sheet.name not in searched:
            near = {name: rows for name, rows in told.heading_rows.items() if rows[-1] <= len(short.rows)}
            own = find_tables(replace(workbook, sheets=[short]), None, Told(near))
        own.sort(key=lambda table: table.heading_rows[0])
        looks.append(
            Look(
                sheet.name, sheet.hidden, len(sheet.rows), len(sheet.columns), sheet.rows[:MOST_ROWS], own,
                [] if own else short.columns,
            )
        )  # fmt: skip
    return Looks(looks, _others(workbook, [table for look in looks for table in look.tables]))


def _short(sheet: Sheet) -> Sheet:
    return replace(sheet, columns=[column[:_LOOKED_AT] for column in sheet.columns])


def _others(workbook: Workbook, tables: Sequence[Table]) -> dict[tuple[str, int], list[Cell]]:
    sheets = {sheet.name: sheet for sheet in workbook.sheets}
    rows = dict.fromkeys(
        (table.sheet, row) for table in tables for row in [*table.heading_rows, *(e.row for e in table.excluded)]
    )
    return {(name, row): sheets[name].rows[row - 1] for name, row in list(rows)[:_MOST_KEPT]}
