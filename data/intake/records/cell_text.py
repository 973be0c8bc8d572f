"""Cells as the text they show: the same for a number, a date or a text that says it, whatever the file format."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from data.intake.cells.uniques import different
from data.intake.readers import Cell

LONGEST_CELL = 32_767  # what a spreadsheet program lets a cell hold


@dataclass(frozen=True, slots=True, eq=False)
class ColumnText:
    """A column as text: those of its different cells and last "", and which of them stands where (-1 is the last)."""

    texts: pa.LargeStringArray
    codes: np.ndarray

    def rows(self) -> pd.Series:
        """The text of each row, as str."""
        places = np.where(self.codes < 0, np.int32(len(self.texts) - 1), self.codes)
        return pd.Series(pd.array(self.texts.take(pa.array(places)), dtype="str"))


def column_text(cells: Sequence[Cell]) -> ColumnText:
    """The text of each cell, "" where blank; each different cell is turned into text once."""
    if bool in set(map(type, cells)):  # True and 1 would be one
        cells = list(map(cell_text, cells))
    codes, values = different(cells)
    texts = [value if type(value) is str else cell_text(value) for value in values]
    trimmed = pc.utf8_trim_whitespace(pa.array([*texts, ""], type=pa.large_string()))
    return ColumnText(pc.utf8_slice_codeunits(trimmed, 0, LONGEST_CELL), codes)


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
