"""What a version holds: its records, counts and raw cells as Parquet, written beside the files they came from."""

import hashlib
from collections.abc import Iterable, Sequence
from itertools import chain

import pandas as pd
from sqlalchemy import Connection, insert

from data.store.origins import FilePart, add_files
from data.store.parquet import pack, pack_raw
from data.store.tables import blobs


def write(
    connection: Connection, key: str, version: int, records: pd.DataFrame, counts: pd.DataFrame,
    parts: Sequence[FilePart],
) -> None:  # fmt: skip
    """All of a version. Raises ValueError when its files are not those of its records."""
    if sum(len(part.raw) for part in parts) != len(records):
        raise ValueError(f"{key} {version}: the files do not have one raw row per record")
    _add_blobs(connection, key, version, "records", [pack(records)])
    _add_blobs(connection, key, version, "counts", [pack(counts)])
    add_files(connection, key, version, parts)
    _add_blobs(connection, key, version, "raw", chain.from_iterable(pack_raw(part.raw) for part in parts))


def _add_blobs(connection: Connection, key: str, version: int, name: str, parts: Iterable[bytes]) -> None:
    for part, content in enumerate(parts):
        sealed = {"sha256": hashlib.sha256(content).hexdigest(), "content": content}
        row = {"dataset": key, "version": version, "name": name, "part": part}
        connection.execute(insert(blobs).values(row | sealed))


def digest(records: pd.DataFrame, counts: pd.DataFrame) -> str:
    """A fingerprint of what was understood: SHA-256 over the values of every row, whatever their codes."""
    whole = hashlib.sha256()
    for table in (records, counts):
        whole.update(pd.util.hash_pandas_object(table, index=False).to_numpy().tobytes())
    return whole.hexdigest()


def beside(records: pd.DataFrame, raw: pd.DataFrame) -> pd.DataFrame:
    """The raw rows in the records' order, one per record: a row of a crosstab is that of several records."""
    places = records[["sheet", "row"]].astype({"sheet": "str"})
    if len(raw) == len(records) and (raw["row"].to_numpy() == places["row"].to_numpy()).all():
        return raw
    positions = pd.Series(range(len(raw)), index=pd.MultiIndex.from_frame(raw[["sheet", "row"]]))
    return raw.take(positions[~positions.index.duplicated()].loc[pd.MultiIndex.from_frame(places)].to_numpy())
