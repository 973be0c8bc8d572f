"""How much of the latest published total the reported accidents cover."""

from dataclasses import dataclass
from weakref import WeakKeyDictionary

import numpy as np

from data.fields import OFFICIAL_SCOPES
from data.frame import Edition, Frame
from data.summaries.columns import BEFORE_ALL, EPOCH, INJURED, KILLED, columns_of
from data.summaries.statements import Statement, latest

CASES = ("incident_list", "line_list")
_counted: "WeakKeyDictionary[Frame, dict[int, tuple[float, float, int, int]]]" = WeakKeyDictionary()


@dataclass(frozen=True)
class Coverage:
    """`killed` of `statement`'s killed, and so for injured. `undated` records are counted in; `outside` are not."""

    statement: Statement
    killed: float
    injured: float
    undated: int
    outside: int


def cases_frame(edition: Edition) -> Frame | None:
    """The dataset of single accidents or people, None where the edition has none."""
    return next((frame for frame in edition.frames.values() if frame.dataset.layout in CASES), None)


def coverage(edition: Edition) -> Coverage | None:
    """Only records inside the official scope ("yes") and up to the statement's date count, and those without a date.

    None where the accidents' dataset claims no official scope, or nothing was published to hold it against.
    """
    frame, statement = cases_frame(edition), latest(edition)
    if frame is None or statement is None or not frame.dataset.official_scope_of:
        return None
    until = (statement.last - EPOCH).days
    remembered = _counted.setdefault(frame, {})
    if until not in remembered:
        remembered[until] = _count(frame, until)
    return Coverage(statement, *remembered[until])


def _count(frame: Frame, until: int) -> tuple[float, float, int, int]:
    columns = columns_of(frame)
    inside = frame.records["in_official_scope"].cat.codes.to_numpy() == OFFICIAL_SCOPES.index("yes")
    undated = columns.start == BEFORE_ALL
    counted = inside & ((columns.end <= until) | undated)
    sums = columns.per_record[counted]
    killed, injured = float(sums[:, KILLED].sum()), float(sums[:, INJURED].sum())
    return killed, injured, int(np.count_nonzero(counted & undated)), int(np.count_nonzero(~counted))
