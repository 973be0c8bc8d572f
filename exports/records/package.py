"""Records as a Frictionless Data Package: records.csv, datapackage.json (version 2 of the standard) and README.md.

https://datapackage.org/standard/data-package/ and https://datapackage.org/standard/table-schema/
"""

import hashlib
import json
import tempfile
import zipfile
from typing import IO, Any

from data.flat import names
from exports.records import csv
from exports.records.dictionary import about_entries, entries
from exports.records.readme import readme
from exports.records.table import Table

PROFILES = "https://datapackage.org/profiles/2.0"
_TYPES = {"number": "number", "whole": "integer", "date": "date"}
IN_MEMORY = 8_000_000
_PART = 1 << 20


def write(table: Table, words: Any, stream: IO[bytes]) -> None:
    with tempfile.SpooledTemporaryFile(max_size=IN_MEMORY) as records:
        csv.write(table, words, records, mark=False)
        size = records.tell()
        records.seek(0)
        digest = hashlib.sha256()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
            with packed.open(_entry(table, "records.csv"), "w", force_zip64=True) as file:
                while part := records.read(_PART):
                    digest.update(part)
                    file.write(part)
            described = descriptor(table, words, size, digest.hexdigest())
            packed.writestr(_entry(table, "datapackage.json"), json.dumps(described, ensure_ascii=False, indent=2))
            packed.writestr(_entry(table, "README.md"), readme(table, words))


def descriptor(table: Table, words: Any, size: int, digest: str) -> dict[str, Any]:
    """datapackage.json. `size` in bytes and SHA-256 of records.csv."""
    about = table.about
    source = {"title": about.counted_by} | ({"path": about.source_url} if about.source_url else {})
    return {
        "$schema": f"{PROFILES}/datapackage.json",
        "name": f"{about.dataset}-edition-{about.edition}".replace("_", "-").lower(),
        "id": about.address,
        "title": about.title,
        "description": f"{about.selection} {about.definition} {about.left_out}".strip(),
        "homepage": about.address,
        "version": f"{about.version}.{about.edition}.0",
        "created": f"{about.published.isoformat()}T00:00:00Z",
        # The licence of figures is a text of the dataset's own; the file that holds it is its address.
        "licenses": [{"path": "README.md", "title": about.licence}],
        "sources": [source],
        "contributors": [{"title": about.publisher or about.counted_by, "roles": ["publisher"]}],
        "citation": about.cite,
        "asOf": about.as_of.isoformat(),
        "resources": [
            {
                "$schema": f"{PROFILES}/dataresource.json",
                "name": "records",
                "type": "table",
                "path": "records.csv",
                "title": about.title,
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "bytes": size,
                "hash": f"sha256:{digest}",
                "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True},
                "schema": schema(table, words),
            }
        ],
    }


def schema(table: Table, words: Any) -> dict[str, Any]:
    fields: list[dict[str, Any]] = []
    for entry in entries(table, words):
        field: dict[str, Any] = {"name": entry.key, "type": _TYPES.get(entry.kind, "string"), "title": entry.label,
                                 "description": entry.definition}  # fmt: skip
        if entry.values:
            field["categories"] = [{"value": value, "label": name} for value, name in entry.values.items()]
            field["constraints"] = {"enum": list(entry.values)}
        fields.append(field)
    for key, meaning in about_entries((*names.ABOUT_ROWS, *names.ABOUT_FIRST), words):
        kind = "integer" if key in ("about_version", "about_edition") else "string"
        kind = "date" if key == "about_as_of" else kind
        fields.append({"name": key, "type": kind, "description": meaning})
    return {
        "$schema": f"{PROFILES}/tableschema.json", "fields": fields, "primaryKey": ["record_id"], "missingValues": [""]
    }  # fmt: skip


def _entry(table: Table, name: str) -> zipfile.ZipInfo:
    """Dated like the edition, so that the same question gives the same file."""
    day = table.about.published
    entry = zipfile.ZipInfo(name, (max(day.year, 1980), day.month, day.day, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry
