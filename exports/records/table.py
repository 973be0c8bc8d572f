"""The columns of a file of records, typed, in the order in which every format has them."""

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import pyarrow as pa

from charts.sentences import district_name
from data.fields import BY_KEY, NOT_STATED
from data.flat import names
from data.flat.flattening import Flat
from data.frame import Codes
from exports.records.about import About

# By these our own files are known again; the place of the others is found by these.
_ALWAYS = (*names.SIGNS, "incident_id", "date_role", "district", "device")
Kind = Literal["id", "text", "category", "link", "date", "number", "whole"]


@dataclass(frozen=True, eq=False)
class Column:
    """`values`: string, dictionary of strings, date32, float64 or int32; null is an empty cell. `tag`: its hashtag."""

    key: str
    kind: Kind
    values: pa.Array
    tag: str = ""


@dataclass(frozen=True, eq=False)
class Table:
    columns: tuple[Column, ...]
    about: About

    def __len__(self) -> int:
        return self.about.records

    def column(self, key: str) -> Column:
        return next(column for column in self.columns if column.key == key)


def table_of(flat: Flat, about: About, words: Any) -> Table:
    """When and where, how many, who, with what, and where it comes from. Nothing that is not public."""
    kept = [key for key in names.OF_RECORD if key != "stated_total" and (key in _ALWAYS or _filled(flat, key))]
    columns = [_of_record(flat, key) for key in kept]
    place = next(at for at, column in enumerate(columns) if column.key == "district")
    columns.insert(place + 1, _district_names(columns[place], words))
    place = next(at for at, column in enumerate(columns) if column.key == "device")
    return Table((*columns[:place], *_counts(flat), *columns[place:]), about)


def _counts(flat: Flat) -> list[Column]:
    numbers = [Column(key, "number", pa.array(values, from_pandas=True), flat.tags[key])
               for key, values in flat.numbers.items()]  # fmt: skip
    said = [
        Column(key, "category", _dictionary(codes), BY_KEY[key].hxl or f"#meta+{key}")
        for key, codes in flat.codes.items()
    ]
    return [*numbers, *said]


def _filled(flat: Flat, key: str) -> bool:
    """Does any record of the version say this? A column that nobody ever fills is left out."""
    match BY_KEY[key].kind:
        case "date":
            return bool(flat.frame.records[key].notna().any())
        case "id" | "number":
            return True
    codes = flat.frame.codes(key)
    silent = [code for code, value in enumerate(codes.values) if value in ("", NOT_STATED)]
    return not np.isin(codes.codes, silent).all()


def _of_record(flat: Flat, key: str) -> Column:
    field, frame = BY_KEY[key], flat.frame
    match field.kind:
        case "id":
            kind: Kind = "id"
            values: Any = pa.array(frame.records[key].array[flat.positions], type=pa.large_string())
        case "date":
            days = frame.records[key].to_numpy(dtype="datetime64[D]").take(flat.positions)
            kind, values = "date", pa.array(days, type=pa.date32())
        case "number":
            kind, values = "whole", pa.array(frame.records[key].to_numpy().take(flat.positions), type=pa.int32())
        case _:
            codes = frame.codes(key)
            values = _dictionary(Codes(codes.codes.take(flat.positions), codes.values))
            kind = "category" if field.categories else "link" if field.kind == "link" else "text"
    return Column(key, kind, values, field.hxl or f"#meta+{key}")


def _dictionary(codes: Codes) -> pa.DictionaryArray:
    """Codes with their values; null where the value is ""."""
    values = pa.array(codes.values, type=pa.string())
    blank = codes.values.index("") if "" in codes.values else -1
    places = pa.array(codes.codes.astype(np.int32), mask=codes.codes == blank)
    return pa.DictionaryArray.from_arrays(places, values)


def _district_names(district: Column, words: Any) -> Column:
    """Beside the code, what people call it: for reading only."""
    named = [district_name(value, words) if value else "" for value in district.values.dictionary.to_pylist()]
    values = pa.DictionaryArray.from_arrays(district.values.indices, pa.array(named, type=pa.string()))
    return Column(names.DISTRICT_NAME, "text", values, "#adm2+name+label")
