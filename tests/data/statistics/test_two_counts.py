"""The exact test of two counts against R, scipy and statsmodels, and what must hold for every pair."""

from math import inf

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.stats import binomtest
from statsmodels.stats.rates import test_poisson_2indep as compare_with_statsmodels

from data.statistics.two_counts import one_in, two_counts

COUNTS = st.integers(0, 400)
DAYS = st.floats(1, 1000)


def test_the_pair_of_the_front_page() -> None:
    """58 and then 41: 2 * P(at most 41 of 99 heads) = 0.107, which is about 1 of 9."""
    found = two_counts(58, 41)
    assert found.p == pytest.approx(2 * sum(_choose(99, k) for k in range(42)) / 2**99)
    assert found.p == pytest.approx(0.1074, abs=5e-5)
    assert one_in(found.p) == 9
    assert not found.clear
    assert found.low < 1 < found.high


def _choose(n: int, k: int) -> int:
    return 1 if k == 0 else _choose(n, k - 1) * (n - k + 1) // k


def test_the_ratio_that_r_gives() -> None:
    # R 4, ?poisson.test: poisson.test(c(11, 6+8+7), c(800, 1083+1050+878)): 1.971488 (0.8584264, 4.2772659).
    found = two_counts(21, 11, (3011, 800))
    assert (found.ratio, found.low, found.high) == pytest.approx((1.971488, 0.8584264, 4.2772659), abs=1e-6)
    # R's own p (0.07967) adds up the less probable outcomes; doubling the tail must agree with the interval instead.
    assert found.p == pytest.approx(2 * binomtest(11, 32, 800 / 3811, alternative="greater").pvalue)


@given(COUNTS, COUNTS)
def test_the_same_as_statsmodels_where_exposures_are_equal(earlier: int, later: int) -> None:
    assume(earlier + later)
    theirs = compare_with_statsmodels(later, 1, earlier, 1, method="exact-cond").pvalue
    assert two_counts(earlier, later).p == pytest.approx(theirs, rel=1e-7)


@given(COUNTS, COUNTS, DAYS, DAYS)
def test_the_interval_agrees_with_the_test_and_with_scipy(earlier: int, later: int, t1: float, t2: float) -> None:
    assume(earlier + later)
    found = two_counts(earlier, later, (t1, t2))
    share = binomtest(later, earlier + later).proportion_ci(method="exact")
    odds = [end / (1 - end) * t1 / t2 if end < 1 else inf for end in share]
    assert (found.low, found.high) == pytest.approx(odds, rel=1e-6)
    if abs(found.p - 0.05) > 1e-6:
        assert (found.p < 0.05) == (not found.low <= 1 <= found.high)


@given(COUNTS, COUNTS, DAYS, DAYS)
def test_turned_round_it_is_the_same(earlier: int, later: int, t1: float, t2: float) -> None:
    there, back = two_counts(earlier, later, (t1, t2)), two_counts(later, earlier, (t2, t1))
    assert there.p == pytest.approx(back.p, rel=1e-6)
    if earlier and later:
        assert there.ratio == pytest.approx(1 / back.ratio)
        assert there.low == pytest.approx(1 / back.high)


@given(st.integers(1, 200), st.integers(1, 200), st.floats(1.5, 20))
def test_clustering_makes_the_same_difference_less_clear(earlier: int, later: int, factor: float) -> None:
    plain, wide = two_counts(earlier, later), two_counts(earlier, later, clustering=factor)
    assert wide.p >= plain.p - 1e-9
    assert wide.high / wide.low > plain.high / plain.low
    assert wide.p == pytest.approx(two_counts(earlier / factor, later / factor).p)


def test_nobody() -> None:
    assert two_counts(0, 0).p == 1
    assert (two_counts(0, 4).ratio, two_counts(0, 4).high) == (inf, inf)
    assert two_counts(4, 0).ratio == two_counts(4, 0).low == 0
    for wrong in [(-1, 2), (1, 2, (0, 1))]:
        with pytest.raises(ValueError):
            two_counts(*wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("p", "said"),
    [
        (0.5, 2),
        (0.1074, 9),
        (0.34, 3),
        (0.0501, 19),
        (0.0499, 20),
        (0.03, 35),
        (0.012, 85),
        (0.004, 250),
        (0.001, 1000),
    ],
)
def test_one_in_is_rounded_as_one_would_say_it(p: float, said: int) -> None:
    assert one_in(p) == said
