"""The limits on the size of a sheet, held the same way for every format."""

from data.intake.readers.limits import Limits
from data.intake.readers.refusal import NotASpreadsheet


def refuse_too_large(sheet: str, rows: int, columns: int, limits: Limits, cells: int | None = None) -> None:
    """Raises NotASpreadsheet that names the first limit which is passed. `cells`: when not rows x columns."""
    for reason, size, most in (
        ("too_many_columns", columns, limits.columns),
        ("too_many_rows", rows, limits.rows),
        ("too_many_cells", rows * columns if cells is None else cells, limits.cells),
    ):
        if size > most:
            raise NotASpreadsheet(reason, sheet=sheet, count=size, most=most)
