"""What a reader hands on: a workbook of sheets of cells, with the types that the file gave them."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from data.problems import Problem

Cell = str | int | float | bool | datetime | date | time | timedelta | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet. `rows[i]` is spreadsheet row i + 1, and `rows[i][j]` its column j (0 = A); all rows are equally long.

    `merged` holds ranges as (first row, first column, last row, last column), all counted from 0, ends included;
    the value of a range stands in its first cell, the others are None. `hidden_columns` counts from 0.
    `uncomputed` has (first row, column, how many) for each column with formulas that have no value: their cells are
    None. `far_cells` are the (row, column) of cells that lie far outside the table and were left out.
    """

    name: str
    rows: list[list[Cell]]
    hidden: bool = False
    merged: tuple[tuple[int, int, int, int], ...] = ()
    hidden_columns: tuple[int, ...] = ()
    uncomputed: tuple[tuple[int, int, int], ...] = ()
    far_cells: tuple[tuple[int, int], ...] = ()


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
