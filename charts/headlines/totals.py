"""Totals over a span: between ... and ..., at least 70 people were killed and 312 injured, according to ANAMA."""

from collections.abc import Mapping

from charts.headlines.numbers import is_known, missing, people
from charts.headlines.told import Told
from data.summaries.amounts import Amount


def totals(told: Told, amounts: Mapping[str, Amount], other: float = 0.0, *, accidents: int = 0) -> str:
    """`amounts` by killed, injured or casualties; `other` people of unknown outcome; `accidents` 1 says "in one",
    whose own number does not grow with further reports."""
    words = told.words
    tail = missing(amounts, other, words)
    if any(is_known(one) for one in amounts.values()):
        message = "headlines.totals.one" if accidents == 1 else "headlines.totals"
        return told.sentence(message, people=people(amounts, words, told.growing and accidents != 1), tail=tail)
    if other:
        of = {"casualties": Amount(other)}
        return told.sentence("headlines.totals", people=people(of, words, told.growing), tail="")
    what = next(iter(amounts)) if len(amounts) == 1 else "casualties"
    return told.sentence("headlines.unrecorded", what=words.say(f"headlines.what.{what}"))
