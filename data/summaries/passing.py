"""What a selection lets through: tables over the values of each field it limits, and the masks made of them."""

from collections.abc import Iterable
from functools import cached_property, reduce

import numpy as np

from data.fields import CASUALTIES
from data.selection import Selection
from data.summaries.columns import AFTER_ALL, BEFORE_ALL, COUNT_FIELDS, EPOCH, Columns

# So many spans that begin inside a period and end after it are compared one by one: sixteen comparisons of two bytes
# per record cost less than one lookup.
FEW_SPANS = 12


class Passing:
    """Filters of one selection over one frame. A table is True for each value (or kind) that passes; None: all do."""

    def __init__(self, columns: Columns, selection: Selection) -> None:
        self.columns, self.selection = columns, selection
        limited = [name for name in columns.fields if selection.limits(name)]
        self.tables = {name: self._table(name) for name in limited}
        self._masks: dict[str, np.ndarray | None] = {}

    def _table(self, name: str) -> np.ndarray:
        return np.array([self.selection.passes(name, key) for key in self.columns.keys(name)], dtype=bool)

    @cached_property
    def place(self) -> np.ndarray | None:
        """Over the names of places."""
        if not self.selection.place:
            return None
        wanted = self.selection.place.casefold()
        return np.array([wanted in name.casefold() for name in self.columns.places.values], dtype=bool)

    @cached_property
    def period(self) -> np.ndarray | None:
        """Over the spans."""
        if not self.selection.limited_in_time:
            return None
        first, last = limits(self.selection)
        start, end = self.columns.spans.T
        return (start >= first) & (end <= last)

    @cached_property
    def counts(self) -> np.ndarray | None:
        """Over the counts of the kinds of casualties."""
        return self.counts_but(None)

    def counts_but(self, field: str | None) -> np.ndarray | None:
        """The same with one field's own limits lifted."""
        of = self.columns.people.of
        return _all_of(self.tables[name][of[name]] for name in COUNT_FIELDS if name in self.tables and name != field)

    @cached_property
    def people(self) -> np.ndarray | None:
        """Over the kinds of casualties: whether the size of the incident is asked for."""
        if CASUALTIES.key not in self.tables:
            return None
        return self.tables[CASUALTIES.key][self.columns.people.incident]

    def kinds(self, group: int, but: str | None = None) -> np.ndarray | None:
        """Over the kinds of a group, with one field's own limits lifted."""
        of = self.columns.groups[group].of
        return _all_of(self.tables[name][of[name]] for name in of if name in self.tables and name != but)

    def mask(self, but: str | int | None = None) -> np.ndarray | None:
        """The records that pass period, place and all groups, but for "period", "people" or the group of that number.

        The size of the incident is no part of it unless `but` is "nothing"; see Selected.asked.
        """
        parts = {"period": self._period_mask, "place": self._place_mask}
        masks = [self._kept(name, make) for name, make in parts.items() if name != but]
        masks += [self._group_mask(number) for number in range(len(self.columns.groups)) if number != but]
        return _all_of(mask for mask in masks if mask is not None)

    def meeting(self, positions: np.ndarray, but: str) -> np.ndarray:
        """Those of a few record positions that pass all filters on records but the period or one field."""
        columns = self.columns
        parts = [(columns.span, self.period if but != "period" else None), (columns.places.codes, self.place)]
        parts += [(kinds.codes, self.kinds(number, but)) for number, kinds in enumerate(columns.groups)]
        parts.append((columns.people.codes, self.people if but != CASUALTIES.key else None))
        for codes, table in parts:
            if table is not None:
                positions = positions[table.take(codes.take(positions))]
        return positions

    def _kept(self, name: str, make) -> np.ndarray | None:  # type: ignore[no-untyped-def]
        if name not in self._masks:
            self._masks[name] = make()
        return self._masks[name]

    def _group_mask(self, number: int) -> np.ndarray | None:
        table = self.kinds(number)
        if table is None:
            return None
        return self._kept(f"group {number}", lambda: _looked_up(table, self.columns.groups[number].codes))

    def _place_mask(self) -> np.ndarray | None:
        return None if self.place is None else _looked_up(self.place, self.columns.places.codes)

    def _period_mask(self) -> np.ndarray | None:
        """Spans are numbered by their start, so that most of a period is a stretch of numbers."""
        passes = self.period
        if passes is None:
            return None
        inside = np.flatnonzero(passes)
        if not len(inside):
            return np.zeros(self.columns.size, dtype=bool)
        low, high = inside[0], inside[-1]
        strays = low + np.flatnonzero(~passes[low : high + 1])
        if len(strays) > FEW_SPANS:
            return _looked_up(passes, self.columns.span)
        mask = (self.columns.span >= low) & (self.columns.span <= high)
        for stray in strays:
            mask &= self.columns.span != stray
        return mask


def limits(selection: Selection) -> tuple[int, int]:
    """First and last day of the selection in days since 1970; the widest dated ones where it is open."""
    first, last = selection.date_from, selection.date_to
    return (
        (first - EPOCH).days if first else BEFORE_ALL + 1,
        (last - EPOCH).days if last else AFTER_ALL - 1,
    )


def _looked_up(table: np.ndarray, codes: np.ndarray) -> np.ndarray:
    """True where a code passes. For one or two codes, in or out, comparing bytes is many times faster than a lookup."""
    chosen = np.flatnonzero(table)
    if len(chosen) <= 2 and codes.itemsize <= 2:
        return reduce(np.logical_or, (codes == code for code in chosen), np.zeros(len(codes), dtype=bool))
    return table.take(codes)


def _all_of(masks: Iterable[np.ndarray]) -> np.ndarray | None:
    together = None
    for mask in masks:
        together = mask if together is None else together & mask
    return together
