"""The key numbers of the page: what was last published, by whom, as of when, and what it was about a year before."""

from dataclasses import dataclass
from datetime import date

from data.frame import Edition
from data.summaries.statements import Statement, latest, statements

BOUNDARY_DAYS = 31
OUTCOMES = ("killed", "injured", "casualties")


@dataclass(frozen=True)
class Change:
    """Two statements of one counter and one scope, about a year apart; `values` only of what both state."""

    earlier: Statement
    later: Statement
    values: dict[str, tuple[float, float]]


@dataclass(frozen=True)
class KeyNumbers:
    """`statement` holds the numbers, `since` their start. `split`: the newest statement with civilians and military.

    `newer_total` is a statement after `statement` that gives only the sum of killed and injured.
    """

    statement: Statement
    killed: float
    injured: float
    casualties: float
    since: date | None
    newer_total: Statement | None
    split: Statement | None
    change: Change | None


def key_numbers(edition: Edition) -> KeyNumbers | None:
    """The key numbers of an edition; None where nothing published gives both killed and injured."""
    shown = latest(edition)
    if shown is None:
        return None
    comparable = [one for one in statements(edition) if one.start and one.is_main_scope]
    newer = [one for one in comparable if one.first > shown.first and one.value("casualties") is not None]
    with_split = [one for one in comparable if one.is_split]
    return KeyNumbers(
        statement=shown,
        killed=shown.value("killed") or 0.0,
        injured=shown.value("injured") or 0.0,
        casualties=shown.value("casualties") or 0.0,
        since=shown.since,
        newer_total=max(newer, key=lambda one: one.first, default=None),
        split=max(with_split, key=lambda one: (one.first, one.position), default=None),
        change=_change(shown, comparable),
    )


def _change(later: Statement, comparable: list[Statement]) -> Change | None:
    """The statement nearest to one year before, of the same counter and start, if within a month of that day."""
    boundary = _year_before(later.first)
    candidates = []
    for one in comparable:
        distance = abs((one.first - boundary).days)
        same = (one.counted_by, one.since) == (later.counted_by, later.since) and one.counted_by
        if (
            same
            and one.precision == later.precision == "day"
            and distance <= BOUNDARY_DAYS
            and (v := _both(one, later))
        ):
            candidates.append((distance, -one.position, Change(one, later, v)))
    return min(candidates, key=lambda candidate: candidate[:2])[2] if candidates else None


def _both(earlier: Statement, later: Statement) -> dict[str, tuple[float, float]]:
    values = {}
    for outcome in OUTCOMES:
        before, after = earlier.value(outcome), later.value(outcome)
        if before is not None and after is not None:
            values[outcome] = (before, after)
    return values


def _year_before(day: date) -> date:
    return day.replace(year=day.year - 1, day=28 if (day.month, day.day) == (2, 29) else day.day)
