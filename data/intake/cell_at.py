"""One cell of the file as it stands there, by the row and the column that a person sees."""

from typing import NamedTuple


class CellAt(NamedTuple):
    """`field` as in Problem ("" where the column gives none), `text` as the cell shows it."""

    field: str
    text: str


Cells = dict[tuple[str, int], dict[str, CellAt]]  # (sheet, row) -> column letter -> cell
