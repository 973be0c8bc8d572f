"""Which records of two frames are the same, and what differs in the others: kept while both frames are in memory."""

from dataclasses import dataclass, field, replace
from weakref import WeakKeyDictionary

import numpy as np

from data.comparison.differences import Differences
from data.comparison.incidents import Matched, matched
from data.comparison.unchanged import unchanged
from data.frame import Frame


@dataclass(frozen=True, eq=False)
class Pairs(Matched):
    """`fields`: in how many of the pairs that are alike a field differs. A frame in here would be kept for ever."""

    fields: dict[str, int] = field(default_factory=dict)


_kept: "WeakKeyDictionary[Frame, WeakKeyDictionary[Frame, Pairs]]" = WeakKeyDictionary()


def pairs_of(before: Frame, after: Frame) -> Pairs:
    """`matched` of data.comparison.incidents, made once per pair."""
    kept = _kept.setdefault(before, WeakKeyDictionary())
    found = kept.get(after)
    if found is None:
        found = kept[after] = _all_same(len(after)) if _one_version(before, after) else _pairs(before, after)
    return found


def _pairs(before: Frame, after: Frame) -> Pairs:
    mine, theirs = unchanged(before, after)
    left, right = _others(before, mine), _others(after, theirs)
    parts = (_part(before, left), _part(after, right))
    rest = matched(*parts)
    same_before, same_after = (
        np.concatenate([mine, left[rest.same_before]]),
        np.concatenate([theirs, right[rest.same_after]]),
    )
    order = np.argsort(same_before, kind="stable")
    fields = Differences(*parts, rest.alike_before, rest.alike_after).by_field if len(rest.alike_before) else {}
    return Pairs(
        same_before[order], same_after[order], left[rest.alike_before], right[rest.alike_after], left[rest.gone],
        right[rest.added], fields,
    )  # fmt: skip


def _others(frame: Frame, positions: np.ndarray) -> np.ndarray:
    """The positions that are not among these. (np.setdiff1d hashes: seconds for a million.)"""
    left = np.ones(len(frame), dtype=bool)
    left[positions] = False
    return np.flatnonzero(left)


def _part(frame: Frame, positions: np.ndarray) -> Frame:
    """Some records of a frame as a frame of their own."""
    if len(positions) == len(frame):
        return frame
    places = np.full(len(frame), -1, dtype=np.int32)
    places[positions] = np.arange(len(positions), dtype=np.int32)
    kept = places[frame.record] >= 0
    counts = frame.counts[kept].reset_index(drop=True)
    counts["record"] = places[frame.record[kept]]
    return replace(frame, records=frame.records.iloc[positions].reset_index(drop=True), counts=counts)


def _all_same(size: int) -> Pairs:
    every, nobody = np.arange(size), np.zeros(0, dtype=np.intp)
    return Pairs(every, every, nobody, nobody, nobody, nobody)


def _one_version(before: Frame, after: Frame) -> bool:
    """Two editions often hold one version, as one Frame or, where its description changed, as two equal ones."""
    if before is after:
        return True
    if (before.dataset.key, before.version) != (after.dataset.key, after.version):
        return False
    return bool(before.records.equals(after.records) and before.counts.equals(after.counts))
