"""/api/v1/summaries: sums of what is selected, whole or by a field or a stretch of time; single cases only."""

from typing import Any

from data.frame import Frame
from data.selection import FIELDS, Selection
from data.summaries.by_field import by_field
from data.summaries.by_time import MONTHS, by_time
from data.summaries.selected import select
from data.summaries.tally import Bucket, whole
from routes.api.answering import Call, Document, Endpoint
from routes.api.parameters import DATASET, EDITION, FORMAT, LANGUAGE, SELECTION, Parameter, choice
from routes.api.schemas import array, nullable, object_

INTERVALS = tuple(MONTHS)
BY = Parameter("by", {"type": "string", "enum": [*FIELDS, *INTERVALS]})
_SUMS = {
    "killed": nullable("number"), "injured": nullable("number"), "unknown": {"type": "number"},
    "not_split": {"type": "number"}, "killed_at_least": {"type": "boolean"}, "injured_at_least": {"type": "boolean"},
    "records": {"type": "integer"},
}  # fmt: skip
_KEYS = {
    "value": nullable("string"), "from": nullable("string"), "to": nullable("string"), "state": {"type": "string"},
}  # fmt: skip
_COLUMNS = (*_KEYS, *_SUMS)


def summaries(call: Call) -> Document:
    """Rows of sums. A missing number was not recorded; one that is at least so large has a record that is silent."""
    by = choice(call.query, BY.name, (*FIELDS, *INTERVALS), call.problems)
    selection = call.selection()
    found = call.edition()
    frame = call.frame(found, cases_only=True)
    rows = _rows(call, frame, selection, by)
    document = {
        "edition": found.number, "dataset": frame.dataset.key, "version": frame.version,
        "counted_by": frame.dataset.counted_by[call.words.language], "as_of": frame.dataset.covered_to,
        "selection": selection.query(), "by": by or None, "rows": rows,
    }  # fmt: skip
    return Document(document, [_COLUMNS, *([row[name] for name in _COLUMNS] for row in rows)])


def _rows(call: Call, frame: Frame, selection: Selection, by: str) -> list[dict[str, Any]]:
    selected = select(frame, selection)
    if not by:
        return [_row(whole(selected))]
    if by in FIELDS:
        return [_row(bucket, value=key) for key, bucket in by_field(selected, by).rows]
    found = by_time(selected, by, call.api.today())  # type: ignore[arg-type]
    rows = [
        _row(bin.bucket, start=bin.start, end=bin.end, state="unfinished" if bin.unfinished else "finished")
        for bin in found.bins
    ]
    rows += [_row(extent.bucket, start=extent.start, end=extent.end, state="wider") for extent in found.coarse]
    return rows + ([_row(found.undated, state="undated")] if found.undated.records else [])


def _row(bucket: Bucket, value: str | None = None, start: Any = None, end: Any = None, state: str = "") -> dict:
    return {
        "value": value, "from": start, "to": end, "state": state, "killed": bucket.killed.n,
        "injured": bucket.injured.n, "unknown": bucket.unknown, "not_split": bucket.not_split,
        "killed_at_least": bucket.killed.at_least, "injured_at_least": bucket.injured.at_least,
        "records": bucket.records,
    }  # fmt: skip


ENDPOINTS = (
    Endpoint(
        "summaries", "/summaries", summaries, (LANGUAGE, EDITION, DATASET, BY, *SELECTION, FORMAT),
        object_(
            edition={"type": "integer"}, dataset={"type": "string"}, version={"type": "integer"},
            counted_by={"type": "string"}, as_of=nullable("string"), selection=array(array({"type": "string"})),
            by=nullable("string"), rows=array(object_(**_KEYS, **_SUMS)),
        ), csv=True,
    ),
)  # fmt: skip
