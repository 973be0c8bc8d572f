"""How many accidents or records: In 2024: at least 41 accidents, according to ANAMA."""

from charts.findings.amounts import counted as in_words
from charts.headlines.told import Told
from charts.sentences import cases


def counted(told: Told, n: float, layout: str = "") -> str:
    """`n` records of the dataset's `layout`, or accidents."""
    words = told.words
    text = cases(layout, int(n), words) if layout else in_words(n, "accidents", words)
    least = told.growing and n > 0
    return told.sentence("headlines.counted", count=words.say("charts.at_least", number=text) if least else text)
