"""One page out of the selected records in some order, without sorting them: what is not recorded comes last."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from data.fields import BY_KEY, CASUALTIES, INCIDENT_SIZES, NOT_STATED, UNKNOWN
from data.frame import NO_DAY, Frame
from data.summaries.columns import INJURED, KILLED, Columns, columns_of
from data.summaries.kinds import small
from data.summaries.selected import Selected

NameOf = Callable[[str, str], str]
SILENT = ("", UNKNOWN, NOT_STATED)


class Ranks(NamedTuple):
    """`ranks[codes[i]]` is where record i stands; equal records keep the order of the file."""

    codes: np.ndarray
    ranks: np.ndarray


def page_of(selected: Selected, order: Ranks, start: int, stop: int) -> np.ndarray:
    """Positions of the shown records that stand from place `start` to before `stop` in an order."""
    positions = selected.records
    codes = order.codes if positions is None else order.codes.take(positions)
    ranks = order.ranks.take(codes)
    ends = np.cumsum(np.bincount(ranks, minlength=1))
    start, stop = min(start, int(ends[-1])), min(stop, int(ends[-1]))
    if start >= stop:
        return np.empty(0, dtype=np.intp)
    # Only records of the ranks that the page touches are put in order.
    low, high = np.searchsorted(ends, (start, stop - 1), side="right")
    touched = np.flatnonzero((ranks >= low) & (ranks <= high))
    before = int(ends[low - 1]) if low else 0
    touched = touched[np.argsort(ranks[touched], kind="stable")][start - before : stop - before]
    return touched if positions is None else positions[touched]


def ranks_of(frame: Frame, sort: str, descending: bool, name_of: NameOf | None = None) -> Ranks:
    """The order by "date", "killed", "injured", "other" (people of unsaid outcome) or a field (a key of data.fields).

    `name_of(field, value)` gives the words by which the values of the data are sorted; without it they are as they
    stand.
    """
    columns = columns_of(frame)
    codes, values, absent = _sorted_by(frame, columns, sort, name_of)
    _, ranks = np.unique(values, return_inverse=True)
    highest = int(ranks.max(initial=0))
    ranks = np.where(absent, highest + 1, highest - ranks if descending else ranks)
    return Ranks(codes, ranks.astype(small(highest + 2)))


def _sorted_by(
    frame: Frame, columns: Columns, sort: str, name_of: NameOf | None
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Codes per record; what each code is sorted by; whether that is missing."""
    people = columns.people
    if sort == "date":
        return columns.span, columns.spans[:, 0], columns.spans[:, 0] == NO_DAY
    if sort == "other":
        return people.codes, people.sums[:, INJURED + 1 :].sum(axis=1), np.zeros(people.size, dtype=bool)
    if sort in ("killed", "injured"):
        outcome = KILLED if sort == "killed" else INJURED
        return people.codes, people.sums[:, outcome], people.unsaid[:, outcome] > 0
    if sort == CASUALTIES.key:
        return people.codes, people.incident, people.incident == INCIDENT_SIZES.index(NOT_STATED)
    if BY_KEY[sort].table == "counts":
        # A record may have several: the first of the vocabulary decides.
        first = np.full(people.size, len(columns.keys(sort)))
        np.minimum.at(first, people.kind, people.of[sort])
        silent = [code for code, key in enumerate(columns.keys(sort)) if key in SILENT]
        return people.codes, first, np.isin(first, [*silent, len(columns.keys(sort))])
    if BY_KEY[sort].kind in ("date", "number", "id"):
        # Missing has the code -1, which becomes 0.
        codes, found = frame.records[sort].factorize(sort=True)
        return codes + 1, np.arange(len(found) + 1), np.arange(len(found) + 1) == 0
    codes, values = frame.codes(sort)
    names = [(name_of(sort, value) if name_of and value else value).casefold() for value in values]
    return codes, np.array(names, dtype=object), np.array([value in SILENT for value in values], dtype=bool)
