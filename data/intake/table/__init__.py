"""Where the table lies: the sheet, its heading rows, its hashtag row, its first and last data row."""

from data.intake.readers import Workbook
from data.intake.table.finding import tables_of
from data.intake.table.model import Excluded, Table
from data.intake.table.ranking import rank
from data.intake.table.told import Told

__all__ = ["Excluded", "Table", "Told", "find_tables"]
_NOTHING = Told()


def find_tables(workbook: Workbook, sheet: str | None = None, told: Told = _NOTHING) -> list[Table]:
    """The tables of the workbook (or of one sheet of it), the best first; none is an empty list.

    Tables of identical headings (one sheet per year, say) stand together, in the order of the workbook. `told` is what
    a person says of heading rows and of rows that are not counted.
    """
    groups: dict[tuple[str, ...], list[Table]] = {}
    scores: dict[tuple[str, ...], float] = {}
    for part in workbook.sheets:
        if sheet is not None and part.name != sheet:
            continue
        for table, body in tables_of(part, told.heading_rows.get(part.name), told.aside(part.name)):
            shape = tuple(table.headings)
            groups.setdefault(shape, []).append(table)
            scores[shape] = max(scores.get(shape, 0.0), rank(table, body, part.hidden))
    ordered = sorted(groups, key=lambda shape: scores[shape], reverse=True)
    return [table for shape in ordered for table in groups[shape]]
