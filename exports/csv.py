"""A View's table as CSV: UTF-8 with a mark, comma, CRLF, one heading row, and where the numbers come from on every row.

The first line is the heading and the second the first row: no comment lines, so every program reads it. What a reader
needs to trust a number (what was asked for, who counted, as of when, edition, address) stands in columns of its own, so
it survives sorting, filtering and pasting. An empty cell is "not recorded", never zero; where numbers are only lower
bounds, the column at_least names them. Dates are ISO 8601.
`headings="keys"` gives stable English column names for programs; `separator=";"` opens by double click in a Norwegian
Excel (read.csv2 in R).
"""

import csv
import io
import math
from datetime import date
from typing import Any, Literal

from charts.view import View

SEPARATORS = {"comma": ",", "semicolon": ";"}
HEADINGS = ("labels", "keys")
# A spreadsheet takes a text that begins with one of these for a formula (OWASP, CSV injection).
_FORMULA = ("=", "{=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_ORIGIN = ("selection", "counted_by", "as_of", "edition", "address")


def document(
    view: View, words: Any, address: str, headings: Literal["labels", "keys"] = "labels", separator: str = ","
) -> bytes:
    """The whole file. `address` is that of the page with the same numbers. Nothing found is a heading without rows."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=separator, lineterminator="\r\n")
    writer.writerows([[cell(value) for value in row] for row in rows(view, words, address, headings)])
    return b"\xef\xbb\xbf" + stream.getvalue().encode("utf-8")


def rows(view: View, words: Any, address: str, headings: Literal["labels", "keys"] = "labels") -> list[list[Any]]:
    """The heading, then the rows as raw values, with their origin at the end."""
    origin, minima = _origin(view, words, address), view.table.lower_bounds(words)
    told = [[told] for told in minima] or [[]] * len(view.table.rows)
    return [
        _heading(view, words, headings),
        *([*row, *own, *origin] for row, own in zip(view.table.rows, told, strict=True)),
    ]


def cell(value: Any) -> Any:
    """One value as it is written: None and NaN empty, dates ISO, whole numbers without a fraction, texts defused."""
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return ""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return defused(value) if isinstance(value, str) else value


def defused(text: str) -> str:
    """A text that no spreadsheet runs as a formula: an apostrophe before it, which spreadsheets do not show."""
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text


def _heading(view: View, words: Any, headings: str) -> list[str]:
    minima = bool(view.table.minima)
    if headings == "keys":
        own = [column.key for column in view.table.columns] + ["at_least"] * minima
        return own + [f"about_{name}" for name in _ORIGIN]
    own = [column.label for column in view.table.columns] + [words.say("exports.at_least")] * minima
    return own + [words.say(f"exports.origin.{name}") for name in _ORIGIN]


def _origin(view: View, words: Any, address: str) -> list[Any]:
    counted_by = words.list(dict.fromkeys(source.counted_by for source in view.sources if source.counted_by))
    return [view.subtitle, counted_by, view.as_of, view.edition, address]
