"""What an analysis counts (casualties, killed, injured, records): its number in a bucket, its colour and its words."""

from typing import Any

from charts.palette import INJURED, KILLED, TOGETHER
from charts.sentences import cases, outcomes_shown, people
from data.selection import Selection
from data.summaries.amounts import NOT_RECORDED, Amount
from data.summaries.cross import MEASURES
from data.summaries.tally import Bucket

COLOURS = {"killed": KILLED, "injured": INJURED, "casualties": TOGETHER, "records": TOGETHER}
__all__ = ["COLOURS", "MEASURES", "can_be_asked", "measure", "measured"]


def can_be_asked(what: str, selection: Selection) -> bool:
    """Whether a selection has anybody to count: it may leave out those killed, or those injured."""
    return what not in ("killed", "injured") or what in outcomes_shown(selection)


def measure(bucket: Bucket, what: str, selection: Selection) -> Amount:
    """The number of a bucket. Casualties are killed, injured and those of whom that is not known, as far as asked."""
    if what == "records":
        return Amount(float(bucket.records))
    if what != "casualties":
        # The number stands for itself: 312 months ask for it some thousand times a page.
        return getattr(bucket, what)  # type: ignore[no-any-return]
    amounts = [getattr(bucket, outcome) for outcome in outcomes_shown(selection)]
    if amounts and all(amount.n is None for amount in amounts) and not bucket.other:
        return NOT_RECORDED
    known = sum(amount.known for amount in amounts) + bucket.other
    return Amount(known, any(amount.at_least or amount.n is None for amount in amounts))


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
