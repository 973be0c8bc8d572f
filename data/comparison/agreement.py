"""Whether a file agrees with its own totals, and with what was published of the same people as of the same date.

Only what can be compared is: statements of the same counter and scope, or, where a dataset says whose scope its records
lie in, those records against that scope. Records are summed up to the day of the statement, never scaled or spread.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

import numpy as np

from data.fields import OFFICIAL_SCOPES
from data.frame import NO_DAY, Edition, Frame
from data.problems import Problem
from data.summaries.amounts import NOT_RECORDED, Amount
from data.summaries.columns import EPOCH, INJURED, KILLED, columns_of
from data.summaries.statements import Statement, main_scope, statements_of

# Findings of the reading that hold the figures of a file against its own sums.
OF_SUMS = {
    "totals_row_agrees": True, "totals_row_disagrees": False, "crosstab_totals_agree": True,
    "crosstab_total_disagrees": False, "total_not_parts": False, "parts_above_total": False,
    "percentage_disagrees": False,
}  # fmt: skip
# A month without an accident is no sign that records are missing.
LATE = 31
When = Literal["same_day", "earlier", "later"]


@dataclass(frozen=True, slots=True)
class WithinFile:
    """A finding about the file's own sums."""

    problem: Problem
    agrees: bool


@dataclass(frozen=True, slots=True)
class WithStatement:
    """Records summed up to the statement's date beside it. `when`: how its date lies to the newest record's.

    `covers`: the records are counted by another and need only be a part of it, so that only more than it disagrees.
    `casualties` are everybody, killed or injured or not said which. `counted` records are in the sums; `undated`,
    `partly` (spans that go on after the date) and `outside` (of another counter or scope) are not.
    """

    counter: str
    when: When
    statement: Statement
    killed: Amount
    injured: Amount
    casualties: Amount
    counted: int
    undated: int
    partly: int
    outside: int
    covers: bool
    first: date | None
    last: date | None

    @property
    def begins_late(self) -> bool:
        """Whether the records begin more than a month after the statement begins to count."""
        since = self.statement.since
        return bool(self.first and since and (self.first - since).days > LATE)

    def agrees(self, outcome: str) -> bool | None:
        """Of killed, injured or casualties; None where it cannot be told.

        Records that are a part of what the statement counts, or end before its day, only disagree when they are more;
        and not even then when it is not said since when the statement counts.
        """
        said = self.statement.value(outcome)
        own: Amount = getattr(self, outcome)
        if said is None or own.n is None:
            return None
        part = self.covers or self.when == "later" or self.begins_late or own.at_least or self.partly or self.undated
        if self.statement.since is None and own.n != said:
            return None
        if part:
            return False if own.n > said else None
        return own.n == said


def within_file(intake: Any) -> list[WithinFile]:
    """Disagreements first."""
    told = [WithinFile(problem, OF_SUMS[problem.kind]) for problem in intake.problems if problem.kind in OF_SUMS]
    return sorted(told, key=lambda one: one.agrees)


def with_statements(edition: Edition | None, frame: Frame) -> list[WithStatement]:
    """`frame` is what would be published. Running totals are statements themselves and have none to be held against."""
    if edition is None or frame.dataset.layout == "running_totals" or not len(frame):
        return []
    return [
        _against(frame, one, when, mask, covers)
        for statements, mask, covers in _comparable(edition, frame)
        for one, when in nearest(statements, _last_day(frame, mask))
    ]


def nearest(statements: list[Statement], last: date | None) -> list[tuple[Statement, When]]:
    """The statement of that very day; else the nearest before and after. A date known to its month is none of a day."""
    exact = [one for one in statements if one.start and one.precision == "day"]
    same = [one for one in exact if one.start == last]
    if same or last is None:
        return [(same[-1], "same_day")] if same else []
    earlier = max((one for one in exact if one.first < last), key=lambda one: (one.first, one.position), default=None)
    later = min((one for one in exact if one.first > last), key=lambda one: one.first, default=None)
    found: list[tuple[Statement | None, When]] = [(earlier, "earlier"), (later, "later")]
    return [(one, when) for one, when in found if one is not None]


