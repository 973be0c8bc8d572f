"""Records as Parquet: typed columns, each with its meaning, and what is to be said of them in the file's metadata."""

from typing import IO, Any

import pyarrow as pa
import pyarrow.parquet as pq

from exports.json import text
from exports.records.dictionary import entries
from exports.records.json import about_of
from exports.records.table import Table

# Before the keys of our metadata; other programs keep theirs beside.
PREFIX = "minetall."


def write(table: Table, words: Any, stream: IO[bytes]) -> None:
    """Metadata of the schema: minetall.about (JSON) and every text of it by its own key. Null is not recorded."""
    told = {f"{PREFIX}{key}": str(value) for key, _, value in table.about.told(words)}
    told |= {f"{PREFIX}about": text(about_of(table)), f"{PREFIX}dataset": table.about.dataset}
    fields = [
        pa.field(column.key, column.values.type, metadata={
            "label": entry.label, "definition": entry.definition, "hxl": entry.tag, "values": text(entry.values),
        })
        for column, entry in zip(table.columns, entries(table, words), strict=True)
    ]  # fmt: skip
    schema = pa.schema(fields, metadata=told)
    pq.write_table(
        pa.Table.from_arrays([column.values for column in table.columns], schema=schema), stream, compression="zstd"
    )
