"""Other tables of the file that seem to count people too: whoever publishes must know that they were not read."""

from collections.abc import Iterator, Sequence

from data.intake.joining import Joined, names
from data.intake.mapping.columns import Column, columns_of
from data.intake.mapping.measures import candidates
from data.intake.table import Table
from data.intake.title_words import measured_by
from data.problems import Problem

_FEWEST_ROWS = 2
_FEWEST_OF_A_LIST = 10
_SAYS_PEOPLE = 0.6


def tables_not_read(joined: Joined, tables: Sequence[Table]) -> Iterator[Problem]:
    """One warning per table with figures of killed or injured that is not among those that were read."""
    read = [id(table) for table in joined.tables]
    for table in tables:
        if id(table) in read or len(table.rows) < _FEWEST_ROWS:
            continue
        counting = [column for column in columns_of(table) if _counts(column)]
        same = sorted(names(table)) == sorted(names(joined.tables[0]))
        if _of_another_measure(table, joined.table):
            yield _finding(table, None, table.title[-1])
        elif counting or same or _of_the_same_kind(table, joined.table):
            column = (counting or columns_of(table))[0]  # more people, or a list with other columns
            yield _finding(table, column.letter, column.heading)


def _finding(table: Table, letter: str | None, named: str) -> Problem:
    rows = len(set(table.rows))
    return Problem("table_not_read", table.sheet, table.heading_rows[0], letter, value=named, params={"count": rows})


def _of_another_measure(table: Table, read: Table) -> bool:
    """Figures by year or place that a title explains as another measure than was read: "Injured" below "Killed"."""
    measured = measured_by(table.title) if table.crosstab else None
    return measured in ("killed", "injured") and measured != measured_by(read.title)


def _of_the_same_kind(table: Table, read: Table) -> bool:
    """Half of its headings are those of the table that was read: not a list of codes or words."""
    mine = set(names(table)) - {""}
    return len(table.rows) >= _FEWEST_OF_A_LIST and len(mine) >= 4 and len(mine & set(names(read))) * 2 >= len(mine)


def _counts(column: Column) -> bool:
    found = [each for outcome in ("killed", "injured") for each in candidates([column], outcome)]
    return bool(column.filled) and any(each.role.score >= _SAYS_PEOPLE for each in found)
