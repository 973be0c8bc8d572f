"""The generated rows as files of each format that the importer reads; only for .xls does memory grow with the rows."""

import csv
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from pathlib import Path
from xml.sax.saxutils import escape

import xlsxwriter
import xlwt

from benchmarks.generate import HEADINGS, rows

# An .xls sheet ends at row 65,536; the headings stand at the top of each.
ROWS_OF_AN_XLS_SHEET = 65_535
_NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns"
_ODS = "application/vnd.oasis.opendocument.spreadsheet"
_ODS_HEAD = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="{_NAMESPACE}:office:1.0" xmlns:table="{_NAMESPACE}:table:1.0"
 xmlns:text="{_NAMESPACE}:text:1.0" office:version="1.2"><office:body><office:spreadsheet>
<table:table table:name="Accidents">"""
_ODS_END = "</table:table></office:spreadsheet></office:body></office:document-content>"
_ODS_MANIFEST = f"""<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="{_NAMESPACE}:manifest:1.0" manifest:version="1.2">
<manifest:file-entry manifest:full-path="/" manifest:media-type="{_ODS}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>"""


def write(path: Path, count: int) -> None:
    """`count` rows under a row of headings, in the format that the name's ending says."""
    {".xlsx": _xlsx, ".csv": _csv, ".ods": _ods, ".xls": _xls}[path.suffix](path, rows(count))


def _xlsx(path: Path, records: Iterable[Sequence]) -> None:
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True, "strings_to_urls": False})
    sheet = book.add_worksheet("Accidents")
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    sheet.write_row(0, 0, HEADINGS)
    for number, (when, *cells) in enumerate(records, start=1):
        sheet.write_datetime(number, 0, when, day)
        sheet.write_row(number, 1, ["" if cell is None else cell for cell in cells])
    book.close()


def _csv(path: Path, records: Iterable[Sequence]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file)
        lines.writerow(HEADINGS)
        lines.writerows(records)


def _xls(path: Path, records: Iterable[Sequence]) -> None:
    book = xlwt.Workbook()
    day = xlwt.easyxf(num_format_str="yyyy-mm-dd")
    left, place = iter(records), 0
    while part := list(islice(left, ROWS_OF_AN_XLS_SHEET)):
        place += 1
        sheet = book.add_sheet(f"Accidents {place}")
        for column, heading in enumerate(HEADINGS):
            sheet.write(0, column, heading)
        for number, (when, *cells) in enumerate(part, start=1):
            sheet.write(number, 0, when, day)
            for column, cell in enumerate(cells, start=1):
                if cell not in (None, ""):
                    sheet.write(number, column, cell)
            if number % 1000 == 0:
                sheet.flush_row_data()
    book.save(str(path))


def _ods(path: Path, records: Iterable[Sequence]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", _ODS, zipfile.ZIP_STORED)
        archive.writestr("META-INF/manifest.xml", _ODS_MANIFEST)
        with archive.open("content.xml", "w", force_zip64=True) as content:
            for part in _ods_parts(records):
                content.write(part.encode())


def _ods_parts(records: Iterable[Sequence]) -> Iterator[str]:
    yield _ODS_HEAD
    yield _ods_row(HEADINGS)
    for row in records:
        yield _ods_row(row)
    yield _ODS_END


def _ods_row(cells: Sequence) -> str:
    return f"<table:table-row>{''.join(map(_ods_cell, cells))}</table:table-row>\n"


def _ods_cell(cell: object) -> str:
    match cell:
        case None | "":
            return "<table:table-cell/>"
        case int() | float():
            return f'<table:table-cell office:value-type="float" office:value="{cell}"/>'
        case date():
            return f'<table:table-cell office:value-type="date" office:date-value="{cell.isoformat()}"/>'
        case _:
            text = escape(str(cell))
            return f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
