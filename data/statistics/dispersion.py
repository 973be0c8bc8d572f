"""Do cases come alone: by how much counts vary more than independent cases would."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.special import chdtrc

# Below one case per bin the sum is not near chi-square: W. G. Cochran, Biometrics 10 (1954) 417-451.
LEAST_MEAN = 1


def clustering(sizes: Sequence[float] | np.ndarray, times: Sequence[float] | np.ndarray | None = None) -> float:
    """Variance over mean of the number of people, given how many there were in each accident; at least 1.

    `times` says how many accidents have each size; by default each stands for one.

    Where accidents are independent (Poisson) and people come in accidents of sizes x, the number of people is compound
    Poisson: mean proportional to the sum of x, variance to the sum of x². So the factor is sum(x²) / sum(x): 1 where
    every accident hurts one person, 10 where every accident hurts ten. Feller, An Introduction to Probability Theory
    and Its Applications I, 3rd ed., XII.2. Nobody at all: 1.
    """
    x = np.asarray(sizes, dtype=np.float64)
    many = np.ones(len(x)) if times is None else np.asarray(times, dtype=np.float64)
    total = float((x * many).sum())
    # Shares of people (a source splits 1 between two events) would make the factor fall below 1.
    return max(1.0, float((x * x * many).sum()) / total) if total else 1.0


@dataclass(frozen=True, slots=True)
class Dispersion:
    """`ratio`: variance over mean. `p`: how often independent cases at one steady rate vary at least as much."""

    ratio: float
    p: float


def dispersion(counts: Sequence[float]) -> Dispersion | None:
    """Fisher's index of dispersion of counts in equal bins; None for fewer than two bins or a mean below LEAST_MEAN.

    sum((x - mean)²) / mean is about chi-square with n - 1 degrees. R. A. Fisher, Statistical Methods for Research
    Workers (1925), § 16; the same as Pearson's chi-square of a Poisson regression with an intercept only.
    """
    x = np.asarray(counts, dtype=np.float64)
    if len(x) < 2 or x.mean() < LEAST_MEAN:
        return None
    chi_square = float(((x - x.mean()) ** 2).sum() / x.mean())
    return Dispersion(chi_square / (len(x) - 1), float(chdtrc(len(x) - 1, chi_square)))


def neighbours_alike(residuals: Sequence[float] | np.ndarray) -> bool:
    """Whether bins resemble the bins before them more than chance allows, so that they are no independent evidence.

    The lag-1 autocorrelation of what is left when level or trend is taken off, against 1.645 / sqrt(n), one-sided
    5 %: R. L. Anderson, Annals of Mathematical Statistics 13 (1942) 1-13. Below 12 bins it could not be seen: False.
    """
    x = np.asarray(residuals, dtype=np.float64)
    x = x - x.mean() if len(x) else x
    square = float((x * x).sum())
    if len(x) < 12 or square < 1e-12:
        return False
    return float((x[1:] * x[:-1]).sum()) / square > 1.645 / np.sqrt(len(x))
