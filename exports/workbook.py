"""A View as an Excel workbook: its table as numbers, texts and days, and a sheet that says where they come from."""

import io
from datetime import datetime
from typing import Any

import xlsxwriter

from charts.view import View
from exports.records.workbook import OPTIONS, Sheet


def document(view: View, words: Any, address: str) -> bytes:
    """The sheets data and about. `address` is that of the page with the same numbers; empty is "not recorded"."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, OPTIONS)
    # The same file at every visit, whenever it is made.
    day = view.as_of or datetime(2020, 1, 1).date()
    book.set_properties({"title": view.title, "comments": address, "created": datetime(day.year, day.month, day.day)})
    sheet = Sheet(book, words.say("takeaway.sheet.data"))
    sheet.sheet.freeze_panes(1, 0)
    sheet.sheet.set_column(0, max(len(view.table.columns) - 1, 0), 18)
    minima = view.table.lower_bounds(words)
    labels = [column.label for column in view.table.columns] + [words.say("exports.at_least")] * bool(minima)
    # Where nothing is found some charts have no columns; an empty sheet would look like a broken file.
    sheet.add(labels or [view.empty_reason], sheet.bold)
    for i, row in enumerate(view.table.rows):
        sheet.add([*(None if value != value else value for value in row), *minima[i : i + 1]])
    sheet = Sheet(book, words.say("takeaway.sheet.about"))
    sheet.sheet.set_column(0, 0, 30)
    sheet.sheet.set_column(1, 1, 110)
    for name, value in _about(view, words, address):
        sheet.add([name, value], sheet.wrapped)
    book.close()
    return stream.getvalue()


def _about(view: View, words: Any, address: str) -> list[tuple[str, Any]]:
    """(what it is called, what it is), of everything there is something to say of."""

    def name(key: str) -> str:
        return str(words.say(f"takeaway.about.{key}"))

    told: list[tuple[str, Any]] = [(view.title, view.subtitle), (name("as_of"), view.as_of)]
    for source in view.sources:
        told += [(name("title"), source.title), (name("counted_by"), source.counted_by),
                 (name("version"), str(source.version)), (name("licence"), source.licence),
                 (name("source_url"), source.url)]  # fmt: skip
    told += [(name("edition"), str(view.edition)), (name("left_out"), " ".join((*view.notes, view.empty_reason)))]
    told += [(name("findings"), " ".join(view.findings))]
    told += [(name("definition"), " ".join(view.about)), (name("address"), address)]
    return [told[0], *((key, value) for key, value in told[1:] if value not in (None, "", " "))]
