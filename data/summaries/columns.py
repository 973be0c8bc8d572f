"""What a frame's views are combined into, made once per frame, so that a selection costs a few passes over arrays."""

from collections.abc import Callable
from datetime import date
from functools import cached_property
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

import numpy as np
import pandas as pd
import pyarrow as pa

from data.fields import CASUALTIES, CHOICES, DATE_ROLES, INCIDENT_SIZES, NOT_STATED, OUTCOMES
from data.frame import NO_DAY, Codes, Frame, whole_days
from data.summaries.casualty_kinds import CasualtyKinds, casualty_kinds, incident_numbers
from data.summaries.kinds import Kinds, small, told_apart

T = TypeVar("T")
EPOCH = date(1970, 1, 1)
BEFORE_ALL, AFTER_ALL = NO_DAY, np.iinfo(np.int32).max
# Fields whose codes belong to counts; all others belong to records.
COUNT_FIELDS = tuple(field.key for field in CHOICES if field.table == "counts")
KILLED, INJURED, UNKNOWN, NOT_SPLIT = range(len(OUTCOMES))
_made: "WeakKeyDictionary[Frame, Columns]" = WeakKeyDictionary()


def columns_of(frame: Frame) -> "Columns":
    """The same Columns for the same frame."""
    if frame not in _made:
        _made[frame] = Columns(frame)
        # Telling kinds apart needs ten times what is kept.
        pa.default_memory_pool().release_unused()
    return _made[frame]


