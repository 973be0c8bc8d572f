"""The cells in which findings may be mended, by the row and the column that a person sees."""

from typing import NamedTuple

from data.intake import Intake


class CellAt(NamedTuple):
    """`field` as in Problem ("" where the column gives none), `text` as the cell reads now, mends included."""

    field: str
    text: str


Cells = dict[tuple[str, int], dict[str, CellAt]]  # (sheet, row) -> column letter -> cell


def cells_of(intake: Intake) -> Cells:
    """What an intake tells of them."""
    fields = {picture.name: picture.fields for picture in intake.pictures}
    found = Cells()
    for (sheet, row, letter), text in intake.cells.items():
        found.setdefault((sheet, row), {})[letter] = CellAt(fields.get(sheet, {}).get(letter, ""), text)
    for problem in intake.problems:
        here = found.get((problem.sheet or "", problem.row or 0), {})
        if problem.field and problem.column in here:
            here[problem.column] = here[problem.column]._replace(field=problem.field)
    return found
