"""A column of cells to numbers of people: exact figures, ranges, lower bounds, and what was not recorded."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from math import nan
from typing import Any

import numpy as np

from data.intake.cells import CellProblem
from data.intake.cells.count_text import NOTHING, Figure, read_figure
from data.intake.cells.number_form import Form, form_of
from data.intake.cells.uniques import as_written, different, rows_with
from data.places.spelling import plain_digits

# More people than are alive: such a number counts something else, or is a slip.
MOST_PEOPLE = 10_000_000_000
# Negative numbers that databases use for "unknown"; any other negative number of people is a mistake.
UNKNOWN_CODES = frozenset((-1, -9, -88, -99, -888, -999, -9999))


@dataclass(frozen=True, eq=False)
class CountColumn:
    """float64 arrays of one length. n is NaN where nothing was recorded or the cell cannot be read (see problems).

    n_min and n_max are NaN unless the cell states a range or a bound: "2-3" is n 2, n_min 2, n_max 3; "5 or more" is
    n 5, n_min 5, n_max NaN; "less than 5" is n 0, n_min 0, n_max 4. n is then the lower bound and reads "at least".
    """

    n: np.ndarray
    n_min: np.ndarray
    n_max: np.ndarray
    doubtful: "Doubtful"

    @cached_property
    def problems(self) -> list[CellProblem]:
        """A finding per doubtful cell, by row; listed only when asked for, since a column of prose is all doubtful."""
        return self.doubtful.problems()


@dataclass(frozen=True, eq=False)
class Doubtful:
    """The different values that give rise to a finding, and the code of each row's value."""

    codes: np.ndarray
    figures: dict[int, tuple[Any, Figure]]

    def problems(self) -> list[CellProblem]:
        found = []
        for row in rows_with(self.codes, self.figures):
            value, figure = self.figures[int(self.codes[row])]
            found.append(CellProblem(int(row), figure.kind or "", as_written(value), figure.suggestion))
        return found


def read_counts(cells: Sequence[Any]) -> CountColumn:
    """Read a column of counts. Nothing is ever read as a number that it may not be: doubtful cells are findings."""
    codes, values = different(cells)
    form = form_of(plain_digits(value) for value in values if isinstance(value, str))
    table = np.full((len(values) + 1, 3), nan)
    plain = np.fromiter((type(value) in (int, float) for value in values), dtype=bool, count=len(values))
    numbers = values[plain].astype(np.float64)
    good = (numbers >= 0) & (numbers <= MOST_PEOPLE)
    table[np.flatnonzero(plain)[good], 0] = numbers[good]
    doubtful = {}
    for number in [*np.flatnonzero(plain)[~good], *np.flatnonzero(~plain)]:
        figure = _figure(values[number], form)
        table[number] = figure.n, figure.n_min, figure.n_max
        if figure.kind:
            doubtful[int(number)] = (values[number], figure)
    n, n_min, n_max = (_laid_out(numbers, codes) for numbers in table.T)
    return CountColumn(n, n_min, n_max, Doubtful(codes if doubtful else codes[:0].copy(), doubtful))


def _laid_out(numbers: np.ndarray, codes: np.ndarray) -> np.ndarray:
    """The number of each row. Where no value has one, as is usual of bounds, all rows share a single NaN."""
    return np.broadcast_to(nan, len(codes)) if np.isnan(numbers).all() else numbers[codes]


def _figure(value: Any, form: Form) -> Figure:
    if isinstance(value, str):
        figure = read_figure(value, form)
    elif isinstance(value, int | float) and abs(value) <= MOST_PEOPLE:
        figure = Figure(float(value))
    elif isinstance(value, date):
        return _from_date(value)
    else:
        return NOTHING._replace(kind="not_a_count")
    if any(number > MOST_PEOPLE for number in figure[:3]):
        return NOTHING._replace(kind="not_a_count")
    if figure.n >= 0 or figure.n != figure.n:
        return figure
    return NOTHING._replace(kind="unknown_code" if figure.n in UNKNOWN_CODES else "negative_count")


def _from_date(value: date) -> Figure:
    """A spreadsheet turns a typed 2-3 into the second of March: the number is lost, what was typed can be told."""
    low, high = sorted((value.day, value.month))
    return NOTHING._replace(kind="date_in_count", suggestion=f"{low}-{high}")
