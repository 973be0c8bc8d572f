"""The largest part: most of the people recorded as killed or injured were in Aghdam (120 of 382)."""

from collections.abc import Sequence
from typing import NamedTuple

from charts.headlines.numbers import number
from charts.headlines.told import Told
from data.statistics.low_count import NO_PERCENT_UNDER
from data.summaries.amounts import Amount

# Fewer in the largest part are single events: nothing is said of their order.
NO_LARGEST_UNDER = 5


class Part(NamedTuple):
    """`grey`: unknown or not stated, or several together; it can never be the largest."""

    name: str
    amount: Amount
    grey: bool = False


def largest(told: Told, parts: Sequence[Part], whole: Amount, field: str, what: str) -> str:
    """ "" where nothing may be said: few people, a tie, or so many not stated that they could be the largest.

    `field` is the name of what is compared in words, "" for districts; `what` is casualties, killed or injured.
    """
    own = sorted((part for part in parts if not part.grey), key=lambda part: -part.amount.known)
    grey = sum(part.amount.known for part in parts if part.grey)
    if len(own) < 2 or whole.known < NO_PERCENT_UNDER or own[0].amount.known < NO_LARGEST_UNDER:
        return ""
    first, second = own[0].amount.known, own[1].amount.known
    most = first * 2 > whole.known
    if first == second or (not most and first <= second + grey):
        return ""
    message = f"headlines.{'most' if most else 'largest'}.{'field' if field else 'district'}"
    numbers = {"part": number(own[0].amount, told.words), "whole": number(whole, told.words, told.growing)}
    return told.sentence(message, name=own[0].name, what=told.words.say(f"headlines.of.{what}"), field=field, **numbers)
