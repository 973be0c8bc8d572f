"""Dates whose year, month and day stand in columns of their own."""

import re
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from data.fields import PRECISIONS
from data.intake.cells import CellProblem
from data.intake.cells.date_parts import FIRST_YEAR, LAST_YEAR
from data.intake.cells.month_names import in_one_word, month
from data.intake.cells.uniques import as_written, different
from data.intake.mapping.words import phrases, tokens
from data.places.spelling import fold

_BAD = -1  # a part that is there and cannot be one; 0 is a part that is not told
_AS_A_NUMBER = re.compile(r"^(\d)[,. ]?(\d{3})(?:[.,]0+)?$")
_MOST_DIGITS = 9
_Part = tuple[np.ndarray, np.ndarray]


def dates_of_parts(
    years: Sequence[Any], months: Sequence[Any] | None, days: Sequence[Any] | None
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, list[CellProblem]]:
    """(first, last, precision codes, text, problems): datetime64[s], int8 codes of PRECISIONS, str objects."""
    year, year_text = _part(years, _year, len(years))
    month_, month_text = _part(months, _month, len(years))
    day, day_text = _part(days, _day, len(years))
    bad = (year == _BAD) | (month_ == _BAD) | (day == _BAD)
    known = ~bad & (year > 0)
    day = np.where(month_ > 0, day, 0)  # a day without its month says nothing
    first_month = ((np.maximum(year, 1) - 1970) * 12 + np.maximum(month_, 1) - 1).astype("datetime64[M]")
    in_month = ((first_month + 1).astype("datetime64[D]") - first_month.astype("datetime64[D]")).astype(np.int64)
    bad |= known & (day > in_month)
    known &= ~bad
    first = first_month.astype("datetime64[D]") + np.maximum(day, 1) - 1
    months_wide = np.where(month_ > 0, 1, 12)
    last = np.where(day > 0, first, (first_month + months_wide).astype("datetime64[D]") - 1)
    nothing = np.datetime64("NaT", "s")
    precision = np.select(
        [~known, day > 0, month_ > 0],
        [PRECISIONS.index("unknown"), PRECISIONS.index("day"), PRECISIONS.index("month")],
        PRECISIONS.index("year"),
    ).astype(np.int8)
    text = np.array(
        [" ".join(filter(None, row)) for row in zip(year_text, month_text, day_text, strict=True)], dtype=object
    )
    problems = [CellProblem(int(row), "not_a_date", text[row]) for row in np.flatnonzero(bad)]
    return (
        np.where(known, first.astype("datetime64[s]"), nothing),
        np.where(known, last.astype("datetime64[s]"), nothing),
        precision,
        text,
        problems,
    )


def _part(cells: Sequence[Any] | None, read: Callable[[str], int], rows: int) -> _Part:
    """int64 numbers and the texts of one column; a column that is not there is not told."""
    if cells is None:
        return np.zeros(rows, dtype=np.int64), np.full(rows, "", dtype=object)
    codes, values = different(cells)
    texts = [as_written(value) for value in values]
    numbers = [0 if _blank(text) else read(text) for text in texts]
    return np.array([*numbers, 0], dtype=np.int64)[codes], np.array([*texts, ""], dtype=object)[codes]


def _blank(text: str) -> bool:
    words = tokens(text)
    return not words or bool(phrases("missing").exact(words)) or text in ("-1", "0")


def _is_number(text: str) -> bool:
    """Digits that int() takes: not ² or ①, and not thousands of them, which it refuses."""
    return text.isdecimal() and len(text) <= _MOST_DIGITS


def _year(text: str) -> int:
    """2006, and what programs make of it: 2006.0 and 2,006."""
    plain = _AS_A_NUMBER.sub(r"\1\2", text)
    return int(plain) if _is_number(plain) and FIRST_YEAR <= int(plain) <= LAST_YEAR else _BAD


def _month(text: str) -> int:
    whole = month(in_one_word(fold(text)))
    if whole:
        return whole
    if _is_number(text):
        return int(text) if int(text) <= 12 else _BAD
    named = {number for word in tokens(text) if (number := month(word))}
    return named.pop() if len(named) == 1 else _BAD


def _day(text: str) -> int:
    return int(text) if _is_number(text) and int(text) <= 31 else _BAD
