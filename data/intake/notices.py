"""What a person should know of the workbook itself: what is hidden in it, was never computed, or lies elsewhere."""

from collections.abc import Collection, Iterator

from data.intake.readers import Sheet, Workbook
from data.intake.table.cell_kinds import letters_of
from data.problems import Problem


def notices(workbook: Workbook, read_as_data: Collection[str]) -> list[Problem]:
    """The findings of the whole file. `read_as_data` names the sheets whose rows became records.

    Formulas without a value matter where rows were read, or everywhere when nothing could be read.
    """
    found = []
    if workbook.holds_macros:
        found.append(Problem("holds_macros"))
    if workbook.links:
        found.append(Problem("external_links", value=str(workbook.links), params={"count": workbook.links}))
    for sheet in workbook.sheets:
        found += _of_sheet(sheet, sheet.name in read_as_data)
        if sheet.name in read_as_data or not read_as_data:
            found += _not_computed(sheet)
    return found


def _of_sheet(sheet: Sheet, read: bool) -> Iterator[Problem]:
    if sheet.hidden:
        yield Problem("hidden_sheet_read" if read else "hidden_sheet", sheet.name)
    for row, column in sheet.far_cells:
        yield Problem("far_cell_left_out", sheet.name, row + 1, letters_of(column))
    if sheet.hidden_columns:
        names = ", ".join(map(letters_of, sheet.hidden_columns))
        params = {"count": len(sheet.hidden_columns)}
        yield Problem("hidden_columns_read" if read else "hidden_columns", sheet.name, value=names, params=params)


def _not_computed(sheet: Sheet) -> Iterator[Problem]:
    for row, column, count in sheet.uncomputed:
        yield Problem(
            "formula_without_value", sheet.name, row + 1, letters_of(column), value=str(count), params={"count": count}
        )
