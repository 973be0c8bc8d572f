"""How many killed and injured per day, week, month, quarter or year; what is known more coarsely is in no bin."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

import numpy as np

from data.frame import Dataset
from data.summaries.columns import AFTER_ALL, BEFORE_ALL, EPOCH, Columns
from data.summaries.selected import Selected
from data.summaries.tally import NOBODY, NOT_COVERED, Bucket, tally

Interval = Literal["day", "week", "month", "quarter", "year"]
MONTHS: dict[str, int] = {"month": 1, "quarter": 3, "year": 12}
# Bins of days: how long, and on which day since 1970 bin 0 begins. Weeks are those of ISO 8601: 29 December 1969 was
# a Monday.
DAYS: dict[str, tuple[int, int]] = {"day": (1, 0), "week": (7, -3)}


@dataclass(frozen=True, slots=True)
class Bin:
    """One day, week, month, quarter or year to its last day `end`. `unfinished`: not over, or reports may come in."""

    start: date
    end: date
    bucket: Bucket
    unfinished: bool


@dataclass(frozen=True, slots=True)
class Extent:
    """Records known only to a stretch that no single bin holds."""

    start: date
    end: date
    bucket: Bucket


@dataclass(frozen=True, slots=True)
class ByTime:
    """Bins without a gap from the first to the last, wider extents, and the sums of what has no date at all.

    A bin without records outside of what the dataset covers is not 0: it is not recorded (NOT_COVERED).

    `undated` is empty where the selection is limited in time. `by_report` counts records placed by the date of the
    report. Bins that end after `final_until` are unfinished.
    """

    interval: Interval
    bins: tuple[Bin, ...]
    coarse: tuple[Extent, ...]
    undated: Bucket
    by_report: int
    final_until: date


@dataclass(frozen=True, slots=True)
class _Places:
    """Where every record lies: code 0 = no date, 1..size = a bin (`first` since year 0), above = an extent (days)."""

    codes: np.ndarray
    first: int
    size: int
    extents: tuple[tuple[int, int], ...]


def by_time(selected: Selected, interval: Interval, today: date) -> ByTime:
    """The time line of what is selected. `today` and the dataset's reporting delay decide what is unfinished."""
    dataset = selected.dataset
    places = _places(selected.columns, interval)
    covered_to = min(today, dataset.covered_to or today)
    final_until = covered_to - timedelta(days=dataset.reporting_delay_days)
    buckets = tally(selected, f"places:{interval}", 1 + places.size + len(places.extents), places.codes)
    filled = buckets[1 : places.size + 1]
    bins = []
    for index in _span(selected, filled, places.first, interval, covered_to):
        start, end = _first_day(index, interval), _first_day(index + 1, interval) - timedelta(days=1)
        place = index - places.first
        bucket = filled[place] if 0 <= place < len(filled) else NOBODY
        if not bucket.records and not _covered(dataset, start, end):
            bucket = NOT_COVERED
        bins.append(Bin(start, end, bucket, end > final_until))
    coarse = tuple(
        Extent(_date(start), _date(end), bucket)
        for (start, end), bucket in zip(places.extents, buckets[places.size + 1 :], strict=True)
        if bucket.records
    )
    by_report = len(selected.among_shown(selected.columns.by_report))
    return ByTime(interval, tuple(bins), coarse, buckets[0], by_report, final_until)


def _covered(dataset: Dataset, start: date, end: date) -> bool:
    """Whether a dataset says that it covers some of these days; one that says nothing is taken to cover all."""
    return end >= (dataset.covered_from or date.min) and start <= (dataset.covered_to or date.max)


def bin_count(selected: Selected, interval: Interval, today: date) -> int:
    """How many bins by_time may show: counted from the calendar, without looking at what is selected but its period."""
    places = _places(selected.columns, interval)
    held = [places.first, places.first + places.size - 1] if places.size else []
    return len(_within(selected, held, interval, min(today, selected.dataset.covered_to or today)))


def bin_codes(columns: Columns, interval: Interval) -> tuple[np.ndarray, int, int]:
    """Per record its code, and of which bin (bin_number) code 1 is; codes 0 and above the third number are no bin."""
    places = _places(columns, interval)
    return places.codes, places.first, places.size


def bin_number(day: date, interval: Interval) -> int:
    """The number of the bin that holds a day: one more than that of the bin before it."""
    return _index(day, interval)


def _places(columns: Columns, interval: Interval) -> _Places:
    return columns.remember(f"places:{interval}", lambda: _find_places(columns, interval))


def _find_places(columns: Columns, interval: Interval) -> _Places:
    start, end = _bin_of(columns.start, interval), _bin_of(columns.end, interval)
    dated = (columns.start != BEFORE_ALL) & (columns.end != AFTER_ALL)
    fits = dated & (start == end)
    first = int(start[fits].min()) if fits.any() else 0
    size = int(start[fits].max()) - first + 1 if fits.any() else 0
    codes = np.where(fits, start - first + 1, 0)
    wide = np.flatnonzero(dated & ~fits)
    pairs, which = np.unique(np.stack([columns.start[wide], columns.end[wide]], axis=1), axis=0, return_inverse=True)
    codes[wide] = size + 1 + which.ravel()
    kind = np.int16 if size + len(pairs) < 30_000 else np.int32
    return _Places(codes.astype(kind), first, size, tuple((int(low), int(high)) for low, high in pairs))


def _bin_of(days: np.ndarray, interval: Interval) -> np.ndarray:
    """Number of the month, quarter or year since year 0, or of the day or week since 1970 (undated: nonsense)."""
    if interval in DAYS:
        length, origin = DAYS[interval]
        return (days.astype(np.int64) - origin) // length
    months = days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64) + 1970 * 12
    return months // MONTHS[interval]


def _first_day(index: int, interval: Interval) -> date:
    if interval in DAYS:
        length, origin = DAYS[interval]
        return _date(index * length + origin)
    year, month = divmod(index * MONTHS[interval], 12)
    return date(year, month + 1, 1)


def _index(day: date, interval: Interval) -> int:
    if interval in DAYS:
        length, origin = DAYS[interval]
        return ((day - EPOCH).days - origin) // length
    return (day.year * 12 + day.month - 1) // MONTHS[interval]


def _date(days: int) -> date:
    return EPOCH + timedelta(days=days)


def _span(selected: Selected, filled: list[Bucket], first: int, interval: Interval, covered_to: date) -> range:
    """The bins to show: what the dataset covers, and any outside it that hold records, within the period asked for."""
    held = [first + place for place, bucket in enumerate(filled) if bucket.records]
    return _within(selected, held, interval, covered_to)


def _within(selected: Selected, held: list[int], interval: Interval, covered_to: date) -> range:
    selection, covered_from = selected.selection, selected.dataset.covered_from
    if not held and not covered_from:
        return range(0)
    low = min([*held[:1], *([_index(covered_from, interval)] if covered_from else [])])
    high = max([*held[-1:], _index(covered_to, interval)])
    if selection.date_from:
        low = max(low, _index(selection.date_from, interval))
    if selection.date_to:
        high = min(high, _index(selection.date_to, interval))
    return range(low, high + 1)
