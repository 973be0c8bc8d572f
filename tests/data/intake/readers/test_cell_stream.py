"""Cells survive the way from the child to the parent, and noise on that way is an error and nothing worse."""

import io
import math
from datetime import datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from data.intake.readers.cell_stream import DamagedStream, pack, read_frame, unpack, write_frame

CELL = (
    st.none() | st.text(st.characters(exclude_categories=["Cs"]), max_size=6) | st.integers() | st.booleans()
    | st.floats(allow_nan=True) | st.datetimes() | st.dates() | st.times() | st.timedeltas()
)  # fmt: skip


def table_of(columns: int, rows: int) -> st.SearchStrategy[list[list[object]]]:
    return st.lists(st.lists(CELL, min_size=rows, max_size=rows), min_size=columns, max_size=columns)


@given(st.integers(0, 4).flatmap(lambda columns: st.integers(0, 5).flatmap(lambda rows: table_of(columns, rows))))
@example([[1, 1.0, True, datetime(2021, 1, 1), None], ["", " ", "a", "a", math.nan]])
def test_there_and_back(columns: list[list[object]]) -> None:
    received = unpack(pack(columns), {})
    assert received == [[None if _is_blank(cell) else cell for cell in column] for column in columns]
    assert [[type(cell) for cell in column] for column in received] == [
        [type(None) if _is_blank(cell) else type(cell) for cell in column] for column in columns
    ]


def _is_blank(cell: object) -> bool:
    return (isinstance(cell, str) and not cell.strip()) or (isinstance(cell, float) and math.isnan(cell))


@given(st.binary(max_size=80))
def test_noise(noise: bytes) -> None:
    with pytest.raises(DamagedStream):
        unpack(b"\x02\x00\x00\x00[[" + noise)


@given(st.data())
def test_one_changed_byte(data: st.DataObject) -> None:
    block = bytearray(pack([["a", 1.5, None, datetime(2021, 1, 1)], [1, 2, 3, True]]))
    block[data.draw(st.integers(0, len(block) - 1))] = data.draw(st.integers(0, 255))
    try:
        columns = unpack(bytes(block))
    except DamagedStream:
        return
    assert all(isinstance(column, list) for column in columns)


def test_frames_that_are_cut_or_too_long() -> None:
    stream = io.BytesIO()
    write_frame(stream, b"R", b"abc")
    whole = stream.getvalue()
    assert read_frame(io.BytesIO(whole), 3) == (b"R", b"abc")
    assert read_frame(io.BytesIO(b""), 3) is None
    for cut in (whole[:-1], whole[:5]):
        with pytest.raises(DamagedStream):
            read_frame(io.BytesIO(cut), 3)
    with pytest.raises(DamagedStream):
        read_frame(io.BytesIO(whole), 2)
