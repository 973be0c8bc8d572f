"""Did the level change at one point: the likelihood ratio over all cuts, against shuffled bins."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from scipy.special import xlogy

from data.statistics.dispersion import neighbours_alike
from data.statistics.low_count import BINS_FOR_A_BREAK, NO_BREAK_UNDER, YEARS_OF_SEASONS
from data.statistics.two_counts import CLEAR

SHUFFLES = 999
# The same shuffles every time, so that the same figures give the same sentence.
SEED = 19971203
SHORTEST = 3


@dataclass(frozen=True, slots=True)
class ChangePoint:
    """The best cut: bins before `first` and from it on, `before` and `after` their means per bin, `p` its chance.

    `why` it is not claimed: few_bins | few_cases (nothing tested: p = 1) | chance | alike (a slow change, or bins that
    resemble the ones before them); "" = claimed.
    """

    first: int
    before: float
    after: float
    p: float
    why: str

    @property
    def claimed(self) -> bool:
        return not self.why


def change_point(counts: Sequence[float], seasons: int = 1, cases: float | None = None) -> ChangePoint:
    """Look for one cut in equal bins; `seasons` and `cases` as in data.statistics.trend.

    The statistic is the largest Poisson log likelihood ratio of two levels against one, over all cuts that leave
    SHORTEST bins (or half a year) on each side: K. J. Worsley, Biometrika 73 (1986) 91-104. Because the best of many
    cuts is taken, its chance is not that of one cut: it is found by shuffling the bins SHUFFLES times, (1 + number at
    least as large) / (1 + SHUFFLES) (Davison and Hinkley, Bootstrap Methods and Their Application, 1997, ch. 4).
    Months change places only with the same months of other years, so seasons make no break. Shuffling what was
    counted, instead of drawing Poisson counts, holds where people come several in one accident, too.
    """
    return _change_point(tuple(float(n) for n in counts), seasons, cases)


@lru_cache(maxsize=256)
def _change_point(counts: tuple[float, ...], seasons: int, cases: float | None) -> ChangePoint:
    if len(counts) < (BINS_FOR_A_BREAK if seasons == 1 else YEARS_OF_SEASONS * seasons):
        return ChangePoint(0, 0.0, 0.0, 1.0, "few_bins")
    if (sum(counts) if cases is None else cases) < NO_BREAK_UNDER:
        return ChangePoint(0, 0.0, 0.0, 1.0, "few_cases")
    x = np.array(counts)
    shortest = max(SHORTEST, seasons // 2)
    ratios = _ratios(x[None, :], shortest)[0]
    first = int(ratios.argmax()) + shortest
    shuffled = _ratios(_shuffles(x, seasons), shortest).max(axis=1)
    # Equal splits must count as equal in spite of rounding.
    p = (1 + int((shuffled >= ratios.max() - 1e-9).sum())) / (1 + SHUFFLES)
    before, after = float(x[:first].mean()), float(x[first:].mean())
    left = x - np.where(np.arange(len(x)) < first, before, after)
    why = "chance" if p >= CLEAR else "alike" if neighbours_alike(_without_season(left, seasons)) else ""
    return ChangePoint(first, before, after, p, why)


def _ratios(rows: np.ndarray, shortest: int) -> np.ndarray:
    """Log likelihood ratio of every allowed cut, for every row of bins: shape (rows, cuts)."""
    bins = rows.shape[1]
    cuts = np.arange(shortest, bins - shortest + 1)
    before = rows.cumsum(axis=1)[:, cuts - 1]
    total = rows.sum(axis=1, keepdims=True)
    # The terms without a cut are the same for all shuffles of a row, but are what makes this a ratio.
    return (
        xlogy(before, before / cuts) + xlogy(total - before, (total - before) / (bins - cuts))
        - xlogy(total, total / bins)
    )  # fmt: skip


def _shuffles(x: np.ndarray, seasons: int) -> np.ndarray:
    return x.take(_orders(len(x), seasons))


@lru_cache(maxsize=8)
def _orders(bins: int, seasons: int) -> np.ndarray:
    """Shape (SHUFFLES, bins): how the bins stand in each shuffle, which does not depend on what they hold."""
    random = np.random.default_rng(SEED)
    rows = np.tile(np.arange(bins, dtype=np.int32), (SHUFFLES, 1))
    for season in range(seasons):
        rows[:, season::seasons] = random.permuted(rows[:, season::seasons], axis=1)
    return rows


def _without_season(x: np.ndarray, seasons: int) -> np.ndarray:
    left = x.copy()
    for season in range(seasons):
        left[season::seasons] -= left[season::seasons].mean()
    return left
