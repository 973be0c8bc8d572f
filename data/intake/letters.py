"""In which sheet and under which letter the columns of a table stand: sheets that are joined may differ."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from data.intake.joining import Joined
from data.intake.mapping.columns import Column
from data.intake.table.cell_kinds import column_of
from data.intake.understanding import Understanding


@dataclass(frozen=True, slots=True)
class Letters:
    """letter -> field, and letter -> why it is dropped, of one sheet."""

    fields: dict[str, str] = field(default_factory=dict)
    personal: dict[str, str] = field(default_factory=dict)


def letters_by_sheet(understood: Understanding) -> Mapping[str, Letters]:
    """What was made of the columns, for every sheet that the table is made of."""
    found = {table.sheet: Letters() for table in understood.joined.tables}
    reasons = {dropped.column: dropped.reason for dropped in understood.dropped}
    kept = {column.index for column in understood.kept}
    for column in understood.columns:
        name = understood.fields.get(column.index)
        for sheet, letter in places(column, understood.joined):
            if column.index not in kept:
                found[sheet].personal[letter] = reasons.get(column.letter, "heading")
            elif name:
                found[sheet].fields[letter] = name[0]
    return found


def places(column: Column, joined: Joined) -> Iterator[tuple[str, str]]:
    """(sheet, letter) of the columns of the sheets; none for the periods of a crosstab, which are its headings."""
    if column.origins:
        pairs = dict.fromkeys(zip(joined.sheets, column.origins, strict=True))
    elif column.index == joined.table.periods:
        return
    else:
        pairs = dict.fromkeys((table.sheet, column.letter) for table in joined.tables)
    yield from (pair for pair in pairs if column_of(pair[1]) is not None)
