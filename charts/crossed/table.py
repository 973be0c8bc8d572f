"""The table of a cross tabulation: every row and column, their sums, and shares of what is known."""

from typing import Any

from charts.crossed.crossing import Crossing, Place
from charts.shares import share
from charts.view import Column, Table
from data.fields import OUTCOMES
from data.summaries.axes import TIMES
from data.summaries.columns import COUNT_FIELDS


def cross_table(table: Crossing, words: Any) -> Table:
    """Rows, columns and sums."""
    base = share_base(table)
    field = Column(table.row_field, words.say(f"field.{table.row_field}"))
    columns = [field, *_columns(table)]
    total = table.what if table.what != "casualties" else "total"
    taken = {column.key for column in columns}
    columns.append(Column(total if total not in taken else "total", words.say("cross.total"), "number"))
    if base is not None:
        columns.append(Column("share", words.say("cross.share")))
    if table.what != "records":
        columns.append(Column("records", words.say("charts.column.records"), "number"))
    rows, picks = [], []
    for r, row in enumerate(table.rows):
        cells: list[Any] = [row.name, *table.cells[r], row.total]
        own = table.pick(row, None)
        own_picks = [own, *(table.pick(row, column) for column in table.columns), own]
        if base is not None:
            cells.append("" if row.grey or row.total.n is None else share(row.total.known, base, words))
            own_picks.append(own)
        if table.what != "records":
            cells.append(table.records[r])
            own_picks.append(own)
        rows.append(tuple(cells))
        picks.append(tuple(own_picks))
    rows.append(_sums(table, words, len(columns)))
    picks.append(
        ("", *(table.pick(None, column) for column in table.columns), *[""] * (len(columns) - 1 - len(table.columns)))
    )
    return Table.of(columns, rows, picks=tuple(picks))


def _columns(table: Crossing) -> list[Column]:
    """A column per value; two sources of one name keep apart by their keys."""
    names = [place.name for place in table.columns]
    return [
        Column(
            _key(table, place), place.name if names.count(place.name) == 1 else f"{place.name} ({place.key})", "number"
        )
        for place in table.columns
    ]


def _key(table: Crossing, place: Place) -> str:
    plain = table.column_field == "outcome" and table.what != "records" and place.key in OUTCOMES
    return place.key if plain else f"{table.column_field}.{place.key}"


def _sums(table: Crossing, words: Any, width: int) -> tuple[Any, ...]:
    row: list[Any] = [words.say("cross.total"), *(column.total for column in table.columns), table.whole]
    return (*row, *[""] * (width - len(row)))


def share_base(table: Crossing) -> float | None:
    """The sum over the rows that are known; None where a record stands in several rows."""
    if table.what == "records" and table.row_field in (*COUNT_FIELDS, *TIMES):
        return None
    return sum(row.total.known for row in table.rows if not row.grey) or None
