"""Rows below the headings that are neither records nor sums: headings printed again, examples, notes, footers."""

import re
from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from data.intake.cells.dates import read_dates
from data.intake.mapping.words import phrases, tokens
from data.intake.readers import Cell
from data.intake.table.body import Body
from data.intake.table.cell_kinds import kind_of, plain
from data.intake.table.coarser import titles
from data.intake.table.marks import examples
from data.intake.table.total_words import total_word

_NOTE_SIGN = re.compile(r"[*†‡¹²³©]|\(\d\)")
_FEWEST_COLUMNS = 3


def left_out(body: Body, headings: Sequence[Sequence[Cell]]) -> dict[int, str]:
    """position in the body -> headings | example | note | footer. `headings` are the cells of the heading rows."""
    found = _printed_again(body, headings) | examples(body)
    position = len(body) - 1
    while position > 0 and (position in found or (reason := _end_row(body, position)) is not None):
        if position not in found and reason:
            found[position] = reason
        position -= 1
    found |= _lone_texts(body, found)
    return found | dict.fromkeys(titles(body, found), "note")


def _printed_again(body: Body, headings: Sequence[Sequence[Cell]]) -> dict[int, str]:
    """The heading rows once more, as at the top of every printed page."""
    found = {}
    for cells in headings:
        filled = [column for column, cell in enumerate(cells) if cell is not None]
        if len(filled) < 2:
            continue
        first = cells[filled[0]]
        for position, cell in enumerate(body.columns[filled[0]]):
            if cell == first and all(body.columns[column][position] == cells[column] for column in filled):
                found[position] = "headings"
    return found


def _end_row(body: Body, position: int) -> str | None:
    """Why a row at the end is no record: note or footer; "" for a sum, which others look at; None for a record."""
    row = body.row(position)
    filled = [column for column, cell in enumerate(row) if cell is not None]
    if any(total_word(row[column]) for column in filled):
        return ""
    if body.usual_fill < _FEWEST_COLUMNS:
        return None
    text = plain(row[filled[0]])
    if len(filled) <= 2 and _is_words(row[filled[0]]) and _begins_a_note(text):
        return "note"
    if len(filled) == 1:
        return _alone(body, filled[0], row[filled[0]])
    strange = sum(body.is_strange(column, row[column]) for column in filled)
    if len(filled) * 3 <= body.usual_fill and strange * 2 >= len(filled):
        return "footer"
    return None


def _begins_a_note(text: str) -> bool:
    """ "Source: ...", "* preliminary": a sign or one of the words that stand at the foot of a table."""
    found = phrases("footers").find(tokens(text))
    return bool(_NOTE_SIGN.match(text)) or (bool(found) and found[0].start == 0)


def _alone(body: Body, column: int, cell: Cell) -> str | None:
    """The reason for a row of one cell; a value that its column holds elsewhere too is a record with gaps."""
    if _is_words(cell):
        return None if body.columns[column].count(cell) > 1 else "note"
    return "footer" if body.is_strange(column, cell) else None


def _lone_texts(body: Body, found: dict[int, str]) -> dict[int, str]:
    """Lines of one text between the records: titles of sections, remarks."""
    if body.usual_fill < _FEWEST_COLUMNS:
        return {}
    lone = [position for position, fill in enumerate(body.fills) if fill == 1 and position not in found]
    notes = {}
    for position in lone:
        column = next(column for column, cells in enumerate(body.columns) if cells[position] is not None)
        cell = body.columns[column][position]
        if _is_words(cell) and not total_word(cell) and _alone(body, column, cell):
            notes[position] = "note"
    return notes


def _is_words(cell: Cell) -> bool:
    """A text that is no date. "Accidents in 2021" and "Printed 10.06.2021" look like dates and are none."""
    kind = kind_of(cell)
    return kind == "text" or (kind == "date" and isinstance(cell, str) and _no_date(cell))


@lru_cache(maxsize=1000)
def _no_date(text: str) -> bool:
    return bool(re.search(r"[^\W\d_]{2}", text)) and bool(np.isnat(read_dates([text], order="dmy").date_from[0]))
