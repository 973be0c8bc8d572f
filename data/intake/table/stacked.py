"""Where one table ends and another begins below it, after blank rows."""

from collections.abc import Iterator, Sequence

from data.intake.readers import Cell, Sheet
from data.intake.table.cell_kinds import kind_of, no_figure, plain

_MOST_GAPS = 1_000
_TITLE_ROWS = 3


def end_of_table(sheet: Sheet, fills: Sequence[int], headings: Sequence[Cell], start: int) -> int:
    """The index of the first row that belongs to another table, or the number of rows.

    `start` is the first row below the headings. A blank row alone ends nothing: new headings must follow it.
    """
    own = [plain(cell).casefold() for cell in headings]
    for count, index in enumerate(_after_gaps(fills, start)):
        if count > _MOST_GAPS:
            break
        if _new_headings(sheet, fills, own, index):
            return index
    return len(sheet.rows)


def _after_gaps(fills: Sequence[int], start: int) -> Iterator[int]:
    """Rows that follow a blank one, with a record above the gap."""
    seen = False
    for index in range(start, len(fills)):
        if fills[index]:
            if seen and not fills[index - 1]:
                yield index
            seen = True


def _new_headings(sheet: Sheet, fills: Sequence[int], own: Sequence[str], index: int) -> bool:
    """Whether a row of labels stands here, after at most a few lines of title, with figures or dates below it."""
    filled = [place for place in range(index, min(index + 2 * _TITLE_ROWS + 2, len(fills))) if fills[place]]
    for number, place in enumerate(filled[: _TITLE_ROWS + 1]):
        if fills[place] == 1:
            continue  # a title
        row = sheet.rows[place]
        labels = [column for column, cell in enumerate(row) if cell is not None]
        texts = [plain(row[column]).casefold() for column in labels]
        if not all(kind_of(row[column]) == "text" for column in labels) or any(map(no_figure, texts)):
            return False
        # The same headings again, each over its own column: "Village | Killed" of a summary may stand over others.
        again = all(text == own[column] for column, text in zip(labels, texts, strict=True))
        if again or number + 1 == len(filled):
            return False
        below = sheet.rows[filled[number + 1]]
        kinds = [kind_of(below[column]) for column in labels]
        return sum(kind not in ("text", "blank") for kind in kinds) >= 1 and kinds.count("blank") * 2 <= len(kinds)
    return False
