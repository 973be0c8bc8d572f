"""Columns as the file has them: the cells that a correction changed are put back, so that nothing is lost."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from data.intake.cells.uniques import Cells
from data.intake.joining import Joined
from data.intake.mapping.columns import Column
from data.intake.mending import Place
from data.intake.readers import Cell


def restored(columns: Sequence[Column], joined: Joined, before: Mapping[Place, Cell]) -> list[Column]:
    """`before`: what stood at a place. A row of a crosstab stands in several rows of its table."""
    if not before:
        return list(columns)
    wanted = {(sheet, row) for sheet, row, _ in before}
    rows = [
        (at, place) for at, place in enumerate(zip(joined.sheets, joined.table.rows, strict=True)) if place in wanted
    ]
    return [_restored(column, rows, before) for column in columns]


def _restored(column: Column, rows: Sequence[tuple[int, tuple[str, int]]], before: Mapping[Place, Cell]) -> Column:
    old = {at: before[place] for at, (sheet, row) in rows if (place := (sheet, row, column.letter_at(at))) in before}
    if not old:
        return column
    cells = list(column.cells)
    for at, cell in old.items():
        cells[at] = cell
    return replace(column, cells=Cells(cells))
