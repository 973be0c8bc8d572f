"""Records, counts and raw cells as Parquet bytes, and back, with repeated text as dictionaries."""

from collections.abc import Iterator, Sequence

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

# Arrow's own allocator keeps what reading needed besides, scattered between what stays: at a million records 150 bytes
# for each. The system's gives it back.
pa.set_memory_pool(pa.system_memory_pool())
# One row of raw cells is opened by reading the part it lies in.
RAW_PART = 20_000


def pack(table: pd.DataFrame) -> bytes:
    """A typed table of a Frame as Parquet. Categories are kept by name, so a vocabulary may grow."""
    columns = {str(key): _to_arrow(column) for key, column in table.items()}
    dictionaries = [key for key, column in columns.items() if pa.types.is_dictionary(column.type)]
    return _written(pa.table(columns), dictionaries)


def unpack(content: bytes) -> pd.DataFrame:
    """The table that was packed; a Frame gives it its exact dtypes."""
    columns = {name: column.unify_dictionaries().to_pandas() for name, column in _columns(content)}
    return pd.DataFrame(columns, copy=False)


def pack_raw(raw: pd.DataFrame) -> Iterator[bytes]:
    """The raw cells as text, in parts of RAW_PART rows."""
    columns = {
        name: pa.array(raw.iloc[:, position].astype("str"), pa.large_string(), from_pandas=True)
        for position, name in enumerate(_unique([str(name) for name in raw.columns]))
    }
    whole = pa.table(columns)
    for start in range(0, len(raw), RAW_PART):
        yield _written(whole.slice(start, RAW_PART), list(columns))


def unpack_raw_row(content: bytes, position: int) -> dict[str, str]:
    """One row of a part, heading -> text ("" for an empty cell), in the file's own order."""
    row = pq.read_table(pa.BufferReader(content)).slice(position, 1).to_pylist()[0]
    return {heading: "" if value is None else value for heading, value in row.items()}


def unpack_raw(contents: Sequence[bytes]) -> pd.DataFrame:
    """All parts of a file's raw cells; an empty cell is missing. No part: no row and no column."""
    tables = [pq.read_table(pa.BufferReader(content)) for content in contents]
    if not tables:
        return pd.DataFrame()
    whole = pa.concat_tables(tables)
    return pd.DataFrame({name: whole.column(name).to_pandas().astype("str") for name in whole.column_names}, copy=False)


def _written(table: pa.Table, dictionaries: list[str]) -> bytes:
    sink = pa.BufferOutputStream()
    pq.write_table(table, sink, compression="zstd", use_dictionary=dictionaries, write_statistics=False)
    return sink.getvalue().to_pybytes()


def _columns(content: bytes) -> Iterator[tuple[str, pa.ChunkedArray]]:
    """One column after another, so that only one is held twice."""
    file = pq.ParquetFile(pa.BufferReader(content))
    for name in file.schema_arrow.names:
        yield name, file.read(columns=[name]).column(0)


def _to_arrow(column: pd.Series) -> pa.Array:
    if isinstance(column.dtype, pd.CategoricalDtype):
        codes = pa.array(column.cat.codes.to_numpy())
        return pa.DictionaryArray.from_arrays(codes, pa.array(list(column.cat.categories), pa.string()))
    return pa.array(column, from_pandas=pd.api.types.is_string_dtype(column.dtype))


def _unique(headings: list[str]) -> list[str]:
    """Headings that stand twice get a number behind: nothing may overwrite another."""
    seen: dict[str, int] = {}
    names: list[str] = []
    for heading in headings:
        seen[heading] = seen.get(heading, 0) + 1
        name = heading if seen[heading] == 1 else f"{heading} ({seen[heading]})"
        while name in names:
            name += "'"
        names.append(name)
    return names
