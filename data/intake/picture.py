"""A picture of a sheet: its first rows as text, with what was made of them; what is personal is blank in it."""

from dataclasses import dataclass, field

# What a picture shows of a sheet.
MOST_ROWS, MOST_COLUMNS = 30, 40


@dataclass(frozen=True, slots=True)
class SheetPicture:
    """`cells` are the first rows and columns of the sheet (row 1 first); `rows` and `columns` how many it has in all.

    Rows count from 1. `left_out`: row -> why it is no record, of the rows that are shown. `fields` and `personal`:
    letter -> field, or the reason for dropping, of all its columns. `read`: its rows became records.
    """

    name: str
    hidden: bool = False
    read: bool = False
    rows: int = 0
    columns: int = 0
    letters: list[str] = field(default_factory=list)
    cells: list[list[str]] = field(default_factory=list)
    heading_rows: list[int] = field(default_factory=list)
    hashtag_row: int | None = None
    left_out: dict[int, str] = field(default_factory=dict)
    fields: dict[str, str] = field(default_factory=dict)
    personal: dict[str, str] = field(default_factory=dict)
