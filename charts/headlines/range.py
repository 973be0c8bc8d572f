"""Between the fewest and the most: there were between 12 and 40 accidents a year."""

from collections.abc import Sequence

from charts.headlines.told import Told


def between(told: Told, counts: Sequence[float], unit: str, what: str) -> str:
    """Of exact counts of whole years, quarters or months; "" of fewer than two, or where all are equal."""
    if len(counts) < 2 or min(counts) == max(counts):
        return ""
    words = told.words
    values = {"unit": words.say(f"headlines.each.{unit}"), "what": words.say(f"headlines.recorded.{what}")}
    return told.sentence("headlines.between", low=min(counts), high=max(counts), **values)
