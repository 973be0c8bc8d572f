"""Whether finished bins go up or down, said in a sentence or a few."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from charts.findings.amounts import chance, not_claimed, row_names
from data.statistics.low_count import BINS_FOR_A_TREND, NO_TREND_UNDER, YEARS_OF_SEASONS
from data.statistics.trend import Trend, trend

# How many bins make a year.
SEASONS = {"year": 1, "quarter": 4, "month": 12}


def finding_trend(
    counts: Sequence[float], starts: Sequence[date], unit: str, what: str, words: Any, *, accidents: float | None = None
) -> str:  # fmt: skip
    """Whether finished bins without a gap go up or down. `unit` is year, quarter or month; `starts` their first days.

    `what` is accidents, casualties, killed or injured; `accidents` is over how many accidents people are counted (for
    the guard), by default the sum of `counts`.
    """
    seasons = SEASONS[unit]
    found = trend(counts, seasons, accidents)
    needed = (BINS_FOR_A_TREND if seasons == 1 else YEARS_OF_SEASONS * seasons, NO_TREND_UNDER)
    if why := not_claimed("trend", found.why, counts, unit, words, needed, accidents):
        return why
    first, last = row_names(starts, unit, words)
    verdict = "unclear" if found.why else "up" if found.s > 0 else "down"
    sentences = [
        words.say(
            f"findings.trend.{verdict}", what=words.say(f"findings.what.{what}"), first=first, last=last,
            chance=chance(found.p, "trend", words), method=words.say(f"findings.method.trend.{unit}", bins=len(counts)),
        )
    ]  # fmt: skip
    sentences += _slope(found, unit, words) if found.claimed else []
    if what != "accidents":
        sentences.append(words.say(f"findings.trend.people.{unit}"))
    return " ".join(sentences)


def _slope(found: Trend, unit: str, words: Any) -> list[str]:
    """How fast; where most bins are equal the middle is no change, and nothing is said."""
    size = abs(found.slope)
    rounded = round(size, 1) if size < 10 else round(size)
    if not rounded or (found.slope > 0) != (found.s > 0):
        return []
    return [words.say(f"findings.slope.{'more' if found.slope > 0 else 'fewer'}.{unit}", slope=rounded)]
