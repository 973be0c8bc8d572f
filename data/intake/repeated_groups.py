"""Rows that repeat all others: a value of a column ("World") whose figures are in each period the others' sum."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from itertools import compress

import numpy as np
import pandas as pd

from data.intake.cells.uniques import different
from data.intake.joining import Joined
from data.intake.mapping.choice import Choice
from data.intake.mapping.columns import Column
from data.intake.table import Excluded
from data.intake.table.cell_kinds import number_of
from data.problems import Problem

_FEWEST_PERIODS = 3
_FEWEST_OTHERS = 2
# Of the periods that hold it and others: real tables have years that are off by a person or two, or miss a part.
_EXACT, _CLOSE = 0.75, 0.9
_APART = 0.1  # of the larger figure: further apart, the row may tell of more than the others do
_HELD = 0.5  # of the periods with several values must hold this one: tables join years with and without a whole
_VALUES = (_FEWEST_OTHERS + 1, 500)
# Half of everything in its periods: what is not a quarter of the whole column cannot be that in most of them.
_LEAST_SHARE = 0.25
# Sum of log10(1 + figure) over the sums that agree: about so many zeros has the chance that figures of this size do.
_EVIDENCE = 6.0


@dataclass(frozen=True, eq=False)
class Repeated:
    """`value` of `column` is the sum of the others in the rows `at`, but for a little in the rows `nearly`, which are
    among them; in the rows `unlike` it is not."""

    column: Column
    value: str
    at: np.ndarray
    nearly: np.ndarray
    unlike: np.ndarray


def find(choice: Choice) -> Repeated | None:
    """The first value of a column of names whose rows are sums of all other rows of their periods."""
    if not choice.counted or choice.outcome or not choice.when.columns:
        return None
    figures = [np.nan_to_num(column.counts.n) for column in _counted(choice)]
    periods = _periods(list(choice.when.columns.values()))
    taken = [column for each in (choice.killed, choice.injured, choice.total) for column in each.columns]
    taken += choice.when.columns.values()
    for column in choice.columns:
        if column not in taken and (names := _names(column)) is not None:
            for code in _large(figures, names, len(column.cells)):
                if (found := _repeats(figures, periods, names[0], code)) is not None:
                    return Repeated(column, str(names[1][code]), *found)
    return None


def without(joined: Joined, repeated: Repeated) -> Joined:
    """The table without the rows that repeat others, which are told."""
    stay = np.ones(len(joined.sheets), dtype=bool)
    stay[repeated.at] = False
    table, kept = joined.table, stay.tolist()
    gone = dict.fromkeys(Excluded(joined.sheets[at], table.rows[at], "subtotal") for at in repeated.at.tolist())
    left = replace(
        table,
        rows=list(compress(table.rows, kept)),
        columns=[list(compress(cells, kept)) for cells in table.columns],
        origins={letter: list(compress(each, kept)) for letter, each in table.origins.items()},
        excluded=[*table.excluded, *gone],
        findings=[*table.findings, *_told(joined, repeated, len(gone))],
    )
    return Joined(left, list(compress(joined.sheets, kept)), joined.tables)


def _told(joined: Joined, repeated: Repeated, rows: int) -> Iterator[Problem]:
    for kind, positions, count in (
        ("rows_repeat_others", repeated.at, rows),
        ("rows_nearly_repeat_others", repeated.nearly, len(repeated.nearly)),
        ("rows_may_repeat_others", repeated.unlike, len(repeated.unlike)),
    ):
        if len(positions):
            at = int(positions[0])
            yield Problem(
                kind, joined.sheets[at], int(joined.table.rows[at]), repeated.column.letter_at(at),
                value=repeated.value, params={"count": count, "heading": repeated.column.heading},
            )  # fmt: skip


def _counted(choice: Choice) -> list[Column]:
    """The figures that are added up: of each outcome the whole or its parts; the totals where there is nothing else."""
    chosen = [each for each in (choice.killed, choice.injured) if each.found] or [choice.total]
    return [
        column for each in chosen for column in ([each.whole] if each.whole else [part.column for part in each.parts])
    ]  # fmt: skip


def _periods(columns: Sequence[Column]) -> np.ndarray:
    """A number per row, the same for rows whose cells of dates read the same."""
    each = [pd.factorize(np.asarray(column.texts.texts, dtype=object))[0][column.texts.codes] for column in columns]
    both = reduce(lambda one, other: one.astype(np.int64) * (int(other.max(initial=0)) + 1) + other, each)
    return pd.factorize(both)[0]


def _names(column: Column) -> tuple[np.ndarray, np.ndarray] | None:
    """Codes and different values of a column of few names; a blank is code -1."""
    codes, values = different(column.cells)
    if not _VALUES[0] <= len(values) <= _VALUES[1] or len(values) * 2 > len(codes):
        return None
    words = sum(number_of(value) is None for value in values)
    return (codes, values) if words * 2 > len(values) else None


def _large(figures: Sequence[np.ndarray], names: tuple[np.ndarray, np.ndarray], rows: int) -> list[int]:
    """The values that hold a large share of every figure."""
    codes, values = names
    large = np.ones(len(values), dtype=bool)
    for each in figures:
        shares = np.bincount(codes + 1, weights=each, minlength=len(values) + 1)[1:]
        large &= shares >= _LEAST_SHARE * each.sum()
    return [int(code) for code in np.flatnonzero(large)] if any(each.any() for each in figures) else []


def _repeats(
    figures: Sequence[np.ndarray], periods: np.ndarray, codes: np.ndarray, code: int
) -> tuple[np.ndarray, np.ndarray, np.ndarray] | None:
    """Rows of this value where it is the sum of the others of its period, nearly so among them, and where it is not."""
    own, size = codes == code, int(periods.max()) + 1
    mine, others = _sums(figures, periods, own, size), _sums(figures, periods, ~own, size)
    exact, close = (
        np.isclose(mine, others, rtol=share, atol=1e-6).all(axis=0)
        & np.isclose(others, mine, rtol=share, atol=1e-6).all(axis=0)
        for share in (1e-9, _APART)
    )
    held = np.bincount(periods[own], minlength=size) > 0
    together = held & (np.bincount(periods[~own], minlength=size) > 0)
    says = together & ((mine != 0) | (others != 0)).any(axis=0)
    if not says.any() or exact[says].mean() < _EXACT or close[says].mean() < _CLOSE:
        return None
    several = _different(periods[~own], codes[~own], size) >= _FEWEST_OTHERS
    if (says & exact & several).sum() < _FEWEST_PERIODS or held[several].mean() < _HELD:
        return None
    if _evidence(figures, periods, np.where(own, -2, codes), exact & together) < _EVIDENCE:
        return None
    at, nearly, unlike = (np.flatnonzero(own & (together & each)[periods]) for each in (close, close & ~exact, ~close))
    return at, nearly, unlike


def _sums(figures: Sequence[np.ndarray], periods: np.ndarray, rows: np.ndarray, size: int) -> np.ndarray:
    """figures x periods, over these rows."""
    return np.array([np.bincount(periods[rows], weights=each[rows], minlength=size) for each in figures])


def _evidence(figures: Sequence[np.ndarray], periods: np.ndarray, others: np.ndarray, agreeing: np.ndarray) -> float:
    """How little it can be chance. `others` are the codes of the rows that are added, -2 in the rows of the sums."""
    evidence = 0.0
    for each in figures:
        adds = (others != -2) & (each != 0)
        strong = agreeing & (_different(periods[adds], others[adds], len(agreeing)) >= _FEWEST_OTHERS)
        sums = np.bincount(periods[adds], weights=each[adds], minlength=len(agreeing))
        evidence += float(np.log10(1 + sums[strong]).sum())
    return evidence


def _different(periods: np.ndarray, codes: np.ndarray, size: int) -> np.ndarray:
    """How many different values each period holds."""
    width = int(codes.max(initial=-1)) + 2
    pairs = np.unique(periods.astype(np.int64) * width + codes + 1)
    return np.bincount(pairs // width, minlength=size)
