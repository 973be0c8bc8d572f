"""Several sheets of one shape read as one table, each row knowing its sheet."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from data.intake.records.cell_text import cell_text
from data.intake.table import Table


@dataclass(frozen=True, eq=False)
class Joined:
    """The rows of one or more tables of the same headings. `sheets` is as long as `table.rows`."""

    table: Table
    sheets: list[str]
    tables: list[Table]


def join(first: Table, tables: Sequence[Table]) -> Joined:
    """`first` and every other table with exactly its headings; a sheet that only repeats rows is left out."""
    parts = [first]
    alike = [other for other in tables if other.sheet != first.sheet and _names(other) == _names(first)]
    if not alike or not any(_names(first)):
        return Joined(first, [first.sheet] * len(first.rows), parts)
    seen = _contents(first)
    for other in alike:
        rows = _contents(other)
        if rows <= seen or seen <= rows:
            continue
        seen |= rows
        parts.append(other)
    if len(parts) == 1:
        return Joined(first, [first.sheet] * len(first.rows), parts)
    return _concatenated(parts)


def _concatenated(parts: list[Table]) -> Joined:
    columns = [[cell for part in parts for cell in part.columns[j]] for j in range(len(parts[0].columns))]
    table = replace(
        parts[0],
        rows=[row for part in parts for row in part.rows],
        columns=columns,
        excluded=[each for part in parts for each in part.excluded],
        totals=None,
    )
    return Joined(table, [part.sheet for part in parts for _ in part.rows], parts)


def _names(table: Table) -> list[str]:
    return [" ".join(heading.casefold().split()) for heading in table.headings]


def _contents(table: Table) -> set[tuple[str, ...]]:
    """Rows as text; only the first thousand, which is enough to know a copy from a continuation."""
    return {tuple(cell_text(column[i]) for column in table.columns) for i in range(min(len(table.rows), 1000))}
