"""Cells as the text they show: the same for a number, a date or a text that says it, whatever the file format."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from data.intake.readers import Cell

LONGEST_CELL = 32_767  # what a spreadsheet program lets a cell hold


def column_text(cells: Sequence[Cell]) -> pd.Series:
    """A column as str; "" where blank. Columns of one type are turned as a whole, mixed ones value by value."""
    kinds = set(map(type, cells)) - {type(None)}
    if kinds <= {str}:
        return _strings([str(cell or "") for cell in cells])
    if kinds <= {int, float}:
        return _numbers(cells)
    seen: dict[tuple[type, Cell], str] = {}
    texts = []
    for cell in cells:
        key = (type(cell), cell)
        if key not in seen:
            seen[key] = cell_text(cell)
        texts.append(seen[key])
    return _strings(texts)


def cell_text(cell: Cell) -> str:
    """3.0 reads 3; a moment at midnight reads as its date; a text loses the blanks around it."""
    match cell:
        case None:
            return ""
        case str():
            return cell.strip()
        case bool():
            return "true" if cell else "false"
        case float():
            return str(int(cell)) if cell.is_integer() and abs(cell) < 2**53 else "" if cell != cell else repr(cell)
        case datetime():
            return cell.date().isoformat() if cell.time() == time() else cell.isoformat(sep=" ", timespec="seconds")
        case date() | time():
            return cell.isoformat()
        case timedelta():
            return str(cell)
        case _:
            return str(cell)


def _strings(texts: list[str]) -> pd.Series:
    array = pc.utf8_slice_codeunits(pc.utf8_trim_whitespace(pa.array(texts, type=pa.large_string())), 0, LONGEST_CELL)
    return pd.Series(pd.array(array, dtype="str"))


def _numbers(cells: Sequence[Cell]) -> pd.Series:
    numbers = np.array([np.nan if cell is None else cell for cell in cells], dtype=np.float64)
    blank = np.isnan(numbers)
    given = numbers[~blank]
    if not np.array_equal(given, np.trunc(given)) or (len(given) and np.abs(given).max() >= 2**53):
        codes, unique = pd.factorize(numbers, use_na_sentinel=True)
        texts = np.array([*(cell_text(float(value)) for value in unique), ""], dtype=object)
        return _strings(list(texts[codes]))
    whole = pa.array(np.where(blank, 0, numbers).astype(np.int64), mask=blank)
    return pd.Series(pd.array(pc.fill_null(whole.cast(pa.large_string()), ""), dtype="str"))
