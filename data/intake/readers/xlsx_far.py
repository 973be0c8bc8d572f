"""Single cells of an .xlsx far outside its table: a cell at XFD1048576 makes calamine ask for 549 GB."""

import io
import re
import zipfile
from typing import NamedTuple

from data.intake.readers.cell_names import column_number
from data.intake.readers.limits import MEGABYTE, Limits
from data.intake.readers.refusal import NotASpreadsheet
from data.intake.readers.too_large import refuse_too_large
from data.intake.readers.xlsx_parts import BROKEN, XlsxParts

# Filled cells only: whole rows formatted to the last column are common and harmless. <dimension> may lie.
_FILLED_CELL = re.compile(rb"""<(?:\w+:)?c\s[^>]*?\br=["']([A-Z]{1,3})([0-9]{1,7})["'][^>]*(?<!/)>""")
# Above this a sheet is not searched (it takes as long as reading it): the memory limit stops those.
_SEARCHED = 8 * MEGABYTE
_MOST_FAR_CELLS = 20
# Less than this away from the table, and a cell is rather a part of a table that is too large.
_FAR_ROWS, _FAR_COLUMNS = 1_000, 100


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
    """The cells to leave out so that the rest is within the limits."""
    kept, far = list(places), set[Place]()
    rows, columns = _size(kept)
    while not _fits(rows, columns, limits):
        if len(far) >= _MOST_FAR_CELLS:
            refuse_too_large(sheet, *_size(places), limits)
        by_row, by_column = (max(kept, key=lambda place, of=of: place[of]) for of in (0, 1))  # type: ignore[misc]
        rests = [[place for place in kept if place != out] for out in (by_row, by_column)]
        sizes = [_size(rest) for rest in rests]
        choice = 0 if sizes[0][0] * sizes[0][1] <= sizes[1][0] * sizes[1][1] else 1
        far.add((by_row, by_column)[choice])
        kept, (rows, columns) = rests[choice], sizes[choice]
    if any(place.row < 2 * rows + _FAR_ROWS and place.column < 2 * columns + _FAR_COLUMNS for place in far):
        refuse_too_large(sheet, *_size(places), limits)
    return far


def _size(places: list[Place]) -> tuple[int, int]:
    return max((place.row for place in places), default=0), max((place.column for place in places), default=0)


def _fits(rows: int, columns: int, limits: Limits) -> bool:
    return rows <= limits.rows and columns <= limits.columns and rows * columns <= limits.cells


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
