"""Sheets of cells out of the workbook formats that calamine reads: xlsx, xlsb, xls, ods. Runs in the child process."""

import io
from collections.abc import Iterator
from itertools import islice
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from data.intake.readers.limits import Limits
from data.intake.readers.refusal import NotASpreadsheet
from data.intake.readers.too_large import refuse_too_large
from data.intake.readers.workbook_parts import Parts, parts_of
from data.intake.readers.xlsx_far import without_far_cells
from data.intake.readers.xlsx_parts import XlsxParts

ROWS_PER_BLOCK = 20_000
_SHEETS_OF_CELLS = (SheetTypeEnum.WorkSheet, SheetTypeEnum.MacroSheet)


def sheets(content: bytes, format_: str, limits: Limits) -> Iterator[tuple[str, Any]]:
    """("workbook", its facts), then per sheet ("sheet", its facts) and ("rows", columns) for each block of its rows.

    Raises NotASpreadsheet.
    """
    parts = parts_of(content, format_)
    yield "workbook", {"holds_macros": parts.holds_macros, "links": parts.links}
    far: dict[str, list[list[int]]] = {}
    if isinstance(parts, XlsxParts):
        content, far = without_far_cells(content, parts, limits)
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as workbook:
            yield from _sheets(workbook, parts, far, limits)
    except PasswordError as error:
        raise NotASpreadsheet("encrypted") from error
    except CalamineError as error:
        raise NotASpreadsheet("encrypted" if "password" in str(error).lower() else "damaged") from error


def _sheets(
    workbook: CalamineWorkbook, parts: Parts, far: dict[str, list[list[int]]], limits: Limits
) -> Iterator[tuple[str, Any]]:
    if len(workbook.sheet_names) > limits.sheets:
        raise NotASpreadsheet("too_many_sheets", count=len(workbook.sheet_names), most=limits.sheets)
    rows_before = 0
    for metadata in workbook.sheets_metadata:
        if metadata.typ not in _SHEETS_OF_CELLS:
            continue
        sheet = workbook.get_sheet_by_name(metadata.name)
        height, width = (sheet.end[0] + 1, sheet.end[1] + 1) if sheet.end else (0, 0)
        refuse_too_large(metadata.name, rows_before + height, width, limits, cells=height * width)
        rows_before += height
        uncomputed = parts.uncomputed(metadata.name)
        yield (
            "sheet",
            {
                "name": metadata.name,
                "rows": height,
                "hidden": metadata.visible != SheetVisibleEnum.Visible,
                "merged": [[*first, *last] for first, last in sheet.merged_cell_ranges or ()],
                "hidden_columns": parts.hidden_columns(metadata.name, width),
                "uncomputed": [[row, column, count] for column, (row, count) in uncomputed.columns.items()],
                "far_cells": far.get(metadata.name, []),
            },
        )
        yield from _blocks(sheet, height, width, uncomputed.as_zero)
        del sheet


def _blocks(sheet: Any, height: int, width: int, no_zeros: frozenset[tuple[int, int]]) -> Iterator[tuple[str, Any]]:
    """Blocks of rows as columns. calamine's rows begin at row 1, but at the first filled column."""
    if not height:
        return
    rows = iter(sheet.iter_rows())
    first = 0
    while block := list(islice(rows, ROWS_PER_BLOCK)):
        columns: list[Any] = list(zip(*block, strict=True))
        columns = [[None] * len(block) for _ in range(width - len(columns))] + columns
        yield "rows", _blanked(columns, first, no_zeros) if no_zeros else columns
        first += len(block)


def _blanked(columns: list[Any], first: int, no_zeros: frozenset[tuple[int, int]]) -> list[Any]:
    """The columns without the zeros that stand for formulas which were never computed."""
    touched = {column for _, column in no_zeros}
    return [
        [None if (first + at, number) in no_zeros else cell for at, cell in enumerate(column)]
        if number in touched
        else column
        for number, column in enumerate(columns)
    ]
