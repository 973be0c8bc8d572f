"""Figures of rows and their sums, and what else than figures tells a row."""

import math
from collections import Counter
from itertools import compress

from data.intake.readers import Cell
from data.intake.table.body import Body
from data.intake.table.cell_kinds import kind_of, number_of


def describes(body: Body, column: int, cell: Cell) -> bool:
    """Whether a cell says what the row is (a text, a date, a year) rather than how many."""
    return cell is not None and (kind_of(cell) in ("text", "date") or body.usual(column) in ("text", "date"))


def records_but(body: Body, others: set[int]) -> list[bool]:
    records = [True] * len(body)
    for position in others:
        records[position] = False
    return records


def figures_of(body: Body, position: int) -> dict[int, float]:
    """column -> number of one row, for the columns of figures."""
    return {
        column: number
        for column, cell in enumerate(body.row(position))
        if body.holds_figures(column) and (number := number_of(cell)) is not None
    }


def same(first: float, second: float) -> bool:
    return math.isclose(first, second, rel_tol=1e-9, abs_tol=1e-6)


def sum_of(body: Body, column: int, records: list[bool]) -> float:
    cells = compress(body.columns[column], records)
    return math.fsum((number_of(cell) or 0.0) * count for cell, count in Counter(cells).items() if cell is not None)


def counts(body: Body, column: int) -> bool:
    """Whether a column of figures holds whole numbers from 0 up alone: no rates, percentages or changes."""
    numbers = (number_of(cell) for cell in set(body.columns[column]))
    return all(number >= 0 and number.is_integer() for number in numbers if number is not None)
