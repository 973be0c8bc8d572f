"""A number of people that may be missing or a minimum, and such numbers for every record of a small dataset."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from data.fields import NOT_STATED, OUTCOMES, STATUSES
from data.frame import Frame
from data.summaries.columns import columns_of


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of people. `n` None = not recorded. `at_least`: a row did not record it, or gave only a minimum."""

    n: float | None
    at_least: bool = False

    @property
    def known(self) -> float:
        """The number to draw: 0 where nothing is recorded."""
        return self.n or 0.0


NOT_RECORDED = Amount(None)


def added(amounts: Collection[Amount]) -> Amount:
    """The sum of amounts of different people: not recorded only where none is; at least, where one is missing."""
    if amounts and all(amount.n is None for amount in amounts):
        return NOT_RECORDED
    unsure = any(amount.at_least or amount.n is None for amount in amounts)
    return Amount(sum(amount.known for amount in amounts), unsure)


def per_status(frame: Frame) -> np.ndarray:
    """Sums of counts per record, outcome and status, shape (R, 4, 6). For datasets of statements, not of cases."""
    columns = columns_of(frame)
    shape = (columns.size, len(OUTCOMES), len(STATUSES))
    keys = (columns.record * len(OUTCOMES) + columns.outcome) * len(STATUSES) + columns.status
    return np.bincount(keys, weights=columns.n, minlength=int(np.prod(shape))).reshape(shape)


def record_amounts(frame: Frame, outcome: str, status: Collection[str] = ()) -> list[Amount]:
    """Killed (injured) of every record, of everybody or of some status only.

    With `status`, a record that names nobody of them says 0 only when its whole is split without a remainder.
    """
    columns, index = columns_of(frame), OUTCOMES.index(outcome)
    sums = per_status(frame)[:, index, :]
    basis = frame.records[f"{outcome}_basis"].tolist()
    minima = set(columns.record.take(columns.minima[columns.outcome.take(columns.minima) == index]).tolist())
    if status:
        chosen = sums[:, [STATUSES.index(value) for value in status]].sum(axis=1)
        remainder = sums[:, STATUSES.index(NOT_STATED)] * (NOT_STATED not in status)
    else:
        chosen, remainder = sums.sum(axis=1), np.zeros(columns.size)
    amounts = []
    for i, how in enumerate(basis):
        silent = how == "not_recorded" and not chosen[i]
        hidden = status and not chosen[i] and (remainder[i] or how == "partial")
        amounts.append(NOT_RECORDED if silent or hidden else Amount(float(chosen[i]), how == "partial" or i in minima))
    return amounts
