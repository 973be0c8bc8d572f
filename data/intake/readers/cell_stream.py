"""Cells of one block of rows <-> bytes, column by column: how the reading child hands its cells to the parent.

The parent must be able to load what an overrun child wrote without running any of it, so neither pickle nor marshal
will do; Arrow has no column of mixed types and costs 0.3 s of import in every child. Numbers travel as arrays,
everything else as the column's distinct values in JSON and an array of positions in them.
"""

import json
import math
from array import array
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from itertools import compress
from typing import Any, BinaryIO, NamedTuple

_NUMBER = 0


class _Kind(NamedTuple):
    type: type
    write: Callable[[Any], Any] | None = None
    read: Callable[[Any], Any] | None = None


# The place in this list is the code of the type in the stream.
_KINDS = (
    _Kind(float),
    _Kind(str, None, lambda text: text if text.strip() else None),
    _Kind(type(None)),
    _Kind(bool),
    _Kind(int),
    _Kind(datetime, datetime.isoformat, datetime.fromisoformat),
    _Kind(date, date.isoformat, date.fromisoformat),
    _Kind(time, time.isoformat, time.fromisoformat),
    _Kind(
        timedelta,
        lambda value: value // timedelta(microseconds=1),
        lambda number: timedelta(microseconds=number),
    ),
)
_CODES = {kind.type: code for code, kind in enumerate(_KINDS)}


class DamagedStream(Exception):
    """The bytes are not a block of cells."""


def pack(columns: Sequence[Sequence[Any]]) -> bytes:
    """The bytes of equally long columns. Blank texts and NaN arrive as None."""
    parts = [_pack_column(column) for column in columns]
    head = json.dumps([[len(part) for part in column] for column in parts]).encode()
    return b"".join((len(head).to_bytes(4, "little"), head, *(part for column in parts for part in column)))


def _pack_column(column: Sequence[Any]) -> list[bytes]:
    """The codes of the cells (one byte alone when all are alike), then for each type of cell its values."""
    present = sorted(_CODES[kind] for kind in set(map(type, column)))
    if len(present) == 1:
        return [bytes(present) + len(column).to_bytes(4, "little"), *_pack_values(present[0], column)]
    codes = bytes(map(_CODES.__getitem__, map(type, column)))
    parts = [codes]
    for code in present:
        parts += _pack_values(code, list(compress(column, map(code.__eq__, codes))))
    return parts


def _pack_values(code: int, values: Sequence[Any]) -> tuple[bytes, ...]:
    if code == _NUMBER:
        return (array("d", values).tobytes(),)
    distinct = list(dict.fromkeys(values))
    positions = array("I", map(dict(zip(distinct, range(len(distinct)), strict=True)).__getitem__, values))
    write = _KINDS[code].write
    if write:
        distinct = [write(value) for value in distinct]
    return json.dumps(distinct, ensure_ascii=False).encode(), positions.tobytes()


def unpack(block: bytes, seen: dict[str, str] | None = None) -> list[list[Any]]:
    """The columns that `pack` was given. `seen` lets blocks share equal texts. Raises DamagedStream."""
    try:
        start = 4 + int.from_bytes(block[:4], "little")
        columns, end = [], start
        for sizes in json.loads(block[4:start]):
            parts = []
            for size in sizes:
                parts.append(block[end : end + size])
                end += size
            columns.append(_unpack_column(parts, seen))
    except (ArithmeticError, AttributeError, LookupError, RuntimeError, StopIteration, TypeError, ValueError) as error:
        raise DamagedStream(str(error)) from error
    if end != len(block) or len({len(column) for column in columns}) > 1:
        raise DamagedStream("the sizes do not agree")
    return columns


def _unpack_column(parts: list[bytes], seen: dict[str, str] | None) -> list[Any]:
    codes, rest = parts[0], iter(parts[1:])
    if len(parts) in (2, 3):  # two types of cell take four parts or more
        column = _unpack_values(codes[0], rest, seen)
        if len(column) != int.from_bytes(codes[1:], "little"):
            raise ValueError("the column is not as long as it says")
        return column
    values: list[Iterator[Any] | None] = [None] * 256
    for code in sorted(set(codes)):
        values[code] = iter(_unpack_values(code, rest, seen))
    column = list(map(next, map(values.__getitem__, codes)))  # type: ignore[arg-type]
    if len(column) != len(codes):
        raise ValueError("there are fewer values than their types say")
    return column


def _unpack_values(code: int, parts: Iterator[bytes], seen: dict[str, str] | None) -> list[Any]:
    if code == _NUMBER:
        numbers = array("d", next(parts)).tolist()
        return [None if value != value else value for value in numbers] if math.isnan(sum(numbers)) else numbers
    kind = _KINDS[code]
    distinct = json.loads(next(parts))
    positions = array("I", next(parts))
    if kind.read:
        distinct = [kind.read(value) for value in distinct]
    if not set(map(type, distinct)) <= {kind.type, type(None)}:
        raise ValueError("a value is not of the type that it is said to be")
    # Texts that hardly come twice in a block (addresses, remarks) will not come again in the next.
    if seen is not None and kind.type is str and len(distinct) * 2 <= len(positions):
        distinct = [text and seen.setdefault(text, text) for text in distinct]
    return list(map(distinct.__getitem__, positions))


def write_frame(stream: BinaryIO, mark: bytes, payload: bytes) -> None:
    """One message: a mark of one byte, the length, the payload."""
    stream.write(mark + len(payload).to_bytes(8, "little"))
    stream.write(payload)


def read_frame(stream: BinaryIO, most: int) -> tuple[bytes, bytes] | None:
    """The next message as (mark, payload); None at the end. Raises DamagedStream if cut, or over `most` bytes."""
    head = stream.read(9)
    if not head:
        return None
    size = int.from_bytes(head[1:], "little")
    if len(head) < 9 or size > most:
        raise DamagedStream("the message is cut or too long")
    payload = stream.read(size)
    if len(payload) < size:
        raise DamagedStream("the message is cut")
    return head[:1], payload
