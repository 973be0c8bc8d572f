"""What people do to a file on its way without changing what it says: other formats, orders, titles, headings."""

import random
import re
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from openpyxl.utils import column_index_from_string, get_column_letter, range_boundaries

from data.intake.table.total_words import total_word
from tests.data.intake.gallery.exhibit import Rows, Sheet
from tests.data.intake.gallery.headings import TRANSLATED

TITLE = (["A heading of the office"], ["Printed for the meeting"], [None])
_YEAR = re.compile(r"(?:19|20)\d\d")
Sheets = tuple[Sheet, ...]


def renamed(filename: str) -> str:
    """Another name with another ending: the name decides nothing. A year stays, which may stand nowhere else."""
    year = _YEAR.search(filename)
    return f"Book1 (final) {year[0] if year else 'new'}.{'dat' if filename.endswith('.csv') else 'csv'}"


def shuffled(sheets: Sequence[Sheet], seed: str) -> Sheets:
    """The columns of every sheet in another order. Lines of one cell stay where they are, merged cells hold."""
    return tuple(sheet if sheet.merged else _shuffled(sheet, seed) for sheet in sheets)


def _shuffled(sheet: Sheet, seed: str) -> Sheet:
    order = list(range(sheet.width))
    random.Random(zlib.crc32(seed.encode())).shuffle(order)
    rows = [list(row) if sum(cell is not None for cell in row) < 2 else [row[at] for at in order] for row in sheet.rows]
    hidden = [
        get_column_letter(order.index(column_index_from_string(letter) - 1) + 1) for letter in sheet.hidden_columns
    ]
    return replace(sheet, rows=rows, hidden_columns=tuple(hidden))


def titled(sheets: Sequence[Sheet]) -> Sheets:
    """Two lines and a blank row above everything."""
    return tuple(_titled(sheet) for sheet in sheets)


def _titled(sheet: Sheet) -> Sheet:
    above = [line + [None] * (sheet.width - 1) for line in TITLE]
    return replace(
        sheet, rows=[*above, *sheet.rows], merged=tuple(_lower(merged, len(above)) for merged in sheet.merged)
    )


def _lower(merged: str, rows: int) -> str:
    left, top, right, bottom = range_boundaries(merged)
    return f"{get_column_letter(left)}{top + rows}:{get_column_letter(right)}{bottom + rows}"


def wordless(sheets: Sequence[Sheet], excluded: Sequence[Mapping[str, Any]]) -> Sheets:
    """The row that was left out as the totals row, without the word that says so."""
    rows = {(each["sheet"], each["row"]) for each in excluded if each["reason"] == "totals_row"}
    return tuple(replace(sheet, rows=_wordless(sheet, rows)) for sheet in sheets)


def _wordless(sheet: Sheet, rows: set[tuple[str, int]]) -> Rows:
    def named(number: int) -> bool:
        return not {(sheet.name, number), ("csv", number)}.isdisjoint(rows)  # the sheet of a text file has no name

    return [
        [None if named(number) and total_word(cell) else cell for cell in row]
        for number, row in enumerate(sheet.rows, start=1)
    ]


def translated(sheets: Sequence[Sheet], heading_rows: Sequence[int], language: str) -> Sheets:
    """English headings in another language, where the whole heading is known; words below them stay as they are."""
    return tuple(replace(sheet, rows=_translated(sheet.rows, heading_rows, language)) for sheet in sheets)


def _translated(rows: Rows, heading_rows: Sequence[int], language: str) -> Rows:
    headings = [row for n, row in enumerate(rows, start=1) if n in heading_rows]  # and where they are printed again
    words = {english: said[language] for english, said in TRANSLATED.items() if language in said}
    return [[words.get(cell, cell) for cell in row] if row in headings else row for row in rows]
