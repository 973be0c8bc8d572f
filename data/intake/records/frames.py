"""The records frame: every field of data.fields in its order, with exactly the types of the contract."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa

from data.fields import FIELDS, NOT_STATED

BLANK_CATEGORY = {
    "date_precision": "unknown",
    "date_role": "occurred",
    "killed_basis": "not_recorded",
    "injured_basis": "not_recorded",
}


def records_frame(columns: Mapping[str, Any], rows: int) -> pd.DataFrame:
    """Given columns are put into their type; the others are blank: "", NaT, NaN or not_stated."""
    return pd.DataFrame(
        {field.key: _column(field, columns.get(field.key), rows) for field in FIELDS if field.table == "records"},
        index=pd.RangeIndex(rows),
        copy=False,
    )


def _column(field: Any, values: Any, rows: int) -> Any:
    if field.key == "row":
        return np.asarray(values if values is not None else np.zeros(rows), dtype=np.int32)
    match field.kind:
        case "date":
            return (
                np.full(rows, "NaT", dtype="datetime64[s]")
                if values is None
                else np.asarray(values).astype("datetime64[s]")
            )
        case "number":
            return np.full(rows, np.nan) if values is None else np.asarray(values, dtype=np.float64)
        case "category":
            return _categorical(field, values, rows)
        case _:
            return _blank_texts(rows) if values is None else pd.Series(values, dtype="str").array


def _blank_texts(rows: int) -> Any:
    return pd.array(pa.repeat(pa.scalar("", pa.large_string()), rows), dtype="str")


def _categorical(field: Any, values: Any, rows: int) -> pd.Categorical:
    categories = list(field.categories)
    if values is None:
        blank = categories.index(BLANK_CATEGORY.get(field.key, NOT_STATED))
        return pd.Categorical.from_codes(np.full(rows, blank, dtype=np.int8), categories=pd.Index(categories))
    if isinstance(values, pd.Categorical) and list(values.categories) == categories:
        return values
    return pd.Categorical(values, categories=categories)


def empty_records() -> pd.DataFrame:
    return records_frame({}, 0)
