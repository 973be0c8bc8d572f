"""Names of cells (XFD1048576) and their places, counted from 0."""

import re

_NAME = re.compile(rb"([A-Z]{1,3})([0-9]{1,7})")


def place_of(name: bytes) -> tuple[int, int] | None:
    """(row, column) of A1, counted from 0; None when it is no such name."""
    match = _NAME.fullmatch(name)
    return (int(match[2]) - 1, column_number(match[1])) if match and int(match[2]) else None


def column_number(letters: bytes) -> int:
    """A -> 0, Z -> 25, AA -> 26."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1
