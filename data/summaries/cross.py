"""Any field against any other, or against years or months: people by outcome and records in every cell."""

from dataclasses import dataclass

import numpy as np

from data.fields import OUTCOMES
from data.summaries.amounts import NOT_RECORDED, Amount
from data.summaries.axes import Axis
from data.summaries.columns import INJURED, KILLED
from data.summaries.selected import Selected

MEASURES = ("casualties", "killed", "injured", "records")
_OUTCOMES_OF = {"killed": (KILLED,), "injured": (INJURED,), "casualties": (KILLED, INJURED)}


@dataclass(frozen=True, eq=False)
class Cross:
    """`people` has shape (rows, columns, outcomes), `records` (rows, columns): each record once in every cell it is in.

    `asked` and `silent` count the records of a cell, and those of them that do not say how many were killed and
    injured; `minimum` says whether a number is a lower bound. Along a field of counts (outcome aside) these have one
    place for all: a record that does not say how many cannot be put under a status, a sex or an age.
    """

    rows: Axis
    columns: Axis
    people: np.ndarray
    records: np.ndarray
    asked: np.ndarray
    silent: np.ndarray
    minimum: np.ndarray

    def amounts(self, measure: str, outcomes: tuple[str, ...] = ("killed", "injured")) -> list[list[Amount]]:
        """A number per cell. `measure` is one of MEASURES; `outcomes` are those that the selection asks for."""
        if measure == "records":
            return [
                [
                    NOT_RECORDED if place in self.columns.not_searched else Amount(float(n))
                    for place, n in enumerate(row)
                ]
                for row in self.records.tolist()
            ]
        return [
            [self._amount(r, c, measure, outcomes) for c in range(len(self.columns.keys))]
            for r in range(len(self.rows.keys))
        ]

    def _amount(self, r: int, c: int, measure: str, outcomes: tuple[str, ...]) -> Amount:
        if c in self.columns.not_searched:
            return NOT_RECORDED
        asked_for = [o for o in _OUTCOMES_OF[measure] if OUTCOMES[o] in outcomes and self._can_hold(r, c, OUTCOMES[o])]
        value = float(self.people[r, c].sum() if measure == "casualties" else self.people[r, c, asked_for].sum())
        if not asked_for:
            return Amount(value)
        # The place of the cell where silence is counted, and all cells that share it.
        a, b = min(r, self.asked.shape[0] - 1), min(c, self.asked.shape[1] - 1)
        silent, asked = self.silent[a, b], int(self.asked[a, b])
        shared = self.asked.shape != self.records.shape
        rows = slice(None) if self.asked.shape[0] != len(self.rows.keys) else slice(r, r + 1)
        columns = slice(None) if self.asked.shape[1] != len(self.columns.keys) else slice(c, c + 1)
        wholly_silent = asked and all(silent[o] >= asked for o in asked_for)
        if wholly_silent and not self.people[rows, columns].sum():
            return NOT_RECORDED
        at_least = not shared and any(silent[o] or self.minimum[a, b, o] for o in asked_for)
        return Amount(value, bool(at_least))

    def _can_hold(self, r: int, c: int, outcome: str) -> bool:
        """Whether people of an outcome can stand in the cell at all, where outcomes are rows or columns."""
        placed = {self.rows.name: self.rows.keys[r], self.columns.name: self.columns.keys[c]}
        return placed.get("outcome", outcome) == outcome


def cross(selected: Selected, rows: Axis, columns: Axis) -> Cross:
    """The cross tabulation of what is selected."""
    shape = (len(rows.keys), len(columns.keys))
    cells = places_of_counts(selected, rows) * shape[1] + places_of_counts(selected, columns)
    outcome = selected.columns.outcome if selected.counts is None else selected.columns.outcome.take(selected.counts)
    size = shape[0] * shape[1]
    people = np.bincount(cells * len(OUTCOMES) + outcome, weights=selected.weights, minlength=size * len(OUTCOMES))
    return Cross(
        rows,
        columns,
        people.reshape(*shape, len(OUTCOMES)),
        _records(selected, rows, columns, cells).reshape(shape),
        *_silence(selected, rows, columns),
    )


def places_of_counts(selected: Selected, axis: Axis) -> np.ndarray:
    """The places of the selected counts along an axis."""
    own, counts = selected.columns, selected.counts
    if axis.of_counts or own.one_to_one:
        return (axis.codes if counts is None else axis.codes.take(counts)).astype(np.intp)
    return axis.codes.take(own.record if counts is None else own.record.take(counts)).astype(np.intp)


def _records(selected: Selected, rows: Axis, columns: Axis, cells: np.ndarray) -> np.ndarray:
    size = len(rows.keys) * len(columns.keys)
    if not rows.of_counts and not columns.of_counts:
        return np.bincount(_cells(rows, columns, _positions(selected, selected.records)), minlength=size)
    if selected.columns.one_to_one:
        return np.bincount(cells, minlength=size)
    # A record with two counts in one cell stands there once.
    record = selected.columns.record if selected.counts is None else selected.columns.record.take(selected.counts)
    seen = np.unique(record.astype(np.int64) * size + cells)
    return np.bincount(seen % size, minlength=size)


def _cells(rows: Axis, columns: Axis, positions: np.ndarray) -> np.ndarray:
    """The cells of records at these positions, where an axis of a field of counts has one place for all."""
    cells = np.zeros(len(positions), dtype=np.intp)
    for axis in (rows, columns):
        if not axis.of_counts:
            cells = cells * len(axis.keys) + axis.codes.take(positions)
    return cells


def _silence(selected: Selected, rows: Axis, columns: Axis) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    shape = tuple(1 if axis.of_counts else len(axis.keys) for axis in (rows, columns))
    size = shape[0] * shape[1]
    own = selected.columns
    asked = np.bincount(_cells(rows, columns, _positions(selected, selected.asked_records)), minlength=size)
    silent, minimum = np.zeros((size, 2), dtype=int), np.zeros((size, 2), dtype=bool)
    for outcome in (KILLED, INJURED):
        missing = selected.missing(outcome)
        silent[:, outcome] = np.bincount(_cells(rows, columns, missing), minlength=size)
        minima = own.record.take(own.minima[own.outcome.take(own.minima) == outcome])
        lower = np.concatenate([selected.partial(outcome), selected.among_asked(minima)])
        minimum[_cells(rows, columns, lower), outcome] = True
    return asked.reshape(shape), silent.reshape(*shape, 2), minimum.reshape(*shape, 2)


def _positions(selected: Selected, positions: np.ndarray | None) -> np.ndarray:
    return np.arange(selected.columns.size) if positions is None else positions
