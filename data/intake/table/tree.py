"""Rows that are the sums of the block of rows next to them, again and again: country, regions, districts."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from data.intake.table.adding import counts, describes
from data.intake.table.body import Body
from data.intake.table.cell_kinds import number_of

_MOST_ROWS = 5_000  # a longer table is a register, and no table of a tree of places
_FEWEST_ADDENDS = 2
_FEWEST_BLOCKS = 2
_FEWEST_BLOCKS_OF_ONE_COLUMN = 3
# One over the chance that figures of this size equal the sums by accident: the product of the figures of all sums.
_SURE = math.log(1e6)


@dataclass(frozen=True, slots=True, eq=False)
class _Sum:
    """A row with the places of its addends among all rows, and how unlikely it is by accident (a logarithm)."""

    at: int
    addends: list[int]
    weight: float
    columns: int


def sums_of_blocks(body: Body, left_out: set[int]) -> list[int]:
    """Positions of rows that equal the sum of the rows right below them, or right above, in every column of counts.

    Only where that happens several times, with figures too large for an accident, and in most of the table.
    """
    rows = [at for at in range(len(body)) if at not in left_out]
    if not _FEWEST_BLOCKS * (_FEWEST_ADDENDS + 1) <= len(rows) <= _MOST_ROWS:
        return []
    columns = [column for column in range(len(body.columns)) if _adds_up(body, column, rows)]
    if not columns:
        return []
    figures = np.array([[number_of(body.columns[column][at]) or 0.0 for column in columns] for at in rows])
    named = _named(body, rows)
    for order in (range(len(rows)), range(len(rows) - 1, -1, -1)):
        found = _sums(figures[list(order)], [named[at] for at in order])
        if _is_a_tree(found, len(rows)):
            return sorted(rows[order[each.at]] for each in found)
    return []


def _adds_up(body: Body, column: int, rows: Sequence[int]) -> bool:
    """Whether a column holds counts: no years, no rates, no numbers of the rows (1, 2, 3)."""
    if body.usual(column) != "number" or not counts(body, column):
        return False
    numbers = [number_of(body.columns[column][at]) for at in rows]
    stated = [number for number in numbers if number is not None]
    return any(stated) and stated != [stated[0] + place for place in range(len(stated))]


def _named(body: Body, rows: Sequence[int]) -> list[bool]:
    """Which rows are told by one text that no other row has, and by no date: as a sum of places is."""
    texts: list[str | None] = []
    for at in rows:
        row = body.row(at)
        told = [column for column, cell in enumerate(row) if describes(body, column, cell)]
        one = len(told) == 1 and body.usual(told[0]) == "text"
        texts.append(str(row[told[0]]) if one else None)
    often = Counter(texts)
    return [text is not None and often[text] == 1 for text in texts]


def _sums(figures: np.ndarray, named: Sequence[bool]) -> list[_Sum]:
    """The sums among rows in the order in which a sum stands before its addends, from the innermost outwards."""
    found: list[_Sum] = []
    units: list[int] = []  # rows that are in no block yet, the next one last
    for at in range(len(figures) - 1, -1, -1):
        count = _addends(figures, at, units) if named[at] else 0
        if count:
            addends = units[len(units) - count :]
            several = (figures[addends] > 0).sum(axis=0) >= _FEWEST_ADDENDS
            weight = float(np.log(figures[at][several]).sum())
            found.append(_Sum(at, addends, weight, int(several.sum())))
            del units[len(units) - count :]
        units.append(at)
    return found


def _addends(figures: np.ndarray, at: int, units: Sequence[int]) -> int:
    """How many of the next units add up to the row, at least two figures to each sum of some column; 0 for none."""
    total = np.zeros(figures.shape[1])
    for count, unit in enumerate(reversed(units), 1):
        total += figures[unit]
        if (total > figures[at]).any():
            return 0
        if count >= _FEWEST_ADDENDS and (total == figures[at]).all():
            several = (figures[list(units[-count:])] > 0).sum(axis=0) >= _FEWEST_ADDENDS
            return count if several.any() else 0
    return 0


def _is_a_tree(found: Sequence[_Sum], rows: int) -> bool:
    """Several blocks, most of the rows in one, and sums that are none by accident."""
    fewest = _FEWEST_BLOCKS if max((each.columns for each in found), default=0) > 1 else _FEWEST_BLOCKS_OF_ONE_COLUMN
    if len(found) < fewest or sum(each.weight for each in found) < _SURE:
        return False
    sums = {each.at for each in found}
    leaves = {at for each in found for at in each.addends} - sums
    return len(leaves) * 2 >= rows - len(sums)
