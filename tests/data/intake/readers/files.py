"""Spreadsheet files made for the tests of the readers: honest ones, odd ones, hostile ones."""

import io
import zipfile
from collections.abc import Sequence
from typing import Any

import openpyxl
import xlwt

_SHEET = "xl/worksheets/sheet1.xml"


def xlsx(*sheets: Sequence[Sequence[Any]], change: Any = None) -> bytes:
    """A workbook with one sheet per argument (Sheet, Sheet1, ...). `change` is called with it before it is saved."""
    workbook = openpyxl.Workbook()
    for number, rows in enumerate(sheets or ([],)):
        sheet = workbook.create_sheet() if number else workbook.active
        for row in rows:
            sheet.append(row)
    if change:
        change(workbook)
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def xls(rows: Sequence[Sequence[Any]], formats: dict[type, str] | None = None) -> bytes:
    workbook = xlwt.Workbook()
    sheet = workbook.add_sheet("Sheet")
    for i, row in enumerate(rows):
        for j, cell in enumerate(row):
            if cell is not None:
                style = (formats or {}).get(type(cell))
                sheet.write(i, j, cell, xlwt.easyxf(num_format_str=style) if style else xlwt.Style.default_style)
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def ods(rows: Sequence[Sequence[Any]]) -> bytes:
    import pandas

    stream = io.BytesIO()
    frame = pandas.DataFrame([list(row) for row in rows], dtype=object)
    frame.to_excel(stream, engine="odf", header=False, index=False, sheet_name="Sheet")
    return stream.getvalue()


def rezipped(content: bytes, changes: dict[str, bytes | None]) -> bytes:
    """The archive with parts replaced, added, or (None) left out."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in changes:
                new.writestr(name, old.read(name))
        for name, part in changes.items():
            if part is not None:
                new.writestr(name, part)
    return stream.getvalue()


def archive(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name, part in parts.items():
            new.writestr(name, part)
    return stream.getvalue()


def sheet_xml(content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as old:
        return old.read(_SHEET)


def with_sheet_xml(content: bytes, xml: bytes) -> bytes:
    return rezipped(content, {_SHEET: xml})


def with_far_cell(padding: int = 0, filled: bool = True) -> bytes:
    """5 kB with a cell at XFD1048576; its <dimension> lies. `padding` makes the sheet larger without any cell."""
    content = xlsx([["Date", "Killed"], ["2021-01-01", 1]])
    cell = b"<v>1</v></c>" if filled else b"</c>"
    far = b'<row r="1048576"><c r="XFD1048576">' + cell + b"</row></sheetData>"
    if not filled:
        far = b'<row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>'
    xml = sheet_xml(content).replace(b"</sheetData>", far)
    return with_sheet_xml(content, xml.replace(b"<sheetData>", b" " * padding + b"<sheetData>"))


def encrypted_workbook() -> bytes:
    """The container of an encrypted .xlsx [MS-OFFCRYPTO 2.3.4]: two streams, no workbook."""
    names = b"".join(name.encode("utf-16-le").ljust(64, b"\x00") for name in ("EncryptionInfo", "EncryptedPackage"))
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504 + names + b"\x17" * 4096


def encrypted_xls() -> bytes:
    """An .xls whose workbook stream holds a FILEPASS record (0x2F), as a password writes it [MS-XLS 2.4.117]."""
    content = xls([["Date", "Killed"], ["2021-01-01", 1]])
    start = content.index(b"\x09\x08\x10\x00\x00\x06\x05\x00")  # BOF of the workbook globals
    # The record after BOF (4 + 16 bytes) becomes FILEPASS; the lengths that follow no longer matter.
    place = start + 20
    return content[:place] + b"\x2f\x00" + content[place + 2 :]


def ods_repeating(rows: int, columns: int) -> bytes:
    """One cell that says it stands there rows x columns times."""
    names = b" ".join(
        b'xmlns:%s="urn:oasis:names:tc:opendocument:xmlns:%s:1.0"' % (name, name)
        for name in (b"office", b"table", b"text")
    )
    cell = (
        b'<table:table-row table:number-rows-repeated="%d"><table:table-cell table:number-columns-repeated="%d" '
        b'office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>'
    ) % (rows, columns)
    start = b"<office:document-content %s><office:body><office:spreadsheet><table:table table:name='S'>" % names
    end = b"</table:table></office:spreadsheet></office:body></office:document-content>"
    return rezipped(ods([["a"]]), {"content.xml": start + cell + end})
