"""The one number that an analysis is about: the killed, the injured, or all casualties of a bucket."""

from charts.asked import Asked
from charts.measures import can_be_asked, measure
from data.selection import Selection
from data.summaries.amounts import Amount
from data.summaries.tally import Bucket


def amount_of(bucket: Bucket, of: str, selection: Selection) -> Amount:
    """`of` is a measure (charts.measures), or other: those of whom killed or injured is not known or not stated."""
    return Amount(bucket.other) if of == "other" else measure(bucket, of, selection)


def of_asked(asked: Asked) -> str:
    """What the option `of` names; casualties where the selection leaves out the very outcome that it names."""
    of = asked.options["of"]
    return of if can_be_asked(of, asked.selection) else "casualties"


def outcome_parts(of: str) -> list[tuple[str, str]]:
    """The parameters of an address that narrow to it."""
    if of == "other":
        return [("outcome", "unknown"), ("outcome", "not_split")]
    return [] if of == "casualties" else [("outcome", of)]
