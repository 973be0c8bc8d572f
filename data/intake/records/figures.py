"""The numbers of a table as arrays: the whole, the parts and the bounds of each outcome, one value per row."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

Floats = np.ndarray


@dataclass(frozen=True, slots=True, eq=False)
class Numbers:
    """One number per row: best figure and bounds, float64; NaN where not recorded, bounds NaN without a range."""

    n: Floats
    n_min: Floats
    n_max: Floats

    @property
    def given(self) -> np.ndarray:
        return ~np.isnan(self.n)

    @property
    def ranged(self) -> np.ndarray:
        """True where the row has a range that says more than its best figure."""
        open_or_lower = ~np.isnan(self.n_min) & (np.isnan(self.n_max) | (self.n_min != self.n))
        return open_or_lower | (~np.isnan(self.n_max) & (self.n_max != self.n))

    @classmethod
    def blank(cls, rows: int) -> "Numbers":
        return cls(*[np.broadcast_to(np.nan, rows)] * 3)


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """Some of the people of one outcome: a column of its own. `attributes` go into its counts ({} says nothing)."""

    attributes: Mapping[str, str]
    numbers: Numbers
    letter: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Figures:
    """One outcome of the table. `exhaustive`: the parts together cover everybody. `fixed`: holds for all its people."""

    outcome: str
    whole: Numbers | None
    parts: Sequence[Part] = ()
    exhaustive: bool = True
    fixed: Mapping[str, str] = field(default_factory=dict)
    letter: str = ""

    @property
    def recorded(self) -> bool:
        """Does the table have any column for this outcome?"""
        return self.whole is not None or bool(self.parts)

    def part_matrix(self) -> np.ndarray:
        """parts x rows of best figures."""
        return np.vstack([part.numbers.n for part in self.parts])

    def parts_given(self, rows: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Per row: is any part given, are all, and their sum (0 where none)."""
        if not self.parts:
            nothing = np.zeros(rows, dtype=bool)
            return nothing, nothing.copy(), np.zeros(rows)
        matrix = self.part_matrix()
        given = ~np.isnan(matrix)
        return given.any(axis=0), given.all(axis=0), np.nansum(matrix, axis=0)


@dataclass(frozen=True, slots=True, eq=False)
class Tally:
    """What one outcome comes to per row: `value` NaN where not recorded; `basis` one of data.fields.BASES."""

    value: Floats
    basis: np.ndarray
    split: np.ndarray  # rows whose parts are used
    over: np.ndarray  # rows whose parts are above their whole


def tally(figures: Figures, rows: int) -> Tally:
    """The whole governs; without one the parts do, as a minimum where some of them are blank."""
    whole = figures.whole or Numbers.blank(rows)
    some, every, parts_sum = figures.parts_given(rows)
    value = np.where(whole.given, whole.n, np.where(some, parts_sum, np.nan))
    complete = every & figures.exhaustive
    names = np.array(["stated", "parts", "partial", "not_recorded"], dtype=object)
    basis = names[np.select([whole.given, complete, some], [0, 1, 2], 3)]
    over = whole.given & some & (parts_sum > whole.n + 1e-9)
    return Tally(value, basis, split=some & ~over & ~whole.ranged, over=over)
