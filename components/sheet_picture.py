"""A picture of a sheet as a spreadsheet program shows it, with what was made of its rows and columns."""

from collections.abc import Callable
from typing import Any

from data.intake.picture import SheetPicture

# Characters of a cell that are shown.
MOST_SHOWN = 48


def sheet_picture(
    picture: SheetPicture, name: Callable[[str, Any], str], subject: Callable[[str], str], words: Any
) -> dict[str, Any]:
    """Columns (letter, name of the field, kind, tone) and rows (number, kind, label, cells), and the size in words.

    `name` and `subject` are those of components.field_names. kind of a column: mapped, personal or unused; of a row:
    headings, hashtags, out, above or data.
    """
    columns = [_column(letter, picture, name, subject, words) for letter in picture.letters]
    rows = [_row(at + 1, cells, picture, words) for at, cells in enumerate(picture.cells)]
    return {
        "name": picture.name,
        "state": words.say("understood.sheet.read" if picture.read else "understood.sheet.not_read"),
        "hidden": picture.hidden,
        "read": picture.read,
        "size": _size(picture, words),
        "columns": columns,
        "rows": rows,
        "has": {column["kind"] for column in columns} | {row["kind"] for row in rows},
    }


def _column(letter: str, picture: SheetPicture, name: Any, subject: Any, words: Any) -> dict[str, str]:
    if letter in picture.personal:
        return {"letter": letter, "kind": "personal", "name": words.say("understood.picture.personal"), "tone": ""}
    field = picture.fields.get(letter)
    if not field:
        return {"letter": letter, "kind": "unused", "name": "", "tone": ""}
    return {"letter": letter, "kind": "mapped", "name": name(field, words), "tone": f"tone-{subject(field)}"}


def _row(number: int, cells: list[str], picture: SheetPicture, words: Any) -> dict[str, Any]:
    kind = _kind(number, cells, picture)
    if kind == "out":
        label = reason(picture.left_out[number], words)
    else:
        label = "" if kind in ("data", "above") else words.say(f"understood.picture.{kind}")
    return {"number": str(number), "kind": kind, "label": label, "cells": [_shortened(cell) for cell in cells]}


def _kind(number: int, cells: list[str], picture: SheetPicture) -> str:
    if number in picture.heading_rows:
        return "headings"
    if number == picture.hashtag_row:
        return "hashtags"
    if number in picture.left_out:
        return "out"
    if not any(cells) or (picture.heading_rows and number < min(picture.heading_rows)):
        return "above"
    return "data"


def reason(key: str, words: Any) -> str:
    """Why a row was left out, in few words."""
    message = f"understood.left_out.{key}"
    return words.say(message) if words.has(message) else key


def _shortened(cell: str) -> str:
    text = " ".join(cell.split())
    return text if len(text) <= MOST_SHOWN else text[: MOST_SHOWN - 1] + "…"


def _size(picture: SheetPicture, words: Any) -> str:
    rows = words.say("understood.sheet.rows", count=picture.rows)
    columns = words.say("understood.sheet.columns", count=picture.columns)
    shown = len(picture.cells)
    part = words.say("understood.sheet.part", count=shown) if 0 < shown < picture.rows else ""
    return ", ".join(each for each in (rows, columns, part) if each)
