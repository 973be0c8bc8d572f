"""Do counts in equal bins go up or down: the Mann-Kendall test, exact and season by season, and Sen's slope."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import comb, sqrt

import numpy as np
from scipy.special import ndtr

from data.statistics.dispersion import neighbours_alike
from data.statistics.low_count import BINS_FOR_A_TREND, NO_TREND_UNDER, YEARS_OF_SEASONS
from data.statistics.two_counts import CLEAR

# Up to so many pairs (45 years, 13 years of months) the distribution of S is exact; above, it is as good as normal.
MOST_PAIRS = 1000


@dataclass(frozen=True, slots=True)
class Trend:
    """`s` Kendall's S, `p` two-sided, `slope` per year (per bin without seasons). `why` it is not claimed, else "".

    why: few_bins | few_cases (then nothing was tested: p = 1) | chance | alike (each bin resembles the one before).
    """

    s: int
    p: float
    slope: float
    why: str

    @property
    def claimed(self) -> bool:
        return not self.why


def trend(counts: Sequence[float], seasons: int = 1, cases: float | None = None) -> Trend:
    """Test equal bins in their order. `seasons` bins make a year: 12 for months, 4 for quarters, 1 for years.

    Mann-Kendall: S = number of pairs that rise - pairs that fall. H. B. Mann, Econometrica 13 (1945) 245-259;
    M. G. Kendall, Rank Correlation Methods. Months are only compared with the same months of other years and their S
    added: Hirsch, Slack and Smith, Water Resources Research 18 (1982) 107-121. The slope is the median of all such
    pairs: Sen, J. Am. Stat. Assoc. 63 (1968) 1379-1389.

    Why this test: it uses only the order of the bins, so it does not ask how people come in accidents. One accident
    with many casualties is one high bin, no more; a Poisson regression of casualties would take it for many cases.
    What it does ask is that bins are independent; where neighbours are alike, nothing is claimed.

    `cases` (accidents, where `counts` are people) must be NO_TREND_UNDER or more; by default the sum of counts.
    """
    x = np.asarray(counts, dtype=np.float64)
    if len(x) < (BINS_FOR_A_TREND if seasons == 1 else YEARS_OF_SEASONS * seasons):
        return Trend(0, 1.0, 0.0, "few_bins")
    if (float(x.sum()) if cases is None else cases) < NO_TREND_UNDER:
        return Trend(0, 1.0, 0.0, "few_cases")
    columns = [x[season::seasons] for season in range(seasons)]
    s = sum(_s(column) for column in columns)
    p = _p(s, [tuple(sorted(Counter(column.tolist()).values())) for column in columns])
    slope = float(np.median(np.concatenate([_slopes(column) for column in columns])))
    why = "chance" if p >= CLEAR else "alike" if neighbours_alike(_residuals(x, seasons, slope)) else ""
    return Trend(s, p, slope, why)


def _s(x: np.ndarray) -> int:
    return int(sum(np.sign(x[i + 1 :] - x[i]).sum() for i in range(len(x) - 1)))


def _slopes(x: np.ndarray) -> np.ndarray:
    first, second = np.triu_indices(len(x), 1)
    return (x[second] - x[first]) / (second - first)


def _residuals(x: np.ndarray, seasons: int, slope: float) -> np.ndarray:
    """What is left without slope and season."""
    left = x - slope / seasons * np.arange(len(x))
    for season in range(seasons):
        left[season::seasons] -= left[season::seasons].mean()
    return left


def _p(s: int, ties: list[tuple[int, ...]]) -> float:
    """Two-sided p of the sum of S over seasons; `ties` are, per season, how often each value occurs."""
    if sum(comb(sum(groups), 2) for groups in ties) > MOST_PAIRS:
        return _normal(s, ties)
    chances = np.ones(1)
    for groups in ties:
        chances = np.convolve(chances, _inversions(groups))
    pairs = len(chances) - 1
    return min(1.0, float(chances[np.abs(pairs - 2 * np.arange(pairs + 1)) >= abs(s)].sum()))


@lru_cache(maxsize=1024)
def _inversions(groups: tuple[int, ...]) -> np.ndarray:
    """How probable each number of falling pairs is when values that occur `groups` times stand in any order.

    The generating function is the q-multinomial coefficient (MacMahon, Combinatory Analysis, 1915, vol. I):
    product of (1 - q^i), i = 1..n, over the same products for each group. In whole numbers, so without rounding.
    """
    n = sum(groups)
    degree = comb(n, 2) - sum(comb(size, 2) for size in groups)
    ways = [1] + [0] * degree
    for i in range(1, n + 1):
        for k in range(degree, i - 1, -1):
            ways[k] -= ways[k - i]
    for size in groups:
        for i in range(1, size + 1):
            for k in range(i, degree + 1):
                ways[k] += ways[k - i]
    total = sum(ways)
    return np.array([way / total for way in ways])


def _normal(s: int, ties: list[tuple[int, ...]]) -> float:
    """Kendall's variance with ties, and half a step (S moves in twos) for continuity."""
    variance = sum(_spread(sum(groups)) - sum(_spread(size) for size in groups) for groups in ties) / 18
    return float(2 * ndtr(-max(abs(s) - 1, 0) / sqrt(variance))) if variance else 1.0


def _spread(n: int) -> int:
    return n * (n - 1) * (2 * n + 5)
