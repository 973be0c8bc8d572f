"""The change point: found where the literature has it, the same every time, and not claimed on little."""

import numpy as np
import pytest

from data.statistics.change_point import change_point

# Explosions with ten or more killed in British coal mines per year, 1851-1962: R. G. Jarrett, Biometrika 66 (1979)
# 191-193, as in the R package boot. Carlin, Gelfand and Smith, Applied Statistics 41 (1992) 389-405: the level falls
# after 1891, from 3.1 to 0.9.
COAL = [
    int(digit)
    for digit in "454104340633402633545314415534252234213221111300101100310322"
    "0111010100021000110233112111123300014000100000100101"
]


def test_the_coal_mines() -> None:
    found = change_point(COAL)
    assert found.claimed
    assert 1851 + found.first in (1891, 1892)
    assert (found.before, found.after) == (pytest.approx(3.1, abs=0.1), pytest.approx(0.9, abs=0.1))
    assert found.p == 1 / 1000


def test_a_step_by_hand() -> None:
    found = change_point([9, 11, 10, 10, 12, 8, 3, 2, 4, 3, 1, 2])
    assert (found.first, found.before, found.after) == (6, 10.0, 2.5)
    assert found.claimed
    mirrored = change_point([9, 11, 10, 10, 12, 8, 3, 2, 4, 3, 1, 2][::-1])
    assert (mirrored.first, mirrored.before) == (6, 2.5)


def test_the_same_figures_give_the_same_answer() -> None:
    counts = np.random.default_rng(5).poisson(4, 48)
    first = change_point(counts, 12)
    change_point.__globals__["_change_point"].cache_clear()
    assert change_point(counts.tolist(), 12) == first
    assert 0 < first.p <= 1


def test_seasons_make_no_break() -> None:
    wave = [1, 1, 2, 4, 6, 9, 9, 8, 5, 3, 2, 1]
    assert change_point(wave * 3 + wave[:6], 12).why == "chance"


def test_a_slow_change_is_no_break() -> None:
    assert change_point([40 - n for n in range(36)]).why == "alike"


@pytest.mark.parametrize(
    ("counts", "seasons", "cases", "why"),
    [
        ([90, 90, 90, 1, 1, 1, 1], 1, None, "few_bins"),
        ([9] * 35, 12, None, "few_bins"),
        ([4, 4, 4, 4, 1, 1, 0, 0], 1, None, "few_cases"),
        ([40, 40, 40, 40, 1, 1, 0, 0], 1, 19, "few_cases"),
        ([5] * 12, 1, None, "chance"),
    ],
)
def test_when_nothing_is_claimed(counts: list[float], seasons: int, cases: float | None, why: str) -> None:
    found = change_point(counts, seasons, cases)
    assert (found.why, found.claimed) == (why, False)


def test_a_thousand_bins_are_tested_whole() -> None:
    counts = np.random.default_rng(1).poisson(np.where(np.arange(1000) < 400, 5, 3))
    found = change_point(counts, 12)
    assert found.claimed
    assert abs(found.first - 400) < 30
