"""Which records of two frames are the same, kept for as long as both frames are in memory."""

from weakref import WeakKeyDictionary

import numpy as np

from data.comparison.incidents import Matched, matched
from data.frame import Frame

_kept: "WeakKeyDictionary[Frame, WeakKeyDictionary[Frame, Matched]]" = WeakKeyDictionary()


def pairs_of(before: Frame, after: Frame) -> Matched:
    """`matched`, made once per pair. Frames that hold the same tables, as two editions often do, cost nothing."""
    if before.records is after.records and before.counts is after.counts:
        every, nobody = np.arange(len(after)), np.zeros(0, dtype=np.intp)
        return Matched(every, every, nobody, nobody, nobody, nobody)
    kept = _kept.setdefault(before, WeakKeyDictionary())
    found = kept.get(after)
    if found is None:
        # Only arrays of positions: a value that held a frame would keep its own key alive.
        found = kept[after] = matched(before, after)
    return found
