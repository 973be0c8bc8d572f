"""One heading per column out of one to three heading rows: the titles of groups go before the headings below them."""

from collections.abc import Sequence

from data.intake.readers import Cell, Sheet
from data.intake.table.cell_kinds import plain

_JOINT = " - "
# Characters of a heading or title; what is longer is no heading, and takes minutes to be looked for in the word lists.
_LONGEST = 300


def heading_names(sheet: Sheet, indexes: Sequence[int]) -> list[str]:
    """The heading of every column of the sheet, "" where it has none."""
    rows = [[plain(cell) for cell in sheet.rows[index]] for index in indexes]
    for place, index in enumerate(indexes[:-1]):
        rows[place] = _spread(sheet, index, rows[place], rows[place + 1])
    return [_JOINT.join(dict.fromkeys(filter(None, parts)))[:_LONGEST] for parts in zip(*rows, strict=True)]


def _spread(sheet: Sheet, index: int, titles: list[str], below: list[str]) -> list[str]:
    """The titles of groups over all the columns that they cover: by merged ranges, else up to the next title.

    Without merged ranges a title covers its neighbours only if there is a heading right below itself as well:
    "District" over nothing is a heading of its own and no group.
    """
    spread = list(titles)
    merged = [(left, right) for top, left, bottom, right in sheet.merged if top <= index <= bottom]
    for left, right in merged:
        spread[left : right + 1] = [titles[left]] * (min(right + 1, len(titles)) - left)
    if any(right > left for left, right in merged):
        return spread
    current = ""
    for column, title in enumerate(titles):
        if title:
            current = title if below[column] else ""
        elif below[column]:
            spread[column] = current
        else:
            current = ""
    return spread


def title_lines(rows: Sequence[Sequence[Cell]]) -> list[str]:
    """The lines of text above the headings."""
    lines = (" ".join(filter(None, map(plain, row))) for row in rows)
    return [line[:_LONGEST] for line in lines if line]
