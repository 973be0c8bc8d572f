"""Where the same headings come again below a title that says another measure: killed above, injured below."""

from collections.abc import Sequence

from data.intake.readers import Cell, Sheet
from data.intake.table.cell_kinds import plain
from data.intake.title_words import measured_by

_TITLE_ROWS = 3


def other_measure(
    sheet: Sheet, fills: Sequence[int], headings: Sequence[Cell], title: Sequence[str], start: int
) -> int | None:
    """The index of the first title row of the next block of another measure; None where there is no such block.

    `headings` are the cells of the last heading row, `title` the lines above it. Headings that name a measure
    themselves need no title, so there a title parts nothing.
    """
    filled = [column for column, cell in enumerate(headings) if cell is not None]
    if len(filled) < 2 or measured_by([plain(headings[column]) for column in filled]):
        return None
    first = sheet.columns[filled[0]]
    said = measured_by(title)
    for index in range(start + 1, len(fills)):
        if first[index] != headings[filled[0]] or any(sheet.columns[at][index] != headings[at] for at in filled):
            continue
        top = _top_of_title(fills, index, start)
        lines = [plain(cell) for row in sheet.rows[top:index] for cell in row if cell is not None]
        measured = measured_by(lines)
        if measured and measured != said:
            return top
    return None


def _top_of_title(fills: Sequence[int], index: int, start: int) -> int:
    """The first of the lines of one cell right above a row; blank rows may stand among them."""
    top = index
    for above in range(index - 1, max(start, index - 2 * _TITLE_ROWS), -1):
        if fills[above] == 1:
            top = above
        elif fills[above]:
            break
    return top
