"""Real files out of sheets of cells: xlsx, xls, ods, and delimited text in any encoding."""

import csv
import io
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import openpyxl
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import P
from openpyxl.styles import Font
from openpyxl.utils import range_boundaries

from tests.data.intake.gallery.exhibit import Exhibit, Sheet
from tests.data.intake.readers import files


def content(exhibit: Exhibit) -> bytes:
    """The bytes of an exhibit as it is shown."""
    if exhibit.made_by:
        return bytes(getattr(files, exhibit.made_by)())
    if exhibit.content is not None:
        return exhibit.content.encode(exhibit.encoding)
    return saved(exhibit.sheets, exhibit.format, exhibit.encoding, exhibit.delimiter, exhibit.days_from_1904)


def saved(
    sheets: Sequence[Sheet],
    format_: str,
    encoding: str = "utf-8",
    delimiter: str = ",",
    days_from_1904: bool = False,
) -> bytes:
    """The sheets in a format. Text holds the first sheet only. Raises UnicodeEncodeError where letters do not fit."""
    if format_ == "csv":
        return _csv(sheets[0], delimiter).encode(encoding)
    if format_ == "xlsx":
        return _xlsx(sheets, days_from_1904)
    return {"xls": _xls, "ods": _ods}[format_](sheets)


def _csv(sheet: Sheet, delimiter: str) -> str:
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=delimiter)
    writer.writerows([["" if cell is None else cell for cell in row] for row in sheet.rows])
    writer.writerows([[""] * sheet.width] * sheet.blank_rows)
    return stream.getvalue()


def _xlsx(sheets: Sequence[Sheet], days_from_1904: bool) -> bytes:
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.worksheets[0])
    if days_from_1904:
        workbook.epoch = datetime(1904, 1, 1)
    for sheet in sheets:
        page = workbook.create_sheet(sheet.name)
        for row in sheet.rows:
            page.append(row)
        for number in range(len(sheet.rows) + 1, len(sheet.rows) + sheet.blank_rows + 1):
            page.cell(number, 1).font = Font(bold=True)
        for merged in sheet.merged:
            page.merge_cells(merged)
        for letter in sheet.hidden_columns:
            page.column_dimensions[letter].hidden = True
        page.sheet_state = "hidden" if sheet.hidden else "visible"
        page.sheet_view.rightToLeft = sheet.right_to_left
    workbook.active = next(number for number, sheet in enumerate(sheets) if not sheet.hidden)
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def _xls(sheets: Sequence[Sheet]) -> bytes:
    workbook = xlwt.Workbook(encoding="utf-8")
    day = xlwt.easyxf(num_format_str="yyyy-mm-dd")
    for sheet in sheets:
        page = workbook.add_sheet(sheet.name)
        page.visibility, page.cols_right_to_left = int(sheet.hidden), sheet.right_to_left
        for i, row in enumerate(sheet.rows):
            for j, cell in enumerate(row):
                if cell is not None:
                    page.write(i, j, cell, day if isinstance(cell, date) else xlwt.Style.default_style)
        for left, top, right, bottom in map(range_boundaries, sheet.merged):
            page.merge(top - 1, bottom - 1, left - 1, right - 1)
    workbook.set_active_sheet(next(number for number, sheet in enumerate(sheets) if not sheet.hidden))
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def _ods(sheets: Sequence[Sheet]) -> bytes:
    workbook = OpenDocumentSpreadsheet()
    for sheet in sheets:
        table = Table(name=sheet.name)
        spans = {(top - 1, left - 1): (bottom - top + 1, right - left + 1)
                 for left, top, right, bottom in map(range_boundaries, sheet.merged)}  # fmt: skip
        covered = {(top + i, left + j) for (top, left), (rows, columns) in spans.items()
                   for i in range(rows) for j in range(columns)} - spans.keys()  # fmt: skip
        for i, row in enumerate(sheet.rows):
            line = TableRow()
            for j, cell in enumerate(row):
                place = CoveredTableCell() if (i, j) in covered else _ods_cell(cell, spans.get((i, j)))
                line.addElement(place)
            table.addElement(line)
        workbook.spreadsheet.addElement(table)
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def _ods_cell(cell: Any, span: tuple[int, int] | None) -> TableCell:
    said: dict[str, Any] = {}
    if span:
        said = {"numberrowsspanned": span[0], "numbercolumnsspanned": span[1]}
    if isinstance(cell, date):
        said |= {"valuetype": "date", "datevalue": cell.isoformat()}
    elif isinstance(cell, int | float):
        said |= {"valuetype": "float", "value": cell}
    elif cell is not None:
        said |= {"valuetype": "string"}
    made = TableCell(**said)
    if cell is not None:
        made.addElement(P(text=str(cell)))
    return made
