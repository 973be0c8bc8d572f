"""What all charts of a set are limited by, and that some are limited further."""

from typing import Any

from charts.sentences import opening, selection_sentence
from data.selection import Selection
from exports.handed_set import HandedSet

Pairs = list[tuple[str, str]]


def common_selection(handed: HandedSet) -> Pairs:
    """The parameters that stand in the address of every chart."""
    every = [chart.selection for chart in handed.charts]
    return [pair for pair in (every[0] if every else []) if all(pair in one for one in every)]


def selection_line(handed: HandedSet) -> str:
    """The common selection as a sentence, and that charts with more say so themselves."""
    words: Any = handed.words
    common = common_selection(handed)
    told = opening(selection_sentence(Selection.from_query(common), words))
    if any(len(chart.selection) > len(common) for chart in handed.charts):
        told += " " + str(words.say("deck.more_limits"))
    return told
