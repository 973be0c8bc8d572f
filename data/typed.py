"""The dtypes of a Frame's tables: the same for every size and every way in, and read-only."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
import pyarrow as pa

from data.fields import BY_KEY, FIELDS

RECORD_FIELDS = tuple(item.key for item in FIELDS if item.table == "records")
COUNT_FIELDS = ("record", *(item.key for item in FIELDS if item.table == "counts"))
_REPEATED = ("text", "place", "link")


def typed(table: pd.DataFrame, columns: Sequence[str]) -> pd.DataFrame:
    """The table with exactly these columns in the dtypes of a Frame, read-only. Raises ValueError."""
    if list(table.columns) != list(columns):
        raise ValueError(f"the columns are {list(table.columns)}, not {list(columns)}")
    made = {key: _column(key, table[key]) for key in columns}
    if {"record_id", "incident_id"} <= set(made) and made["incident_id"].equals(made["record_id"]):
        # Each record its own incident: the same texts serve as both, 24 bytes per record.
        made["incident_id"] = made["record_id"]
    return pd.DataFrame(made, index=pd.RangeIndex(len(table)), copy=False)


def _column(key: str, column: pd.Series) -> pd.Series:
    """One column in its dtype; a category outside the vocabulary is an error, never a silent blank."""
    if key == "record":
        return _series(column.to_numpy(dtype=np.int32))
    kind, categories = BY_KEY[key].kind, BY_KEY[key].categories
    match kind:
        case "date":
            return _series(_constant_or_same(column.to_numpy(dtype="datetime64[s]")))
        case "number":
            return _series(_constant_or_same(column.to_numpy(dtype=np.int32 if key == "row" else np.float64)))
        case "id":
            return _ids(column)
        case "category":
            return _category(key, column, list(categories))
        case _ if kind in _REPEATED:
            return _category(key, column, None)
    raise ValueError(f"{key}: no column can hold {kind}")


def _ids(column: pd.Series) -> pd.Series:
    """Texts in buffers of exactly their length: those that Parquet is read into are up to twice as long."""
    texts = pa.array(column.astype("str").array, pa.large_string(), from_pandas=True)
    whole = texts.combine_chunks() if isinstance(texts, pa.ChunkedArray) else texts
    if whole.null_count or whole.offset or not len(whole):
        return column.astype("str").reset_index(drop=True)
    ends = np.frombuffer(whole.buffers()[1], np.int64, len(whole) + 1)
    signs = np.frombuffer(whole.buffers()[2], np.uint8, int(ends[-1]) if len(ends) else 0)
    return pa.LargeStringArray.from_buffers(
        len(whole), pa.py_buffer(ends.copy()), pa.py_buffer(signs.copy())
    ).to_pandas()


def _category(key: str, column: pd.Series, categories: list[str] | None) -> pd.Series:
    """A column as codes of `categories`; None stands for the column's own values, sorted."""
    whole = column.array
    if not isinstance(whole, pd.Categorical):
        whole = pd.Categorical(column.astype("str"))
    codes, names = whole.codes, list(whole.categories)
    if (codes < 0).any():
        raise ValueError(f"{key}: a value is missing")
    used = np.flatnonzero(np.bincount(codes, minlength=len(names))) if len(codes) else np.empty(0, dtype=np.intp)
    if categories is None:
        categories = sorted(names[code] for code in used)
    if names != categories:
        places = {name: place for place, name in enumerate(categories)}
        if strange := [names[code] for code in used if names[code] not in places]:
            raise ValueError(f"{key}: {strange} is not in the vocabulary")
        codes = np.array([places.get(name, 0) for name in names], dtype=_code_type(len(categories))).take(codes)
    dtype = pd.CategoricalDtype(pd.Index(categories, dtype="str"))
    return _series(pd.Categorical.from_codes(locked(codes), dtype=dtype))


def _code_type(categories: int) -> np.dtype:
    """The smallest one that pandas keeps as it is."""
    return np.min_scalar_type(-categories - 2)


def _series(values: np.ndarray | pd.Categorical) -> pd.Series:
    return pd.Series(locked(values) if isinstance(values, np.ndarray) else values, copy=False)


def _constant_or_same(values: np.ndarray) -> np.ndarray:
    """A column of one value throughout (no coordinates, only ones) as a view of it, which takes no memory."""
    if len(values) < 2:
        return values
    constant = pd.isna(values).all() if pd.isna(values[0]) else (values == values[0]).all()
    return np.broadcast_to(values[:1].copy()[0], values.shape) if constant else values


def locked(array: np.ndarray) -> np.ndarray:
    """The same numbers, read-only: a chart that tries to change a shared array fails instead of misleading others."""
    array = array.view()
    array.flags.writeable = False
    return array
