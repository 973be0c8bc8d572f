"""Rows dated more coarsely than the rest: the year below its months is a sum, a lone year above its days a title."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from data.intake.cells.dates import read_dates
from data.intake.readers import Cell
from data.intake.table.body import Body

_RANKS = {"day": 0, "month": 1, "quarter": 2, "year": 3}
_RANKS_IN_A_YEAR = {"month": 1, "quarter": 2, "span": 3}  # a half year is a span of two months
_ANY_YEAR = 2000
_MOST_IN_A_YEAR = 40  # different ones: twelve months, quarters, halves, sums and remarks
_SHARE_IN_A_YEAR = 0.75
_MOST_DATES = 5_000  # different ones: a list longer than this has no year between its days that is looked for
_FEWEST_ADDENDS = 2
Figures = Mapping[int, float]


@dataclass(frozen=True, slots=True, eq=False)
class Periods:
    """Per row of the body its days and the rank of its precision (-1: no date); `usual` is the rank of most rows."""

    column: int
    ranks: np.ndarray
    begins: np.ndarray
    ends: np.ndarray
    usual: int

    @property
    def coarser(self) -> list[int]:
        return [int(at) for at in np.flatnonzero(self.ranks > self.usual)]

    def holds(self, outer: int, inner: int) -> bool:
        """Does the one period lie within the other?"""
        return bool(self.begins[outer] <= self.begins[inner] and self.ends[inner] <= self.ends[outer])


def periods_of(body: Body) -> Periods | None:
    """By the first column of dates, else of months and quarters without a year; None without one, or where none of its
    dates is coarser than usual."""
    for column, cells in enumerate(body.columns):
        if body.usual(column) != "date" or len(different := set(cells)) > _MOST_DATES:
            continue
        texts = [cell for cell in different if not isinstance(cell, date)]
        found = {*_ranks(texts)[0], *([0] if len(texts) < len(different) else [])} - {-1}
        if len(found) < 2:
            return None  # looked at first: most tables end here, and reading a million rows costs half a second
        ranks, begins, ends = _ranks(cells)
        usual = int(np.bincount(ranks[ranks >= 0]).argmax())
        return Periods(column, ranks, begins, ends, usual)
    return _periods_of_any_year(body) if len(body) <= _MOST_DATES else None


def _periods_of_any_year(body: Body) -> Periods | None:
    """January, February, March, Q1: which quarter a month lies in is told without the year."""
    for column, cells in enumerate(body.columns):
        if body.usual(column) != "text" or len(set(cells)) > _MOST_IN_A_YEAR:
            continue
        read = read_dates([f"{cell} {_ANY_YEAR}" if isinstance(cell, str) else None for cell in cells], order="dmy")
        ranks = np.array([_RANKS_IN_A_YEAR.get(precision, -1) for precision in read.precision])
        known = ranks[ranks >= 0]
        if len(known) >= len(cells) * _SHARE_IN_A_YEAR:
            usual = int(np.bincount(known).argmax())
            return Periods(column, ranks, read.date_from, read.date_to, usual) if (known > usual).any() else None
    return None


def _ranks(cells: Sequence[Cell]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    read = read_dates(cells, order="dmy")
    return np.array([_RANKS.get(precision, -1) for precision in read.precision]), read.date_from, read.date_to


def titles(body: Body, left_out: Collection[int]) -> list[int]:
    """Positions of lone years or months with their own records below them: they name a section and are nobody."""
    periods = periods_of(body) if 1 in body.fills else None
    if periods is None:
        return []
    return [
        position for position in periods.coarser
        if position not in left_out and body.fills[position] == 1
        and position + 1 < len(body) and periods.ranks[position + 1] >= 0 and periods.holds(position, position + 1)
    ]  # fmt: skip


def sums_of_periods(
    body: Body, left_out: Collection[int], figures: Callable[[int], Figures], described: Callable[[int, int], bool]
) -> list[int]:
    """Positions whose every figure is the sum of the finer rows of that period, above it or below it.

    `figures` gives column -> number of a row, `described` says that a row is told by more than its date.
    """
    periods = periods_of(body)
    if periods is None:
        return []
    return [
        position for position in periods.coarser
        if position not in left_out and not described(position, periods.column)
        and _adds_up(position, periods, left_out, figures)
    ]  # fmt: skip


def _adds_up(position: int, periods: Periods, left_out: Collection[int], figures: Callable[[int], Figures]) -> bool:
    stated = {column: number for column, number in figures(position).items() if number}
    inside = [
        at for at in map(int, np.flatnonzero(periods.ranks == periods.usual))
        if at not in left_out and periods.holds(position, at)
    ]  # fmt: skip
    if len(inside) < _FEWEST_ADDENDS or not stated:
        return False
    rows = [figures(at) for at in inside]
    addends = {column: [row[column] for row in rows if row.get(column)] for column in stated}
    several = any(len(numbers) >= _FEWEST_ADDENDS for numbers in addends.values())
    return several and all(abs(sum(addends[column]) - number) < 1e-6 for column, number in stated.items())
