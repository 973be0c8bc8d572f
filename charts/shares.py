"""A part of a whole in words: a percentage where the whole is large enough for one, else the two numbers."""

from typing import Any

from data.statistics.low_count import may_have_percent


def share(part: float, base: float, words: Any) -> str:
    """23 %, under 1 %, or 3 of 7."""
    if not may_have_percent(base):
        return str(words.say("charts.part_of", part=part, whole=base))
    return percent(part / base, words)


def percent(fraction: float, words: Any) -> str:
    """0.234 as 23 %; what is neither nothing nor all is never said to be."""
    if 0 < fraction < 0.005:
        return str(words.say("charts.percent_under", percent=1))
    if 0.995 <= fraction < 1:
        return str(words.say("charts.percent_over", percent=99))
    return str(words.say("charts.percent", percent=int(fraction * 100 + 0.5)))
