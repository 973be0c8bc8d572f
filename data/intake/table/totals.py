"""Rows that hold sums of other rows, found by their word or by arithmetic, so that nothing is counted twice."""

import math
from collections import Counter
from collections.abc import Sequence
from itertools import compress, islice

from data.intake.readers import Cell
from data.intake.table.body import Body
from data.intake.table.cell_kinds import kind_of, number_of
from data.intake.table.total_words import is_weak, total_word

# A column of more distinct texts than this is one of remarks or ids: looked at only where a sum is likely.
_DISTINCT = 50_000
_ENDS = 30
_FEWEST_ADDENDS = 3
_FEWEST_ADDENDS_WITH_A_LABEL = 5


def sums(body: Body, left_out: dict[int, str]) -> tuple[dict[int, str], int | None]:
    """(position -> totals_row | subtotal, the position of the totals row). `left_out` are positions of no records."""
    named = _named(body, left_out)
    if len(named) + len(left_out) >= len(body):
        return {}, None  # a table of nothing but totals: they are its records
    if not named:
        last = _last_by_arithmetic(body, left_out)
        return ({last: "totals_row"}, last) if last is not None else ({}, None)
    total = _grand_total(body, named, left_out)
    return {position: "totals_row" if position == total else "subtotal" for position in named}, total


def _named(body: Body, left_out: dict[int, str]) -> dict[int, str]:
    """Positions whose row is named as a sum by a word that stands before its figures."""
    found = {}
    for column, cells in enumerate(body.columns):
        if body.holds_figures(column) and not set(map(type, cells)) & {str}:
            continue
        words = _words(body, cells)
        if len(words) * 2 > len(body):
            continue  # "total" in most rows says what the column is, not what the row is
        for position, reason in words.items():
            if position not in left_out and _is_sum(body, position, column):
                found[position] = reason
    return found


def _words(body: Body, cells: list[Cell]) -> dict[int, str]:
    distinct = set(cells)
    if len(distinct) <= _DISTINCT:
        names = {cell: word for cell in distinct if (word := total_word(cell))}
        return {position: names[cell] for position, cell in enumerate(cells) if cell in names} if names else {}
    likely = [position for position, fill in enumerate(body.fills) if fill * 2 <= body.usual_fill]
    likely += [*range(_ENDS), *range(len(cells) - _ENDS, len(cells))]
    return {position: word for position in likely if (word := total_word(cells[position]))}


def _is_sum(body: Body, position: int, column: int) -> bool:
    """A figure stands after the word, and hardly anything else describes the row."""
    row = body.row(position)
    figures = any(number_of(cell) is not None and body.holds_figures(place)
                  for place, cell in enumerate(row) if place > column)  # fmt: skip
    described = [place for place, cell in enumerate(row) if place != column and _describes(body, place, cell)]
    blank = body.fills[position] == 1
    if is_weak(row[column]):
        return figures and not described
    return (figures and len(described) <= 2) or blank


def _describes(body: Body, column: int, cell: Cell) -> bool:
    """Whether a cell says what the row is (a text, a date, a year) rather than how many."""
    return cell is not None and (kind_of(cell) in ("text", "date") or body.usual(column) in ("text", "date"))


def _grand_total(body: Body, named: dict[int, str], left_out: dict[int, str]) -> int | None:
    """The one that equals the sum of all records in most of its figures, else the last not called a subtotal."""
    candidates = [position for position, reason in named.items() if reason == "totals_row"]
    if len(candidates) > 1:
        records = _records(body, {*left_out, *named})
        agreeing = [position for position in candidates if _agrees(body, position, records)]
        candidates = agreeing or candidates
    return max(candidates, default=None)


def _agrees(body: Body, position: int, records: list[bool]) -> bool:
    columns = _figures(body, position)
    equal = [column for column, figure in columns.items() if _same(_sum(body, column, records), figure)]
    return len(equal) * 2 > len(columns)


def _records(body: Body, others: set[int]) -> list[bool]:
    records = [True] * len(body)
    for position in others:
        records[position] = False
    return records


def _figures(body: Body, position: int) -> dict[int, float]:
    """column -> number of one row, for the columns of figures."""
    return {
        column: number
        for column, cell in enumerate(body.row(position))
        if body.holds_figures(column) and (number := number_of(cell)) is not None
    }


def _same(first: float, second: float) -> bool:
    return math.isclose(first, second, rel_tol=1e-9, abs_tol=1e-6)


def _sum(body: Body, column: int, records: list[bool]) -> float:
    cells = compress(body.columns[column], records)
    return math.fsum((number_of(cell) or 0.0) * count for cell, count in Counter(cells).items() if cell is not None)


def _last_by_arithmetic(body: Body, left_out: dict[int, str]) -> int | None:
    """The last row, when its figures are the sums of those above and hardly anything else describes it.

    A real last record must not be lost to a coincidence: a date makes it one; two columns must agree (one, when
    nothing describes the row), each with two or more figures to add; fewer must disagree than agree.
    """
    position = max(set(range(len(body))) - left_out.keys(), default=0)
    records = _records(body, {*left_out, *range(position, len(body))})
    if sum(records) < _FEWEST_ADDENDS:
        return None
    row = body.row(position)
    # The word itself may stand anywhere: also behind its figures, and under the dates, where columns were moved.
    described = [column for column, cell in enumerate(row) if _describes(body, column, cell) and not total_word(cell)]
    if len(described) > 1 or any(body.usual(column) == "date" for column in described):
        return None
    figures = {column: figure for column, figure in _figures(body, position).items() if figure}
    equal = [column for column, figure in figures.items() if _same(_sum(body, column, records), figure)]
    agreeing = [column for column in equal if _has_two_addends(body, column, records)]
    if len(agreeing) <= len(figures) - len(equal):
        return None
    if described and (len(agreeing) < 2 or sum(records) < _FEWEST_ADDENDS_WITH_A_LABEL):
        return None
    return position if described or _usually_described(body) else None


def _has_two_addends(body: Body, column: int, records: list[bool]) -> bool:
    figures = (number_of(cell) for cell in compress(body.columns[column], records) if cell is not None)
    return len(list(islice(filter(None, figures), 2))) == 2


def _usually_described(body: Body) -> bool:
    """Whether the table has a column of texts or dates at all: without one no row is described, records neither."""
    return any(body.usual(column) in ("text", "date") for column in range(len(body.columns)))


def totals_of(body: Body, position: int, columns: Sequence[int]) -> dict[int, float]:
    """The totals row's numbers, numbered by the place of the column among `columns`."""
    figures = _figures(body, position)
    return {place: figures[column] for place, column in enumerate(columns) if column in figures}
