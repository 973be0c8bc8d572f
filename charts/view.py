"""The View: everything that a screen, a slide, an embed or a file needs to show one chart, already in words."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from data.summaries.amounts import Amount

ColumnKind = Literal["text", "number", "date", "link"]


@dataclass(frozen=True, slots=True)
class Column:
    key: str
    label: str
    kind: ColumnKind = "text"


@dataclass(frozen=True, slots=True)
class Table:
    """The numbers of a chart. Cells are raw values (str, int, float, date) or None, which reads "not recorded".

    `row_ids` (when given, one per row) are stable ids: a statement's, a record's; they become HTML ids and mark ids.
    `picks` (when given, one per cell) narrow the selection to the records behind a number: parameters of an address
    ("district=AZ-AGM&outcome=killed") that take the place of those of the same names, "" where there are none.
    `minima` are the (row, column) of numbers that read "at least": files give the number and say so beside it.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Any, ...], ...]
    row_ids: tuple[str, ...] = ()
    picks: tuple[tuple[str, ...], ...] = ()
    minima: frozenset[tuple[int, int]] = frozenset()

    @classmethod
    def of(cls, columns: Sequence[Column], rows: Sequence[Sequence[Any]], **more: Any) -> "Table":
        """From rows whose cells may be Amounts: their numbers, and which of these are minima."""
        plain = tuple(tuple(cell.n if isinstance(cell, Amount) else cell for cell in row) for row in rows)
        minima = frozenset(
            (i, j)
            for i, row in enumerate(rows)
            for j, cell in enumerate(row)
            if isinstance(cell, Amount) and cell.at_least and cell.n is not None
        )
        return cls(tuple(columns), plain, minima=minima, **more)

    def lower_bounds(self, words: Any) -> list[str]:
        """For each row the headings of its numbers that are minima, in one text; [] where there are none at all."""
        if not self.minima:
            return []
        return [
            str(words.list([c.label for j, c in enumerate(self.columns) if (i, j) in self.minima]))
            for i in range(len(self.rows))
        ]


@dataclass(frozen=True, slots=True)
class Source:
    """Who counted, in the reader's language, with licence, link and the version the numbers come from."""

    dataset: str
    title: str
    counted_by: str
    version: int
    licence: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class View:
    """One chart, for one edition, selection and language. `figure` is a plain Plotly dict, empty where `empty`.

    `subtitle` says what is counted, by whom, for which selection. `alt` is the headline and what kind of
    picture it is (charts.draw). `notes` say what is
    missing or special (not recorded, undated, unfinished months). `findings` say whether what is seen is real, with
    the test named. `headline` is the finding in one sentence that stands alone: with its numbers, dates and who counted
    (charts.headlines). `figure` is drawn in the light palette; the customdata of its marks may be picks (see Table).
    """

    chart: str
    title: str
    subtitle: str
    table: Table
    figure: dict[str, Any]
    sources: tuple[Source, ...]
    edition: int
    as_of: date | None
    notes: tuple[str, ...] = ()
    empty: bool = False
    empty_reason: str = ""
    height: int = 420
    about: tuple[str, ...] = field(default_factory=tuple)
    findings: tuple[str, ...] = ()
    headline: str = ""
    alt: str = ""
