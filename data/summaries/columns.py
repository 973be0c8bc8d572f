"""What a frame's views are combined into, made once per frame, so that a selection costs a few passes over arrays."""

from collections.abc import Callable
from datetime import date
from functools import cached_property
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

import numpy as np

from data.fields import BASES, CASUALTIES, CHOICES, DATE_ROLES, INCIDENT_SIZES, NOT_STATED, OUTCOMES
from data.frame import NO_DAY, Codes, Frame

T = TypeVar("T")
EPOCH = date(1970, 1, 1)
BEFORE_ALL, AFTER_ALL = NO_DAY, np.iinfo(np.int32).max
# Fields of few categories: their breakdowns come out of one pass over the counts.
SMALL_FIELDS = ("status", "device", "activity")
# Fields whose codes belong to counts; all others belong to records.
COUNT_FIELDS = tuple(field.key for field in CHOICES if field.table == "counts")
KILLED, INJURED, UNKNOWN, NOT_SPLIT = range(len(OUTCOMES))
_made: "WeakKeyDictionary[Frame, Columns]" = WeakKeyDictionary()


def columns_of(frame: Frame) -> "Columns":
    """The same Columns for the same frame."""
    if frame not in _made:
        _made[frame] = Columns(frame)
    return _made[frame]


class Columns:
    """Arrays over records (length R) and over counts (length C), and positions in them. Never changed in place."""

    def __init__(self, frame: Frame) -> None:
        # Only the parts of the frame that are needed: a weak key must not be held alive by its own value.
        self.size = len(frame)
        self.records, self.counts = frame.records, frame.counts
        self.record, self.n = frame.record, frame.n
        self.start, end = frame.days("date_from"), frame.days("date_to")
        self.end = np.where(end == NO_DAY, AFTER_ALL, end).astype(np.int32)
        self.outcome, self.status = frame.codes("outcome").codes, frame.codes("status").codes
        self._codes = {field.key: frame.codes(field.key) for field in CHOICES if field.table != "incidents"}
        # A line list has one count per record in the records' order: then masks need no gathering.
        self.one_to_one = len(self.record) == self.size and bool((self.record == np.arange(self.size)).all())
        self.all_ones = bool((self.n == 1).all())
        self.places = frame.codes("place")
        self._remembered: dict[str, Any] = {}

    def remember(self, name: str, make: Callable[[], T]) -> T:
        """What `make` gives, made once per frame: frames never change."""
        if name not in self._remembered:
            self._remembered[name] = make()
        return self._remembered[name]

    def field(self, field: str) -> tuple[np.ndarray, tuple[str, ...]]:
        """Code per record (of a field of counts: per count), and the keys that the codes stand for.

        None given: not_stated. `field` is a key of data.fields.CHOICES.
        """
        codes, keys = self.incident_sizes if field == CASUALTIES.key else self._codes[field]
        return codes, tuple(key or NOT_STATED for key in keys)

    @cached_property
    def incident_sizes(self) -> Codes:
        """For each record, which of INCIDENT_SIZES the casualties of its incident are.

        Not stated where no record of the incident says how many; else what is known, which may be a minimum.
        """
        incident = self.records["incident_id"].factorize()[0]
        people = np.bincount(incident, weights=self.per_record.sum(axis=1)).take(incident)
        silent = np.zeros(self.size, dtype=bool)
        silent[np.intersect1d(*self.missing)] = True
        says = np.bincount(incident, weights=~silent).take(incident) > 0
        sizes = np.searchsorted((0, 1, 2, 5, 10), people, side="left")
        sizes = np.where(says | (people > 0), sizes, INCIDENT_SIZES.index(NOT_STATED)).astype(np.int8)
        return Codes(sizes, INCIDENT_SIZES)

    def count_key(self, name: str, per_record: np.ndarray | None = None) -> np.ndarray:
        """Per count: the code of `name` times the number of outcomes, plus the outcome; ready for bincount.

        `per_record` gives the codes (0 and up) where `name` is no field, such as the months of a time line.
        """

        def make() -> np.ndarray:
            codes = self.field(name)[0] if per_record is None else per_record
            if name not in COUNT_FIELDS and not self.one_to_one:
                codes = codes.take(self.record)
            return codes.astype(np.intp) * len(OUTCOMES) + self.outcome

        return self.remember(f"key:{name}", make)

    @cached_property
    def cube_key(self) -> np.ndarray:
        """Per count: its place in a flat array of shape `cube_shape`, over the small fields and the outcome."""
        key = np.zeros(len(self.record), dtype=np.intp)
        for name in SMALL_FIELDS:
            codes, keys = self.field(name)
            key = key * len(keys) + (codes if name in COUNT_FIELDS or self.one_to_one else codes.take(self.record))
        return key * len(OUTCOMES) + self.outcome

    @property
    def cube_shape(self) -> tuple[int, ...]:
        return (*(len(self.field(name)[1]) for name in SMALL_FIELDS), len(OUTCOMES))

    @cached_property
    def undated(self) -> np.ndarray:
        """Positions of the records without a date."""
        return np.flatnonzero((self.start == BEFORE_ALL) | (self.end == AFTER_ALL))

    @cached_property
    def coarse(self) -> np.ndarray:
        """Positions of the dated records that are known to more than one day."""
        return np.flatnonzero((self.start != self.end) & (self.start != BEFORE_ALL) & (self.end != AFTER_ALL))

    @cached_property
    def by_report(self) -> np.ndarray:
        """Positions of the dated records whose date is that of the report."""
        reported = self.records["date_role"].cat.codes.to_numpy() == DATE_ROLES.index("reported")
        return np.flatnonzero(reported & (self.start != BEFORE_ALL))

    @cached_property
    def missing(self) -> tuple[np.ndarray, np.ndarray]:
        """Positions of the records that do not say how many were killed, and injured."""
        return self._with_basis("killed", "not_recorded"), self._with_basis("injured", "not_recorded")

    @cached_property
    def partial(self) -> tuple[np.ndarray, np.ndarray]:
        """Positions of the records that give only some of the parts: their number is a minimum."""
        return self._with_basis("killed", "partial"), self._with_basis("injured", "partial")

    def _with_basis(self, name: str, basis: str) -> np.ndarray:
        return np.flatnonzero(self.records[f"{name}_basis"].cat.codes.to_numpy() == BASES.index(basis))

    @cached_property
    def minima(self) -> np.ndarray:
        """Positions of the counts that are a lower bound: "5 or more", or the low end of a range without a best."""
        low, high = (self.counts[name].to_numpy(dtype=np.float64) for name in ("n_min", "n_max"))
        return np.flatnonzero((low >= self.n) & ~(high <= self.n))

    @cached_property
    def per_record(self) -> np.ndarray:
        """Sums per record and outcome, shape (R, 4)."""
        keys = self.record * len(OUTCOMES) + self.outcome
        size = self.size * len(OUTCOMES)
        return np.bincount(keys, weights=self.n, minlength=size).reshape(self.size, len(OUTCOMES))

    def pairs(self, field: str) -> tuple[np.ndarray, np.ndarray]:
        """Per count, the number of its pair of record and value of a field of counts; and the code of every pair."""

        def make() -> tuple[np.ndarray, np.ndarray]:
            codes, keys = self.field(field)
            found, pairs = np.unique(self.record * len(keys) + codes, return_inverse=True)
            return pairs, (found % len(keys)).astype(np.int8)

        return self.remember(f"pairs:{field}", make)

    @cached_property
    def counts_of_records(self) -> tuple[np.ndarray, np.ndarray]:
        """The counts sorted by record, and where each record's begin (length R + 1)."""
        first = np.zeros(self.size + 1, dtype=np.int64)
        np.cumsum(np.bincount(self.record, minlength=self.size), out=first[1:])
        return np.argsort(self.record, kind="stable"), first
