"""Are two counts different: the exact conditional test of two Poisson counts, and the ratio of their rates."""

from dataclasses import dataclass
from math import inf

from scipy.special import betainc, betaincinv

# Below this, a difference is called clear: chance alone gives one as large in fewer than 1 of 20 pairs.
CLEAR = 0.05


@dataclass(frozen=True, slots=True)
class Difference:
    """`p`: how often chance alone gives a difference at least this large. `ratio` of the later rate to the earlier.

    `low` and `high` are the interval of the ratio; all three inf where the earlier count is 0, but `low` is finite.
    """

    p: float
    ratio: float
    low: float
    high: float

    @property
    def clear(self) -> bool:
        return self.p < CLEAR


def two_counts(
    earlier: float, later: float, exposures: tuple[float, float] = (1.0, 1.0), level: float = 0.95,
    clustering: float = 1.0,
) -> Difference:  # fmt: skip
    """Compare two counts made over `exposures` (days, years).

    With equal rates and given their sum n, the later count is binomial (n, t2 / (t1 + t2)): Przyborowski and Wilenski,
    Biometrika 31 (1940) 313-323. The p-value is two-sided by doubling the smaller tail ("central"), so that it always
    agrees with the interval of the ratio, which is Clopper and Pearson's (Biometrika 26 (1934) 404-413) turned into
    odds: Fay, Biostatistics 11 (2010) 373-374. R's poisson.test gives the same interval, but adds up all outcomes that
    are no more probable (its p differs where exposures do). It is exact, so a little careful: it calls chance a
    difference in at most 1 of 20 pairs.

    `clustering` above 1 takes both as counts / clustering independent cases (see data.statistics.poisson), binomial
    tails being read off the incomplete beta function. Nobody in both: p = 1, ratio 1 of 0 to inf.
    Raises ValueError for negative counts and exposures that are not above 0.
    """
    if min(earlier, later) < 0 or min(exposures) <= 0 or clustering <= 0:
        raise ValueError(f"no counts: {earlier}, {later}, {exposures}, {clustering}")
    if not earlier + later:
        return Difference(1.0, 1.0, 0.0, inf)
    a, b = earlier / clustering, later / clustering
    expected = exposures[1] / (exposures[0] + exposures[1])
    at_most = float(betainc(a, b + 1, 1 - expected)) if a else 1.0
    at_least = float(betainc(b, a + 1, expected)) if b else 1.0
    tail = (1 - level) / 2
    low = float(betaincinv(b, a + 1, tail)) if b else 0.0
    high = float(betaincinv(b + 1, a, 1 - tail)) if a else 1.0
    per = exposures[0] / exposures[1]
    return Difference(
        min(1.0, 2 * min(at_most, at_least)),
        later / earlier * per if earlier else inf,
        low / (1 - low) * per,
        high / (1 - high) * per if high < 1 else inf,
    )


def one_in(p: float) -> int:
    """N of "by chance in about 1 of N such pairs", rounded as exactly as one would say it.

    Up to 20 whole, up to 100 fives, above fifties. Rounding never lets an unclear difference look clear (1 of 20).
    Meant for 0.001 <= p <= 0.5; outside of that it is said in words.
    """
    times = 1 / p
    step = 1 if times < 20 else 5 if times < 100 else 50
    rounded = int(times / step + 0.5) * step
    limit = round(1 / CLEAR)
    return min(rounded, limit - 1) if p >= CLEAR else max(rounded, limit)
