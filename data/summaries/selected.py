"""The records and counts of one frame that a Selection asks for, and those it cannot place, worked out once."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from weakref import WeakKeyDictionary

import numpy as np

from data.fields import NOT_STATED, UNKNOWN
from data.frame import Dataset, Frame
from data.selection import FIELDS, Selection
from data.summaries.columns import AFTER_ALL, BEFORE_ALL, COUNT_FIELDS, EPOCH, Columns, columns_of

# All charts of a page ask for the same selection one after another; each entry holds about 17 bytes per record.
KEPT = 4
RECORD_FIELDS = tuple(field for field in FIELDS if field not in COUNT_FIELDS)
_kept: "WeakKeyDictionary[Frame, OrderedDict[Selection, Selected]]" = WeakKeyDictionary()


@dataclass(frozen=True, eq=False)
class LeftOut:
    """Records that meet every other filter, but whose row does not say what one filter asks."""

    undated: int = 0
    partly_inside: int = 0
    # field of records -> records; field of counts -> casualties
    silent: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Selected:
    """What a selection finds; None stands for all.

    `asked` (mask over records) meets the filters on records; `shown` (mask) and `records` (positions) also have a
    casualty of the outcomes and status asked for; `counts` (positions) are what is added up.
    """

    dataset: Dataset
    selection: Selection
    columns: Columns
    asked: np.ndarray | None
    shown: np.ndarray | None
    records: np.ndarray | None
    counts: np.ndarray | None
    left_out: LeftOut
    unknown_districts: tuple[str, ...]
    _remembered: dict[str, np.ndarray] = field(default_factory=dict)

    def remember(self, name: str, make: Callable[[], np.ndarray]) -> np.ndarray:
        """What `make` gives, made once per selection."""
        if name not in self._remembered:
            self._remembered[name] = make()
        return self._remembered[name]

    @property
    def record_count(self) -> int:
        return self.columns.size if self.records is None else len(self.records)

    @cached_property
    def asked_records(self) -> np.ndarray | None:
        """Positions of the records that meet the filters on records."""
        return self.records if self.shown is self.asked else None if self.asked is None else np.flatnonzero(self.asked)

    @cached_property
    def weights(self) -> np.ndarray:
        """How many people each selected count stands for."""
        return self.columns.n if self.counts is None else self.columns.n.take(self.counts)

    def among_asked(self, positions: np.ndarray) -> np.ndarray:
        """Those of the record positions that meet the filters on records."""
        return positions if self.asked is None else positions[self.asked.take(positions)]

    def among_shown(self, positions: np.ndarray) -> np.ndarray:
        return positions if self.shown is None else positions[self.shown.take(positions)]

    def missing(self, outcome: int) -> np.ndarray:
        """Positions of the records asked for that do not say how many were killed (0) or injured (1)."""
        return self.among_asked(self.columns.missing[outcome])

    def partial(self, outcome: int) -> np.ndarray:
        return self.among_asked(self.columns.partial[outcome])


def select(frame: Frame, selection: Selection) -> Selected:
    """What `selection` asks of a frame."""
    kept = _kept.setdefault(frame, OrderedDict())
    found = kept.get(selection)
    if found is None:  # another thread may work out the same, or push it out: what is given back is our own
        found = kept[selection] = _select(frame, selection)
        while len(kept) > KEPT:
            kept.pop(next(iter(tuple(kept))), None)
    return found


def _select(frame: Frame, selection: Selection) -> Selected:
    columns = columns_of(frame)
    masks = _record_masks(columns, selection)
    asked = _all_of(list(masks.values()))
    silent = {name: float(_silent(columns, name, selection, masks)) for name in RECORD_FIELDS}
    if not any(selection.limits(name) for name in COUNT_FIELDS):
        shown = asked
        records = None if asked is None else np.flatnonzero(asked)
        counts = _counts_of(columns, asked, records)
    else:
        counts = _counts_with(columns, asked, selection, silent)
        shown = np.zeros(columns.size, dtype=bool)
        shown[columns.record.take(counts[columns.n.take(counts) > 0])] = True
        records = np.flatnonzero(shown)
    left_out = LeftOut(
        undated=_undated(columns, masks),
        partly_inside=_partly_inside(columns, selection, masks),
        silent={name: amount for name, amount in silent.items() if amount},
    )
    keys = set(columns.field("district")[1]) if selection.district else set()
    unknown = tuple(sorted(selection.district - keys))
    return Selected(frame.dataset, selection, columns, asked, shown, records, counts, left_out, unknown)


def _record_masks(columns: Columns, selection: Selection) -> dict[str, np.ndarray]:
    masks = {}
    if selection.limited_in_time:
        first, last = limits(selection)
        masks["period"] = (columns.start >= first) & (columns.end <= last)
    for name in RECORD_FIELDS:
        if selection.limits(name):
            codes, keys = columns.field(name)
            masks[name] = among(codes, [code for code, key in enumerate(keys) if selection.passes(name, key)])
    if selection.place:
        codes, names = columns.places
        wanted = selection.place.casefold()
        masks["place"] = among(codes, [code for code, name in enumerate(names) if wanted in name.casefold()])
    return masks


def limits(selection: Selection) -> tuple[int, int]:
    """First and last day of the selection in days since 1970; the widest dated ones where it is open."""
    first, last = selection.date_from, selection.date_to
    return (
        (first - EPOCH).days if first else BEFORE_ALL + 1,
        (last - EPOCH).days if last else AFTER_ALL - 1,
    )


def among(codes: np.ndarray, chosen: list[int]) -> np.ndarray:
    """True where a code is one of `chosen`. Comparing bytes is many times faster than a lookup, for a few of them."""
    if len(chosen) > 12:
        table = np.zeros(int(codes.max(initial=0)) + 1, dtype=bool)
        table[[code for code in chosen if code < len(table)]] = True
        return table[codes]
    found = np.zeros(len(codes), dtype=bool)
    for code in chosen:
        found |= codes == code
    return found


def _all_of(masks: list[np.ndarray]) -> np.ndarray | None:
    if not masks:
        return None
    together = masks[0]
    for mask in masks[1:]:
        together = together & mask
    return together


def _counts_of(columns: Columns, asked: np.ndarray | None, records: np.ndarray | None) -> np.ndarray | None:
    if asked is None or columns.one_to_one:
        return records
    return np.flatnonzero(asked.take(columns.record))


def _counts_with(
    columns: Columns, asked: np.ndarray | None, selection: Selection, silent: dict[str, float]
) -> np.ndarray:  # fmt: skip
    """The counts that are asked for; into `silent` go the casualties of whom the asked field is not stated."""
    wanted = None if asked is None else asked if columns.one_to_one else asked.take(columns.record)
    for name in COUNT_FIELDS:
        if not selection.limits(name):
            continue
        codes, keys = columns.field(name)
        has = among(codes, [code for code, key in enumerate(keys) if selection.passes(name, key)])
        if name != "outcome" and getattr(selection, name) and not getattr(selection, name) & {NOT_STATED, UNKNOWN}:
            without = among(codes, [keys.index(NOT_STATED), keys.index(UNKNOWN)])
            silent[name] = float(columns.n[without if wanted is None else wanted & without].sum())
        wanted = has if wanted is None else wanted & has
    return np.arange(len(columns.n)) if wanted is None else np.flatnonzero(wanted)


def _meets_others(masks: dict[str, np.ndarray], field: str, positions: np.ndarray) -> np.ndarray:
    for name, mask in masks.items():
        if name != field:
            positions = positions[mask.take(positions)]
    return positions


def _undated(columns: Columns, masks: dict[str, np.ndarray]) -> int:
    """Records without a date that a period leaves out; without a period, those that are counted in."""
    return len(_meets_others(masks, "period", columns.undated))


def _partly_inside(columns: Columns, selection: Selection, masks: dict[str, np.ndarray]) -> int:
    """Records whose date is known too coarsely to say whether they lie inside the period."""
    if "period" not in masks:
        return 0
    first, last = limits(selection)
    start, end = columns.start.take(columns.coarse), columns.end.take(columns.coarse)
    touches = (start <= last) & (end >= first) & ~((start >= first) & (end <= last))
    return len(_meets_others(masks, "period", columns.coarse[touches]))


def _silent(columns: Columns, field: str, selection: Selection, masks: dict[str, np.ndarray]) -> int:
    """Records that do not say what a field asks while the selection asks for certain values of it."""
    chosen = getattr(selection, field)
    if not chosen:
        return 0
    codes, keys = columns.field(field)
    silent = [code for code, key in enumerate(keys) if key in (NOT_STATED, UNKNOWN) and key not in chosen]
    return len(_meets_others(masks, field, np.flatnonzero(among(codes, silent))))
