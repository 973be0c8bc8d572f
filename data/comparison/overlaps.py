"""What an added file has in common with what is there: the same records, and those that a person must decide on."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from data.comparison.differences import Difference, Differences
from data.comparison.incidents import incident_codes, matched
from data.frame import NO_DAY, Frame

KEEP_OLD, TAKE_NEW, KEEP_BOTH = DECISIONS = ("keep_old", "take_new", "keep_both")
UNDECIDED = ""
# Wider than any two days of a spreadsheet lie apart, so that series and day make one number.
_DAYS = 1 << 24


@dataclass(frozen=True, slots=True)
class Alike:
    """Two records of one incident, period or statement that say otherwise. `id` stays while both records do."""

    id: str
    before: int
    after: int
    decision: str


@dataclass(frozen=True, eq=False)
class Overlaps:
    """`before` is what is published, `added` the file. Positions of records, intp.

    The records of the file are parted into: `same` (dropped, they are there already: same_before are their twins),
    alike (with `alike_before`), and `new`. `decisions` is one of DECISIONS for each of alike, "" while undecided.
    `crossing`: new periods that cover a part of the time of one that is there, without being the same.
    """

    before: Frame
    added: Frame
    same_before: np.ndarray
    same: np.ndarray
    alike_before: np.ndarray
    alike: np.ndarray
    new: np.ndarray
    decisions: tuple[str, ...]
    crossing: np.ndarray

    @property
    def undecided(self) -> int:
        return self.decisions.count(UNDECIDED)

    @property
    def pairs(self) -> list[Alike]:
        return [
            Alike(pair_id(self.before, self.added, int(mine), int(theirs)), int(mine), int(theirs), decision)
            for mine, theirs, decision in zip(self.alike_before, self.alike, self.decisions, strict=True)
        ]

    @cached_property
    def differences(self) -> Differences:
        return Differences(self.before, self.added, self.alike_before, self.alike)

    def differing(self, pair: int) -> list[Difference]:
        return self.differences.of(pair)


def pair_id(before: Frame, added: Frame, mine: int, theirs: int) -> str:
    """Names a pair in an address or a form."""
    return f"{before.records['record_id'].iloc[mine]}-{added.records['record_id'].iloc[theirs]}"


def overlaps(before: Frame, added: Frame, decisions: Mapping[str, str] | None = None) -> Overlaps:
    """`decisions`: pair id -> decision; what is not in DECISIONS counts as undecided."""
    found = matched(before, added)
    said = decisions or {}
    ids = [
        pair_id(before, added, int(mine), int(theirs))
        for mine, theirs in zip(found.alike_before, found.alike_after, strict=True)
    ]
    decided = tuple(said[one] if said.get(one) in DECISIONS else UNDECIDED for one in ids)
    return Overlaps(
        before, added, found.same_before, found.same_after, found.alike_before, found.alike_after, found.added,
        decided, _crossing(before, added, found.added),
    )  # fmt: skip


def _crossing(before: Frame, added: Frame, new: np.ndarray) -> np.ndarray:
    """New period totals whose time runs into that of a period of the same place, scope and counter.

    Of the periods of one series, those that began by the end of the new one, less those that were over before it began.
    """
    if before.dataset.layout != "period_totals":
        return np.zeros(0, dtype=np.intp)
    series = incident_codes(before, added, dates=False)[0] * _DAYS
    there, own = series[: len(before)], series[len(before) + new]
    (start, end), (first, last) = _extent(before, np.arange(len(before))), _extent(added, new)
    dated = (start != NO_DAY) & (end != NO_DAY)
    begun, over = np.sort((there + start)[dated]), np.sort((there + end)[dated])
    inside = np.searchsorted(begun, own + last, "right") - np.searchsorted(begun, own - _DAYS // 2, "left")
    inside -= np.searchsorted(over, own + first, "left") - np.searchsorted(over, own - _DAYS // 2, "left")
    return new[(inside > 0) & (first != NO_DAY) & (last != NO_DAY)]


def _extent(frame: Frame, positions: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    first, last = (frame.days(key).astype(np.int64)[positions] for key in ("date_from", "date_to"))
    return first, last