class Columns:
    """Arrays over records (length R) and over counts (length C), and positions in them. Never changed in place.

    What is kept costs about 12 bytes per record; what can be looked up in a table of kinds is made when asked for.
    """

    def __init__(self, frame: Frame) -> None:
        # Only the parts of the frame that are needed: a weak key must not be held alive by its own value.
        self.size = len(frame)
        self.records, self.counts = frame.records, frame.counts
        self.record, self.n = frame.record, frame.n
        self.outcome, self.status = frame.codes("outcome").codes, frame.codes("status").codes
        self._codes = {field.key: frame.codes(field.key) for field in CHOICES if field.table != "incidents"}
        # A line list has one count per record in the records' order: then masks need no gathering.
        self.one_to_one = len(self.record) == self.size and bool((self.record == np.arange(self.size)).all())
        self.places = frame.codes("place")
        low, high = (frame.counts[name].to_numpy(dtype=np.float64) for name in ("n_min", "n_max"))
        # Positions of the counts that are a lower bound: "5 or more", or the low end of a range without a best.
        self.minima = np.flatnonzero((low >= self.n) & ~(high <= self.n))
        self.people: CasualtyKinds = casualty_kinds(frame, self.minima)
        self.groups: tuple[Kinds, ...] = told_apart(
            {key: (codes, len(values)) for key, (codes, values) in self._codes.items() if key not in COUNT_FIELDS}
        )
        self.group_of = {name: number for number, kinds in enumerate(self.groups) for name in kinds.of}
        self.spans, self.span = _spans(frame)
        self._remembered: dict[str, Any] = {}

    def remember(self, name: str, make: Callable[[], T]) -> T:
        """What `make` gives, made once per frame: frames never change."""
        if name not in self._remembered:
            self._remembered[name] = make()
        return self._remembered[name]

    @property
    def fields(self) -> tuple[str, ...]:
        """What can be chosen, value by value."""
        return (*self._codes, CASUALTIES.key)

    def keys(self, field: str) -> tuple[str, ...]:
        """What the codes of a field stand for. None given: not_stated."""
        values = INCIDENT_SIZES if field == CASUALTIES.key else self._codes[field].values
        return tuple(value or NOT_STATED for value in values)

    def field(self, field: str) -> tuple[np.ndarray, tuple[str, ...]]:
        """Code per record (of a field of counts: per count), and the keys that the codes stand for.

        None given: not_stated. `field` is a key of data.fields.CHOICES.
        """
        return self.incident_sizes.codes if field == CASUALTIES.key else self._codes[field].codes, self.keys(field)

    @property
    def incident_sizes(self) -> Codes:
        """For each record, which of INCIDENT_SIZES the casualties of its incident are."""
        return Codes(self.people.incident.astype(np.int8).take(self.people.codes), INCIDENT_SIZES)

    def count_key(self, name: str, per_record: np.ndarray | None = None) -> np.ndarray:
        """Per count: the code of `name` times the number of outcomes, plus the outcome; ready for bincount.

        `per_record` gives the codes (0 and up) where `name` is no field, such as the months of a time line.
        """
        codes = self.field(name)[0] if per_record is None else per_record
        if name not in COUNT_FIELDS and not self.one_to_one:
            codes = codes.take(self.record)
        return codes.astype(np.intp) * len(OUTCOMES) + self.outcome

    @property
    def start(self) -> np.ndarray:
        """First day of each record since 1970, BEFORE_ALL where it has none; looked up anew each time."""
        return self.spans[:, 0].take(self.span)

    @property
    def end(self) -> np.ndarray:
        """Last day of each record since 1970, AFTER_ALL where it has none; looked up anew each time."""
        return self.spans[:, 1].take(self.span)

    @cached_property
    def undated_spans(self) -> np.ndarray:
        """Which spans are no dates: True for each."""
        return (self.spans[:, 0] == BEFORE_ALL) | (self.spans[:, 1] == AFTER_ALL)

    @cached_property
    def undated(self) -> np.ndarray:
        """Positions of the records without a date."""
        return self._positions(self.undated_spans.take(self.span))

    @cached_property
    def coarse(self) -> np.ndarray:
        """Positions of the dated records that are known to more than one day."""
        return self._positions(((self.spans[:, 0] != self.spans[:, 1]) & ~self.undated_spans).take(self.span))

    @cached_property
    def by_report(self) -> np.ndarray:
        """Positions of the dated records whose date is that of the report."""
        reported = self.records["date_role"].cat.codes.to_numpy() == DATE_ROLES.index("reported")
        return self._positions(reported & (self.spans[:, 0] != BEFORE_ALL).take(self.span))

    @property
    def missing(self) -> tuple[np.ndarray, np.ndarray]:
        """Positions of the records that do not say how many were killed, and injured."""
        return self._unsaid(0), self._unsaid(1)

    @property
    def partial(self) -> tuple[np.ndarray, np.ndarray]:
        """Positions of the records whose number of killed, and injured, is a minimum."""
        return self._unsaid(2), self._unsaid(3)

    def _unsaid(self, column: int) -> np.ndarray:
        return self._positions((self.people.unsaid[:, column] > 0).take(self.people.codes))

    @cached_property
    def counts_of_records(self) -> tuple[np.ndarray, np.ndarray]:
        """The counts sorted by record, and where each record's begin (length R + 1)."""
        first = np.zeros(self.size + 1, dtype=np.int32)
        np.cumsum(np.bincount(self.record, minlength=self.size), out=first[1:])
        return np.argsort(self.record, kind="stable").astype(np.int32), first

    @cached_property
    def incidents(self) -> np.ndarray | None:
        """Number of each record's incident; None where each record is an incident of its own."""
        return incident_numbers(self.records)

    def counts_at(self, position: int) -> np.ndarray:
        """Positions of the counts of one record."""
        if self.one_to_one:
            return np.array([position])
        if self._in_order:
            return np.arange(*np.searchsorted(self.record, (position, position + 1)))
        order, first = self.counts_of_records
        return order[first[position] : first[position + 1]]

    @cached_property
    def _in_order(self) -> bool:
        return bool((self.record[1:] >= self.record[:-1]).all())

    def people_at(self, positions: np.ndarray) -> np.ndarray:
        """Sums of some records by outcome, shape (len(positions), 4)."""
        return self.people.sums.take(self.people.codes.take(positions), axis=0)

    @property
    def per_record(self) -> np.ndarray:
        """Sums per record and outcome, shape (R, 4); looked up anew each time."""
        return self.people.sums.take(self.people.codes, axis=0)

    def _positions(self, mask: np.ndarray) -> np.ndarray:
        return np.flatnonzero(mask).astype(np.int32)


def _spans(frame: Frame) -> tuple[np.ndarray, np.ndarray]:
    """All different pairs of first and last day in order, shape (S, 2), and for each record which one it has."""
    start, end = (whole_days(frame.records[key]).astype(np.int64) for key in ("date_from", "date_to"))
    end[end == NO_DAY] = AFTER_ALL
    # Both days in one number: the first in the upper half.
    start -= BEFORE_ALL
    end -= BEFORE_ALL
    codes, found = pd.factorize((start.astype(np.uint64) << np.uint64(32)) | end.astype(np.uint64), sort=True)
    halves = found >> np.uint64(32), found & np.uint64(0xFFFFFFFF)
    spans = np.stack([half.astype(np.int64) + BEFORE_ALL for half in halves], axis=1)
    return spans, codes.astype(small(len(found)))
