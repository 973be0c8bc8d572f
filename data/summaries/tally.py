"""Counts summed into buckets: how many killed, injured, unknown and not split, over how many records, and how sure."""

from dataclasses import dataclass
from math import prod

import numpy as np

from data.fields import OUTCOMES
from data.summaries.amounts import NOT_RECORDED, Amount
from data.summaries.columns import COUNT_FIELDS, INJURED, KILLED, NOT_SPLIT, SMALL_FIELDS, UNKNOWN
from data.summaries.selected import Selected


@dataclass(frozen=True, slots=True)
class Bucket:
    """The sums of one bucket (a month, a district, everything)."""

    killed: Amount
    injured: Amount
    unknown: float = 0.0
    not_split: float = 0.0
    records: int = 0
    missing_killed: int = 0
    missing_injured: int = 0

    @property
    def known(self) -> float:
        return self.killed.known + self.injured.known + self.other

    @property
    def other(self) -> float:
        """Casualties of whom killed or injured is not known or not said."""
        return self.unknown + self.not_split


NOBODY = Bucket(Amount(0.0), Amount(0.0))


def tally(selected: Selected, name: str, size: int, codes: np.ndarray | None = None) -> list[Bucket]:
    """One Bucket per code 0..size-1 of the field `name`, or of `codes` (per record), remembered under `name`."""
    columns = selected.columns
    if name in SMALL_FIELDS:
        axes = tuple(axis for axis, field in enumerate(SMALL_FIELDS) if field != name)
        sums = _cube(selected).sum(axis=axes)
    else:
        sums = _weighted(selected, columns.count_key(name, codes), size * len(OUTCOMES)).reshape(size, len(OUTCOMES))
    if name in COUNT_FIELDS:
        # Status, sex and age belong to counts: a record that does not say how many cannot be put under one.
        records = _records_by(selected, name, size)
        return [_bucket(sums[code], int(records[code])) for code in range(size)]
    per_record = columns.field(name)[0] if codes is None else codes
    records = _plain(per_record, selected.records, size)
    asked = records if selected.shown is selected.asked else _plain(per_record, selected.asked_records, size)
    missing = [np.bincount(per_record.take(selected.missing(o)), minlength=size) for o in (KILLED, INJURED)]
    lower = _lower_bounds(selected, per_record, size)
    return [
        _bucket(
            sums[code],
            int(records[code]),
            int(asked[code]),
            (int(missing[0][code]), int(missing[1][code])),
            (lower[0, code], lower[1, code]),
        )
        for code in range(size)
    ]


def whole(selected: Selected) -> Bucket:
    """The sums over everything selected."""
    columns = selected.columns
    sums = _cube(selected).sum(axis=tuple(range(len(SMALL_FIELDS))))
    asked = selected.asked_records
    missing = (len(selected.missing(KILLED)), len(selected.missing(INJURED)))
    lower = _lower_bounds(selected, np.zeros(columns.size, dtype=np.int8), 1)
    return _bucket(
        sums,
        selected.record_count,
        columns.size if asked is None else len(asked),
        missing,
        (lower[0, 0], lower[1, 0]),
    )


def _bucket(
    sums: np.ndarray,
    records: int,
    asked: int = 0,
    missing: tuple[int, int] = (0, 0),
    lower: tuple[bool, bool] = (False, False),
) -> Bucket:
    """`asked` records meet the filters on records; where none of them says how many, nothing is recorded."""
    killed, injured = (
        NOT_RECORDED
        if missing[o] and missing[o] >= asked and not sums[o]
        else Amount(float(sums[o]), bool(missing[o] or lower[o]))
        for o in (KILLED, INJURED)
    )
    return Bucket(killed, injured, float(sums[UNKNOWN]), float(sums[NOT_SPLIT]), records, *missing)


def _cube(selected: Selected) -> np.ndarray:
    """Sums over the small fields and the outcome, made once per selection."""
    shape = selected.columns.cube_shape
    return selected.remember("cube", lambda: _weighted(selected, selected.columns.cube_key, prod(shape)).reshape(shape))


def _weighted(selected: Selected, keys: np.ndarray, size: int) -> np.ndarray:
    """Sum of n per key. Where every n is 1, as in a line list, counting is enough."""
    keys = keys if selected.counts is None else keys.take(selected.counts)
    if selected.columns.all_ones:
        return np.bincount(keys, minlength=size).astype(np.float64)
    return np.bincount(keys, weights=selected.weights, minlength=size)


def _plain(codes: np.ndarray, positions: np.ndarray | None, size: int) -> np.ndarray:
    return np.bincount(codes if positions is None else codes.take(positions), minlength=size)


def _records_by(selected: Selected, name: str, size: int) -> np.ndarray:
    """How many records have a count of each value; one with civilians and soldiers stands under both."""
    columns, counts = selected.columns, selected.counts
    if columns.one_to_one:
        return _plain(columns.field(name)[0], counts, size)
    pairs, value_of = columns.pairs(name)
    seen = np.zeros(len(value_of), dtype=bool)
    seen[pairs if counts is None else pairs.take(counts)] = True
    return np.bincount(value_of[seen], minlength=size)


def _lower_bounds(selected: Selected, per_record: np.ndarray, size: int) -> np.ndarray:
    """Per outcome (killed, injured) and bucket: does it hold a number that is only a minimum? Shape (2, size)."""
    columns = selected.columns
    found = np.zeros((2, size), dtype=bool)
    for outcome in (KILLED, INJURED):
        found[outcome, per_record.take(selected.partial(outcome))] = True
        minima = columns.minima[columns.outcome.take(columns.minima) == outcome]
        found[outcome, per_record.take(selected.among_asked(columns.record.take(minima)))] = True
    return found
