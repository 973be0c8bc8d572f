"""The table of a map: the districts by number, the largest first, with their share of those that are known."""

from typing import Any

from charts.crossed.crossing import Crossing
from charts.crossed.table import cross_table, share_base
from charts.shares import share
from charts.view import Column, Table


def map_table(table: Crossing, by_year: bool, words: Any) -> Table:
    """One row per district, the unknown last, then the sum; with a column per year if asked."""
    if by_year:
        return cross_table(table, words)
    total = table.what if table.what != "casualties" else "total"
    base = share_base(table)
    columns = [
        Column("district", words.say("field.district")),
        Column(total, words.say(f"cross.of.{table.what}"), "number"),
        Column("share", words.say("cross.share")),
    ]
    if table.what != "records":
        columns.append(Column("records", words.say("charts.column.records"), "number"))
    rows, picks = [], []
    for row, records in zip(table.rows, table.records, strict=True):
        told = share(row.total.known, base, words) if base and not row.grey and row.total.n is not None else ""
        cells: tuple[Any, ...] = (row.name, row.total, told, records)
        rows.append(cells[: len(columns)])
        picks.append((table.pick(row, None),) * len(columns))
    rows.append((words.say("cross.total"), table.whole, "", sum(table.records))[: len(columns)])
    picks.append(("",) * len(columns))
    return Table.of(columns, rows, picks=tuple(picks))
