"""The exact interval of a count against tables, R and statsmodels, and what must hold for every count."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.rates import confint_poisson

from data.statistics.dispersion import clustering
from data.statistics.poisson import poisson_interval, rate_interval

# Garwood's 95 % limits as tabulated by K. Ulm, American Journal of Epidemiology 131 (1990) 373-375.
TABLE = {0: (0.0, 3.689), 1: (0.025, 5.572), 5: (1.623, 11.668), 10: (4.795, 18.390)}


@pytest.mark.parametrize("n", TABLE)
def test_published_limits(n: int) -> None:
    assert poisson_interval(n) == pytest.approx(TABLE[n], abs=6e-4)


def test_the_rate_that_r_gives() -> None:
    # R 4, ?poisson.test: poisson.test(137, 24.19893), 95 percent confidence interval.
    assert rate_interval(137, 24.19893) == pytest.approx((4.753125, 6.692709), abs=1e-6)


@given(st.integers(1, 5000), st.floats(0.1, 1e4), st.sampled_from([0.8, 0.95, 0.99]))
def test_the_same_as_statsmodels(n: int, exposure: float, level: float) -> None:
    theirs = confint_poisson(n, exposure, method="exact-c", alpha=1 - level)
    assert rate_interval(n, exposure, level) == pytest.approx(theirs, rel=1e-9)


@given(st.floats(0, 1e5), st.floats(1, 50))
def test_it_holds_the_count_and_clustering_widens_it(n: float, factor: float) -> None:
    low, high = poisson_interval(n)
    assert 0 <= low <= n < high
    wide = poisson_interval(n, clustering=factor)
    assert wide[0] <= low * (1 + 1e-9)
    assert wide[1] >= high * (1 - 1e-9)
    assert poisson_interval(n + 1)[0] > low
    assert poisson_interval(n + 1)[1] > high


def test_it_covers_the_mean_of_people_who_come_in_accidents() -> None:
    """12 accidents a year with 1 to 8 people each: the plain interval misses the mean far too often."""
    random, sizes = np.random.default_rng(8), np.array([1, 1, 1, 1, 1, 2, 3, 8])
    mean = 12 * sizes.mean()
    plain = widened = 0
    for accidents in random.poisson(12, 600):
        drawn = random.choice(sizes, accidents)
        plain += np.less(*poisson_interval(drawn.sum())[:1], mean) and mean < poisson_interval(drawn.sum())[1]
        low, high = poisson_interval(drawn.sum(), clustering=clustering(sizes))
        widened += low < mean < high
    assert plain / 600 < 0.8
    assert widened / 600 > 0.94


@pytest.mark.parametrize("case", [(-1,), (1, 0), (1, 1), (1, 0.95, 0)])
def test_what_is_no_count_is_refused(case: tuple[float, ...]) -> None:
    with pytest.raises(ValueError):
        poisson_interval(*case)


def test_no_exposure_is_refused() -> None:
    with pytest.raises(ValueError):
        rate_interval(1, 0)
