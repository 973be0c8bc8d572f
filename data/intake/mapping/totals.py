"""Which column, if any, gives killed and injured together; a total of other people (missing, unhurt) is none."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from data.intake.mapping.arithmetic import adds_up_to
from data.intake.mapping.columns import Column
from data.intake.mapping.headings import OTHER_PEOPLE
from data.intake.mapping.measures import Measure, counts_people, measure

# A total of this confidence says "casualties" or "victims"; below it, it may be a total of anything.
SAYS_PEOPLE = 0.6
_FITS = 0.75  # of the rows in which killed and injured must make the total: published sums hold slips
_COVERS = 0.9
_ENOUGH = 8  # rows; in fewer a slip or two weigh too much


def choose(columns: Sequence[Column], killed: Measure, injured: Measure, answers: Mapping[str, Any]) -> Measure:
    """The total column that does not contradict killed and injured; not found when every candidate does."""
    taken = [column for each in (killed, injured) for column in each.columns]
    free = [column for column in columns if column not in taken]
    chosen = measure([column for column in free if _fits(column, columns, killed, injured)], "total", answers)
    if chosen.whole is None or chosen.fixed:
        return Measure("total")
    return Measure("total", chosen.whole, chosen.low, chosen.high, score=chosen.score, questions=chosen.questions)


def _fits(column: Column, columns: Sequence[Column], killed: Measure, injured: Measure) -> bool:
    role = column.roles[0] if column.roles else None
    if column.chosen:
        return role is not None and role.field == "total"
    if role is None or role.field != "total" or not counts_people(column):
        return False
    if "also" in role.qualifiers or ("bound" in role.qualifiers and role.qualifiers["bound"] != "best"):
        return False
    total = column.counts.n
    known = [each.whole.counts.n for each in (killed, injured) if each.whole is not None]
    if not known:
        return role.score >= SAYS_PEOPLE or (killed.found or injured.found)
    if len(known) == 2:
        return _mostly(total, np.add(*known), np.isclose, _FITS)
    return _mostly(total, known[0], np.greater_equal, _COVERS) and not _explained(column, columns, known[0])


def _mostly(total: np.ndarray, other: np.ndarray, holds: Any, share: float) -> bool:
    given = ~np.isnan(total) & ~np.isnan(other)
    least = share if np.count_nonzero(given) >= _ENOUGH else min(share, 0.5)
    return not given.any() or bool(np.mean(holds(total[given], other[given])) >= least)


def _explained(column: Column, columns: Sequence[Column], known: np.ndarray) -> bool:
    """Is the total the known outcome plus people who are neither killed nor injured (the missing, the unhurt)?"""
    others = [
        other for other in columns
        if other is not column and other.roles and other.roles[0].field in OTHER_PEOPLE
        and counts_people(other)
    ]  # fmt: skip
    return any(adds_up_to([known, other.counts.n], column.counts.n) for other in others)
