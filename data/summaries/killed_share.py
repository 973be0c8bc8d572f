"""How many of those killed or injured were killed, per value of a field, over the records that tell both."""

from dataclasses import dataclass

import numpy as np

from data.summaries.axes import Axis
from data.summaries.columns import INJURED, KILLED
from data.summaries.cross import places_of_counts
from data.summaries.selected import Selected


@dataclass(frozen=True, slots=True)
class Share:
    """`killed` of `total` killed and injured. Left out of both: `unknown` casualties whose outcome is not known or not
    said, and `incomplete` ones of records that do not tell both numbers in full.
    """

    killed: float
    total: float
    unknown: float
    incomplete: float


def killed_shares(selected: Selected, axis: Axis) -> tuple[list[Share], Share]:
    """A Share per place of the axis, and that of all."""
    own, counts = selected.columns, selected.counts
    size = len(axis.keys)
    record, outcome = own.record, own.outcome
    if counts is not None:
        record, outcome = record.take(counts), outcome.take(counts)
    # Killed 0, injured 1, all others 2; three more of records that are not complete.
    kinds = np.minimum(outcome.astype(np.intp), 2) + 3 * _incomplete(selected).take(record)
    sums = np.bincount(places_of_counts(selected, axis) * 6 + kinds, weights=selected.weights, minlength=size * 6)
    table = sums.reshape(size, 6)
    return [_share(row) for row in table], _share(table.sum(axis=0))


def _share(row: np.ndarray) -> Share:
    killed, injured, unknown, *incomplete = (float(n) for n in row)
    return Share(killed, killed + injured, unknown, sum(incomplete))


def incomplete_records(selected: Selected) -> int:
    """Records asked for that do not tell both killed and injured in full."""
    incomplete = _incomplete(selected)
    return int(incomplete.sum() if selected.asked is None else incomplete[selected.asked].sum())


def _incomplete(selected: Selected) -> np.ndarray:
    """Per record, whether killed or injured is not recorded, given in part, or only a minimum."""
    own = selected.columns

    def make() -> np.ndarray:
        found = np.zeros(own.size, dtype=bool)
        for outcome in (KILLED, INJURED):
            found[own.missing[outcome]] = True
            found[own.partial[outcome]] = True
        found[own.record.take(own.minima)] = True
        return found

    found: np.ndarray = own.remember("incomplete", make)
    return found
