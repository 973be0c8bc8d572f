"""The records that a selection finds as flat columns: what the record says, and its counts side by side."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from data.fields import BASES, BY_KEY, NOT_STATED, OUTCOMES, UNKNOWN
from data.flat import names
from data.frame import Codes, Frame
from data.selection import Selection
from data.summaries.selected import Selected, select

PARTIAL, NOT_RECORDED = BASES.index("partial"), BASES.index("not_recorded")


@dataclass(frozen=True, eq=False)
class Flat:
    """`positions` of the records found, in the order of the file; `numbers`: column -> float64, NaN where empty.

    `codes`: column -> one code per row, and the values ("" is an empty cell). `tags`: column of numbers -> HXL hashtag.
    The columns depend on the version and on the outcomes asked for, never on which records are found.
    """

    frame: Frame
    selected: Selected
    positions: np.ndarray
    codes: dict[str, Codes] = field(default_factory=dict)
    numbers: dict[str, np.ndarray] = field(default_factory=dict)
    tags: dict[str, str] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.positions)


def flatten(frame: Frame, selection: Selection, part: slice = slice(None)) -> Flat:
    """All that is selected, or a `part` of it."""
    selected = select(frame, selection)
    positions = np.arange(len(frame)) if selected.records is None else selected.records
    flat = Flat(frame, selected, positions[part])
    found = _Counts(flat, selection)
    groups = found.groups()
    for outcome in found.outcomes:
        _add_whole(flat, found, outcome)
    _add_stated_total(flat, selection)
    if groups is None:
        for key, values in names.GROUPS.items():
            if found.says(key):
                flat.codes[key] = Codes(found.of_record(key), values)
    else:
        for outcome, group in groups:
            _add(flat, found, outcome, group)
    return flat


def _add_whole(flat: Flat, found: "_Counts", outcome: str) -> None:
    """The number of an outcome with its bounds; empty, not 0, where the record does not say."""
    _add(flat, found, outcome, None)
    name = names.whole(outcome)
    if outcome not in names.BASES:
        if not found.has(outcome):
            del flat.numbers[name], flat.tags[name]
        return
    basis = flat.frame.codes(f"{outcome}_basis").codes.take(flat.positions)
    given = ~np.isnan(flat.numbers[name])
    none = ~given & (basis != NOT_RECORDED) & ~found.hidden(outcome, basis == PARTIAL)
    flat.numbers[name] = np.where(none, 0.0, flat.numbers[name])
    # Where a selection leaves nothing of a number, the file does not say it.
    flat.codes[names.BASES[outcome]] = Codes(np.where(given | none, basis, NOT_RECORDED), BASES)


def _add(flat: Flat, found: "_Counts", outcome: str, group: names.Group | None) -> None:
    for bound, values in found.summed(outcome, group):
        name = names.whole(outcome, bound) if group is None else names.part(outcome, group, bound)
        flat.numbers[name], flat.tags[name] = values, names.tag(outcome, group, bound)


def _add_stated_total(flat: Flat, selection: Selection) -> None:
    """Of everybody: it says nothing of some outcomes or groups only."""
    told = flat.frame.records["stated_total"].to_numpy()
    if not np.isnan(told).all() and not any(selection.limits(key) for key in ("outcome", *names.GROUPS)):
        flat.numbers["stated_total"] = told.take(flat.positions)
        flat.tags["stated_total"] = BY_KEY["stated_total"].hxl


class _Counts:
    """The counts that a selection finds, each with the row it belongs to."""

    def __init__(self, flat: Flat, selection: Selection) -> None:
        frame = self.frame = flat.frame
        chosen = flat.selected.counts
        counts = np.arange(len(frame.record)) if chosen is None else chosen
        row_of = np.full(len(frame), -1, dtype=np.int64)
        row_of[flat.positions] = np.arange(len(flat))
        rows = row_of.take(frame.record.take(counts))
        self.counts, self.rows, self.size = counts[rows >= 0], rows[rows >= 0], len(flat)
        self.numbers = {key: frame.counts[key].to_numpy(dtype=np.float64) for key in names.BOUNDS}
        self.limited = [key for key in names.GROUPS if selection.limits(key)]
        self.of_groups = bool(self.limited)
        self.outcomes = [outcome for outcome in OUTCOMES if selection.passes("outcome", outcome)]
        self.positions = flat.positions

    def hidden(self, outcome: str, partial: np.ndarray) -> np.ndarray:
        """Per row whether people of the groups asked for may be among those whose group its record does not say."""
        if not self.of_groups:
            return np.zeros(self.size, dtype=bool)
        unsaid = np.zeros(len(self.frame.record), dtype=bool)
        for key in self.limited:
            values = names.GROUPS[key]
            unsaid |= np.isin(self.frame.codes(key).codes, [values.index(NOT_STATED), values.index(UNKNOWN)])
        unsaid &= self.frame.codes("outcome").codes == OUTCOMES.index(outcome)
        records = np.zeros(len(self.frame), dtype=bool)
        records[self.frame.record[unsaid]] = True
        return partial | records.take(self.positions)

    def has(self, outcome: str) -> bool:
        return bool((self.frame.codes("outcome").codes == OUTCOMES.index(outcome)).any())

    def says(self, key: str) -> bool:
        """Does any count of the frame say this of its people?"""
        return bool((self.frame.codes(key).codes != names.GROUPS[key].index(NOT_STATED)).any())

    def _group_codes(self) -> np.ndarray:
        code = np.zeros(len(self.frame.record), dtype=np.int64)
        for key, values in names.GROUPS.items():
            code = code * len(values) + self.frame.codes(key).codes
        return code

    def groups(self) -> list[tuple[str, names.Group]] | None:
        """(outcome, group) of every part that the frame has; None where each record has counts of one group only."""
        codes, record = self._group_codes(), self.frame.record
        of_record = np.full(len(self.frame), -1, dtype=np.int64)
        of_record[record] = codes
        if (of_record.take(record) == codes).all():
            return None
        used = np.unique(self.frame.codes("outcome").codes.astype(np.int64) * 1000 + codes)
        shape = tuple(map(len, names.GROUPS.values()))
        found = []
        for outcome, code in zip(used // 1000, used % 1000, strict=True):
            at = np.unravel_index(code, shape)
            group = tuple(values[place] for values, place in zip(names.GROUPS.values(), at, strict=True))
            if OUTCOMES[outcome] in self.outcomes:
                found.append((OUTCOMES[outcome], group))
        return found  # type: ignore[return-value]

    def of_record(self, key: str) -> np.ndarray:
        """Per row the code that all its counts have; not stated where it has none."""
        codes = np.full(self.size, names.GROUPS[key].index(NOT_STATED), dtype=np.int8)
        codes[self.rows] = self.frame.codes(key).codes.take(self.counts)
        return codes

    def summed(self, outcome: str, group: names.Group | None) -> Iterator[tuple[str, np.ndarray]]:
        """(bound, number per row) of an outcome, or of one group of it; NaN in rows without such a count.

        A bound is left out where no count of the frame has it. Of several counts the bounds are added up like the
        numbers; one without an upper bound leaves the sum without.
        """
        every = self._are(outcome, group)
        here = every[self.counts]
        rows, counts = self.rows[here], self.counts[here]
        n, low, high = (self.numbers[key] for key in names.BOUNDS)
        blank = np.full(self.size, np.nan)
        blank[rows] = 0.0
        yield "n", blank + self._sums(rows, n[counts])
        ranged = {"n_min": ~np.isnan(low), "n_max": ~np.isnan(high)}
        for key, values in (("n_min", low), ("n_max", high)):
            if not (ranged[key] & every).any():
                continue
            has = np.zeros(self.size, dtype=bool)
            has[rows[ranged[key][counts]]] = True
            if key == "n_max":
                has[rows[(ranged["n_min"] & ~ranged["n_max"])[counts]]] = False
            added = self._sums(rows, np.where(ranged[key], values, n)[counts])
            yield key, np.where(has, added, np.nan)

    def _sums(self, rows: np.ndarray, values: np.ndarray) -> np.ndarray:
        return np.bincount(rows, weights=values, minlength=self.size)

    def _are(self, outcome: str, group: names.Group | None) -> np.ndarray:
        """Which counts of the frame are of this outcome and group."""
        found = self.frame.codes("outcome").codes == OUTCOMES.index(outcome)
        for key, value in zip(names.GROUPS, group or (), strict=False):
            found = found & (self.frame.codes(key).codes == names.GROUPS[key].index(value))
        return found
