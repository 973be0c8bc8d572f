"""Counts summed into buckets: how many killed, injured, unknown and not split, over how many records, and how sure."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from data.fields import CASUALTIES, OUTCOMES
from data.summaries.amounts import NOT_RECORDED, Amount
from data.summaries.columns import COUNT_FIELDS, INJURED, KILLED, NOT_SPLIT, UNKNOWN
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
# Of a time that a dataset does not cover: nobody looked.
NOT_COVERED = Bucket(NOT_RECORDED, NOT_RECORDED)


def tally(selected: Selected, name: str, size: int, codes: np.ndarray | None = None) -> list[Bucket]:
    """One Bucket per code 0..size-1 of the field `name`, or of `codes` (per record)."""
    if codes is None and name in COUNT_FIELDS:
        # Status, sex and age belong to counts: a record that does not say how many cannot be put under one.
        people, records = by_count_field(selected, name, selected.passing.counts, selected.kinds_asked)
        return [
            _bucket([*sums, shown, shown, 0, 0, 0, 0]) for sums, shown in zip(people.tolist(), records, strict=True)
        ]
    return [_bucket(row) for row in sums_by(selected, name, size, codes).tolist()]


def whole(selected: Selected) -> Bucket:
    """The sums over everything selected."""
    return _bucket(selected.totals.tolist())


def sums_by(selected: Selected, name: str, size: int, codes: np.ndarray | None = None) -> np.ndarray:
    """Sums (casualty_kinds.COLUMNS) per code of a field of records, or of `codes`; shape (size, columns)."""
    columns = selected.columns
    if codes is not None:
        return selected.spread(codes, size)
    if name == CASUALTIES.key:
        return added(columns.people.incident, size, selected.kinds_asked[:, None] * selected.rows)
    return group_sums_by(selected, name)


def group_sums_by(selected: Selected, field: str, lifted: str | None = None) -> np.ndarray:
    """Sums per code of a field of records, `lifted` without what the selection asks of that field.

    One pass over the records serves all fields of a group, whatever is asked of any of them.
    """
    columns = selected.columns
    number = columns.group_of[field]
    kinds = columns.groups[number]
    rows = selected.remember(f"group:{number}", lambda: selected.spread(kinds.codes, kinds.size, but=number))
    passes = selected.passing.kinds(number, but=lifted)
    if passes is not None:
        rows = rows * passes[:, None]
    return added(kinds.of[field], len(columns.keys(field)), rows)


def added(codes: np.ndarray, size: int, rows: np.ndarray) -> np.ndarray:
    """Rows of one code added up, shape (size, columns)."""
    width = rows.shape[1]
    if len(codes) < 512:
        keys = (codes[:, None] * width + np.arange(width)).ravel()
        return np.bincount(keys, rows.ravel(), minlength=size * width).reshape(size, width)
    return np.stack([np.bincount(codes, column, minlength=size) for column in rows.T], axis=1)


def by_count_field(
    selected: Selected, name: str, counts: np.ndarray | None, kinds: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """People by value of a field of counts and outcome, and how many records have a count of each value.

    Among some counts of the kinds of casualties (a mask), of which `kinds` says how many records each has. A record
    with civilians and soldiers stands under both.
    """
    people, size = selected.columns.people, len(selected.columns.keys(name))
    of_count, codes = kinds[people.kind], people.of[name]
    some = np.ones(len(codes), dtype=bool) if counts is None else counts
    keys = codes * len(OUTCOMES) + people.of["outcome"]
    sums = np.bincount(keys, people.n * of_count * some, minlength=size * len(OUTCOMES)).reshape(size, len(OUTCOMES))
    pair = np.zeros((people.size, size), dtype=bool)
    pair[people.kind[some], codes[some]] = True
    return sums, kinds @ pair


def _bucket(row: Sequence[float]) -> Bucket:
    """Of the records asked for: where none says how many, nothing is recorded."""
    sums, (shown, asked), missing, lower = row[:4], row[4:6], row[6:8], row[8:]
    killed, injured = (
        NOT_RECORDED
        if missing[o] and missing[o] >= asked and not sums[o]
        else Amount(sums[o], bool(missing[o] or lower[o]))
        for o in (KILLED, INJURED)
    )
    return Bucket(killed, injured, sums[UNKNOWN], sums[NOT_SPLIT], int(shown), int(missing[0]), int(missing[1]))
