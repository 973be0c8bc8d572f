"""Formulas of an .xlsx that were never computed: a program wrote them, and nobody has saved the file since."""

import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from data.intake.readers.cell_names import place_of

_CHUNK = 1 << 20
# A cell longer than this is not searched for.
_LONGEST_CELL = 16 << 20
# Beyond this many the rest is counted, but not blanked or named.
_MOST_PLACES = 2_000_000
_ROOT = re.compile(rb"<(\w+:)?worksheet[\s>]")
_ATTRIBUTE = re.compile(rb"""\s(\w+)=["']([^"']*)["']""")


class Uncomputed(NamedTuple):
    """`columns`: column -> (its first row, how many), counted from 0; `as_zero`: the places where a 0 stands for it."""

    columns: dict[int, tuple[int, int]] = {}  # noqa: RUF012 - never changed
    as_zero: frozenset[tuple[int, int]] = frozenset()


def uncomputed(part: BinaryIO, to_be_computed: bool) -> Uncomputed:
    """The formulas of a worksheet part without a value.

    `to_be_computed`: the workbook asks to be computed when it is opened. XlsxWriter writes 0 as the value of every
    formula then; where that is all there is, no 0 of the sheet is an answer.
    """
    empty: list[tuple[int, int]] = []
    zeros: list[tuple[int, int]] = []
    computed = False
    for place, value in _formulas(part):
        if value is None:
            empty.append(place)
        elif value == b"0" and to_be_computed and not computed and len(zeros) < _MOST_PLACES:
            zeros.append(place)
        else:
            computed = True
    as_zero = frozenset() if computed else frozenset(zeros)
    columns: dict[int, tuple[int, int]] = {}
    for row, column in sorted([*empty, *as_zero]):
        first, count = columns.get(column, (row, 0))
        columns[column] = (first, count + 1)
    return Uncomputed(columns, as_zero)


def _formulas(part: BinaryIO) -> Iterator[tuple[tuple[int, int], bytes | None]]:
    """(row, column) and value of each cell with a formula; None where it has none."""
    text = part.read(_CHUNK)
    root = _ROOT.search(text)
    prefix = (root[1] or b"") if root else b""
    formula, cell, end = b"<" + prefix + b"f", b"<" + prefix + b"c ", b"</" + prefix + b"c>"
    value = re.compile(b"<%sv(?:\\s[^>]*)?>([^<]*)</" % prefix)
    while text:
        done = 0
        while (at := text.find(formula, done)) >= 0:
            start, stop = text.rfind(cell, done, at), text.find(end, at)
            if stop < 0:
                break
            done = stop
            if start >= 0 and text[at + len(formula) : at + len(formula) + 1] in (b">", b" ", b"/"):
                yield from _one(text[start:stop], value)
        more = part.read(_CHUNK)
        # What may be the beginning of a cell is kept for the next round.
        rest = max(text.rfind(cell, done), done)
        text = text[rest:] + more if more and len(text) - rest < _LONGEST_CELL else more


def _one(text: bytes, value: re.Pattern[bytes]) -> Iterator[tuple[tuple[int, int], bytes | None]]:
    facts: dict[bytes, bytes] = dict(_ATTRIBUTE.findall(text[: text.find(b">")]))
    place = place_of(facts.get(b"r", b""))
    if place is None:
        return
    stated = value.search(text)
    answer = stated[1] if stated else b""
    # A formula whose answer is an empty text has an empty value too, but says that it is a text.
    yield place, answer if answer or facts.get(b"t") == b"str" else None
