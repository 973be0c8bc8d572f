"""Pictures of the sheets made from what was kept of them: everything personal is blanked before a cell is given out."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from data.intake import privacy
from data.intake.data_as_headings import no_headings
from data.intake.letters import Letters, letters_by_sheet
from data.intake.looks import Look, Looks
from data.intake.mapping.columns import columns_of
from data.intake.personal_cells import is_contact, is_personal
from data.intake.picture import MOST_COLUMNS, MOST_ROWS, SheetPicture
from data.intake.readers import Cell
from data.intake.records.cell_text import cell_text
from data.intake.table import Excluded, Table
from data.intake.table.cell_kinds import letters_of
from data.intake.understanding import Understanding

_LONGEST = 200
_SAMPLE = 500  # rows of a table that was not read


def pictures(looks: Looks, understood: Understanding | None) -> list[SheetPicture]:
    """One per sheet, in the order of the file."""
    known = letters_by_sheet(understood) if understood else {}
    read = (
        {(table.sheet, table.heading_rows): known[table.sheet] for table in understood.joined.tables}
        if understood
        else {}
    )
    excluded = understood.joined.table.excluded if understood else []
    counted = bool(understood and understood.decision.layout)
    return [_picture(look, read, excluded, counted) for look in looks.sheets]


_Masks = Sequence[tuple[Table | None, Letters]]
_Read = Mapping[tuple[str, tuple[int, ...]], Letters]


def _picture(look: Look, read: _Read, excluded: Sequence[Excluded], counted: bool) -> SheetPicture:
    own = next((table for table in look.tables if (table.sheet, table.heading_rows) in read), None)
    told = {id(table): read.get((table.sheet, table.heading_rows)) or _unread(table) for table in look.tables}
    main = own or (look.tables[0] if look.tables else None)
    gone = [each for table in look.tables if table is not own for each in table.excluded]
    gone += [each for each in excluded if each.sheet == look.name]
    left_out = {each.row: each.reason for each in gone if each.row <= MOST_ROWS}
    letters = told[id(main)] if main else Letters()
    masks: _Masks = [(table, told[id(table)]) for table in look.tables] or [(None, _unread(_headless(look)))]
    personal = letters.personal if main else masks[0][1].personal
    return SheetPicture(
        look.name, look.hidden, own is not None and counted, look.rows, look.columns,
        [letters_of(column) for column in range(min(look.columns, MOST_COLUMNS))],
        _cells(look, masks, left_out), list(main.heading_rows) if main else [], main.hxl_row if main else None,
        left_out, letters.fields, personal,
    )  # fmt: skip


def _unread(table: Table) -> Letters:
    """What is personal in a table that was not read, by its first rows."""
    first = replace(
        table, rows=table.rows[:_SAMPLE], columns=[column[:_SAMPLE] for column in table.columns], origins={}
    )
    _, dropped = privacy.personal(columns_of(first))
    return Letters({}, {each.column: each.reason for each in dropped})


def _headless(look: Look) -> Table:
    """A sheet without a table, as columns without headings."""
    size, width = len(look.sample[0]) if look.sample else 0, len(look.sample)
    letters = [letters_of(column) for column in range(width)]
    return Table(look.name, [""] * width, letters, (0,), None, [], list(range(1, size + 1)), look.sample)


def _cells(look: Look, masks: _Masks, left_out: Mapping[int, str]) -> list[list[str]]:
    return [
        _row(row, [shown(cell) for cell in cells[:MOST_COLUMNS]], masks, row in left_out)
        for row, cells in enumerate(look.cells, start=1)
    ]


def _row(row: int, texts: list[str], masks: _Masks, left_out: bool) -> list[str]:
    """The texts of a row with "" for what is personal. `masks`: the tables of the sheet, from the top down."""
    above = [(table, letters) for table, letters in masks if table is None or table.heading_rows[0] <= row]
    gone = {letter: reason for _, letters in above for letter, reason in letters.personal.items()}
    table, letters = above[-1] if above else (None, Letters())
    heads = {*table.heading_rows, table.hxl_row} if table else set()
    if table and row in heads:
        doubtful = no_headings(table.headings)
        return [
            ""
            if is_personal(text)
            or ((doubtful or gone.get(letters_of(at), "heading") != "heading") and is_contact(text))
            else text
            for at, text in enumerate(texts)
        ]
    inside = bool(above) and not left_out
    return [
        ""
        if letters_of(at) in gone or _hidden(text, texts[at - 1] if at else "", letters_of(at), letters, inside)
        else text
        for at, text in enumerate(texts)
    ]


def _hidden(text: str, before: str, letter: str, letters: Letters, inside: bool) -> bool:
    """A cell of a table whose column is understood is what the column is; others may hold anything."""
    if not inside:
        return is_contact(text, before)
    return letter not in letters.fields and is_personal(text)


def shown(cell: Cell) -> str:
    """A cell as a person reads it: 0.1 + 0.2 is 0.3; long texts are cut."""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float) and not cell.is_integer():
        return f"{cell:.10g}"
    text = cell_text(cell)
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
