"""Counts of an accident that stand in the row of each of its people: said, and never added up."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from data.intake.cells.categories import read_categories
from data.intake.mapping.candidates import candidates
from data.intake.mapping.columns import Column

_CASUALTIES = ("killed", "injured", "total")
_FILLED = 0.8  # of the rows must have a name, and so much of the names be different, to be a person each
_IN_GROUPS = 0.5  # of the rows must share their accident with another row
_CONSTANT = 0.95  # of those must repeat its figure
_ABOVE_ONE = 0.3  # of the figures: where most are 1, a row per person and a row per accident look alike
_FEWEST = 4


@dataclass(frozen=True, slots=True, eq=False)
class Repeated:
    """A column of counts that repeats the figure of a whole accident, and the column that tells accidents apart."""

    column: Column
    by: Column


def repeated_counts(columns: Sequence[Column], names: Sequence[Column]) -> Iterator[Repeated]:
    """The columns of counts that are no counts of their row. `names` are columns of personal names or numbers."""
    counting = [each.column for outcome in _CASUALTIES for each in candidates(columns, outcome) if each.column.filled]
    if not counting or not (any(map(_one_each, names)) or _says_outcomes(columns, counting)):
        return
    counting = list(dict.fromkeys(counting))
    free = [column for column in columns if column not in counting]
    by = next((by for by in free if any(_repeats(column, by) for column in counting)), None)
    if by is not None:
        yield from (Repeated(column, by) for column in counting if _constant(column, by))


def _one_each(column: Column) -> bool:
    rows = len(column.cells)
    return rows >= _FEWEST and column.filled >= _FILLED * rows and len(column.unique) >= _FILLED * min(rows, 5000)


def _says_outcomes(columns: Sequence[Column], counting: Sequence[Column]) -> bool:
    """Does a column of words say of each row whether somebody was killed or injured?"""
    for column in columns:
        if column in counting or not column.roles or column.roles[0].field != "outcome" or len(column.unique) > 40:
            continue
        texts = [cell for cell in column.unique if isinstance(cell, str)]
        if {"killed", "injured"} <= set(read_categories("outcome", texts).values):
            return True
    return False


def _repeats(column: Column, by: Column) -> bool:
    """Is the figure the same in all rows of one accident, in a table that mostly has several rows of each?"""
    numbers = column.counts.n
    given = ~np.isnan(numbers)
    if np.count_nonzero(given) < _FEWEST or by.filled < _FILLED * len(by.cells) or len(by.unique) < 2:
        return False
    if np.mean(numbers[given] > 1) < _ABOVE_ONE:
        return False
    return len(np.unique(numbers[given])) > 1 and _constant(column, by)


def _constant(column: Column, by: Column) -> bool:
    """Do most rows share their accident with another row, and is the figure the same in all rows of one?"""
    given = ~np.isnan(column.counts.n)
    keys, _ = pd.factorize(by.text.to_numpy(dtype=object))
    groups = pd.DataFrame({"key": keys[given], "n": column.counts.n[given]}).groupby("key")["n"]
    together = (groups.transform("size") > 1).to_numpy()
    if not len(together) or np.mean(together) < _IN_GROUPS:
        return False
    return bool(np.mean(groups.transform("nunique")[together] == 1) >= _CONSTANT)