def _comparable(edition: Edition, frame: Frame) -> Iterator[tuple[list[Statement], np.ndarray, bool]]:
    """(statements in the order of the file, mask of the records to be held against them, whether these are a part)."""
    own = frame.dataset
    for key, published in sorted(edition.frames.items()):
        if published.dataset.layout != "running_totals" or key == own.key:
            continue
        whole = [one for one in statements_of(published) if one.states_anything]
        main = main_scope([one.scope for one in statements_of(published)])
        if own.official_scope_of == key:
            inside = frame.codes("in_official_scope").codes == OFFICIAL_SCOPES.index("yes")
            yield [one for one in whole if one.scope == main], inside, True
        yield from _same_counter(frame, whole, main)


def _same_counter(
    frame: Frame, statements: list[Statement], main: str
) -> Iterator[tuple[list[Statement], np.ndarray, bool]]:
    """A scope that the records leave blank is that of most statements, as their dataset describes it."""
    (counters, counter_names), (scopes, scope_names) = frame.codes("counted_by"), frame.codes("scope")
    for counter, name in enumerate(counter_names):
        for scope, said in enumerate(scope_names):
            wanted = (name.casefold(), (said or main).casefold())
            fitting = [one for one in statements if (one.counted_by.casefold(), one.scope.casefold()) == wanted]
            mask = (counters == counter) & (scopes == scope)
            if name and fitting and mask.any():
                yield fitting, mask, False


def _last_day(frame: Frame, mask: np.ndarray) -> date | None:
    days = frame.days("date_to")[mask]
    days = days[days != NO_DAY]
    return _day(int(days.max())) if len(days) else None


def _against(frame: Frame, one: Statement, when: When, mask: np.ndarray, covers: bool) -> WithStatement:
    start, end = frame.days("date_from"), frame.days("date_to")
    until = (one.last - EPOCH).days
    since = (one.since - EPOCH).days if one.since else NO_DAY + 1
    dated = mask & (start != NO_DAY) & (end != NO_DAY)
    counted = dated & (end <= until) & (start >= since)
    partly = dated & ~counted & (start <= until) & (end >= since)
    undated = mask & ~dated
    firsts = start[counted]
    return WithStatement(
        one.counted_by, when, one, _summed(frame, counted, KILLED), _summed(frame, counted, INJURED),
        _everybody(frame, counted), int(counted.sum()), int(undated.sum()), int(partly.sum()), int((~mask).sum()),
        covers, _day(int(firsts.min())) if len(firsts) else None, _last_day(frame, mask),
    )  # fmt: skip


def _summed(frame: Frame, counted: np.ndarray, outcome: int) -> Amount:
    """Not recorded where no record says; "at least" where one does not, or gives only a minimum."""
    columns = columns_of(frame)
    silent, partial = (counted[positions[outcome]] for positions in (columns.missing, columns.partial))
    minima = columns.minima[columns.outcome[columns.minima] == outcome]
    lower = bool(silent.any() or partial.any() or counted[columns.record[minima]].any())
    total = float(columns.per_record[counted, outcome].sum())
    unsaid = int(silent.sum()) == int(counted.sum()) and not total
    return NOT_RECORDED if unsaid else Amount(total, lower)


def _everybody(frame: Frame, counted: np.ndarray) -> Amount:
    """Whole where each record says killed and injured, or a total that its figures add up to."""
    columns = columns_of(frame)
    sums = columns.per_record.sum(axis=1)
    silent = np.zeros(len(frame), dtype=bool)
    silent[np.concatenate([*columns.missing, *columns.partial])] = True
    silent &= ~(frame.records["stated_total"].to_numpy(dtype=np.float64) == sums)
    lower = bool(silent[counted].any() or counted[columns.record[columns.minima]].any())
    total = float(sums[counted].sum())
    return NOT_RECORDED if not total and silent[counted].all() else Amount(total, lower)


def _day(days: int) -> date:
    return date.fromordinal(EPOCH.toordinal() + days)
