"""Single cases on a line of days: how many people are counted for certain between two days, and how many may be."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from data.fields import OFFICIAL_SCOPES, STATUSES
from data.frame import Frame
from data.summaries.columns import AFTER_ALL, BEFORE_ALL, EPOCH, INJURED, KILLED, Columns, columns_of


@dataclass(frozen=True, eq=False)
class CaseLine:
    """People per day: `exact` from day `first` (since 1970) on; `spans` (start, end) with `weights`; `undated` people.

    `records` count, `undated_records` and `coarse_records` of them; `outside` are those that do not count. `unsure` are
    the (start, end) of dated records that do not say how many, or give only a minimum.
    """

    first: int
    exact: np.ndarray
    spans: np.ndarray
    weights: np.ndarray
    undated: float
    records: int
    undated_records: int
    coarse_records: int
    outside: int
    unsure: np.ndarray

    def is_minimum(self, start: date | None, end: date) -> bool:
        """Whether `certain` is only a lower bound, by what its records leave unsaid."""
        low, high = _day(start), (end - EPOCH).days
        return bool(((self.unsure[:, 0] >= low) & (self.unsure[:, 1] <= high)).any())

    def certain(self, start: date | None, end: date) -> float:
        """People whose case lies wholly in the days from `start` (None: from the beginning) to `end`."""
        low, high = _day(start), (end - EPOCH).days
        inside = (self.spans[:, 0] >= low) & (self.spans[:, 1] <= high)
        return self._exact(low, high) + float(self.weights[inside].sum())

    def possible(self, start: date | None, end: date) -> float:
        """People whose case may lie in those days: also of spans that touch them, and of no date at all."""
        low, high = _day(start), (end - EPOCH).days
        touching = (self.spans[:, 0] <= high) & (self.spans[:, 1] >= low)
        return self._exact(low, high) + float(self.weights[touching].sum()) + self.undated

    def steps(self, start: date | None, end: date) -> list[tuple[date, float]]:
        """(day, people known for certain from `start` up to it), at every day on which it rises."""
        low, high = _day(start), (end - EPOCH).days
        inside = (self.spans[:, 0] >= low) & (self.spans[:, 1] <= high)
        days = np.concatenate([self.first + np.flatnonzero(self.exact), self.spans[inside, 1]])
        people = np.concatenate([self.exact[self.exact != 0], self.weights[inside]])
        kept = (days >= low) & (days <= high) & (people > 0)
        found, places = np.unique(days[kept], return_inverse=True)
        totals = np.cumsum(np.bincount(places, weights=people[kept], minlength=len(found)))
        return [(EPOCH + timedelta(days=int(day)), float(n)) for day, n in zip(found, totals, strict=True)]

    def _exact(self, low: int, high: int) -> float:
        return float(self.exact[max(0, low - self.first) : max(0, high + 1 - self.first)].sum())


def case_line(frame: Frame, outcome: str, status: Collection[str] = ()) -> CaseLine:
    """The cases inside the official scope. `outcome` is killed, injured or casualties; of one `status` only, or all."""
    columns = columns_of(frame)
    name = f"case_line:{outcome}:{','.join(sorted(status))}"
    return columns.remember(name, lambda: _case_line(frame, columns, outcome, status))


def _case_line(frame: Frame, columns: Columns, outcome: str, status: Collection[str]) -> CaseLine:
    inside = frame.records["in_official_scope"].cat.codes.to_numpy() == OFFICIAL_SCOPES.index("yes")
    people = _people(columns, outcome, status)
    start, end = columns.start, columns.end
    undated = inside & ((start == BEFORE_ALL) | (end == AFTER_ALL))
    exact, coarse = inside & ~undated & (start == end), inside & ~undated & (start != end)
    first = int(start[exact].min()) if exact.any() else 0
    # Two days in one whole number: unique over rows would sort ten times as long.
    keys = start[coarse].astype(np.int64) * 2**32 + (end[coarse].astype(np.int64) + 2**31)
    pairs, places = np.unique(keys, return_inverse=True)
    return CaseLine(
        first=first,
        exact=np.bincount(start[exact] - first, weights=people[exact]),
        spans=np.stack([pairs >> 32, (pairs & (2**32 - 1)) - 2**31], axis=1),
        weights=np.bincount(places, weights=people[coarse], minlength=len(pairs)),
        undated=float(people[undated].sum()),
        records=int(np.count_nonzero(inside)),
        undated_records=int(np.count_nonzero(undated)),
        coarse_records=int(np.count_nonzero(coarse)),
        outside=int(np.count_nonzero(~inside)),
        unsure=_unsure(columns, outcome, inside & ~undated),
    )


def _unsure(columns: Columns, outcome: str, counted: np.ndarray) -> np.ndarray:
    """(start, end) of the counted records whose number is missing or a minimum, shape (n, 2)."""
    wanted = [o for o, name in ((KILLED, "killed"), (INJURED, "injured")) if outcome in (name, "casualties")]
    lower = columns.minima[np.isin(columns.outcome.take(columns.minima), wanted)]
    parts = [columns.record.take(lower), *(columns.missing[o] for o in wanted), *(columns.partial[o] for o in wanted)]
    positions = np.unique(np.concatenate(parts).astype(np.int64))
    positions = positions[counted[positions]]
    return np.stack([columns.start[positions], columns.end[positions]], axis=1)


def _people(columns: Columns, outcome: str, status: Collection[str]) -> np.ndarray:
    """People per record."""
    wanted = np.ones(len(columns.n), dtype=bool)
    if outcome != "casualties":
        wanted &= columns.outcome == (KILLED if outcome == "killed" else INJURED)
    if status:
        wanted &= np.isin(columns.status, [STATUSES.index(value) for value in status])
    return np.bincount(columns.record[wanted], weights=columns.n[wanted], minlength=columns.size)


def _day(start: date | None) -> int:
    return BEFORE_ALL + 1 if start is None else (start - EPOCH).days
