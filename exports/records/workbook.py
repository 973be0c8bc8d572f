"""Records as an Excel workbook: the sheets data, dictionary and about. Written row by row, so that a million fit."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import IO, Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from data.flat import names
from exports.csv import defused
from exports.records.csv import told_of
from exports.records.dictionary import about_entries, entries
from exports.records.lines import AT_A_TIME
from exports.records.table import Table

# Rows of a sheet, and characters of a cell, as Excel has them.
MOST_RECORDS = 1_048_576 - 1
# Half a minute of work (docs/take_away.md); the other formats take a million records in less.
MOST_CELLS = 4_000_000
LONGEST_CELL = 32_767
# The calendar of Excel takes 1900 for a leap year: days before March 1900 stand as text.
_FIRST_DAY = date(1900, 3, 1)
OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def write(table: Table, words: Any, stream: IO[bytes]) -> None:
    """Texts are cells of text, also those that begin like a formula; an empty cell is not recorded."""
    book = xlsxwriter.Workbook(stream, OPTIONS)
    about = table.about
    # The same file at every visit: when it was made is when the edition was.
    day = datetime(about.published.year, about.published.month, about.published.day)
    book.set_properties({"title": about.title, "author": about.counted_by, "comments": about.cite, "created": day})
    sheet = Sheet(book, words.say("takeaway.sheet.data"))
    _data(sheet, table, words)
    sheet = Sheet(book, words.say("takeaway.sheet.dictionary"))
    _dictionary(sheet, table, words)
    sheet = Sheet(book, words.say("takeaway.sheet.about"))
    _about(sheet, table, words)
    book.close()


def most(table: Table) -> int:
    """How many records like these a workbook may have."""
    return min(MOST_RECORDS, MOST_CELLS // (len(table.columns) + len(names.ABOUT_ROWS)))


class Sheet:
    """One sheet that is filled from the top."""

    def __init__(self, book: xlsxwriter.Workbook, name: str) -> None:
        self.sheet: Worksheet = book.add_worksheet(name)
        self.bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        self.day = book.add_format({"num_format": "yyyy-mm-dd", "align": "left", "valign": "top"})
        self.wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        # A text that stays one when somebody edits the cell.
        self.kept = book.add_format({"quote_prefix": True})
        self.at = 0

    def add(self, cells: list[Any], form: Any = None) -> None:
        for place, value in enumerate(cells):
            if value not in (None, ""):
                self._put(place, value, form)
        self.at += 1

    def _put(self, place: int, value: Any, form: Any) -> None:
        if isinstance(value, date):
            if value >= _FIRST_DAY:
                self.sheet.write_datetime(self.at, place, value, self.day)
                return
            value = value.isoformat()
        if isinstance(value, str):
            form = form or (self.kept if defused(value) != value else None)
            self.sheet.write_string(self.at, place, shortened(value), form)
        else:
            self.sheet.write_number(self.at, place, value, form)


def shortened(text: str) -> str:
    """As much of a text as a cell holds, with a sign that there was more."""
    return text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - 1] + "…"


def _data(sheet: Sheet, table: Table, words: Any) -> None:
    told = told_of(table, words)
    sheet.sheet.freeze_panes(1, 1)
    sheet.sheet.set_column(0, len(table.columns) + len(names.ABOUT_ROWS) - 1, 14)
    if len(table):
        sheet.sheet.autofilter(0, 0, len(table), len(table.columns) + len(names.ABOUT_ROWS) - 1)
    sheet.add([*(column.key for column in table.columns), *names.ABOUT_ROWS], sheet.bold)
    ends = [told[key] for key in names.ABOUT_ROWS]
    for row in rows(table):
        sheet.add([*row, *ends])


def rows(table: Table) -> Iterator[tuple[Any, ...]]:
    """The records as plain values, None where empty."""
    for start in range(0, len(table), AT_A_TIME):
        parts = [column.values.slice(start, AT_A_TIME).to_pylist() for column in table.columns]
        yield from zip(*parts, strict=True)


def _dictionary(sheet: Sheet, table: Table, words: Any) -> None:
    for place, width in enumerate((28, 30, 80, 12, 36, 80)):
        sheet.sheet.set_column(place, place, width)
    # The mark by which our importer passes over a sheet (data/intake/table/marks.py).
    sheet.add([words.say("template.no_data")], sheet.bold)
    sheet.add([words.say(f"takeaway.heading.{key}") for key in ("key", "label", "definition", "kind", "hxl", "values")],
              sheet.bold)  # fmt: skip
    for entry in entries(table, words):
        values = "; ".join(f"{key} = {name}" for key, name in entry.values.items())
        kind = words.say(f"takeaway.kind.{entry.kind}")
        sheet.add([entry.key, entry.label, entry.definition, kind, entry.tag, values or None], sheet.wrapped)
    for key, meaning in about_entries(names.ABOUT_ROWS, words):
        sheet.add([key, None, meaning], sheet.wrapped)


def _about(sheet: Sheet, table: Table, words: Any) -> None:
    sheet.sheet.set_column(0, 0, 30)
    sheet.sheet.set_column(1, 1, 110)
    sheet.add([words.say("template.no_data")], sheet.bold)
    for _, name, value in table.about.told(words):
        sheet.add([name, value], sheet.wrapped)
