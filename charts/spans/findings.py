"""The difference between two periods: in words beside each pair of numbers, and whether it is more than chance."""

from typing import Any

import numpy as np

from charts.findings import Side as Counted
from charts.findings import finding_change
from charts.measures import measure
from charts.sentences import amount, is_span
from charts.spans.two_periods import Side, TwoPeriods
from data.frame import Frame
from data.selection import Selection
from data.statistics.dispersion import clustering
from data.statistics.low_count import change
from data.summaries.accidents import accident_count, accident_sizes
from data.summaries.amounts import Amount

MINUS = "\N{MINUS SIGN}"


def change_text(earlier: Amount, later: Amount, alike: bool, words: Any) -> str:
    """−12 (−29 %); from 2 to 4 on a small base, of minimum numbers, or where the periods are not `alike`."""
    if earlier.n is None or later.n is None:
        return ""
    if earlier.at_least or later.at_least or not alike:
        return _from_to(earlier, later, words)
    by = change(earlier.n, later.n).percent
    if by is None:
        return _from_to(earlier, later, words)
    number, percent = (signed(value, words) for value in (later.n - earlier.n, round(by)))
    return str(words.say("periods_compared.change", number=number, percent=percent))


def _from_to(earlier: Amount, later: Amount, words: Any) -> str:
    if earlier == later and not earlier.at_least:
        return str(words.say("periods_compared.same"))
    ends = {"earlier": amount(earlier, words), "later": amount(later, words)}
    return str(words.say("periods_compared.from_to", **ends))


def signed(value: float, words: Any) -> str:
    """+4, −12, 0."""
    sign = MINUS if value < 0 else "+" if value else ""
    return sign + str(words.number(abs(value)))


def period_findings(
    frame: Frame, two: TwoPeriods, earlier: Side, selection: Selection, words: Any
) -> list[str]:  # fmt: skip
    """On casualties and on accidents. Nothing is claimed where a period is covered only in part or the two overlap."""
    if not two.whole or (earlier.span.end >= two.later.span.start and earlier.span.start <= two.later.span.end):
        return []
    sides = (earlier, two.later)
    sizes = np.concatenate([accident_sizes(frame, side.selected) for side in sides])
    people = [_counted(side, measure(side.bucket, "casualties", selection), words) for side in sides]
    accidents = [_counted(side, Amount(float(accident_count(frame, side.selected))), words) for side in sides]
    return [
        finding_change(people[0], people[1], "casualties", words, clustering=clustering(*sizes.T)),
        finding_change(accidents[0], accidents[1], "accidents", words),
    ]


def _counted(side: Side, found: Amount, words: Any) -> Counted:
    minimum, span = found.at_least or found.n is None, is_span(*side.span)
    return Counted(side.name(words), found.known, side.span.days, minimum, span)
