"""Columns as lines of text: each different value is written once, then whole columns are joined."""

from collections.abc import Callable, Iterator, Sequence

import pyarrow as pa
import pyarrow.compute as pc

from exports.records.table import Column

AT_A_TIME = 16_384
_TEXT = pa.large_string()


def lines(
    columns: Sequence[Column], write: Callable[[str], str], empty: str, before: Sequence[str], after: str
) -> Iterator[list[str]]:
    """Lists of lines: for each column what stands `before` its value, then the value; `after` the last.

    `write` puts a text into a cell; numbers and days stand as they are read by every program. `empty` is an empty cell.
    """
    rows = len(columns[0].values)
    whole = [_numbers(column.values) if column.kind == "number" else column.values for column in columns]
    for start in range(0, rows, AT_A_TIME):
        parts: list[pa.Array | pa.Scalar] = []
        for column, values, lead in zip(columns, whole, before, strict=True):
            text = texts(values.slice(start, AT_A_TIME), write, column.kind in ("number", "whole"))
            parts += [pa.scalar(lead, _TEXT), pc.fill_null(text, empty)]
        joined = pc.binary_join_element_wise(*parts, pa.scalar(after, _TEXT), pa.scalar("", _TEXT))
        yield joined.to_pylist()


def texts(values: pa.Array, write: Callable[[str], str], bare: bool = False) -> pa.LargeStringArray:
    """The values as they are written; null stays null. `bare`: numbers, which need no quotes."""
    if pa.types.is_dictionary(values.type):
        written = pa.array([write(value) for value in values.dictionary.to_pylist()], type=_TEXT)
        return written.take(values.indices)
    if pa.types.is_large_string(values.type):
        written = [None if value is None else write(value) for value in values.to_pylist()]
        return pa.array(written, type=_TEXT)
    text = pc.cast(values, _TEXT)
    if bare or write("2020-01-01") == "2020-01-01":
        return text
    mark, nothing = (pa.scalar(sign, _TEXT) for sign in ('"', ""))
    return pc.binary_join_element_wise(mark, text, mark, nothing)


def _numbers(values: pa.Array) -> pa.Array:
    """Whole numbers without a fraction where all of them are."""
    if pc.all(pc.equal(values, pc.round(values))).as_py() in (True, None):
        return pc.cast(values, pa.int64())
    different = pc.unique(values.drop_null())
    plain = [str(int(value)) if value.is_integer() else repr(value) for value in different.to_pylist()]
    places = pc.index_in(values, different, skip_nulls=True)
    return pa.DictionaryArray.from_arrays(places, pa.array(plain, type=pa.string()))
