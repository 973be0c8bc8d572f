"""Statements of a file against the published ones of the same counter and scope: of that day, before and after."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

from data.frame import Frame
from data.summaries.statements import Statement, statements_of

FIGURES = ("killed", "injured", "casualties")


@dataclass(frozen=True, slots=True)
class Contradiction:
    """`other` is a published statement of the same day that says otherwise, an earlier one that says more, or a later
    one that says less: a running total does not fall.
    """

    outcome: str
    when: Literal["same_day", "earlier", "later"]
    statement: Statement
    other: Statement


def contradictions(frame: Frame, new: Collection[int]) -> list[Contradiction]:
    """`frame` is what would be published, `new` the positions of its records that are not published so yet.

    Only statements that are dated to the day; those of the file among each other are found when it is read.
    """
    ours, mine = set(new), defaultdict[tuple[str, str], list[Statement]](list)
    published = defaultdict[tuple[str, str], list[Statement]](list)
    for one in statements_of(frame):
        if one.start and one.precision == "day":
            (mine if one.position in ours else published)[one.scope.casefold(), one.counted_by.casefold()].append(one)
    return [
        found for series, own in mine.items() for one in own for found in _of_one(one, published.get(series, []))
    ]  # fmt: skip


def _of_one(one: Statement, others: list[Statement]) -> Iterator[Contradiction]:
    comparable = [other for other in others if not (one.since and other.since and one.since != other.since)]
    for outcome in FIGURES:
        value = one.value(outcome)
        if value is None:
            continue
        said = [(other, number) for other in comparable if (number := other.value(outcome)) is not None]
        same = [other for other, number in said if other.first == one.first and number != value]
        more = [(number, other) for other, number in said if other.first < one.first and number > value]
        less = [(number, other) for other, number in said if other.first > one.first and number < value]
        if same:
            yield Contradiction(outcome, "same_day", one, same[-1])
        if more:
            yield Contradiction(outcome, "earlier", one, max(more, key=lambda pair: pair[0])[1])
        if less:
            yield Contradiction(outcome, "later", one, min(less, key=lambda pair: pair[0])[1])
