"""The table of a View in words, as every HTML document shows it."""

from datetime import date
from typing import Any, NamedTuple

from charts.sentences import recorded
from charts.view import View
from data.web_address import parts_of


class Cell(NamedTuple):
    """`link` is an address or ""; `missing`: nothing is recorded."""

    text: str
    link: str = ""
    missing: bool = False


def cells(view: View, words: Any) -> list[list[Cell]]:
    """Row by row. Minima read "at least 4", what is missing "not recorded"."""
    kinds, minima = [column.kind for column in view.table.columns], view.table.minima
    return [
        [
            _cell(words.say("charts.at_least", number=value) if (i, j) in minima else value, kinds[j], words)
            for j, value in enumerate(row)
        ]
        for i, row in enumerate(view.table.rows)
    ]


def _cell(value: Any, kind: str, words: Any) -> Cell:
    if value is None:
        return Cell(recorded(None, words), missing=True)
    if kind == "link":
        parts = parts_of(value)
        host = parts.hostname if parts.scheme in ("http", "https") else None
        return Cell(host.removeprefix("www."), value) if host else Cell(value)
    if isinstance(value, date):
        return Cell(words.date(value))
    return Cell(words.number(value) if isinstance(value, int | float) else str(value))
