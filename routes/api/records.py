"""/api/v1/records: the records behind a selection, a page at a time, with the columns of the files of records."""

from typing import Any

from data.flat.flattening import flatten
from exports.records.about import about
from exports.records.dictionary import entries
from exports.records.table import Table, table_of
from routes.api.answering import Call, Document, Endpoint
from routes.api.parameters import DATASET, EDITION, FORMAT, LANGUAGE, LIMIT, OFFSET, PAGING, SELECTION, number
from routes.api.schemas import PAGE, array, nullable, object_

_COLUMN = object_(
    key={"type": "string"}, label={"type": "string"}, definition={"type": "string"}, kind={"type": "string"},
    hxl={"type": "string"},
)  # fmt: skip


def records(call: Call) -> Document:
    """In the order of the file. A number that is null was not recorded."""
    limit, offset = (number(call.query, parameter, call.problems) for parameter in (LIMIT, OFFSET))
    selection = call.selection()
    found = call.edition()
    frame, settings = call.frame(found), call.api.settings
    page = flatten(frame, selection, slice(offset, offset + limit))
    total = page.selected.record_count
    table = table_of(page, about(page, found, settings.site_name, settings.public_url, call.words), call.words)
    rows = _rows(table)
    document = {
        "edition": found.number, "dataset": frame.dataset.key, "version": frame.version,
        "counted_by": frame.dataset.counted_by[call.words.language], "as_of": frame.dataset.covered_to,
        "selection": selection.query(), "cite": table.about.cite, "address": table.about.address, "total": total,
        "limit": limit, "offset": offset, "next": call.here(offset=offset + limit) if offset + limit < total else None,
        "columns": [
            {"key": entry.key, "label": entry.label, "definition": entry.definition, "kind": entry.kind,
             "hxl": entry.tag}
            for entry in entries(table, call.words)
        ],
    }  # fmt: skip
    keys = [column.key for column in table.columns]
    return Document(document | {"records": rows}, [keys, *([row[key] for key in keys] for row in rows)])


def _rows(table: Table) -> list[dict[str, Any]]:
    values = {column.key: column.values.to_pylist() for column in table.columns}
    return [{key: column[at] for key, column in values.items()} for at in range(len(table))]


ENDPOINTS = (
    Endpoint(
        "records", "/records", records, (LANGUAGE, EDITION, DATASET, *PAGING, *SELECTION, FORMAT),
        object_(
            edition={"type": "integer"}, dataset={"type": "string"}, version={"type": "integer"},
            counted_by={"type": "string"}, as_of=nullable("string"), selection=array(array({"type": "string"})),
            cite={"type": "string"}, address={"type": "string"}, **PAGE, columns=array(_COLUMN),
            records=array({"type": "object"}),
        ), csv=True,
    ),
)  # fmt: skip
