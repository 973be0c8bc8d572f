"""The columns of a View's table, by their keys."""

from collections.abc import Sequence
from typing import Any

from charts.palette import GREY, INJURED, KILLED, TOGETHER
from charts.view import View
from exports.slides.native import Mark, Series

# What each column of numbers is drawn in; the order is that of the stack.
COLOURS = {
    "killed": KILLED, "injured": INJURED, "unknown": GREY, "not_split": GREY, "casualties": TOGETHER, "total": TOGETHER,
}  # fmt: skip
NOT_KNOWN = ("unknown", "not_split")


def keys(view: View) -> list[str]:
    return [column.key for column in view.table.columns]


def cells(view: View, key: str) -> list[Any]:
    """All cells of a column; [] where there is none of this key."""
    found = keys(view)
    return [row[found.index(key)] for row in view.table.rows] if key in found else []


def label(view: View, key: str) -> str:
    return next(column.label for column in view.table.columns if column.key == key)


def amount(value: Any) -> float | None:
    """A number, None where nothing is recorded (None, NaN or no number at all)."""
    known = isinstance(value, int | float) and value == value
    return float(value) if known else None


def minimum(view: View, row: int, key: str) -> bool:
    return (row, keys(view).index(key)) in view.table.minima


def people(view: View, rows: Sequence[int], marks: Sequence[Mark] = ()) -> tuple[Series, ...]:
    """A series for killed, injured and what else is counted of people, over some rows of the table."""
    found = []
    there = set(keys(view)) & {"killed", "injured"}
    for key, colour in COLOURS.items():
        if there and key in ("casualties", "total"):
            continue
        if column := cells(view, key):
            values = tuple(amount(column[row]) for row in rows)
            # Of whom it is not known, most rows have nobody: no bar and no entry in the legend for nothing.
            if any(values) or key not in NOT_KNOWN:
                own = tuple("not_stated" for _ in rows) if key in NOT_KNOWN else tuple(marks)
                found.append(Series(label(view, key), values, colour, own))  # type: ignore[arg-type]
    return tuple(found)


def told(view: View, row: int, names: Sequence[str], words: Any) -> str:
    """The numbers of a row as short as on a mark: 4 · 28+."""
    parts = []
    for key in names:
        value = amount(cells(view, key)[row])
        if value is None:
            parts.append(words.say("charts.not_recorded"))
        else:
            parts.append(words.number(value) + ("+" if minimum(view, row, key) else ""))
    return " · ".join(parts)


def shown(value: Any, words: Any) -> str:
    """A name of a row or a day as text."""
    if value is None:
        return str(words.say("charts.not_recorded"))
    if hasattr(value, "isoformat"):
        return str(words.date(value))
    return str(words.number(value)) if isinstance(value, int | float) else str(value)
