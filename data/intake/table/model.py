"""A table found in a sheet: its headings, its data column by column, and what was kept out of it and why."""

from dataclasses import dataclass, field

from data.intake.readers import Cell
from data.problems import Problem


@dataclass(frozen=True, slots=True)
class Excluded:
    """A row below the headings that is no record, and why: totals_row, subtotal, footer, note, headings,
    example or set_aside."""

    sheet: str
    row: int
    reason: str


@dataclass(frozen=True, slots=True)
class Table:
    """One table. `rows` are the spreadsheet's row numbers of the data rows (from 1); `columns` is column-major.

    `columns[j]` is as long as `rows`. `headings`, `letters` and `tags` (HXL, "" where a column has none) are as long
    as `columns`; `tags` is empty without a hashtag row. `title` holds the text lines above the headings. `totals`
    is the totals row that was kept out, column -> number, to check the sums against. `hidden`: its sheet is.
    `crosstab`: the rows are cells of one. `origins` tells for a column (by its letter) the letter that each row's cell
    stands in, where that differs. `findings` were made on the way. `periods` is the column of a crosstab that holds
    what its headings say; `ignored`: headings and letters of columns of a crosstab that a person left out.
    """

    sheet: str
    headings: list[str]
    letters: list[str]
    heading_rows: tuple[int, ...]
    hxl_row: int | None
    tags: list[str]
    rows: list[int]
    columns: list[list[Cell]]
    title: list[str] = field(default_factory=list)
    excluded: list[Excluded] = field(default_factory=list)
    totals: dict[int, float] | None = None
    hidden: bool = False
    crosstab: bool = False
    origins: dict[str, list[str]] = field(default_factory=dict)
    findings: list[Problem] = field(default_factory=list)
    ignored: frozenset[str] = frozenset()
    periods: int | None = None
