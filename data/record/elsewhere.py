"""The same record in other published versions of its dataset: whether it is there, and what it says otherwise."""

from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np

from data.comparison.differences import Difference, Differences
from data.comparison.incidents import matched
from data.frame import Edition, Frame
from data.record.finding import position_of, positions_where
from data.store import EditionEntry, EditionNotFound

# Other versions that are looked at for one page, and the records in them: each has to be in memory as a whole.
MOST, MOST_RECORDS = 3, 1_000_000
# More records than this of one day and district (those without either) are no candidates: ids alone tell them apart.
_MOST_ALIKE = 5000


class Editions(Protocol):
    """What is asked of a data.store.Store."""

    def edition(self, number: int) -> Edition: ...

    def editions(self) -> list[EditionEntry]: ...


@dataclass(frozen=True)
class Other:
    """Another version and the newest edition that holds it. `record_id` "" = the record is not in it.

    `looked_at` False: the version was not opened. `differences` are what that version says instead, field by field,
    from the older of the two to the newer one.
    """

    version: int
    edition: int
    record_id: str = ""
    differences: tuple[Difference, ...] = ()
    looked_at: bool = True


def holders(store: Editions, key: str) -> dict[int, int]:
    """Version -> the newest edition that holds it, of every published version of a dataset, newest first."""
    found: dict[int, int] = {}
    for entry in sorted(store.editions(), key=lambda entry: -entry.number):
        if key in entry.versions:
            found.setdefault(entry.versions[key], entry.number)
    return dict(sorted(found.items(), reverse=True))


def elsewhere(store: Editions, frame: Frame, position: int) -> list[Other]:
    """Every other published version, newest first; the MOST that are nearest to this one are looked at."""
    others = {number: at for number, at in holders(store, frame.dataset.key).items() if number != frame.version}
    near = sorted(others, key=lambda number: (abs(number - frame.version), -number))[: _most(frame)]
    return [
        _other(store, frame, position, number, at) if number in near else Other(number, at, looked_at=False)
        for number, at in others.items()
    ]


def editions_with(store: Editions, frame: Frame, record_id: str) -> list[int]:
    """Editions with another version of the frame's dataset that hold a record of this id; the newest are looked at."""
    others = {number: at for number, at in holders(store, frame.dataset.key).items() if number != frame.version}
    return [
        edition for edition in list(others.values())[: _most(frame)]
        if position_of(store.edition(edition).frames[frame.dataset.key], record_id) is not None
    ]  # fmt: skip


def _most(frame: Frame) -> int:
    """How many other versions are looked at, were all as large as this one."""
    return min(MOST, MOST_RECORDS // max(1, len(frame)))


def _other(store: Editions, frame: Frame, position: int, number: int, edition: int) -> Other:
    try:
        other = store.edition(edition).frames[frame.dataset.key]
    except EditionNotFound:
        return Other(number, edition, looked_at=False)
    mine, theirs = _near(frame, frame, position), _near(other, frame, position)
    part, there = _part(frame, mine), _part(other, theirs)
    found = matched(part, there)
    own = int(np.flatnonzero(mine == position)[0])
    for left, right, same in (
        (found.same_before, found.same_after, True), (found.alike_before, found.alike_after, False),
    ):  # fmt: skip
        at = np.flatnonzero(left == own)
        if len(at):
            pair = right[at]
            record_id = str(there.records["record_id"].iloc[int(pair[0])])
            return Other(number, edition, record_id, () if same else _differences(part, there, own, pair))
    return Other(number, edition)


def _differences(part: Frame, there: Frame, own: int, pair: np.ndarray) -> tuple[Difference, ...]:
    """From the older version to the newer one."""
    mine = np.array([own], dtype=np.intp)
    if there.version < part.version:
        return tuple(Differences(there, part, pair.astype(np.intp), mine).of(0))
    return tuple(Differences(part, there, mine, pair.astype(np.intp)).of(0))


def _near(frame: Frame, own: Frame, position: int) -> np.ndarray:
    """Positions of the records of a frame that may be the same as one record, or compete with it for its pair.

    Those of its day and district, and those of its ids: all of them, so that equal rows are paired as in a whole frame.
    """
    record = own.records.iloc[position]
    found = np.zeros(len(frame), dtype=bool)
    for key in ("record_id", "incident_id"):
        found[positions_where(frame, key, record[key])] = True
    codes, values = frame.codes("district")
    alike = frame.days("date_from") == own.days("date_from")[position]
    alike &= np.array([value == record["district"] for value in values] or [False], dtype=bool)[codes]
    return np.flatnonzero(found | alike if np.count_nonzero(alike) <= _MOST_ALIKE else found)


def _part(frame: Frame, positions: np.ndarray) -> Frame:
    """A frame of these records only."""
    place = np.full(len(frame), -1, dtype=np.int64)
    place[positions] = np.arange(len(positions))
    own = place[frame.record] >= 0
    counts = frame.counts[own].assign(record=place[frame.record[own]].astype(np.int32)).reset_index(drop=True)
    return replace(frame, records=frame.records.iloc[positions].reset_index(drop=True), counts=counts, files=())
