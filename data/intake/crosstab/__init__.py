"""Crosstabs: a table whose columns are months, years or districts becomes one row per cell, a total of its period."""

from collections.abc import Collection, Sequence
from dataclasses import replace

import numpy as np

from data.intake.crosstab.axis import Axis, Measured, axis_of
from data.intake.crosstab.totals import agreement
from data.intake.readers import Cell
from data.intake.table import Table

__all__ = ["unpivoted"]

_UNNAMED = "#affected+total"  # a measure whose heading is only the period: what it counts is said by a title, or asked


def unpivoted(table: Table, ignored: Collection[int] = ()) -> Table:
    """The table with one row per cell of its crosstab; any other table as it is.

    Every row keeps its row number, and `origins` the letter of the column that its figure stands in. A month that no
    row has a figure for (the rest of an unfinished year) is left out; any other blank cell stays a row without figure.
    Columns that a person ignores are no part of it.
    """
    whole, table = table, _without(table, ignored) if ignored else table
    axis = axis_of(table)
    values = [value for value in axis.values if _given(axis, value)] if axis else []
    if axis is None or not values:
        return whole
    kept = [at for at in range(len(table.columns)) if at not in axis.columns and at not in axis.totals]
    letters = [_letters(table, measured, values) for measured in axis.measures]
    origins = {f"{each[0]}:{each[-1]}": each * len(table.rows) for each in letters}
    span = f"{table.letters[min(axis.columns)]}:{table.letters[max(axis.columns)]}"
    return replace(
        table,
        headings=[*(table.headings[at] for at in kept), f"{values[0]} – {values[-1]}",
                  *(measured.name for measured in axis.measures)],
        letters=[*(table.letters[at] for at in kept), span, *origins],
        tags=[*((table.tags[at] if table.tags else "") for at in kept), axis.tag,
              *("" if measured.name else _UNNAMED for measured in axis.measures)],
        rows=[row for row in table.rows for _ in values],
        columns=[*([cell for cell in table.columns[at] for _ in values] for at in kept), [*values] * len(table.rows),
                 *(_cells(table, measured, values) for measured in axis.measures)],
        totals=None,
        crosstab=True,
        periods=len(kept),
        origins=origins,
        findings=[*table.findings, *agreement(table, axis)],
    )  # fmt: skip


def _without(table: Table, ignored: Collection[int]) -> Table:
    left = [at for at in range(len(table.columns)) if at not in ignored]
    return replace(
        table,
        headings=[table.headings[at] for at in left],
        letters=[table.letters[at] for at in left],
        tags=[table.tags[at] for at in left] if table.tags else [],
        columns=[table.columns[at] for at in left],
        totals=None,
        ignored=frozenset(name for at in ignored for name in (table.headings[at], table.letters[at])),
    )


def _given(axis: Axis, value: str) -> bool:
    """Has any row a figure for this month, year or district?"""
    columns = [measured.columns[value] for measured in axis.measures if value in measured.columns]
    return any(not np.isnan(axis.counts[column]).all() for column in columns)


def _cells(table: Table, measured: Measured, values: Sequence[str]) -> list[Cell]:
    places = [measured.columns.get(value) for value in values]
    rows = range(len(table.rows))
    return [None if place is None else table.columns[place][row] for row in rows for place in places]


def _letters(table: Table, measured: Measured, values: Sequence[str]) -> list[str]:
    """The letter of each value's column; where a measure has none for a value, that of its first column."""
    places = [measured.columns.get(value) for value in values]
    first = min(measured.columns.values())
    return [table.letters[first if place is None else place] for place in places]
