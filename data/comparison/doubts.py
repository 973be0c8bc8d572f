"""What a person must confirm in words before publishing: a total that drops, rows gone, a hole in time and the like."""

import hashlib
import json
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from data.comparison.changes import Changes
from data.comparison.figures import MEASURES, Change
from data.comparison.incidents import OF_EVENTS
from data.comparison.overlaps import KEEP_BOTH, Overlaps
from data.fields import PRECISIONS
from data.frame import NO_DAY, Frame
from data.summaries.amounts import Amount

# A few rows set aside are daily work; more than one in twenty (and more than two) change what a file says.
SHARE_SET_ASIDE, FEW_SET_ASIDE = 0.05, 3
# A reason of one word is no reason.
FEWEST_WORDS, FEWEST_LETTERS = 3, 12


@dataclass(frozen=True, slots=True)
class Doubt:
    """The sentence is `doubts.<kind>` with `params` (numbers; months, layouts and measures as keys).

    `at_least` among them names the figures (before, after) that are only a minimum.
    """

    kind: str
    params: dict[str, Any] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """Of this very doubt: with other numbers it is another one, and must be confirmed anew."""
        told = json.dumps([self.kind, self.params], sort_keys=True, default=str)
        return f"{self.kind}-{hashlib.sha256(told.encode()).hexdigest()[:8]}"


def confirms(reason: str) -> bool:
    """Whether this is a reason in words."""
    words = [word for word in reason.split() if any(letter.isalnum() for letter in word)]
    return len(words) >= FEWEST_WORDS and len(reason.strip()) >= FEWEST_LETTERS


def doubts(changes: Changes, intake: Any, found: Overlaps | None = None) -> list[Doubt]:
    """`intake` is the file's; `found` what it has in common with what is there, where it is added."""
    told = [*_drops(changes), *_gone(changes), *_holes(changes), *_layout(changes, intake), *_set_aside(intake)]
    if found is not None and (crossing := len(found.crossing) + _kept_twice(found)):
        told.append(Doubt("periods_cross", {"count": crossing}))
    return told


def _kept_twice(found: Overlaps) -> int:
    """Periods that stand twice because both were kept: whoever adds up periods counts their people twice."""
    return found.decisions.count(KEEP_BOTH) if found.before.dataset.layout == "period_totals" else 0


def _drops(changes: Changes) -> list[Doubt]:
    """Killed, injured or all casualties that fall; of running totals also a newest statement older than before."""
    told = [doubt for measure in ("killed", "injured") if (doubt := _drop(measure, *changes.total.amounts(measure)))]
    whole = [_everybody(changes.total, side) for side in (0, 1)]
    if not told and (doubt := _drop("casualties", *whole)):
        told.append(doubt)
    before, after = changes.newest
    if before and after is None:
        told.append(Doubt("newest_vanishes", {"before": before.first.isoformat()}))
    elif before and after and after.first < before.first:
        told.append(Doubt("newest_older", {"before": before.first.isoformat(), "after": after.first.isoformat()}))
    return told


def _drop(measure: str, before: Amount, after: Amount) -> Doubt | None:
    if not before.n or (after.n is not None and after.n >= before.n):
        return None
    lower = [side for side, amount in (("before", before), ("after", after)) if amount.at_least]
    told = {"measure": measure, "before": before.n} | ({"at_least": lower} if lower else {})
    return Doubt("total_vanishes", told) if after.n is None else Doubt("total_drops", told | {"after": after.n})


def _everybody(total: Change, side: int) -> Amount:
    """Killed, injured and those of whom it is not said: figures that are split later do not drop."""
    parts = [total.amounts(measure)[side] for measure in MEASURES]
    lower = any(part.at_least or part.n is None for part in parts)
    return Amount(sum(part.known for part in parts), lower)


def _gone(changes: Changes) -> list[Doubt]:
    if not len(changes.gone) or changes.before is None:
        return []
    return [Doubt("rows_gone", {"count": len(changes.gone), "of": len(changes.before)})]


def _holes(changes: Changes) -> list[Doubt]:
    if changes.before is None or changes.after.dataset.layout == "running_totals":
        return []
    return [
        Doubt("hole_in_time", {"first": _month(first), "last": _month(last), "count": last - first + 1})
        for first, last in new_holes(months(changes.before), months(changes.after))
    ]


def months(frame: Frame) -> np.ndarray:
    """The months (counted from 1970-01) that have a record, sorted. A date known only to its year names no month."""
    start, end = (
        frame.records[key].to_numpy(dtype="datetime64[M]").astype(np.int64) for key in ("date_from", "date_to")
    )
    known = (frame.days("date_from") != NO_DAY) & (frame.days("date_to") != NO_DAY)
    if frame.dataset.layout in OF_EVENTS:
        exact = [PRECISIONS.index(name) for name in ("day", "month", "quarter", "span")]
        known &= np.isin(frame.codes("date_precision").codes, exact)
    pairs = {(int(first), int(last)) for first, last in zip(start[known], end[known], strict=True) if first <= last}
    return np.array(sorted({month for first, last in pairs for month in range(first, last + 1)}), dtype=np.int64)


def new_holes(before: np.ndarray, after: np.ndarray) -> list[tuple[int, int]]:
    """(first, last) month of each hole that is new: one that takes away months, or is longer than any there was."""
    there = set(before.tolist())
    longest = max((last - first + 1 for first, last in _holes_of(before)), default=0)
    return [
        (first, last)
        for first, last in _holes_of(after)
        if there & set(range(first, last + 1)) or last - first + 1 > max(longest, 1)
    ] if len(before) else []  # fmt: skip


def _holes_of(covered: np.ndarray) -> list[tuple[int, int]]:
    steps = np.diff(covered)
    return [(int(covered[at]) + 1, int(covered[at + 1]) - 1) for at in np.flatnonzero(steps > 1)]


def _month(number: int) -> str:
    return f"{1970 + number // 12}-{number % 12 + 1:02d}-01"


def _layout(changes: Changes, intake: Any) -> list[Doubt]:
    if changes.before is None or intake.layout == changes.before.dataset.layout:
        return []
    return [Doubt("other_layout", {"before": changes.before.dataset.layout, "after": intake.layout})]


def _set_aside(intake: Any) -> list[Doubt]:
    aside = sum(row.reason == "set_aside" for row in intake.excluded)
    if aside < FEW_SET_ASIDE or aside < SHARE_SET_ASIDE * max(intake.rows, 1):
        return []
    return [Doubt("many_set_aside", {"count": aside, "of": intake.rows})]
