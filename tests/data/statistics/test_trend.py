"""The Mann-Kendall test against Kendall's table, scipy, and every order of a few bins counted one by one."""

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import kendalltau, theilslopes

from data.statistics.trend import _normal, _p, trend

# P(S at least that), one-sided: M. G. Kendall, Rank Correlation Methods, 4th ed. (1970), appendix table 1.
KENDALL = {(4, 6): 0.042, (5, 8): 0.042, (6, 11): 0.028, (8, 16): 0.031, (9, 18): 0.038, (10, 21): 0.036}
FALLING = [30, 28, 31, 25, 22, 20, 21, 15, 14, 12]


@pytest.mark.parametrize(("n", "s"), KENDALL)
def test_kendalls_table(n: int, s: int) -> None:
    assert _p(s, [(1,) * n]) / 2 == pytest.approx(KENDALL[n, s], abs=5e-4)


@given(st.lists(st.integers(10, 500), min_size=6, max_size=40, unique=True))
def test_the_same_as_scipy_without_ties(counts: list[int]) -> None:
    theirs = kendalltau(range(len(counts)), counts, method="exact")
    assert trend(counts).p == pytest.approx(theirs.pvalue, rel=1e-6, abs=1e-12)
    assert trend(counts).slope == pytest.approx(theilslopes(counts).slope)


@settings(max_examples=8)
@given(st.lists(st.integers(2, 4), min_size=6, max_size=7))
def test_with_ties_it_is_the_share_of_all_orders(counts: list[int]) -> None:
    def score(row: tuple[int, ...]) -> int:
        return sum((b > a) - (b < a) for i, a in enumerate(row) for b in row[i + 1 :])

    orders = list(permutations(counts))
    as_far = sum(abs(score(order)) >= abs(score(tuple(counts))) for order in orders)
    assert trend(counts).p == pytest.approx(as_far / len(orders))


def test_many_bins_are_normal() -> None:
    counts = np.random.default_rng(3).poisson(9, 60)
    exact_enough = kendalltau(range(60), counts).pvalue
    assert trend(counts).p == pytest.approx(exact_enough, rel=0.03)


def test_where_the_exact_ends_the_normal_begins() -> None:
    ties = [(1,) * 9, (1, 1, 2, 2, 3), (1, 4, 4)] * 4
    for s in (0, 24, 60, 110):
        assert _p(s, ties) == pytest.approx(_normal(s, ties), abs=0.004)


def test_a_fall_by_hand() -> None:
    found = trend(FALLING)
    # 45 pairs; rising are 30-31, 28-31 and 20-21.
    assert (found.s, found.slope, found.claimed) == (3 - 42, pytest.approx(-2.0, abs=0.3), True)
    assert found.p < 0.001
    back = trend(FALLING[::-1])
    assert (back.s, back.p, back.slope) == (-found.s, found.p, -found.slope)


def test_seasons_are_no_trend_and_hide_none() -> None:
    wave = [1, 1, 2, 4, 6, 9, 9, 8, 5, 3, 2, 1]
    assert trend(wave * 4 + wave[:6], 12).why == "chance"
    growing = [n + 2 * year for year in range(4) for n in wave]
    found = trend(growing, 12)
    assert found.claimed
    assert (found.s, found.slope) == (12 * 6, 2.0)


def test_one_accident_with_many_casualties_is_one_high_bin() -> None:
    calm = [6, 5, 6, 7, 5, 6, 7, 5, 6, 6]
    assert trend([*calm, 8]).p == trend([*calm, 900]).p


@pytest.mark.parametrize(
    ("counts", "seasons", "cases", "why"),
    [
        ([9, 7, 5, 3, 1], 1, None, "few_bins"),
        ([9] * 35, 12, None, "few_bins"),
        ([3, 2, 2, 1, 1, 0], 1, None, "few_cases"),
        ([30, 25, 20, 15, 10, 5], 1, 9, "few_cases"),
        ([4] * 8, 1, None, "chance"),
        ([*range(10, 0, -1)] + [1] * 20, 1, None, "alike"),
        ([], 1, None, "few_bins"),
    ],
)
def test_when_nothing_is_claimed(counts: list[float], seasons: int, cases: float | None, why: str) -> None:
    assert trend(counts, seasons, cases).why == why
    assert not trend(counts, seasons, cases).claimed
