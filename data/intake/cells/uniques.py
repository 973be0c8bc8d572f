"""A column as its different cells and the place of each: what is slow is done once per different cell."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd


class Cells(Sequence[Any]):
    """The cells of a column, whose different ones are looked for once, however many readers ask."""

    def __init__(self, cells: Sequence[Any]) -> None:
        self._cells = cells

    def __len__(self) -> int:
        return len(self._cells)

    def __getitem__(self, place: Any) -> Any:
        return self._cells[place]

    def __iter__(self) -> Iterator[Any]:
        return iter(self._cells)

    @cached_property
    def different(self) -> tuple[np.ndarray, np.ndarray]:
        """As the function of that name says."""
        return different(self._cells)


def different(cells: Sequence[Any]) -> tuple[np.ndarray, np.ndarray]:
    """(codes, values): values are the different cells, codes say which one stands where; -1 is None or NaN.

    True and 1 are one to Python: booleans are given back as the texts "TRUE" and "FALSE", as a spreadsheet shows them.
    """
    if isinstance(cells, Cells):
        return cells.different
    if bool in set(map(type, cells)):
        cells = [str(cell).upper() if type(cell) is bool else cell for cell in cells]
    codes, values = pd.factorize(np.fromiter(cells, dtype=object, count=len(cells)))
    return codes.astype(np.int32), values


def as_written(cell: Any) -> str:
    """The cell as text: whole numbers without .0, dates in ISO form, "" for a blank."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 2**53:
        return str(int(cell))
    if hasattr(cell, "isoformat"):
        return cell.isoformat().removesuffix("T00:00:00")
    return str(cell).strip()


def rows_by_value(codes: np.ndarray, values: Iterable[int]) -> dict[int, np.ndarray]:
    """The rows of each of these different values, in order; one sort for all of them."""
    order = np.argsort(codes, kind="stable")
    wanted = np.fromiter(values, dtype=np.int64)
    sorted_codes = codes[order]
    starts, ends = np.searchsorted(sorted_codes, wanted, "left"), np.searchsorted(sorted_codes, wanted, "right")
    return {int(value): order[start:end] for value, start, end in zip(wanted, starts, ends, strict=True)}


def rows_with(codes: np.ndarray, values: Iterable[int]) -> np.ndarray:
    """The rows, in order, whose different value is one of these."""
    wanted = np.zeros(int(codes.max(initial=-1)) + 2, dtype=bool)
    wanted[list(values)] = True
    return np.flatnonzero(wanted[codes])
