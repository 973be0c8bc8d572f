"""The records and counts of one frame that a Selection asks for, and those it cannot place, worked out once."""

from collections import OrderedDict
from collections.abc import Callable
from functools import cached_property
from weakref import WeakKeyDictionary

import numpy as np

from data.frame import Dataset, Frame
from data.selection import Selection
from data.summaries.casualty_kinds import COLUMNS
from data.summaries.columns import COUNT_FIELDS, Columns, columns_of
from data.summaries.kinds import rows_alike, small
from data.summaries.left_out import LeftOut, left_out
from data.summaries.passing import Passing

# All charts of a page ask for the same selection one after another; each entry holds up to 10 bytes per record.
KEPT = 2
# Positions of the records to look at: all of them, a stretch, or each by its number.
Where = None | slice | np.ndarray
_kept: "WeakKeyDictionary[Frame, OrderedDict[Selection, Selected]]" = WeakKeyDictionary()


class Selected:
    """What a selection finds; None stands for all. Nothing is worked out before somebody asks for it.

    `asked` (mask over records) meets the filters on records; `shown` (mask) and `records` (positions) also have a
    casualty of the outcomes and status asked for; `counts` (positions) are what is added up.
    """

    def __init__(self, dataset: Dataset, selection: Selection, columns: Columns) -> None:
        self.dataset, self.selection, self.columns = dataset, selection, columns
        self.passing = Passing(columns, selection)
        self._remembered: dict[str, np.ndarray] = {}

    def remember(self, name: str, make: Callable[[], np.ndarray]) -> np.ndarray:
        """What `make` gives, made once per selection."""
        if name not in self._remembered:
            self._remembered[name] = make()
        return self._remembered[name]

    # Kinds: enough for every sum.

    def where(self, but: int | None = None) -> Where:
        """The records that pass period, place and groups, but for the group of that number."""
        if but is None or but not in {self.columns.group_of.get(name) for name in self.passing.tables}:
            return self._where
        return _found(self.passing.mask(but))

    @cached_property
    def _where(self) -> Where:
        return _found(self.passing.mask())

    @cached_property
    def kinds(self) -> np.ndarray:
        """How many records of each kind of casualties pass period, place and groups."""
        people = self.columns.people
        return np.bincount(taken(people.codes, self._where), minlength=people.size).astype(np.float64)

    @cached_property
    def kinds_asked(self) -> np.ndarray:
        """How many records of each kind of casualties meet all filters on records."""
        return self.kinds if self.passing.people is None else self.kinds * self.passing.people

    @cached_property
    def rows(self) -> np.ndarray:
        """For one record of each kind of casualties what it adds to a sum: COLUMNS, casualty_kinds.py. Incidents of
        any size; see `classes`."""
        people, counts = self.columns.people, self.passing.counts
        shown = np.ones(people.size) if counts is None else people.with_people(counts)
        return np.hstack([people.summed(counts), shown[:, None], np.ones((people.size, 1)), people.unsaid])

    @cached_property
    def classes(self) -> tuple[np.ndarray, np.ndarray]:
        """For each kind of casualties its class (0: adds nothing), and what a record of each class adds (COLUMNS)."""
        codes, classes = self.columns.people.plain_classes if self.passing.counts is None else rows_alike(self.rows)
        return (codes if self.passing.people is None else codes * self.passing.people), classes

    def spread(self, codes: np.ndarray, size: int, but: int | None = None) -> np.ndarray:
        """Sums (COLUMNS) of the records by `codes` (per record, below `size`), shape (size, columns).

        `but` lifts the filters of one group.
        """
        where, (_, classes) = self.where(but), self.classes
        of_record = self._of_record if where is self._where else self._classes_of(where)
        if size * len(classes) > max(2**20, 4 * self.columns.size):
            own = taken(codes, where)
            return np.stack([np.bincount(own, column.take(of_record), minlength=size) for column in classes.T], axis=1)
        key = np.multiply(taken(codes, where), len(classes), dtype=np.intp)
        key += of_record
        found = np.bincount(key, minlength=size * len(classes)).reshape(size, len(classes))
        return found.astype(np.float64) @ classes

    @cached_property
    def _of_record(self) -> np.ndarray:
        return self._classes_of(self._where)

    def _classes_of(self, where: Where) -> np.ndarray:
        """For each record to look at the class of its kind of casualties."""
        which, classes = self.classes
        return which.astype(small(len(classes))).take(taken(self.columns.people.codes, where))

    @cached_property
    def totals(self) -> np.ndarray:
        """Sums (COLUMNS) over everything selected."""
        return self.kinds_asked @ self.rows

    @property
    def record_count(self) -> int:
        return int(self.totals[COLUMNS.index("shown")])

    @cached_property
    def left_out(self) -> LeftOut:
        return left_out(self.columns, self.passing, self.kinds_asked)

    @cached_property
    def unknown_districts(self) -> tuple[str, ...]:
        """Districts that are asked for and that no record has."""
        wanted = self.selection.district
        return tuple(sorted(wanted - set(self.columns.keys("district")))) if wanted else ()

    # Records and counts one by one, for what no sum of kinds can tell.

    @cached_property
    def asked(self) -> np.ndarray | None:
        """Mask of the records that meet the filters on records."""
        return self._with(self.passing.people)

    @cached_property
    def shown(self) -> np.ndarray | None:
        """Mask of those that also have a casualty that is asked for."""
        if self.passing.counts is None:
            return self.asked
        shown = self.columns.people.with_people(self.passing.counts)
        return self._with(shown if self.passing.people is None else shown & self.passing.people)

    @cached_property
    def records(self) -> np.ndarray | None:
        """Positions of the shown records."""
        return None if self.shown is None else np.flatnonzero(self.shown).astype(np.int32)

    @cached_property
    def counts(self) -> np.ndarray | None:
        """Positions of the counts that are added up."""
        columns, tables = self.columns, self.passing.tables
        if self.passing.counts is None and (self.asked is None or columns.one_to_one):
            return self.records
        masks = [tables[name].take(columns.field(name)[0]) for name in COUNT_FIELDS if name in tables]
        if self.asked is not None:
            masks.append(self.asked if columns.one_to_one else self.asked.take(columns.record))
        return np.flatnonzero(np.logical_and.reduce(masks)).astype(np.int32)

    @property
    def asked_records(self) -> np.ndarray | None:
        """Positions of the records that meet the filters on records."""
        return self.records if self.shown is self.asked else None if self.asked is None else np.flatnonzero(self.asked)

    @property
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
        """Positions of the records asked for whose number of killed (0) or injured (1) is a minimum."""
        return self.among_asked(self.columns.partial[outcome])

    def _with(self, kinds: np.ndarray | None) -> np.ndarray | None:
        """Mask of the records that pass period, place and groups, and are of these kinds of casualties."""
        mask = self.passing.mask()
        if kinds is None:
            return mask
        own = kinds.take(self.columns.people.codes)
        return own if mask is None else own & mask


def select(frame: Frame, selection: Selection) -> Selected:
    """What `selection` asks of a frame."""
    kept = _kept.setdefault(frame, OrderedDict())
    found = kept.get(selection)
    if found is None:  # another thread may work out the same, or push it out: what is given back is our own
        found = kept[selection] = Selected(frame.dataset, selection, columns_of(frame))
        while len(kept) > KEPT:
            kept.pop(next(iter(tuple(kept))), None)
    return found


def taken(codes: np.ndarray, where: Where) -> np.ndarray:
    """The codes of the records to look at."""
    if where is None:
        return codes
    return codes[where] if isinstance(where, slice) else codes.take(where)


def _found(mask: np.ndarray | None) -> Where:
    """In a list in order of date a period is a stretch: that one is cut out without a copy."""
    if mask is None:
        return None
    count = np.count_nonzero(mask)
    first = int(mask.argmax()) if count else 0
    if mask[first : first + count].all():
        return slice(first, first + count)
    return np.flatnonzero(mask).astype(np.int32)
