"""The tables of one sheet, from the top down."""

from collections.abc import Collection, Iterator, Sequence
from itertools import repeat
from operator import is_not

import numpy as np

from data.intake.readers import Cell, Sheet
from data.intake.table.body import Body
from data.intake.table.cell_kinds import kind_of, letters_of, plain
from data.intake.table.heading_names import heading_names, title_lines
from data.intake.table.heads import Heads, find_heads, heads_at
from data.intake.table.left_out import left_out
from data.intake.table.marks import holds_no_data
from data.intake.table.model import Excluded, Table
from data.intake.table.other_measure import other_measure
from data.intake.table.stacked import end_of_table
from data.intake.table.told import SET_ASIDE
from data.intake.table.totals import sums, totals_of

_MOST_TABLES = 50
# A single column of longer lines than this is prose.
_LONGEST_LINE = 60


def tables_of(
    sheet: Sheet, heading_rows: Sequence[int] | None = None, aside: Collection[int] = ()
) -> Iterator[tuple[Table, Body]]:
    """Every table of the sheet, with its body; none of a sheet that says that it holds no data.

    `heading_rows` are those of the first table (from 1), where a person says so; `aside`: rows that are not counted.
    """
    if holds_no_data(sheet) and not heading_rows:
        return
    fills = _fills(sheet)
    start, said = 0, heading_rows
    for _ in range(_MOST_TABLES):
        heads = heads_at(sheet, said) if said else find_heads(sheet, start, fills)
        if heads is None:
            return
        title = title_lines(sheet.rows[start : heads.rows[0]])
        end = _end(sheet, fills, heads, title)
        body = Body.of(sheet.columns, fills, [index for index in range(heads.end, end) if fills[index]])
        if said or not _is_prose(sheet, heads.rows, body):
            between = [Excluded(sheet.name, index + 1, "note") for index in heads.between(fills)]
            yield _table(sheet, title, heads, between, body, aside), body
        said = None
        if end >= len(sheet.rows):
            return
        start = end


def _end(sheet: Sheet, fills: Sequence[int], heads: Heads, title: Sequence[str]) -> int:
    headings = sheet.rows[heads.rows[-1]]
    end = end_of_table(sheet, fills, headings, heads.end)
    other = other_measure(sheet, fills, headings, title, heads.end)
    return end if other is None else min(end, other)


def _fills(sheet: Sheet) -> list[int]:
    """How many cells of each row are filled."""
    fills = np.zeros(len(sheet.rows), dtype=np.int32)
    for column in sheet.columns:
        fills += np.frombuffer(bytes(map(is_not, column, repeat(None))), dtype=np.bool_)
    return fills.tolist()


def _is_prose(sheet: Sheet, heading_rows: Sequence[int], body: Body) -> bool:
    """Whether the "table" is one column of sentences: a sheet of notes."""
    used = [column for column in body.columns if any(cell is not None for cell in column)]
    if len(used) > 1 or len([cell for cell in sheet.rows[heading_rows[-1]] if cell is not None]) > 1:
        return False
    lines = [plain(cell) for row in heading_rows for cell in sheet.rows[row]] + [plain(c) for col in used for c in col]
    return max(map(len, lines), default=0) > _LONGEST_LINE or not used


def _table(
    sheet: Sheet, title: list[str], heads: Heads, between: list[Excluded], body: Body, aside: Collection[int]
) -> Table:
    names = heading_names(sheet, heads.rows)
    others = left_out(body, [sheet.rows[index] for index in heads.rows]) if len(body) else {}
    named, total = sums(body, others) if len(body) else ({}, None)
    away = {at: SET_ASIDE for at, index in enumerate(body.indexes) if index + 1 in aside} if aside else {}
    total = None if total in away else total
    reasons = others | named | away
    columns = [column for column, name in enumerate(names)
               if name or (len(body) and body.columns[column].count(None) < len(body))]  # fmt: skip
    totals = totals_of(body, total, columns) if total is not None else None
    excluded = [Excluded(sheet.name, body.indexes[position] + 1, reasons[position]) for position in sorted(reasons)]
    body.without(set(reasons))
    _fill_merged(sheet, body)
    return Table(
        sheet=sheet.name,
        headings=[names[column] for column in columns],
        letters=[letters_of(column) for column in columns],
        heading_rows=tuple(index + 1 for index in heads.rows),
        hxl_row=heads.tag_row + 1 if heads.tag_row is not None else None,
        tags=[heads.tags[column] for column in columns] if heads.tags else [],
        rows=[index + 1 for index in body.indexes],
        columns=[body.columns[column] if body.columns else [] for column in columns],
        title=title,
        excluded=between + excluded,
        totals=totals,
        hidden=sheet.hidden,
    )


def _fill_merged(sheet: Sheet, body: Body) -> None:
    """A text or date merged over several rows stands for all of them; a number does not: it would count again."""
    if not body.indexes:
        return
    positions = {index: position for position, index in enumerate(body.indexes)} if sheet.merged else {}
    for top, left, bottom, right in sheet.merged:
        if left != right or bottom == top or top not in positions:
            continue
        cell: Cell = body.columns[left][positions[top]]
        if kind_of(cell) not in ("text", "date"):
            continue
        for index in range(top + 1, bottom + 1):
            if index in positions and body.columns[left][positions[index]] is None:
                body.columns[left][positions[index]] = cell
