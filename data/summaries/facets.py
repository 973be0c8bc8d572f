"""For every field that can be chosen: its values, and how many each would show under all other filters."""

from dataclasses import dataclass

from data.fields import NOT_STATED, UNKNOWN
from data.frame import Frame
from data.selection import CATEGORIES, FIELDS, Selection
from data.summaries.selected import select
from data.summaries.tally import tally

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
    found = (_facet(frame, selection, field) for field in FIELDS)
    return tuple(facet for facet in found if any(value.key not in LAST for value in facet.values))


def _facet(frame: Frame, selection: Selection, field: str) -> Facet:
    selected = select(frame, selection.unlimited(field))
    keys = selected.columns.field(field)[1]
    buckets = dict(zip(keys, tally(selected, field, len(keys)), strict=True))
    values = [
        Value(
            key, bucket.known, bucket.killed.known, bucket.injured.known, bucket.records,
            bucket.killed.at_least or bucket.injured.at_least or bucket.killed.n is None or bucket.injured.n is None,
        )
        for key, bucket in buckets.items()
        if bucket.records or key in getattr(selection, field) or (field, key) in selection.without
    ]  # fmt: skip
    order = CATEGORIES.get(field, ())
    values.sort(key=lambda v: (v.key in LAST, order.index(v.key) if v.key in order else -v.casualties, v.key))
    return Facet(field, tuple(values))
