"""Sentences that say whether what is seen is real: how large, how sure, by which test, and when nothing is claimed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Side:
    """One of two counts: `name` in words ("2024"), `n`, the `days` it was counted over, whether it is a minimum."""

    name: str
    n: float
    days: float
    at_least: bool = False


def finding_change(earlier: Side, later: Side, what: str, words: Any, *, clustering: float = 1.0) -> str:
    """Whether two counts of `what` differ by more than chance. `what` is accidents, casualties, killed or injured.

    `clustering` (data.statistics.dispersion.clustering of the selected casualties per accident) widens the test where
    people are counted, since those of one accident come together; 1 for accidents.
    """
    return ""


def finding_trend(
    counts: Sequence[float], starts: Sequence[date], unit: str, what: str, words: Any, *, accidents: float | None = None
) -> str:  # fmt: skip
    """Whether finished bins without a gap go up or down. `unit` is year, quarter or month; `starts` their first days.

    `accidents` is over how many accidents people are counted (for the guard); by default the sum of `counts`.
    """
    return ""


def finding_break(
    counts: Sequence[float], starts: Sequence[date], unit: str, what: str, words: Any, *, accidents: float | None = None
) -> str:  # fmt: skip
    """Whether the level changed at one point; arguments as in finding_trend."""
    return ""


def finding_share(killed: float, total: float, words: Any, *, unknown: float = 0, at_least: bool = False) -> str:
    """The killed share of `total` casualties of known outcome with its interval; `unknown` are left out of it."""
    return ""
