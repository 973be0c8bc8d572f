"""What a selection leaves out although its row may well belong: undated, known too coarsely, or silent."""

from dataclasses import dataclass, field

import numpy as np

from data.fields import CASUALTIES, NOT_STATED, UNKNOWN
from data.summaries.columns import COUNT_FIELDS, Columns
from data.summaries.passing import Passing, limits

UNSAID = (NOT_STATED, UNKNOWN)


@dataclass(frozen=True, eq=False)
class LeftOut:
    """Records that meet every other filter, but whose row does not say what one filter asks."""

    undated: int = 0
    partly_inside: int = 0
    # field of records -> records; field of counts -> casualties
    silent: dict[str, float] = field(default_factory=dict)


def left_out(columns: Columns, passing: Passing, kinds_asked: np.ndarray) -> LeftOut:
    """`kinds_asked` is how many records of each kind of casualties meet the filters on records."""
    silent = {name: _silent(columns, passing, name) for name in columns.fields if name not in COUNT_FIELDS}
    silent |= _silent_counts(columns, passing, kinds_asked)
    return LeftOut(
        # A period leaves out records without a date; without one they are counted in.
        undated=len(passing.meeting(columns.undated, "period")),
        partly_inside=_partly_inside(columns, passing),
        silent={name: amount for name, amount in silent.items() if amount},
    )


def _partly_inside(columns: Columns, passing: Passing) -> int:
    """Records whose date is known too coarsely to say whether they lie inside the period."""
    if passing.period is None:
        return 0
    first, last = limits(passing.selection)
    start, end = columns.spans.T
    touches = ~columns.undated_spans & (start <= last) & (end >= first) & ~passing.period
    return len(passing.meeting(columns.coarse[touches.take(columns.span.take(columns.coarse))], "period"))


def _silent(columns: Columns, passing: Passing, name: str) -> float:
    """Records that do not say what a field asks while the selection asks for certain values of it."""
    chosen = getattr(passing.selection, name)
    silent = np.array([key in UNSAID and key not in chosen for key in columns.keys(name)], dtype=bool)
    if not chosen or not silent.any():
        return 0.0
    if name == CASUALTIES.key:
        codes, table = columns.people.codes, silent[columns.people.incident]
    else:
        kinds = columns.groups[columns.group_of[name]]
        codes, table = kinds.codes, silent[kinds.of[name]]
    return float(len(passing.meeting(np.flatnonzero(table.take(codes)), name)))


def _silent_counts(columns: Columns, passing: Passing, kinds_asked: np.ndarray) -> dict[str, float]:
    """Casualties of whom the asked field is not stated, among those that meet the fields before it."""
    people, found = columns.people, {}
    n = people.n * kinds_asked[people.kind]
    for name in COUNT_FIELDS:
        if name not in passing.tables:
            continue
        chosen, codes, keys = getattr(passing.selection, name), people.of[name], columns.keys(name)
        if name != "outcome" and chosen and not chosen & set(UNSAID):
            found[name] = float(n[(codes == keys.index(NOT_STATED)) | (codes == keys.index(UNKNOWN))].sum())
        n = n * passing.tables[name][codes]
    return found
