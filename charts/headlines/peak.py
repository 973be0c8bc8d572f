"""The peak period: May 2021 was the month with the most people recorded as killed or injured: 12."""

from collections.abc import Sequence

from charts.headlines.largest import NO_LARGEST_UNDER
from charts.headlines.numbers import number
from charts.headlines.told import Told
from data.summaries.amounts import Amount


def peak(told: Told, bins: Sequence[tuple[str, Amount]], unit: str, what: str) -> str:
    """Of (name, amount); `unit` is day, week, month, quarter or year. "" for small counts and ties."""
    ordered = sorted(bins, key=lambda one: -one[1].known)
    if len(ordered) < 2 or ordered[0][1].known < NO_LARGEST_UNDER or ordered[0][1].known == ordered[1][1].known:
        return ""
    name, amount = ordered[0]
    words = told.words
    said = {"name": name, "number": number(amount, words), "what": words.say(f"headlines.recorded.{what}")}
    return told.sentence("headlines.peak", unit=words.say(f"headlines.unit.{unit}"), **said)
