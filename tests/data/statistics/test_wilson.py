"""The Wilson interval against published values, scipy, and what must hold for every share."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from data.statistics.wilson import wilson

# Newcombe, Statistics in Medicine 17 (1998) 857-872, table I, method 3 (score, no continuity correction).
NEWCOMBE = {
    (81, 263): (0.2553, 0.3662),
    (15, 148): (0.0624, 0.1605),
    (0, 20): (0.0000, 0.1611),
    (1, 29): (0.0061, 0.1718),
}


@pytest.mark.parametrize(("killed", "total"), NEWCOMBE)
def test_published_values(killed: int, total: int) -> None:
    assert wilson(killed, total) == pytest.approx(NEWCOMBE[killed, total], abs=5e-5)


@given(st.integers(1, 2000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))), st.sampled_from([0.8, 0.95]))
def test_the_same_as_scipy(case: tuple[int, int], level: float) -> None:
    killed, total = case
    theirs = binomtest(killed, total).proportion_ci(level, "wilson")
    assert wilson(killed, total, level) == pytest.approx((theirs.low, theirs.high), abs=1e-9)


@given(st.floats(0, 1), st.floats(0.5, 1e6))
def test_it_holds_the_share_within_0_and_1_and_mirrors(share: float, total: float) -> None:
    killed = share * total
    low, high = wilson(killed, total)
    assert 0 <= low <= killed / total <= high <= 1
    mirrored = wilson(total - killed, total)
    assert mirrored == pytest.approx((1 - high, 1 - low), abs=1e-9)


@given(st.integers(1, 500), st.integers(0, 500))
def test_more_cases_narrow_it_and_more_killed_move_it_up(total: int, killed: int) -> None:
    killed = min(killed, total)
    low, high = wilson(killed, total)
    assert high - low > (tenfold := wilson(10 * killed, 10 * total))[1] - tenfold[0]
    assert wilson(killed, total, 0.8)[1] <= high
    if killed < total:
        assert wilson(killed + 1, total)[0] > low
        assert wilson(killed + 1, total)[1] > high


def test_of_nobody_nothing_is_known() -> None:
    assert wilson(0, 0) == (0.0, 1.0)


@pytest.mark.parametrize("case", [(2, 1), (-1, 5), (1, 5, 0), (1, 5, 1)])
def test_what_is_no_share_is_refused(case: tuple[float, ...]) -> None:
    with pytest.raises(ValueError):
        wilson(*case)
