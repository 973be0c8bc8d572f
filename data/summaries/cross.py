"""Any field against any other, or against years or months: people by outcome and records in every cell."""

from dataclasses import dataclass, replace
from math import prod

import numpy as np

from data.fields import OUTCOMES
from data.summaries.amounts import NOT_RECORDED, Amount
from data.summaries.axes import TIMES, UNPLACED, Axis
from data.summaries.casualty_kinds import COLUMNS
from data.summaries.columns import INJURED, KILLED
from data.summaries.selected import Selected, taken

MEASURES = ("casualties", "killed", "injured", "records")
# Numbers in a table of kinds by cells, 8 bytes each.
MOST_OF_KINDS = 2**22
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
        if asked and all(silent[o] >= asked for o in asked_for) and not self._known_beside(r, c, asked_for, measure):
            return NOT_RECORDED
        placed = all(not axis.of_counts or axis.name == "outcome" for axis in (self.rows, self.columns))
        return Amount(value, placed and bool(any(silent[o] or self.minimum[a, b, o] for o in asked_for)))

    def _known_beside(self, r: int, c: int, asked_for: list[int], measure: str) -> float:
        """Who is known in all cells that share the silence of this one."""
        rows, columns = (
            slice(None) if axis.of_counts else slice(i, i + 1) for axis, i in ((self.rows, r), (self.columns, c))
        )
        people = self.people[rows, columns]
        others = measure == "casualties" and "outcome" not in (self.rows.name, self.columns.name)
        return float(people[..., asked_for].sum() + (people[..., INJURED + 1 :].sum() if others else 0))

    def _can_hold(self, r: int, c: int, outcome: str) -> bool:
        """Whether people of an outcome can stand in the cell at all, where outcomes are rows or columns."""
        placed = {self.rows.name: self.rows.keys[r], self.columns.name: self.columns.keys[c]}
        return placed.get("outcome", outcome) == outcome


def cross(selected: Selected, rows: Axis, columns: Axis) -> Cross:
    """The cross tabulation of what is selected."""
    found = _cross(selected, *map(_with_unplaced, (rows, columns)))
    within = tuple(slice(len(axis.keys)) if axis.name in TIMES else slice(None) for axis in (rows, columns))
    return Cross(rows, columns, *(
        each[within] for each in (found.people, found.records, found.asked, found.silent, found.minimum)
    ))  # fmt: skip


def _with_unplaced(axis: Axis) -> Axis:
    """A time with a place for records outside its bins, also where these hold nobody that is asked for."""
    return replace(axis, keys=(*axis.keys, UNPLACED)) if axis.name in TIMES and UNPLACED not in axis.keys else axis


def _cross(selected: Selected, rows: Axis, columns: Axis) -> Cross:
    if rows.of_counts or columns.of_counts:
        return _by_kinds(selected, rows, columns) or _by_counts(selected, rows, columns)
    shape = (len(rows.keys), len(columns.keys))
    size = shape[0] * shape[1]
    # One pass over the records tells all there is to know of a cell (casualty_kinds.COLUMNS).
    cells = rows.codes.astype(np.int32) * shape[1] + columns.codes
    sums = selected.spread(cells, size) if size else np.zeros((0, len(COLUMNS)))
    people, records, asked, silent, lower = np.split(sums, (4, 5, 6, 8), axis=1)
    return Cross(
        rows,
        columns,
        people.reshape(*shape, len(OUTCOMES)),
        records.reshape(shape),
        asked.reshape(shape),
        silent.reshape(*shape, 2),
        lower.reshape(*shape, 2) > 0,
    )


