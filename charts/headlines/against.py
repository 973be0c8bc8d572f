"""Published against recorded: 384 published by ANAMA, at least 120 recorded one by one."""

from charts.headlines.numbers import number
from charts.headlines.told import Told, in_sentence
from data.summaries.amounts import Amount


def against(told: Told, published: str, counter: str, recorded: Amount) -> str:
    """`told.who` recorded the single cases; `published` is an amount of people in words, said by `counter`."""
    counter = in_sentence(counter, told.words)
    if recorded.n is None:
        return told.sentence("headlines.against.uncovered", published=published, counter=counter)
    return told.sentence(
        "headlines.against", published=published, counter=counter, recorded=number(recorded, told.words)
    )
