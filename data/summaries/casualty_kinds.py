"""Records alike in all their counts, in what they leave unsaid, and in the size of their incident, told apart once."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from data.fields import BASES, INCIDENT_SIZES, NOT_STATED, OUTCOMES
from data.frame import Frame
from data.summaries.kinds import combined, numbered, rows_alike, small

COUNTED = ("outcome", "status", "sex", "age_group")
INJURED = 1
# The columns that a record is summed in: people by outcome, whether it is shown, whether it is asked for, and what
# it leaves unsaid.
UNSAID = ("missing_killed", "missing_injured", "lower_killed", "lower_injured")
COLUMNS = (*OUTCOMES, "shown", "asked", *UNSAID)


@dataclass(frozen=True, eq=False)
class CasualtyKinds:
    """`codes` per record. The counts of a kind are those of any record of it: `kind`, `n` and `of` are per such count.

    `unsaid` (kinds, 4) is 1 where a record does not say how many were killed and injured, and where its number is a
    minimum; `incident` is the code of data.fields.INCIDENT_SIZES.
    """

    codes: np.ndarray
    size: int
    kind: np.ndarray
    n: np.ndarray
    of: dict[str, np.ndarray]
    unsaid: np.ndarray
    incident: np.ndarray

    @cached_property
    def sums(self) -> np.ndarray:
        """People per kind and outcome, shape (kinds, 4)."""
        return self.summed(None)

    def summed(self, counts: np.ndarray | None) -> np.ndarray:
        """People per kind and outcome among some of the counts (a mask)."""
        n = self.n if counts is None else self.n * counts
        keys = self.kind * len(OUTCOMES) + self.of["outcome"]
        return np.bincount(keys, weights=n, minlength=self.size * len(OUTCOMES)).reshape(self.size, len(OUTCOMES))

    def with_people(self, counts: np.ndarray) -> np.ndarray:
        """Whether a kind has people among some of the counts (a mask)."""
        return np.bincount(self.kind[counts & (self.n > 0)], minlength=self.size) > 0

    @cached_property
    def plain_classes(self) -> tuple[np.ndarray, np.ndarray]:
        """The classes of kinds (COLUMNS) when nothing is asked of counts."""
        return rows_alike(np.hstack([self.sums, np.ones((self.size, 2)), self.unsaid]))


def casualty_kinds(frame: Frame, minima: np.ndarray) -> CasualtyKinds:
    """The kinds of a frame; `minima` are the positions of the counts that are a lower bound."""
    record, order, first = _counts_of_records(frame)
    fields = {key: frame.codes(key) for key in COUNTED}
    n_codes, n_size = numbered(frame.n)
    alike, alike_size = numbered(combined(
        [*(each.codes for each in fields.values()), n_codes], [*(len(each.values) for each in fields.values()), n_size]
    ))  # fmt: skip
    unsaid = _unsaid(frame, minima)
    codes, _ = numbered(np.packbits(unsaid, axis=1, bitorder="little").ravel())
    codes = _by_counts(codes, alike, alike_size, order, first)
    people = np.bincount(record, weights=frame.n, minlength=len(frame))
    incident = _incident_sizes(frame, people, unsaid[:, 0] & unsaid[:, INJURED])
    codes, size = numbered(codes * len(INCIDENT_SIZES) + incident)
    one = np.empty(size, dtype=np.intp)
    one[codes] = np.arange(len(frame))
    of_kind = first[one + 1] - first[one]
    kind = np.repeat(np.arange(size), of_kind)
    # The positions of those counts: each kind's run of the order.
    counts = np.repeat(first[one] - np.cumsum(of_kind) + of_kind, of_kind) + np.arange(len(kind))
    counts = counts if order is None else order[counts]
    return CasualtyKinds(
        codes=codes.astype(small(size)), size=size, kind=kind, n=frame.n[counts],
        of={key: each.codes[counts].astype(np.intp) for key, each in fields.items()},
        unsaid=unsaid[one].astype(np.float64), incident=incident[one].astype(np.intp),
    )  # fmt: skip


def _counts_of_records(frame: Frame) -> tuple[np.ndarray, np.ndarray | None, np.ndarray]:
    """The record of each count, the counts in order of records (None: they are), and where each record's begin."""
    record = frame.record
    first = np.zeros(len(frame) + 1, dtype=np.int64)
    np.cumsum(np.bincount(record, minlength=len(frame)), out=first[1:])
    in_order = bool((record[1:] >= record[:-1]).all())
    return record, None if in_order else np.argsort(record, kind="stable"), first


def _by_counts(
    codes: np.ndarray, alike: np.ndarray, size: int, order: np.ndarray | None, first: np.ndarray
) -> np.ndarray:
    """The codes told apart further by each record's first count, its second, and so on, until no record has more."""
    place, left = 0, np.flatnonzero(first[1:] > first[:-1])
    while len(left):
        counts = first[left] + place
        own = alike[counts if order is None else order[counts]]
        # Codes of those with a further count start above all others.
        found, _ = numbered(codes[left] * size + own)
        codes[left] = int(codes.max()) + 1 + found
        place += 1
        left = left[first[left + 1] - first[left] > place]
    return codes


def _unsaid(frame: Frame, minima: np.ndarray) -> np.ndarray:
    """Shape (R, 4), bool: UNSAID."""
    found = np.zeros((len(frame), len(UNSAID)), dtype=bool)
    outcomes = frame.codes("outcome").codes.take(minima)
    for outcome, name in enumerate(("killed", "injured")):
        basis = frame.codes(f"{name}_basis").codes
        found[:, outcome] = basis == BASES.index("not_recorded")
        found[:, 2 + outcome] = basis == BASES.index("partial")
        found[frame.record.take(minima[outcomes == outcome]), 2 + outcome] = True
    return found


def _incident_sizes(frame: Frame, people: np.ndarray, silent: np.ndarray) -> np.ndarray:
    """For each record, which of INCIDENT_SIZES the casualties of its incident are.

    Not stated where no record of the incident says how many; else what is known, which may be a minimum.
    """
    says = ~silent
    incident = incident_numbers(frame.records)
    if incident is not None:
        people = np.bincount(incident, weights=people).take(incident)
        says = np.bincount(incident, weights=says).take(incident) > 0
    sizes = np.searchsorted((0, 1, 2, 5, 10), people, side="left")
    return np.where(says | (people > 0), sizes, INCIDENT_SIZES.index(NOT_STATED))


def incident_numbers(records: pd.DataFrame) -> np.ndarray | None:
    """Number of each record's incident (int32); None where each record is an incident of its own."""
    if records["incident_id"].equals(records["record_id"]):
        return None
    codes, names = records["incident_id"].factorize()
    return None if len(names) == len(records) else codes.astype(np.int32)
