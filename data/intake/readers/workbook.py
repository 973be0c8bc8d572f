"""What a reader hands on: a workbook of sheets of cells, with the types that the file gave them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import overload

from data.problems import Problem

Cell = str | int | float | bool | datetime | date | time | timedelta | None


class Rows(Sequence[list[Cell]]):
    """The rows of equally long columns, each put together when it is asked for: 15 million cells are kept only once."""

    def __init__(self, columns: Sequence[list[Cell]]) -> None:
        self._columns = columns

    def __len__(self) -> int:
        return len(self._columns[0]) if self._columns else 0

    @overload
    def __getitem__(self, place: int) -> list[Cell]: ...
    @overload
    def __getitem__(self, place: slice) -> list[list[Cell]]: ...
    def __getitem__(self, place: int | slice) -> list[Cell] | list[list[Cell]]:
        if isinstance(place, slice):
            return [self[each] for each in range(len(self))[place]]
        return [column[place] for column in self._columns]

    def __iter__(self) -> Iterator[list[Cell]]:
        return map(list, zip(*self._columns, strict=True))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet. `columns[j][i]` is the cell of column j (0 = A) in spreadsheet row i + 1; all are equally long.

    `merged` holds ranges as (first row, first column, last row, last column), all counted from 0, ends included;
    the value of a range stands in its first cell, the others are None. `hidden_columns` counts from 0.
    `uncomputed` has (first row, column, how many) for each column with formulas that have no value: their cells are
    None. `far_cells` are the (row, column) of cells that lie far outside the table and were left out.
    """

    name: str
    columns: list[list[Cell]]
    hidden: bool = False
    merged: tuple[tuple[int, int, int, int], ...] = ()
    hidden_columns: tuple[int, ...] = ()
    uncomputed: tuple[tuple[int, int, int], ...] = ()
    far_cells: tuple[tuple[int, int], ...] = ()

    @property
    def rows(self) -> Rows:
        """`rows[i]` is spreadsheet row i + 1, and `rows[i][j]` its column j."""
        return Rows(self.columns)


@dataclass(frozen=True, slots=True)
class Workbook:
    """A whole file. `format` is xlsx, xls, xlsb, ods or csv; `encoding` and `delimiter` are those of a text file.

    `links` counts the other files that it takes cells from.
    """

    format: str
    sheets: list[Sheet]
    encoding: str | None = None
    delimiter: str | None = None
    problems: list[Problem] = field(default_factory=list)
    holds_macros: bool = False
    links: int = 0

    def emptied(self) -> "Workbook":
        """The same without the cells, which are most of what it weighs."""
        return replace(self, sheets=[replace(sheet, columns=[]) for sheet in self.sheets])
