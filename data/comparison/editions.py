"""One dataset in two editions: per year, district or outcome what it adds up to, and which records came, went, changed.

Both sides are asked for the same selection. Running totals are never summed: they are compared one by one elsewhere.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import numpy as np

from data.comparison.figures import (
    MEASURES,
    Change,
    by_district,
    by_year,
    district_codes,
    figures_of,
    year_codes,
)
from data.comparison.pairs import pairs_of
from data.fields import OUTCOMES
from data.frame import Frame
from data.selection import Selection
from data.summaries.amounts import NOT_RECORDED, Amount
from data.summaries.columns import columns_of
from data.summaries.selected import Selected, select
from data.summaries.tally import whole

Rows = Literal["year", "district", "outcome"]


@dataclass(frozen=True)
class Group:
    """A year, a district or an outcome. Of an outcome, `change` is None and `people` are its numbers before and after.

    `added`, `gone` and `changed` are records; one that moved from a group to another stands under the one it is in now.
    """

    key: str
    change: Change | None
    people: tuple[Amount, Amount]
    added: int
    gone: int
    changed: int

    @property
    def state(self) -> str:
        """new, gone (no record on one side), revised (other figures), same_sum (other records), same."""
        if self.change is not None and self.change.before is None:
            return "new"
        if self.change is not None and self.change.after is None:
            return "gone"
        pairs = [self.people] if self.change is None else [self.change.amounts(one) for one in MEASURES]
        differs = any(before != after for before, after in pairs)
        return "revised" if differs else "same_sum" if self.added or self.gone or self.changed else "same"


@dataclass(frozen=True)
class Between:
    """`groups` in the order of their keys, not stated last. `total` is everything selected; records of the selection.

    `fields`: how many of the changed records of the whole dataset differ in a field.
    """

    groups: tuple[Group, ...]
    total: Change
    added: int
    gone: int
    changed: int
    same: int
    fields: dict[str, int]

    @property
    def nothing(self) -> bool:
        return not (self.added or self.gone or self.changed)


def between(before: Frame, after: Frame, selection: Selection, rows: Rows) -> Between:
    """Of two frames of single cases or of periods. Seconds for the first question at a million records, then quick."""
    pairs, sides = pairs_of(before, after), (select(before, selection), select(after, selection))
    gone, added = _shown(sides[0], pairs.gone), _shown(sides[1], pairs.added)
    was, now = (_mask(side)[at] for side, at in zip(sides, (pairs.alike_before, pairs.alike_after), strict=True))
    changed_now = pairs.alike_after[now]
    changed_out = pairs.alike_before[was & ~now]
    total = Change("", figures_of(whole(sides[0]), sides[0].record_count),
                   figures_of(whole(sides[1]), sides[1].record_count))  # fmt: skip
    changed = len(changed_now) + len(changed_out)
    frames = (before, after)
    counted = [
        _per_group(frames[1], added, rows),
        _per_group(frames[0], gone, rows),
        _per_group(frames[1], changed_now, rows) + _per_group(frames[0], changed_out, rows),
    ]
    groups = _outcomes(sides) if rows == "outcome" else _groups(frames, selection, rows)
    return Between(
        tuple(Group(key, change, people, *(int(one[key]) for one in counted)) for key, change, people in groups),
        total, len(added), len(gone), changed, sides[1].record_count - len(added) - len(changed_now), pairs.fields,
    )  # fmt: skip


def _mask(side: Selected) -> np.ndarray:
    return np.ones(side.columns.size, dtype=bool) if side.shown is None else side.shown


def _shown(side: Selected, positions: np.ndarray) -> np.ndarray:
    return side.among_shown(positions)


def _per_group(frame: Frame, positions: np.ndarray, rows: Rows) -> Counter[str]:
    """How many of the records stand in each group; under an outcome those that have somebody of it."""
    if rows == "outcome":
        people = columns_of(frame).per_record[positions] > 0
        return Counter({outcome: int(people[:, o].sum()) for o, outcome in enumerate(OUTCOMES)})
    codes, keys = year_codes(frame) if rows == "year" else district_codes(frame)
    counts = np.bincount(codes[positions], minlength=len(keys))
    return Counter({keys[code]: int(counts[code]) for code in np.flatnonzero(counts)})


def _groups(
    frames: tuple[Frame, Frame], selection: Selection, rows: Rows
) -> Iterable[tuple[str, Change, tuple[Amount, Amount]]]:  # fmt: skip
    left, right = ((by_year if rows == "year" else by_district)(frame, selection) for frame in frames)
    for key in sorted({*left, *right}, key=lambda key: (not key, key)):
        yield key, Change(key, left.get(key), right.get(key)), (NOT_RECORDED, NOT_RECORDED)


def _outcomes(sides: tuple[Selected, Selected]) -> Iterable[tuple[str, None, tuple[Amount, Amount]]]:
    buckets = [whole(side) for side in sides]
    for outcome in OUTCOMES:
        if not sides[1].selection.passes("outcome", outcome):
            continue
        found = [getattr(bucket, outcome) for bucket in buckets]
        before, after = (one if isinstance(one, Amount) else Amount(one) for one in found)
        if outcome in ("killed", "injured") or before.n or after.n:
            yield outcome, None, (before, after)
