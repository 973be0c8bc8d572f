"""The columns of a table as candidates: what the heading or hashtag may mean, and what the cells look like."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from itertools import islice

import numpy as np
import pandas as pd

from data.intake.cells.counts import CountColumn, read_counts
from data.intake.cells.uniques import Cells, different
from data.intake.mapping.hashtags import roles_of_tag
from data.intake.mapping.headings import roles
from data.intake.mapping.in_sets import meant_in_sets
from data.intake.mapping.role import Role
from data.intake.readers import Cell
from data.intake.records.cell_text import ColumnText, column_text
from data.intake.table import Table

_COUNTED = frozenset(("killed", "injured", "total", "missing", "survivors"))
# What speaks against a column of counts; a broken formula or a code for unknown is what such a column may hold.
_NO_NUMBER = frozenset(("not_a_count", "date_in_count"))
_ENOUGH = 5000  # unique values that are looked at to see what a column is like


@dataclass(frozen=True, eq=False)
class Column:
    """One column. `roles` are its possible meanings, the likeliest first; a hashtag goes before the heading.
    `chosen`: a person said what it holds, and its only role is that."""

    index: int
    heading: str
    letter: str
    cells: Sequence[Cell]
    roles: tuple[Role, ...]
    tagged: bool = False
    origins: Sequence[str] = ()
    chosen: bool = False

    def letter_at(self, position: int) -> str:
        """The letter of the column that the cell of this row stands in: sheets that are joined may differ."""
        return self.origins[position] if self.origins else self.letter

    def role(self, field: str) -> Role | None:
        """The meaning of this field, if the column may have it."""
        return next((role for role in self.roles if role.field == field), None)

    @cached_property
    def unique(self) -> list[Cell]:
        """The first of the different values, blanks left out, in their order."""
        found: dict[Cell, None] = {}
        cells = iter(self.cells)
        while len(found) < _ENOUGH and (some := list(islice(cells, _ENOUGH))):
            found |= dict.fromkeys(some)
            found.pop(None, None)
            found.pop("", None)
        return list(found)[:_ENOUGH]

    @cached_property
    def filled(self) -> int:
        codes, values = different(self.cells)
        return int(np.isin(codes, np.flatnonzero(values != "")).sum())

    @cached_property
    def texts(self) -> ColumnText:
        """The different texts, and which of them stands where."""
        return column_text(self.cells)

    @cached_property
    def text(self) -> pd.Series:
        """The cells as str, "" where blank (made once; shared, never changed)."""
        return self.texts.rows()

    @cached_property
    def counts(self) -> CountColumn:
        """The cells read as numbers of people (read once, when first asked for)."""
        return read_counts(self.cells)

    @property
    def numeric(self) -> float:
        """Share of the cells that say something which read as numbers of people; 0 where none does."""
        given = int(np.count_nonzero(~np.isnan(self.counts.n)))
        unread = sum(found.kind in _NO_NUMBER for found in self.counts.problems)
        return given / (given + unread) if given else 0.0

    @property
    def whole(self) -> float:
        """Share of the numbers that have no fraction."""
        numbers = self.counts.n[~np.isnan(self.counts.n)]
        return float(np.mean(numbers == np.trunc(numbers))) if len(numbers) else 0.0

    @cached_property
    def dated(self) -> float:
        """Share of the different values that are dates by type."""
        return sum(isinstance(cell, date | datetime) for cell in self.unique) / len(self.unique) if self.unique else 0.0


def columns_of(table: Table) -> list[Column]:
    """Every column that has a heading or a filled cell."""
    columns = []
    in_sets = meant_in_sets(table.headings)
    for index, (heading, letter, cells) in enumerate(zip(table.headings, table.letters, table.columns, strict=True)):
        tag = table.tags[index] if table.tags else ""
        tagged = roles_of_tag(tag) if tag else []
        meant = tagged or _meanings(in_sets.get(heading, heading), grouped=len(table.heading_rows) > 1)
        # What stands in the headings of a crosstab stands in none of the cells below them.
        origins = () if index == table.periods else table.origins.get(letter, ())
        column = Column(index, heading, letter, Cells(cells), tuple(meant), bool(tagged), origins)
        if heading.strip() or column.filled:
            columns.append(column)
    return columns


def _meanings(heading: str, grouped: bool) -> list[Role]:
    """What the heading may mean. Under a group title its own part counts, where that is plain by itself:
    "Date" under "Update" is a date, while "Killed" under "Civilians" needs its group."""
    meant = roles(heading)
    own = roles(heading.rsplit(" - ", 1)[-1]) if grouped and " - " in heading else []
    if not own or own[0].score < 1.0 or own[0].field in _COUNTED:
        return meant
    if meant and (meant[0].field == own[0].field or meant[0].field == "personal"):
        return meant
    return [*own, *(role for role in meant if role.field != own[0].field)]
