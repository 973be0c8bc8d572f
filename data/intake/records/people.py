"""Counts of a line list: one person per row, whose outcome a word, a code or the whole list says."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from data.fields import OUTCOMES
from data.intake.cells.categories import CategoryColumn, read_categories
from data.intake.mapping.columns import Column
from data.intake.mapping.outcomes import NOT_A_CASUALTY, OutcomeColumn, code
from data.intake.records.counting import CountRows
from data.intake.records.figures import Numbers
from data.problems import Problem

NOBODY = "nobody"


def outcomes(told: OutcomeColumn, confirmed: Mapping[str, str]) -> tuple[np.ndarray, CategoryColumn | None]:
    """Per row killed, injured, unknown, not_split or nobody (object array); and the words that were read, if words."""
    if told.codes is not None:
        meanings = {name: NOBODY if meant == NOT_A_CASUALTY else meant for name, meant in told.codes.items()}
        by_cell = {cell: meanings.get(code(cell), "unknown") for cell in set(told.column.cells)}
        return np.array([by_cell[cell] for cell in told.column.cells], dtype=object), None
    read = read_categories("outcome", told.column.cells, dict(confirmed))
    outcome = np.asarray(read.values, dtype=object)
    for where in read.not_counted.values():
        outcome[where] = NOBODY
    return outcome, read


def not_casualties(
    column: Column, read: CategoryColumn, sheets: Sequence[str], rows: Sequence[int]
) -> Iterator[Problem]:
    """One finding per word for people who are neither killed nor injured, at the first row that has it."""
    for word, where in read.not_counted.items():
        first = int(where[0])
        yield Problem(
            "not_a_casualty", sheet=sheets[first], row=int(rows[first]), column=column.letter, field="outcome",
            value=word, params={"count": len(where)},
        )  # fmt: skip


def add_people(
    counts: CountRows, outcome: np.ndarray, everyone: Mapping[str, np.ndarray], how_many: Numbers | None
) -> None:
    """One person per row, or as many as the row says, with what it says of them."""
    rows = len(outcome)
    numbers = how_many or Numbers(np.ones(rows), *[np.broadcast_to(np.nan, rows)] * 2)
    codes = np.full(rows, -1, dtype=np.int8)
    for number, name in enumerate(OUTCOMES):
        codes[outcome == name] = number
    counts.add((codes >= 0) & (np.nan_to_num(numbers.n) > 0), codes, numbers, everyone)


def bases(outcome: np.ndarray, how_many: Numbers | None) -> np.ndarray:
    """The outcome of a row is known for killed and for injured alike: the one that did not happen is 0, not missing."""
    known = ~np.isin(outcome, ("unknown", "not_split"))
    if how_many is not None:
        known &= how_many.given
    return np.array(["not_recorded", "stated"], dtype=object)[known.astype(np.int8)]


def bases_of_one_outcome(outcome: str, asked: str, rows: int) -> np.ndarray:
    """A list of the dead says nothing of the injured: theirs is missing, not 0."""
    return np.full(rows, "stated" if outcome == asked else "not_recorded", dtype=object)
