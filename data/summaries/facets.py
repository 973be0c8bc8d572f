"""For every field that can be chosen: its values, and how many each would show under all other filters."""

from dataclasses import dataclass

import numpy as np

from data.fields import CASUALTIES, NOT_STATED, OUTCOMES, UNKNOWN
from data.frame import Frame
from data.selection import CATEGORIES, FIELDS, Selection
from data.summaries.columns import COUNT_FIELDS, INJURED, KILLED
from data.summaries.selected import Selected, select
from data.summaries.tally import added, by_count_field, group_sums_by

LAST = (UNKNOWN, NOT_STATED)


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a field: people (killed, injured, all) and records, under all filters but those of this field.

    `at_least`: a record among them does not say how many, or gives only a minimum.
    """

    key: str
    casualties: float
    killed: float
    injured: float
    records: int
    at_least: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """`values` in the vocabulary's order, those of the data by size; unknown and not stated last."""

    field: str
    values: tuple[Value, ...]


def facets(frame: Frame, selection: Selection) -> tuple[Facet, ...]:
    """One Facet for every field of data.fields.CHOICES of which the dataset says anything, in that order.

    Values without a record are left out unless the selection names them.
    """
    selected = select(frame, selection)
    found = (_facet(selected, field, _sums(selected, field)) for field in FIELDS)
    return tuple(facet for facet in found if any(value.key not in LAST for value in facet.values))


def _sums(selected: Selected, field: str) -> np.ndarray:
    """Sums per value (casualty_kinds.COLUMNS) with the field's own limits lifted."""
    columns, passing = selected.columns, selected.passing
    size = len(columns.keys(field))
    if field in COUNT_FIELDS:
        people, records = by_count_field(selected, field, passing.counts_but(field), selected.kinds_asked)
        return np.hstack([people, records[:, None], np.zeros((size, 5))])
    if field == CASUALTIES.key:
        return added(columns.people.incident, size, selected.kinds[:, None] * selected.rows)
    return group_sums_by(selected, field, lifted=field)


def _facet(selected: Selected, field: str, sums: np.ndarray) -> Facet:
    chosen = getattr(selected.selection, field) | selected.selection.left_out(field)
    values = [
        Value(key, sum(row[: len(OUTCOMES)]), row[KILLED], row[INJURED], int(row[4]), any(row[6:]))
        for key, row in zip(selected.columns.keys(field), sums.tolist(), strict=True)
        if row[4] or key in chosen
    ]
    order = CATEGORIES.get(field, ())
    values.sort(key=lambda v: (v.key in LAST, order.index(v.key) if v.key in order else -v.casualties, v.key))
    return Facet(field, tuple(values))
