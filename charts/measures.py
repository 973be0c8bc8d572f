"""What an analysis counts (casualties, killed, injured, records): its number in a bucket, its colour and its words."""

from typing import Any

from charts.amount_of import amount_of
from charts.palette import INJURED, KILLED, TOGETHER
from charts.sentences import cases, outcomes_shown, people
from data.selection import Selection
from data.summaries.amounts import Amount
from data.summaries.cross import MEASURES
from data.summaries.tally import Bucket

COLOURS = {"killed": KILLED, "injured": INJURED, "casualties": TOGETHER, "records": TOGETHER}
__all__ = ["COLOURS", "MEASURES", "can_be_asked", "measure", "measured"]


def can_be_asked(what: str, selection: Selection) -> bool:
    """Whether a selection has anybody to count: it may leave out those killed, or those injured."""
    return what not in ("killed", "injured") or what in outcomes_shown(selection)


def measure(bucket: Bucket, what: str, selection: Selection) -> Amount:
    """The number of a bucket."""
    return Amount(float(bucket.records)) if what == "records" else amount_of(bucket, what, selection)


def measured(amount: Amount, what: str, layout: str, words: Any) -> str:
    """4 killed, at least 4 killed and injured, 4 reported accidents, number killed not recorded."""
    if what in ("killed", "injured"):
        return people(what, amount, words)
    if amount.n is None:
        return str(words.say("charts.both_missing"))
    if what == "records":
        return cases(layout, int(amount.n), words)
    text = words.say("charts.casualties", count=amount.n)
    return str(words.say("charts.at_least", number=text) if amount.at_least else text)
