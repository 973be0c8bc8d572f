"""Where nothing changes, how often a trend or a break is claimed: about 1 of 20, or less; and real ones are found."""

from collections.abc import Callable

import numpy as np
import pytest

from data.statistics.change_point import change_point
from data.statistics.trend import trend
from data.statistics.two_counts import two_counts

REPEATS = 200
# 5 % and two standard errors of the repeats.
MOST = 0.05 + 2 * (0.05 * 0.95 / REPEATS) ** 0.5
Draw = Callable[[np.random.Generator], np.ndarray]


def people(random: np.random.Generator, accidents: np.ndarray) -> np.ndarray:
    """So many accidents per bin, each with one person, two, ... (half as often each)."""
    return np.array([random.geometric(0.5, n).sum() for n in accidents])


STEADY: dict[str, tuple[Draw, int]] = {
    "years": (lambda random: random.poisson(8, 10), 1),
    "years of people": (lambda random: people(random, random.poisson(6, 12)), 1),
    "quarters": (lambda random: random.poisson(4, 24), 4),
    "months with a season": (lambda random: random.poisson(3 + 2.5 * np.sin(np.arange(42) * np.pi / 6)), 12),
    "months of people": (lambda random: people(random, random.poisson(1.5, 60)), 12),
}


@pytest.mark.parametrize("test", [trend, change_point])
@pytest.mark.parametrize("case", STEADY)
def test_chance_is_seldom_taken_for_a_finding(case: str, test: Callable[..., trend]) -> None:
    draw, seasons = STEADY[case]
    random = np.random.default_rng(20)
    assert sum(test(draw(random), seasons).claimed for _ in range(REPEATS)) / REPEATS <= MOST


def test_equal_rates_are_seldom_called_different() -> None:
    random = np.random.default_rng(21)
    pairs = random.poisson([20, 10], (2000, 2))
    assert np.mean([two_counts(a, b, (2, 1)).clear for a, b in pairs]) <= 0.05


@pytest.mark.parametrize(
    ("test", "means"),
    [
        (trend, np.linspace(40, 12, 8)),
        (change_point, np.repeat([20.0, 8.0], 6)),
        (change_point, np.repeat([4, 1.5], 30)),
    ],
)
def test_what_is_there_is_mostly_found(test: Callable[..., trend], means: np.ndarray) -> None:
    random = np.random.default_rng(22)
    seasons = 12 if len(means) == 60 else 1
    assert sum(test(random.poisson(means), seasons).claimed for _ in range(100)) > 80
