"""Shades from few to many: five classes of whole numbers, each about twice the one before, with the words on them."""

from collections.abc import Iterable
from math import ceil

from charts.palette import CARD, INK, SHADES

_ROUND = (1, 2, 3, 5, 10)
# From this ratio of the highest to the lowest on, classes that are easy to say tell apart well enough.
_WIDE = 15


def shade_limits(values: Iterable[float]) -> list[int]:
    """The upper ends of at most five classes of the numbers above zero; the last holds the highest."""
    found = [value for value in values if value > 0] or [1]
    low, top = max(1.0, min(found)), ceil(max(found))
    if top <= len(SHADES):
        return list(range(1, top + 1))
    limits: list[int] = []
    for step in range(1, len(SHADES)):
        # Counts of casualties are skewed: equal ratios tell more apart than equal steps.
        exact = low * (top / low) ** (step / len(SHADES))
        limit = _rounded(exact) if top > _WIDE * low else round(exact)
        if (not limits or limit > limits[-1]) and limit < top:
            limits.append(limit)
    return [*limits, top]


def shade(value: float, limits: list[int]) -> tuple[str, str]:
    """The colour of a number above zero and that of the words on it."""
    place = next((i for i, limit in enumerate(limits) if value <= limit), len(limits) - 1)
    step = len(SHADES) - len(limits) + place if len(limits) > 2 else 1 + 2 * place
    return SHADES[step], (INK if step < 3 else CARD)


def _rounded(value: float) -> int:
    """The nearest of 1, 2, 3, 5 times a power of ten."""
    power = 1
    while value >= power * 10:
        power *= 10
    return min((factor * power for factor in _ROUND), key=lambda candidate: abs(candidate - value))
