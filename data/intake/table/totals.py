"""Rows that hold sums of other rows, found by their word or by arithmetic, so that nothing is counted twice."""

from collections.abc import Sequence
from functools import partial

from data.intake.readers import Cell
from data.intake.table.adding import describes, figures_of, records_but, same, sum_of
from data.intake.table.body import Body
from data.intake.table.cell_kinds import number_of
from data.intake.table.coarser import sums_of_periods
from data.intake.table.sum_of_all import sum_of_all_others
from data.intake.table.total_words import is_weak, total_word
from data.intake.table.tree import sums_of_blocks

# A column of more distinct texts than this is one of remarks or ids: looked at only where a sum is likely.
_DISTINCT = 50_000
_ENDS = 30


def sums(body: Body, left_out: dict[int, str]) -> tuple[dict[int, str], int | None]:
    """(position -> totals_row | subtotal, the position of the totals row). `left_out` are positions of no records."""
    named = _named(body, left_out)
    if len(named) + len(left_out) >= len(body):
        return {}, None  # a table of nothing but totals: they are its records
    known = {*left_out, *named}
    named |= dict.fromkeys(
        sums_of_periods(body, known, partial(figures_of, body), partial(_described, body)), "subtotal"
    )
    named |= _blocks(body, {*left_out, *named}, whole="totals_row" not in named.values())
    if "totals_row" in named.values():
        total = _grand_total(body, named, left_out)
        return {position: "totals_row" if position == total else "subtotal" for position in named}, total
    total = sum_of_all_others(body, left_out | named)
    return named | ({total: "totals_row"} if total is not None else {}), total


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


def _blocks(body: Body, known: set[int], whole: bool) -> dict[int, str]:
    """The sums of blocks of rows; with `whole` the one that is the sum of all records is the totals row."""
    blocks = sums_of_blocks(body, known)
    records = records_but(body, {*known, *blocks})
    return {at: "totals_row" if whole and _agrees(body, at, records) else "subtotal" for at in blocks}


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
    described = [place for place, cell in enumerate(row) if place != column and describes(body, place, cell)]
    blank = body.fills[position] == 1
    if is_weak(row[column]):
        return figures and not described
    return (figures and len(described) <= 2) or blank


def _described(body: Body, position: int, dated: int) -> bool:
    """Whether a row is told by more than the date in column `dated`."""
    return any(describes(body, place, cell) for place, cell in enumerate(body.row(position)) if place != dated)


def _grand_total(body: Body, named: dict[int, str], left_out: dict[int, str]) -> int | None:
    """The one that equals the sum of all records in most of its figures, else the last not called a subtotal."""
    candidates = [position for position, reason in named.items() if reason == "totals_row"]
    if len(candidates) > 1:
        records = records_but(body, {*left_out, *named})
        agreeing = [position for position in candidates if _agrees(body, position, records)]
        candidates = agreeing or candidates
    return max(candidates, default=None)


def _agrees(body: Body, position: int, records: list[bool]) -> bool:
    columns = figures_of(body, position)
    equal = [column for column, figure in columns.items() if same(sum_of(body, column, records), figure)]
    return len(equal) * 2 > len(columns)


def totals_of(body: Body, position: int, columns: Sequence[int]) -> dict[int, float]:
    """The totals row's numbers, numbered by the place of the column among `columns`."""
    figures = figures_of(body, position)
    return {place: figures[column] for place, column in enumerate(columns) if column in figures}
