"""Dates of day and month only ("05.03."): the column is found, and read once a person has said the year."""

import re
from collections.abc import Sequence

from data.intake.cells.dates import DateColumn, Order, read_dates
from data.intake.mapping.columns import Column
from data.intake.records.cell_text import cell_text

_DAY_AND_MONTH = re.compile(r"(\d{1,2})([./-])(\d{1,2})\.?")
_NEARLY_ALL = 0.95


def yearless(columns: Sequence[Column]) -> Column | None:
    """The first column headed as the date whose texts are nearly all a day and a month."""
    for column in columns:
        if column.roles and column.roles[0].field == "date" and column.unique:
            texts = [cell for cell in column.unique if isinstance(cell, str)]
            if sum(_parts(text) is not None for text in texts) >= _NEARLY_ALL * len(column.unique):
                return column
    return None


def _parts(text: str) -> re.Match[str] | None:
    found = _DAY_AND_MONTH.fullmatch(text.strip())
    return (
        found if found and min(int(found[1]), int(found[3])) <= 12 and max(int(found[1]), int(found[3])) <= 31 else None
    )


def with_years(column: Column, years: Sequence[int | None], order: Order | None) -> DateColumn:
    """The dates, each with the year of its row."""
    texts = []
    for cell, year in zip(column.cells, years, strict=True):
        found = _parts(cell_text(cell))
        texts.append(f"{found[1]}{found[2]}{found[3]}{found[2]}{year}" if found and year else cell)
    return read_dates(texts, order=order)