def _by_kinds(selected: Selected, rows: Axis, columns: Axis) -> Cross | None:
    """The same by kinds of casualties (casualty_kinds.py): one pass over the records. None where these are many."""
    own, passing = selected.columns.people, selected.passing
    shape = (len(rows.keys), len(columns.keys))
    inner = [axis for axis in (rows, columns) if axis.of_counts]
    outer = next((axis for axis in (rows, columns) if not axis.of_counts), None)
    across, width = prod(len(axis.keys) for axis in inner), len(outer.keys) if outer else 1
    if not across * width * own.size or own.size * max(across * len(OUTCOMES), width) > MOST_OF_KINDS:
        return None
    kinds = selected.kinds_asked[None, :]
    if outer:
        where = selected.where()
        keys = taken(outer.codes, where).astype(np.intp) * own.size + taken(own.codes, where)
        kinds = np.bincount(keys, minlength=width * own.size).reshape(width, own.size).astype(np.float64)
        kinds = kinds if passing.people is None else kinds * passing.people
    some = own.n > 0 if passing.counts is None else passing.counts & (own.n > 0)
    place = np.zeros(int(some.sum()), dtype=np.intp)
    for axis in inner:
        place = place * len(axis.keys) + axis.places.take(own.of[axis.name][some])
    cells = own.kind[some] * across + place
    keys = cells * len(OUTCOMES) + own.of["outcome"][some]
    each = np.bincount(keys, own.n[some], minlength=own.size * across * len(OUTCOMES))
    people = (kinds @ each.reshape(own.size, -1)).reshape(width, across, len(OUTCOMES))
    held = np.bincount(cells, minlength=own.size * across).reshape(own.size, across) > 0
    records = kinds @ held
    if outer is columns:
        people, records = people.transpose(1, 0, 2), records.T
    return Cross(
        rows, columns, people.reshape(*shape, len(OUTCOMES)), records.reshape(shape), *_silence(selected, rows, columns)
    )


def _by_counts(selected: Selected, rows: Axis, columns: Axis) -> Cross:
    """The same where an axis is of a field of counts: a record may stand in several of its places."""
    shape = (len(rows.keys), len(columns.keys))
    cells = places_of_counts(selected, rows) * shape[1] + places_of_counts(selected, columns)
    outcome = selected.columns.outcome if selected.counts is None else selected.columns.outcome.take(selected.counts)
    size = shape[0] * shape[1]
    people = np.bincount(cells * len(OUTCOMES) + outcome, weights=selected.weights, minlength=size * len(OUTCOMES))
    return Cross(
        rows,
        columns,
        people[: size * len(OUTCOMES)].reshape(*shape, len(OUTCOMES)),
        _records(selected, cells, size)[:size].reshape(shape),
        *_silence(selected, rows, columns),
    )


def places_of_counts(selected: Selected, axis: Axis) -> np.ndarray:
    """The places of the selected counts along an axis."""
    own, counts = selected.columns, selected.counts
    if axis.of_counts or own.one_to_one:
        return (axis.codes if counts is None else axis.codes.take(counts)).astype(np.intp)
    return axis.codes.take(own.record if counts is None else own.record.take(counts)).astype(np.intp)


def _records(selected: Selected, cells: np.ndarray, size: int) -> np.ndarray:
    """How many records have somebody in each cell; one with two counts in a cell stands there once."""
    somebody = selected.weights > 0
    cells = cells[somebody]
    if selected.columns.one_to_one:
        return np.bincount(cells, minlength=size)
    record = selected.columns.record if selected.counts is None else selected.columns.record.take(selected.counts)
    # Sorting costs a tenth of np.unique, which hashes.
    seen = np.sort(record[somebody].astype(np.int64) * max(size, 1) + cells)
    again = np.zeros(len(seen), dtype=bool)
    again[1:] = seen[1:] == seen[:-1]
    return np.bincount(seen[~again] % max(size, 1), minlength=size)


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
        silent[:, outcome] = np.bincount(_cells(rows, columns, missing), minlength=size)[:size]
        minima = own.record.take(own.minima[own.outcome.take(own.minima) == outcome])
        lower = np.concatenate([selected.partial(outcome), selected.among_asked(minima)])
        if size:
            minimum[_cells(rows, columns, lower), outcome] = True
    return asked[:size].reshape(shape), silent.reshape(*shape, 2), minimum.reshape(*shape, 2)


def _positions(selected: Selected, positions: np.ndarray | None) -> np.ndarray:
    return np.arange(selected.columns.size) if positions is None else positions
