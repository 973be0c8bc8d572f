"""Which records of two frames are the same, and what differs in the others: kept while both frames are in memory."""

from dataclasses import dataclass, field
from weakref import WeakKeyDictionary

import numpy as np

from data.comparison.differences import Differences
from data.comparison.incidents import Matched, matched
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
    found = matched(before, after)
    arrays = (found.same_before, found.same_after, found.alike_before, found.alike_after, found.gone, found.added)
    alike = Differences(before, after, found.alike_before, found.alike_after).by_field if len(arrays[2]) else {}
    return Pairs(*arrays, alike)


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
