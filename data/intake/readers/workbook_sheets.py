"""Sheets of cells out of the workbook formats that calamine reads: xlsx, xlsb, xls, ods. Runs in the child process."""

import io
from collections.abc import Iterator
from itertools import islice
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from data.intake.readers.limits import Limits
from data.intake.readers.refusal import NotASpreadsheet
from data.intake.readers.xlsx_parts import XlsxParts

ROWS_PER_BLOCK = 20_000
_SHEETS_OF_CELLS = (SheetTypeEnum.WorkSheet, SheetTypeEnum.MacroSheet)


def sheets(content: bytes, format_: str, limits: Limits) -> Iterator[tuple[str, Any]]:
    """("sheet", its facts) and then ("rows", columns) for each block of its rows. Raises NotASpreadsheet."""
    parts = XlsxParts(content) if format_ == "xlsx" else None
    if parts:
        parts.refuse_far_cells(limits)
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as workbook:
            yield from _sheets(workbook, parts, limits)
    except PasswordError as error:
        raise NotASpreadsheet("encrypted") from error
    except CalamineError as error:
        raise NotASpreadsheet("encrypted" if "password" in str(error).lower() else "damaged") from error


def _sheets(workbook: CalamineWorkbook, parts: XlsxParts | None, limits: Limits) -> Iterator[tuple[str, Any]]:
    if len(workbook.sheet_names) > limits.sheets:
        raise NotASpreadsheet("too_many_sheets", count=len(workbook.sheet_names), most=limits.sheets)
    rows_before = 0
    for metadata in workbook.sheets_metadata:
        if metadata.typ not in _SHEETS_OF_CELLS:
            continue
        sheet = workbook.get_sheet_by_name(metadata.name)
        height, width = (sheet.end[0] + 1, sheet.end[1] + 1) if sheet.end else (0, 0)
        refuse_too_large(metadata.name, rows_before + height, width, height * width, limits)
        rows_before += height
        yield (
            "sheet",
            {
                "name": metadata.name,
                "rows": height,
                "hidden": metadata.visible != SheetVisibleEnum.Visible,
                "merged": [[*first, *last] for first, last in sheet.merged_cell_ranges or ()],
                "hidden_columns": parts.hidden_columns(metadata.name, width) if parts else [],
            },
        )
        yield from _blocks(sheet, height, width)
        del sheet


def _blocks(sheet: Any, height: int, width: int) -> Iterator[tuple[str, Any]]:
    """Blocks of rows as columns. calamine's rows begin at row 1, but at the first filled column."""
    if not height:
        return
    rows = iter(sheet.iter_rows())
    while block := list(islice(rows, ROWS_PER_BLOCK)):
        columns = list(zip(*block, strict=True))
        yield "rows", [[None] * len(block) for _ in range(width - len(columns))] + columns


def refuse_too_large(sheet: str, rows: int, columns: int, cells: int, limits: Limits) -> None:
    for reason, size, most in (
        ("too_many_columns", columns, limits.columns),
        ("too_many_rows", rows, limits.rows),
        ("too_many_cells", cells, limits.cells),
    ):
        if size > most:
            raise NotASpreadsheet(reason, sheet=sheet, count=size, most=most)
