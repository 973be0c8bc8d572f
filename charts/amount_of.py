"""The one number that an analysis is about: the killed, the injured, or all casualties of a bucket."""

from charts.asked import Asked
from charts.sentences import outcomes_shown
from data.selection import Selection
from data.summaries.amounts import NOT_RECORDED, Amount
from data.summaries.tally import Bucket


def amount_of(bucket: Bucket, of: str, selection: Selection) -> Amount:
    """`of` is killed, injured, other (outcome unknown or not stated) or casualties: all of them that are asked for."""
    if of == "other":
        return Amount(bucket.other)
    if of != "casualties":
        found: Amount = getattr(bucket, of)
        return found
    parts = [getattr(bucket, outcome) for outcome in outcomes_shown(selection)]
    if not bucket.other and parts and all(part.n is None for part in parts):
        return NOT_RECORDED
    total = sum(part.known for part in parts) + bucket.other
    return Amount(total, any(part.at_least or part.n is None for part in parts))


def of_asked(asked: Asked) -> str:
    """What the option `of` names; casualties where the selection leaves out the very outcome that it names."""
    of = asked.options["of"]
    return of if of == "casualties" or of in outcomes_shown(asked.selection) else "casualties"


def outcome_parts(of: str) -> list[tuple[str, str]]:
    """The parameters of an address that narrow to it."""
    if of == "other":
        return [("outcome", "unknown"), ("outcome", "not_split")]
    return [] if of == "casualties" else [("outcome", of)]
