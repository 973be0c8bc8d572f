"""Axes of a cross tabulation: the values of a field, or years or months, each with the records or counts under it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np

from data.fields import CASUALTIES, NOT_STATED, UNKNOWN
from data.selection import CATEGORIES
from data.summaries.amounts import added
from data.summaries.by_time import MONTHS, Bin, by_time
from data.summaries.columns import AFTER_ALL, BEFORE_ALL, COUNT_FIELDS, Columns
from data.summaries.selected import Selected
from data.summaries.tally import Bucket, tally

LAST = (UNKNOWN, NOT_STATED)
# The key of all values that have no place of their own, and of what no single year (month) holds or has no date.
OTHERS, UNPLACED = "*others", "*unplaced"
TIMES = ("year", "month")
# Values with an order of their own; the others stand by size.
ORDERED = ("outcome", CASUALTIES.key, "confidence", "in_official_scope", "verification")


@dataclass(frozen=True, eq=False)
class Axis:
    """`keys` are what stands along it, in order; `codes` places every record (every count, of a field of counts) there.

    `others` values share the place of OTHERS. `bins` are the years or months, one per key before UNPLACED.
    `not_searched` are the places of bins that nobody searched, as far as the dataset says.
    `buckets` are the sums of everything in each place, `places` the place of each code of the field.
    """

    name: str
    keys: tuple[str, ...]
    codes: np.ndarray
    buckets: tuple[Bucket, ...]
    others: int = 0
    bins: tuple[Bin, ...] = ()
    not_searched: frozenset[int] = field(default_factory=frozenset)
    places: np.ndarray = field(default_factory=lambda: np.zeros(0, dtype=np.int16))

    @property
    def of_counts(self) -> bool:
        return self.name in COUNT_FIELDS


def axis_of(
    selected: Selected, name: str, today: date, size: Callable[[Bucket], float], most: int, ordered: bool = False
) -> Axis:
    """The axis of a field, of "year" or of "month", with at most `most` values (not of time) of their own.

    `size` orders the values, the largest first; `ordered`: the vocabulary's order where there is one.
    """
    if name in TIMES:
        return _time_axis(selected, name, today)
    return _field_axis(selected, name, size, most, ordered)


def _field_axis(selected: Selected, name: str, size: Callable[[Bucket], float], most: int, ordered: bool) -> Axis:
    codes, keys = selected.columns.field(name)
    buckets = tally(selected, name, len(keys))
    # Nobody killed, or nobody of whom it is recorded, is something to say.
    held = [
        code for code, (key, bucket) in enumerate(zip(keys, buckets, strict=True))
        if bucket.records or bucket.known or key in ("killed", "injured")
    ]  # fmt: skip
    if name in COUNT_FIELDS:
        held = [code for code in held if selected.selection.passes(name, keys[code])]
    named = sorted(
        (code for code in held if keys[code] not in LAST), key=lambda code: (-size(buckets[code]), keys[code])
    )
    shown, rest = named[:most], named[most:]
    if len(rest) == 1:  # "others: 1" takes as much room as the value itself
        shown, rest = named, []
    if ordered or name in ORDERED:
        shown.sort(key=lambda code: CATEGORIES[name].index(keys[code]) if name in CATEGORIES else 0)
    grey = [code for last in LAST for code in held if keys[code] == last]
    places = np.zeros(max(len(keys), 1), dtype=np.int16)
    groups = [[code] for code in shown] + ([rest] if rest else []) + [[code] for code in grey]
    for place, group in enumerate(groups):
        places[group] = place
    names = [keys[code] for code in shown] + ([OTHERS] if rest else []) + [keys[code] for code in grey]
    own = tuple(together([buckets[code] for code in group]) for group in groups)
    return Axis(name, tuple(names), places.take(codes), own, len(rest), places=places)


def _time_axis(selected: Selected, name: str, today: date) -> Axis:
    found = by_time(selected, name, today)  # type: ignore[arg-type]
    columns, bins = selected.columns, found.bins
    first = _number(bins[0].start, name) if bins else 0
    where = columns.remember(f"bin of:{name}", lambda: _bins_of(columns, name))
    codes = np.where((where >= first) & (where < first + len(bins)), where - first, len(bins)).astype(np.int16)
    keys = [str(bin.start.year) if name == "year" else f"{bin.start:%Y-%m}" for bin in bins]
    buckets = [bin.bucket for bin in bins]
    unplaced = together([*(extent.bucket for extent in found.coarse), found.undated])
    if unplaced.records:
        keys.append(UNPLACED)
        buckets.append(unplaced)
    dataset = selected.dataset
    start, end = dataset.covered_from or date.max, dataset.covered_to or (today if dataset.covered_from else date.min)
    unsearched = frozenset(
        place for place, bin in enumerate(bins) if not bin.bucket.records and (bin.end < start or bin.start > end)
    )
    return Axis(name, tuple(keys), codes, tuple(buckets), 0, bins, unsearched)


def together(buckets: Sequence[Bucket]) -> Bucket:
    """The sums of buckets that hold no record in common."""
    if len(buckets) == 1:
        return buckets[0]

    held = [bucket for bucket in buckets if bucket.records or bucket.missing_killed or bucket.missing_injured]
    return Bucket(
        added([bucket.killed for bucket in held]),
        added([bucket.injured for bucket in held]),
        sum(bucket.unknown for bucket in held),
        sum(bucket.not_split for bucket in held),
        sum(bucket.records for bucket in held),
        sum(bucket.missing_killed for bucket in held),
        sum(bucket.missing_injured for bucket in held),
    )


def _number(day: date, name: str) -> int:
    return (day.year * 12 + day.month - 1) // MONTHS[name]


def _bins_of(columns: Columns, name: str) -> np.ndarray:
    """Per record the number of its year (month) since year 0, -1 where it has no date or lies in several."""
    numbers = [
        (days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64) + 1970 * 12) // MONTHS[name]
        for days in (columns.start, columns.end)
    ]
    dated = (columns.start != BEFORE_ALL) & (columns.end != AFTER_ALL)
    return np.where(dated & (numbers[0] == numbers[1]), numbers[0], -1).astype(np.int32)
