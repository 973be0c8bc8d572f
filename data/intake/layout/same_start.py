"""Running totals by their spans: every row begins on the same day and ends later than the one before."""

import numpy as np

from data.intake.layout.sign import Sign
from data.intake.mapping.choice import Choice
from data.intake.mapping.columns import Column

_FEWEST = 3


def sign(choice: Choice) -> Sign | None:
    """ "24 February to 15 March", "24 February to 22 March": figures since one day, which must not be added up."""
    read = choice.when.read
    if read is None:
        return None
    dated = ~np.isnat(read.date_from) & ~np.isnat(read.date_to)
    begins, ends = np.unique(read.date_from[dated]), np.unique(read.date_to[dated])
    if len(begins) != 1 or len(ends) < _FEWEST or len(ends) < np.count_nonzero(dated):
        return None
    if not all(_never_falls(column.counts.n[dated], read.date_to[dated]) for column in _columns(choice)):
        return None
    return Sign("running_totals", "same_start", evidence=tuple(c.heading for c in choice.when.columns.values()))


def _columns(choice: Choice) -> list[Column]:
    return [each.whole for each in (choice.killed, choice.injured, choice.total) if each.whole is not None]


def _never_falls(numbers: np.ndarray, ends: np.ndarray) -> bool:
    ordered = numbers[np.argsort(ends, kind="stable")]
    return bool(np.mean(np.diff(ordered[~np.isnan(ordered)]) >= 0) >= 0.9) if len(ordered) > 1 else True
