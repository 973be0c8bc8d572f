"""The top of a table: its heading rows together with its hashtag row."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from data.intake.readers import Sheet
from data.intake.table.hashtags import find_hashtag_row, tags_of
from data.intake.table.headings import find_heading_rows

_REACH_ABOVE_TAGS = 3


@dataclass(frozen=True, slots=True)
class Heads:
    """Indexes of the heading rows, top first, and of the hashtag row with its tags, if there is one."""

    rows: list[int]
    tag_row: int | None = None
    tags: list[str] = field(default_factory=list)

    @property
    def end(self) -> int:
        """The index of the first row below."""
        return max(self.rows[-1], -1 if self.tag_row is None else self.tag_row) + 1

    def between(self, fills: Sequence[int]) -> list[int]:
        """The filled rows between the headings and the hashtags: units, explanations."""
        return [index for index in range(self.rows[-1] + 1, self.end) if fills[index] and index != self.tag_row]


def find_heads(sheet: Sheet, start: int, fills: Sequence[int]) -> Heads | None:
    """The heads of the next table from row `start` on; None when nothing reads as headings."""
    rows = find_heading_rows(sheet, start, fills)
    above = next((index for index in range(start, len(fills)) if fills[index]), start)
    early = find_hashtag_row(sheet.rows if rows is None else sheet.rows[: rows[0]], above)
    if early:
        return _above_tags(sheet, start, fills, *early)
    if rows is None:
        return None
    return Heads(rows, *(find_hashtag_row(sheet.rows, rows[-1] + 1) or ()))


def _above_tags(sheet: Sheet, start: int, fills: Sequence[int], tag_row: int, tags: list[str]) -> Heads:
    """Headings right above a hashtag row need not look like headings; without them the tags are the headings."""
    for index in range(tag_row - 1, max(start, tag_row - _REACH_ABOVE_TAGS) - 1, -1):
        if fills[index] * 2 >= len(list(filter(None, tags))):
            return Heads([index], tag_row, tags)
    return Heads([tag_row], tag_row, tags)


def heads_at(sheet: Sheet, heading_rows: Sequence[int]) -> Heads:
    """The heads that a person points at, rows counted from 1; hashtags among them or right below are no headings."""
    rows = [row - 1 for row in heading_rows]
    tagged = next(((row, tags) for row in rows if (tags := tags_of(sheet.rows[row])) is not None), None)
    if tagged:
        return Heads([row for row in rows if row != tagged[0]] or rows, *tagged)
    return Heads(rows, *(find_hashtag_row(sheet.rows, rows[-1] + 1) or ()))
