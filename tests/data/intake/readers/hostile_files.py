"""Workbooks made for harm, or by programs that leave things out: built of the honest ones."""

import io
import re
import zipfile

import xlsxwriter
import xlwt

from tests.data.intake.readers import files

ROWS = [
    ["Date", "Place", "Killed", "Injured"],
    ["2021-03-05", "A", 1, 2],
    ["2021-04-05", "B", 0, 3],
    ["2021-05-06", "C", 2, 1],
]
LAUGHS = (
    b'<!DOCTYPE z [<!ENTITY z0 "ha">'
    + b"".join(b'<!ENTITY z%d "%s">' % (n, b"&z%d;" % (n - 1) * 10) for n in range(1, 10))
    + b"]>"
)


def part(content: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name)


def with_entity(content: bytes, path: str, doctype: bytes, entity: bytes) -> bytes:
    """The place "A" of ROWS becomes an entity that the part declares."""
    xml = part(content, path)
    assert b">A<" in xml
    start = re.match(rb"<\?xml[^>]*\?>\s*", xml)
    end = start.end() if start else 0
    return files.rezipped(content, {path: xml[:end] + doctype + xml[end:].replace(b">A<", b">" + entity + b"<")})


def formatted_rows(count: int) -> bytes:
    """ROWS, then rows that are formatted and hold nothing."""
    content = files.xlsx(ROWS)
    cells = "".join(f'<row r="{r}"><c r="A{r}" s="0"/><c r="D{r}" s="0"/></row>' for r in range(5, 5 + count))
    return files.with_sheet_xml(
        content, files.sheet_xml(content).replace(b"</sheetData>", cells.encode() + b"</sheetData>")
    )


def with_dimension(dimension: bytes) -> bytes:
    content = files.xlsx(ROWS)
    xml = re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="' + dimension + b'"', files.sheet_xml(content))
    assert dimension in xml
    return files.with_sheet_xml(content, xml)


def with_cell_at(row: int, column: int) -> bytes:
    return files.xlsx(ROWS, change=lambda workbook: workbook.active.cell(row, column, "x"))


def ods_of_a_whole_sheet() -> bytes:
    """ROWS, then the empty rows to the last that a spreadsheet program writes, in two repeated rows."""
    content = files.ods(ROWS)
    empty = (
        b'<table:table-row table:number-rows-repeated="1048570"><table:table-cell '
        b'table:number-columns-repeated="16384"/></table:table-row>'
    )
    xml = part(content, "content.xml")
    return files.rezipped(content, {"content.xml": xml.replace(b"</table:table>", empty + b"</table:table>")})


def lying_zip() -> bytes:
    """The sheet unpacks to 40 MB, and the archive says that it is 1,000 bytes."""
    content = files.xlsx(ROWS)
    xml = files.sheet_xml(content).replace(b"<sheetData>", b" " * (40 << 20) + b"<sheetData>")
    content = files.with_sheet_xml(content, xml)
    return content.replace(len(xml).to_bytes(4, "little"), (1000).to_bytes(4, "little"))


def xlsx_hidden() -> bytes:
    def hide(workbook: object) -> None:
        workbook.active.column_dimensions["B"].hidden = True  # type: ignore[attr-defined]
        workbook.create_sheet("Codes").append(["a note"])  # type: ignore[attr-defined]
        workbook["Codes"].sheet_state = "hidden"  # type: ignore[index]

    return files.xlsx(ROWS, change=hide)


def xls_hidden() -> bytes:
    workbook = xlwt.Workbook()
    sheet, codes = workbook.add_sheet("Sheet"), workbook.add_sheet("Codes")
    for i, row in enumerate(ROWS):
        for j, cell in enumerate(row):
            sheet.write(i, j, cell)
    sheet.col(1).hidden = True
    codes.write(0, 0, "a note")
    codes.visibility = 1
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def ods_hidden() -> bytes:
    content = files.ods(ROWS)
    xml = part(content, "content.xml")
    columns = b'<table:table-column/><table:table-column table:visibility="collapse"/>'
    codes = (
        b'<table:table table:name="Codes" table:style-name="gone"><table:table-row><table:table-cell '
        b'office:value-type="string"><text:p>a note</text:p></table:table-cell></table:table-row></table:table>'
    )
    style = (
        b'<office:automatic-styles><style:style style:name="gone" style:family="table">'
        b'<style:table-properties table:display="false"/></style:style>'
    )
    xml = xml.replace(b"<table:table-row", columns + b"<table:table-row", 1)
    xml = xml.replace(b"</office:spreadsheet>", codes + b"</office:spreadsheet>")
    xml = xml.replace(b"<office:automatic-styles/>", style + b"</office:automatic-styles>")
    return files.rezipped(content, {"content.xml": xml.replace(b"<office:automatic-styles>", style, 1)})


def of_xlsxwriter(*formulas: str) -> bytes:
    """ROWS with formulas below them in column C, each with 0 for its value, as XlsxWriter writes them."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as workbook:
        sheet = workbook.add_worksheet("Sheet")
        for number, row in enumerate([*ROWS, *(["2021-06-07", "D", formula, 1] for formula in formulas)]):
            sheet.write_row(number, 0, row)
    return stream.getvalue()


def ods_formula() -> bytes:
    """The killed of the last row are a formula without a value."""
    content = files.ods(ROWS)
    xml = part(content, "content.xml")
    last = xml.rfind(b'office:value="2"')
    start, end = xml.rfind(b"<table:table-cell", 0, last), xml.find(b"</table:table-cell>", last)
    return files.rezipped(
        content, {"content.xml": xml[:start] + b'<table:table-cell table:formula="of:=1+1">' + xml[end:]}
    )
