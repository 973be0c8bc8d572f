"""Drawing marks with openpyxl: colours and comments in cells, rows set aside in grey, and a sheet with the list."""

from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import column_index_from_string, get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink

AUTHOR = "Minetall"
COLOURS = {"error": "F0A868", "warning": "FBE3A6", "note": "D8E4F0", "mended": "CFE8CF", "aside": "D0D0D0"}
FILLS = {key: PatternFill("solid", fgColor=colour) for key, colour in COLOURS.items()}
_GREY = "6B6B6B"
_WRAPPED = Alignment(wrap_text=True, vertical="top")
_WIDTHS = (14, 24, 26, 26, 90)
_MOST_COLUMNS = 200  # of a row that is greyed
_LONGEST_TITLE = 31


def on_original(content: bytes, marks: dict[str, Any]) -> bytes:
    """The workbook itself, as far as openpyxl keeps it: cells, formats, formulas; no macros."""
    book = load_workbook(BytesIO(content), rich_text=True)
    sheets = {sheet.title: sheet for sheet in book.worksheets}
    _mark(sheets, marks)
    return _saved(book, marks, sheets)


def on_cells(parts: Iterable[tuple[str, Any]], marks: dict[str, Any]) -> bytes:
    """A new workbook with the cells as the reader gives them: ("sheet", facts), ("rows", columns) and more."""
    book = Workbook()
    book.remove(book.active)
    sheets: dict[str, Any] = {}
    sheet: Any = None
    first = 1
    for kind, value in parts:
        if kind == "sheet":
            sheet, first = book.create_sheet(_title(value["name"], book)), 1
            sheets[value["name"]] = sheet
        elif kind == "rows" and value:
            for column, cells in enumerate(value, start=1):
                for row, cell in enumerate(cells, start=first):
                    if cell is not None and cell == cell:
                        _put(sheet, row, column, cell)
            first += len(value[0])
    _mark(sheets, marks)
    marks["texts"]["remarks"] = [marks["texts"]["cells_only"], *marks["texts"]["remarks"][1:]]
    return _saved(book, marks, sheets)


def listed(marks: dict[str, Any]) -> bytes:
    """The list alone."""
    book = Workbook()
    book.remove(book.active)
    return _saved(book, marks, {})


def _put(sheet: Any, row: int, column: int, value: Any) -> None:
    """A value that was read, as the type it was; a text never becomes a formula."""
    if not isinstance(value, str):
        sheet.cell(row, column).value = value
        return
    cell = sheet.cell(row, column)
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)
    if cell.data_type != "s":
        cell.data_type = "s"
        cell.quotePrefix = True


def _mark(sheets: Mapping[str, Any], marks: dict[str, Any]) -> None:
    """`sheets` by the names that the findings know them by."""
    for name, row, column, fill, comment in marks["cells"]:
        if name in sheets:
            _mark_cell(sheets[name], row, column, fill, comment)
    for name, row, comment in marks["rows_aside"]:
        if name in sheets:
            _set_aside(sheets[name], row, comment)


def _set_aside(sheet: Any, row: int, comment: str) -> None:
    for column in range(1, min(sheet.max_column, _MOST_COLUMNS) + 1):
        cell = sheet.cell(row, column)
        if not isinstance(cell, MergedCell):
            cell.fill = FILLS["aside"]
            cell.font = _with_colour(cell.font)
    _comment(_cell(sheet, row, ""), comment)


def _with_colour(font: Any) -> Font:
    return Font(name=font.name, size=font.size, bold=font.bold, italic=font.italic, strike=True, color=_GREY)


def _mark_cell(sheet: Any, row: int, column: str, fill: str, comment: str) -> None:
    cell = _cell(sheet, row, column)
    cell.fill = FILLS[fill]
    _comment(cell, comment)


def _cell(sheet: Any, row: int, column: str) -> Any:
    """The cell; of a finding about a row its first filled one; of a merged range the one that shows."""
    number = column_index_from_string(column) if column else _first_filled(sheet, row)
    cell = sheet.cell(row, number)
    if isinstance(cell, MergedCell):
        area = next(area for area in sheet.merged_cells.ranges if cell.coordinate in area)
        cell = sheet.cell(area.min_row, area.min_col)
    return cell


