"""Records as JSON: what is to be said about them, the dictionary of the columns, then an object for each record."""

import json
from typing import IO, Any

from exports.json import text
from exports.records.dictionary import entries
from exports.records.lines import lines
from exports.records.table import Table


def write(table: Table, words: Any, stream: IO[bytes]) -> None:
    """{"about": ..., "columns": [...], "records": [...]}; null is "not recorded", never zero."""
    head = text({"about": about_of(table), "columns": columns_of(table, words)})
    stream.write((head[:-1] + ',"records":[').encode())
    keys = [json.dumps(column.key) for column in table.columns]
    before = [f"{'{' if at == 0 else ','}{key}:" for at, key in enumerate(keys)]
    between = "\n"
    for part in lines(table.columns, _quoted, "null", before, "}"):
        stream.write((between + ",\n".join(part)).encode())
        between = ",\n"
    stream.write(b"\n]}\n")


def about_of(table: Table) -> dict[str, Any]:
    """The same keys whatever is selected."""
    return dict(vars(table.about))


def columns_of(table: Table, words: Any) -> list[dict[str, Any]]:
    return [
        {
            "key": entry.key, "label": entry.label, "definition": entry.definition, "kind": entry.kind,
            "hxl": entry.tag, "values": entry.values,
        }
        for entry in entries(table, words)
    ]  # fmt: skip


def _quoted(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)
