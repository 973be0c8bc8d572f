"""What a workbook holds beside its values: hidden parts, formulas that were never computed, macros, links."""

import re

import pytest

from data.intake.readers import Sheet, read
from data.intake.readers.xls_parts import XlsParts
from tests.data.intake.readers import files, hostile_files
from tests.data.intake.readers.hostile_files import ROWS

HIDDEN = {
    "xlsx": hostile_files.xlsx_hidden(),
    "xls": hostile_files.xls_hidden(),
    "ods": hostile_files.ods_hidden(),
}


@pytest.mark.parametrize("format_", HIDDEN)
def test_hidden_sheets_and_columns_of_every_format(format_: str) -> None:
    workbook = read(HIDDEN[format_], "")
    assert (workbook.format, [sheet.name for sheet in workbook.sheets]) == (format_, ["Sheet", "Codes"])
    assert [sheet.hidden for sheet in workbook.sheets] == [False, True]
    assert [sheet.hidden_columns for sheet in workbook.sheets] == [(1,), ()]
    assert workbook.sheets[0].rows == ROWS


def only_sheet(content: bytes) -> Sheet:
    (sheet,) = read(content, "").sheets
    return sheet


def test_formulas_without_a_value_are_told_by_column() -> None:
    sheet = only_sheet(files.xlsx([["a", "b", "c"], [1, "=1+1", "=A2"], [1, "=1+1", 7]]))
    assert sheet.rows[1:] == [[1, None, None], [1, None, 7]]
    assert sheet.uncomputed == ((1, 1, 2), (1, 2, 1))


def test_a_formula_with_a_value_is_its_value() -> None:
    content = files.xlsx([["a", "b"], ["=1+1", '=IF(1,"","x")']])
    xml = files.sheet_xml(content)
    # openpyxl writes an empty element in its own way: with lxml at hand and without.
    empty = re.compile(rb"<v ?/>|<v></v>")
    assert len(empty.findall(xml)) == 2
    xml = empty.sub(b"<v>2</v>", xml, count=1).replace(b'<c r="B2">', b'<c r="B2" t="str">')
    sheet = only_sheet(files.with_sheet_xml(content, xml))
    assert (sheet.rows[1], sheet.uncomputed) == ([2, None], ())


def test_zeros_that_only_stand_for_formulas_are_no_zeros() -> None:
    sheet = only_sheet(hostile_files.of_xlsxwriter("=SUM(C2:C4)", "=C2"))
    assert [row[2] for row in sheet.rows] == ["Killed", 1, 0, 2, None, None]
    assert sheet.uncomputed == ((4, 2, 2),)


def test_a_nought_beside_an_answer_is_an_answer() -> None:
    content = hostile_files.of_xlsxwriter("=SUM(C2:C4)", "=C3")
    xml = files.sheet_xml(content)
    sheet = only_sheet(files.with_sheet_xml(content, xml.replace(b"</f><v>0</v>", b"</f><v>3</v>", 1)))
    assert [row[2] for row in sheet.rows[4:]] == [3, 0]
    assert sheet.uncomputed == ()


def test_formulas_over_more_than_one_chunk_and_with_a_namespace() -> None:
    content = files.xlsx([["a" * 20_000, f"=ROW({number})"] for number in range(150)])
    xml = files.sheet_xml(content)
    assert len(xml) > 2 << 20
    assert only_sheet(content).uncomputed == ((0, 1, 150),)
    for tag in (b"c", b"v", b"f", b"row", b"sheetData", b"worksheet", b"is", b"t"):
        for end in (b" ", b">", b"/"):
            xml = xml.replace(b"<" + tag + end, b"<x:" + tag + end)
        xml = xml.replace(b"</" + tag + b">", b"</x:" + tag + b">")
    xml = xml.replace(b"<x:worksheet xmlns=", b'<x:worksheet xmlns:x="urn:x" xmlns=', 1)
    xml = xml.replace(b"urn:x", b"http://schemas.openxmlformats.org/spreadsheetml/2006/main")
    assert only_sheet(files.with_sheet_xml(content, xml)).uncomputed == ((0, 1, 150),)


def test_a_formula_of_an_open_document() -> None:
    sheet = only_sheet(hostile_files.ods_formula())
    assert (sheet.rows[3][2], sheet.uncomputed) == (None, ((3, 2, 1),))


def test_macros_are_seen_and_nothing_else_changes() -> None:
    plain = files.xlsx(ROWS)
    assert not read(plain, "").holds_macros
    for content in (
        files.rezipped(plain, {"xl/vbaProject.bin": b"\xd0\xcf"}),
        files.rezipped(files.ods(ROWS), {"Basic/Standard/Module1.xml": b"<x/>"}),
    ):
        workbook = read(content, "figures.xlsm")
        assert workbook.holds_macros
        assert workbook.sheets[0].rows == ROWS


def test_links_to_other_files_are_counted() -> None:
    links = {f"xl/externalLinks/externalLink{number}.xml": b"<externalLink/>" for number in (1, 2)}
    rels = {"xl/externalLinks/_rels/externalLink1.xml.rels": b"<Relationships/>"}
    assert read(files.rezipped(files.xlsx(ROWS), links | rels), "").links == 2
    assert read(files.xlsx(ROWS), "").links == 0


@pytest.mark.parametrize("place", [30, 44, 48, 56, 68, 76, 80])
def test_a_broken_container_is_no_accident(place: int) -> None:
    content = bytearray(HIDDEN["xls"])
    content[place : place + 4] = b"\xf7\xff\xff\xfe"
    parts = XlsParts(bytes(content))
    assert parts.hidden_columns("Sheet", 4) in ([], [1])
    assert not parts.holds_macros