def _first_filled(sheet: Any, row: int) -> int:
    columns = range(1, min(sheet.max_column, _MOST_COLUMNS) + 1)
    return next((column for column in columns if sheet.cell(row, column).value is not None), 1)


def _comment(cell: Any, text: str) -> None:
    """Below what a person wrote there."""
    if not text:
        return
    text = ILLEGAL_CHARACTERS_RE.sub("", text)
    before = cell.comment.text.rstrip() + "\n\n" if cell.comment else ""
    comment = Comment(before + text, cell.comment.author if cell.comment else AUTHOR)
    comment.width, comment.height = 320, 40 + 18 * (len(before + text) // 42 + 1)
    cell.comment = comment


def _saved(book: Any, marks: dict[str, Any], sheets: Mapping[str, Any]) -> bytes:
    _list_sheet(book, marks, sheets)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _list_sheet(book: Any, marks: dict[str, Any], sheets: Mapping[str, Any]) -> None:
    """The last sheet, and the one that is shown first: what the colours mean, and every finding with a way to it."""
    texts = marks["texts"]
    sheet = book.create_sheet(_title(texts["sheet"], book))
    for other in book.worksheets:
        other.sheet_view.tabSelected = other is sheet
    book.active = sheet
    for column, width in enumerate(_WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    row = _head(sheet, texts)
    sheet.freeze_panes = sheet.cell(row + 1, 1)
    _headings(sheet, row, texts["headings"])
    for row, line in enumerate(marks["lines"], start=row + 1):  # noqa: B020
        _line(sheet, row, line, sheets)
    if not marks["lines"]:
        _put(sheet, row + 1, 1, texts["none"])


def _head(sheet: Any, texts: dict[str, Any]) -> int:
    """Title, remarks and legend; gives back the row of the headings."""
    _put(sheet, 1, 1, texts["title"])
    sheet.cell(1, 1).font = Font(bold=True, size=14)
    row = 2
    for remark in texts["remarks"]:
        _put(sheet, row, 1, remark)
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=len(_WIDTHS))
        sheet.cell(row, 1).alignment = _WRAPPED
        sheet.row_dimensions[row].height = 15 * (1 + len(remark) // 160)
        row += 1
    _put(sheet, row, 1, texts["legend_title"])
    sheet.cell(row, 1).font = Font(bold=True)
    for key, said in texts["legend"].items():
        row += 1
        sheet.cell(row, 1).fill = FILLS[key]
        _put(sheet, row, 2, said)
    return row + 2


def _headings(sheet: Any, row: int, headings: list[str]) -> None:
    for column, heading in enumerate(headings, start=1):
        _put(sheet, row, column, heading)
        cell = sheet.cell(row, column)
        cell.font, cell.fill = Font(bold=True, color="FFFFFF"), PatternFill("solid", fgColor="1F3A4D")


def _line(sheet: Any, row: int, line: list[Any], sheets: Mapping[str, Any]) -> None:
    severity, name, of_sheet, at, column, value, suggestion, said = line
    where = f"{column}{at or ''}" if column else str(at or "")
    for number, text in enumerate(
        (name, " · ".join(filter(None, (of_sheet, where))), value, suggestion, said), start=1
    ):
        _put(sheet, row, number, text)
        sheet.cell(row, number).alignment = _WRAPPED
    sheet.cell(row, 1).fill = FILLS[severity]
    if of_sheet in sheets and at:
        _link(sheet.cell(row, 2), sheets[of_sheet].title, f"{column or 'A'}{at}")


def _link(cell: Any, sheet: str, place: str) -> None:
    quoted = sheet.replace("'", "''")
    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{quoted}'!{place}")
    cell.font = Font(color="1F5C99", underline="single")


def _title(name: str, book: Any) -> str:
    """A name that a sheet may have and no other has."""
    plain = "".join(" " if letter in "[]:*?/\\" else letter for letter in ILLEGAL_CHARACTERS_RE.sub("", name)).strip(
        "' "
    )
    plain = plain[:_LONGEST_TITLE] or "1"
    taken = {title.casefold() for title in book.sheetnames}
    number, title = 1, plain
    while title.casefold() in taken:
        number += 1
        title = f"{plain[: _LONGEST_TITLE - len(str(number)) - 1]} {number}"
    return title
