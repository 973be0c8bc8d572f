"""Single cells of an .xlsx far outside its table: a cell at XFD1048576 makes calamine ask for 549 GB."""

import io
import re
import zipfile
from math import prod
from typing import NamedTuple

from data.intake.readers.archive import BROKEN
from data.intake.readers.cell_names import column_number
from data.intake.readers.limits import MEGABYTE, Limits
from data.intake.readers.refusal import NotASpreadsheet
from data.intake.readers.too_large import refuse_too_large
from data.intake.readers.xlsx_parts import XlsxParts

# Filled cells only: whole rows formatted to the last column are common and harmless. <dimension> may lie.
_FILLED_CELL = re.compile(rb"""<(?:\w+:)?c\s[^>]*?\br=["']([A-Z]{1,3})([0-9]{1,7})["'][^>]*(?<!/)>""")
# Above this a sheet is not searched (it takes as long as reading it): the memory limit stops those.
_SEARCHED = 8 * MEGABYTE
_MOST_FAR_CELLS = 20
# Less than this away from the table, and a cell is rather a part of a table that is too large.
_FAR_ROWS, _FAR_COLUMNS = 1_000, 100
# As many empty cells for each filled one, in a sheet of this size at least, are a desert.
_MOST_EMPTY, _LEAST_DESERT = 200, 500_000


class Place(NamedTuple):
    row: int  # from 1
    column: int  # from 1


def without_far_cells(content: bytes, parts: XlsxParts, limits: Limits) -> tuple[bytes, dict[str, list[list[int]]]]:
    """The workbook without its far cells, and which those were: sheet -> [row, column], counted from 0.

    Raises NotASpreadsheet where it is not a handful of cells but the table that is too large.
    """
    changed: dict[str, bytes] = {}
    left_out: dict[str, list[list[int]]] = {}
    for name, path in parts.paths.items():
        if parts.archive.getinfo(path).file_size > _SEARCHED:
            continue
        text = parts.start(path, _SEARCHED)
        places = [Place(int(digits), column_number(letters) + 1) for letters, digits in _FILLED_CELL.findall(text)]
        if far := _far(name, places, limits):
            left_out[name] = sorted([place.row - 1, place.column - 1] for place in far)
            changed[path] = _without(text, far)
    return (_rezipped(parts, changed) if changed else content), left_out


def _far(sheet: str, places: list[Place], limits: Limits) -> set[Place]:
    """The cells to leave out so that the rest is within the limits, and no desert lies between it and its last row."""
    far = set[Place]()
    kept = places
    while not _fits(kept, limits) or _is_desert(kept):
        if len(far) == _MOST_FAR_CELLS or len(kept) <= len(far):
            break
        out = _outermost(kept)
        far.add(out)
        kept = [place for place in kept if place != out]
    rows, columns = _size(kept)
    away = [place.row >= 2 * rows + _FAR_ROWS or place.column >= 2 * columns + _FAR_COLUMNS for place in far]
    if all(away) and _fits(kept, limits) and not _is_desert(kept):
        return far
    if not _fits(places, limits):
        refuse_too_large(sheet, *_size(places), limits)
    return set()


def _outermost(kept: list[Place]) -> Place:
    """The cell in the last row or the one in the last column: without which the sheet is smaller."""
    last = max(kept), max(kept, key=lambda place: (place.column, place.row))
    return min(last, key=lambda out: prod(_size([place for place in kept if place != out])))


def _size(places: list[Place]) -> tuple[int, int]:
    return max((place.row for place in places), default=0), max((place.column for place in places), default=0)


def _fits(kept: list[Place], limits: Limits) -> bool:
    rows, columns = _size(kept)
    return rows <= limits.rows and columns <= limits.columns and rows * columns <= limits.cells


def _is_desert(kept: list[Place]) -> bool:
    """A million rows with ten cells take as long as a million full ones."""
    return prod(_size(kept)) > max(_LEAST_DESERT, len(kept) * _MOST_EMPTY)


def _without(text: bytes, far: set[Place]) -> bytes:
    """The sheet without these cells."""

    def kept(match: re.Match[bytes]) -> bytes:
        return b"" if Place(int(match[2]), column_number(match[1]) + 1) in far else match[0]

    cell = re.compile(_FILLED_CELL.pattern + rb".*?</(?:\w+:)?c>", re.DOTALL)
    return cell.sub(kept, text)


def _rezipped(parts: XlsxParts, changed: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    try:
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new:
            for name in dict.fromkeys(parts.archive.namelist()):
                new.writestr(name, changed[name] if name in changed else parts.archive.read(name))
    except BROKEN as error:
        raise NotASpreadsheet("damaged") from error
    return stream.getvalue()
