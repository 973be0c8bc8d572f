"""What a single cell looks like: a label, a number, a year or a date, whether typed as such or written as text."""

import re
from datetime import date, time, timedelta
from typing import Literal

from data.intake.mapping.words import phrases, tokens
from data.intake.readers import Cell
from data.places.spelling import plain_digits

Kind = Literal["blank", "text", "number", "year", "date"]

_NUMBER = re.compile(r"[-+−–]?\d[\d\s.,'’]*%?")
_THOUSANDS = re.compile(r"[-+]?\d{1,3}([,.’' \s])\d{3}(\1\d{3})*")
_DATE = re.compile(r"\d{1,4}\s*[-./]\s*\d{1,2}\s*[-./]\s*\d{1,4}(\D.*)?|\d{1,2}:\d{2}(:\d{2})?")
_YEAR_IN_WORDS = re.compile(r"\b(19|20)\d\d\b")
# Signs and letters that stand in a cell of figures when there is no figure, beside the words for it.
_NO_FIGURE = frozenset(("x", "nil", "none", "yoxdur", "ingen", "нет"))
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_LONGEST_DATE = 30
_LETTERS = re.compile("[A-Z]{1,3}")


def kind_of(cell: Cell) -> Kind:
    """A duration or a time of day counts as a date; True and False as text."""
    match cell:
        case None:
            return "blank"
        case str():
            return _kind_of_text(plain_digits(cell).strip())
        case bool():
            return "text"
        case int() | float():
            return "year" if cell == int_or_zero(cell) and _FIRST_YEAR <= cell <= _LAST_YEAR else "number"
        case _:
            return "date" if isinstance(cell, date | time | timedelta) else "text"


def no_figure(cell: Cell) -> bool:
    """Whether the cell says in any language that there is no figure; no heading is called so, except "Missing"."""
    words = tokens(plain(cell))
    if not words:
        return True
    return plain(cell).casefold() in _NO_FIGURE or (
        bool(phrases("missing").exact(words)) and not phrases("headings").exact(words)
    )


def int_or_zero(number: float) -> int:
    """The whole part; 0 for infinities."""
    return int(number) if abs(number) < 1e18 else 0


def _kind_of_text(text: str) -> Kind:
    if not text:
        return "blank"
    if len(text) == 4 and text.isdecimal() and _FIRST_YEAR <= int(text) <= _LAST_YEAR:
        return "year"
    if _DATE.fullmatch(text):
        return "date"
    if _NUMBER.fullmatch(text):
        return "number"
    if len(text) <= _LONGEST_DATE and _YEAR_IN_WORDS.search(text):
        return "date"
    return "text"


def number_of(cell: Cell) -> float | None:
    """The number in a cell, typed or written (1 234, 1,234, 12,5); None for anything else."""
    if isinstance(cell, bool):
        return None
    if isinstance(cell, int | float):
        return float(cell)
    if not isinstance(cell, str) or not _NUMBER.fullmatch(text := plain_digits(cell).strip()):
        return None
    if _THOUSANDS.fullmatch(text):
        text = re.sub(r"[,.’'\s]", "", text)
    try:
        return float(re.sub(r"[\s'’]", "", text).replace(",", ".").replace("−", "-"))
    except ValueError:
        return None


def letters_of(column: int) -> str:
    """0 -> A, 25 -> Z, 26 -> AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_of(letters: str) -> int | None:
    """A -> 0, AA -> 26; None for what is no letter of a column."""
    if not _LETTERS.fullmatch(letters):
        return None
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return column - 1


def plain(cell: Cell) -> str:
    """The cell as one line of text; a whole number without its decimals."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return " ".join(str(cell).split())
