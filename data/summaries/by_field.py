"""How many killed and injured per district, status, device or activity: the largest first, the unknown last."""

from dataclasses import dataclass

from data.fields import NOT_STATED, UNKNOWN
from data.summaries.columns import COUNT_FIELDS
from data.summaries.selected import Selected
from data.summaries.tally import Bucket, tally

LAST = (UNKNOWN, NOT_STATED)


@dataclass(frozen=True, slots=True)
class ByField:
    """`rows` are (category or district key, Bucket), those with nobody and no record left out."""

    field: str
    rows: tuple[tuple[str, Bucket], ...]


def by_field(selected: Selected, field: str) -> ByField:
    """The breakdown of what is selected by `field`, a key of data.fields.CHOICES."""
    keys = selected.columns.field(field)[1]
    buckets = zip(keys, tally(selected, field, len(keys)), strict=True)
    # A missing number keeps its row: "not recorded" is something to say.
    rows = [(key, bucket) for key, bucket in buckets if bucket.records or bucket.known]
    if field in COUNT_FIELDS:
        rows = [(key, bucket) for key, bucket in rows if selected.selection.passes(field, key)]
    rows.sort(key=lambda row: (LAST.index(row[0]) if row[0] in LAST else -1, -row[1].known, row[0]))
    return ByField(field, tuple(rows))
