"""Every kind of file that is no spreadsheet is refused with a reason of its own, in both languages."""

import pytest

from data.intake.readers import Limits, NotASpreadsheet, read
from settings import SETTINGS
from tests.data.intake.readers import files
from texts.words import LANGUAGES, Words, messages

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504
WORKBOOK = files.xlsx([["Date", "Killed"], ["2021-01-01", 1]])

REFUSED = {
    "nothing": (b"", "empty"),
    "blank lines": (b"\r\n \n\t\n", "empty"),
    "a mark and nothing": (b"\xef\xbb\xbf", "empty"),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3\n1 0 obj", "pdf"),
    "png": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "picture"),
    "jpg": (b"\xff\xd8\xff\xe0\x00\x10JFIF", "picture"),
    "gif": (b"GIF89a\x01\x00\x01\x00\x80\x00\x00", "picture"),
    "webp": (b"RIFF\x24\x00\x00\x00WEBPVP8 ", "picture"),
    "rtf": (b"{\\rtf1\\ansi Killed}", "document"),
    "gzip": (b"\x1f\x8b\x08\x00abc", "archive"),
    "7z": (b"7z\xbc\xaf\x27\x1cabc", "archive"),
    "web page": (b"\r\n<HTML><body><table><tr><td>Killed</td></tr></table>", "web_page"),
    "web page with doctype": (b"\xef\xbb\xbf<!DOCTYPE html><html></html>", "web_page"),
    "bare table": (b"<table><tr><td>Killed</td></tr></table>", "web_page"),
    "xhtml": (b'<?xml version="1.0"?><html xmlns="x"></html>', "web_page"),
    "single file page": (b"MIME-Version: 1.0\nContent-Type: multipart/related;\n\n", "web_page"),
    "web page in utf-16": ("\ufeff<html><body>Killed".encode("utf-16-le"), "web_page"),
    "xml of 2003": (
        b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
        "spreadsheet_xml",
    ),
    "xml": (b'<?xml version="1.0"?><incidents/>', "xml"),
    "json": (b'[{"killed": 1}]', "json"),
    "program": (b"\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00killed" + bytes(range(32)) * 9, "binary"),
    "csv with a zero byte": (b"Date;Killed\n2021-01-01;1\x00\n" * 30, "binary"),
    "csv with one late zero byte": (b"Date;Killed\n" * 3000 + b"\x00", "binary"),
    "encrypted xlsx": (files.encrypted_workbook(), "encrypted"),
    "encrypted xls": (files.encrypted_xls(), "encrypted"),
    "encrypted ods": (
        files.archive({
            "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": b"<manifest:encryption-data/>",
            "content.xml": b"\x13",
        }),
        "encrypted",
    ),
    "word": (files.archive({"word/document.xml": b"<w/>"}), "document"),
    "old word": (_OLE + "WordDocument".encode("utf-16-le"), "document"),
    "old mail": (_OLE + "Root Entry".encode("utf-16-le"), "binary"),
    "open document text": (files.archive({"mimetype": b"application/vnd.oasis.opendocument.text"}), "document"),
    "numbers": (files.archive({"Index/Document.iwa": b"x"}), "numbers"),
    "zip": (files.archive({"killed.csv": b"a,b"}), "archive"),
    "empty zip": (files.archive({}), "archive"),
    "truncated xlsx": (WORKBOOK[: len(WORKBOOK) // 2], "damaged"),
    "xlsx of two letters": (WORKBOOK[:4], "damaged"),
    "xlsx without its sheet": (files.rezipped(WORKBOOK, {"xl/worksheets/sheet1.xml": None}), "damaged"),
    "xlsx whose workbook is no xml": (files.rezipped(WORKBOOK, {"xl/workbook.xml": b"<workbook"}), "damaged"),
    "truncated xls": (files.xls([["Date", "Killed"]] * 900)[:3000], "damaged"),
}  # fmt: skip


@pytest.mark.parametrize(("content", "reason"), REFUSED.values(), ids=REFUSED)
def test_refused(content: bytes, reason: str) -> None:
    with pytest.raises(NotASpreadsheet) as caught:
        read(content, "figures.xlsx")
    assert caught.value.reason == reason
    for language in LANGUAGES:
        assert Words(language).say(caught.value.message, **caught.value.params)


def test_a_part_that_cannot_be_inflated_is_damage() -> None:
    content = bytearray(files.archive({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet" * 2}))
    place = content.index(b"mimetype") + len(b"mimetype")
    content[place : place + 12] = b"\xff" * 12
    with pytest.raises(NotASpreadsheet) as caught:
        read(bytes(content), "figures.ods")
    assert caught.value.reason == "damaged"


LIMITED = {
    "bytes": (WORKBOOK, Limits(bytes=100), "too_many_bytes"),
    "parts": (WORKBOOK, Limits(zip_entries=3), "too_many_parts"),
    "unpacked": (WORKBOOK, Limits(unpacked_bytes=1000), "too_large_unpacked"),
    "sheets": (files.xlsx([["a"]], [["b"]], [["c"]]), Limits(sheets=2), "too_many_sheets"),
    "rows": (files.xlsx([["a", "b"]] * 20), Limits(rows=19), "too_many_rows"),
    "columns": (files.xlsx([["a"] * 20] * 3), Limits(columns=19), "too_many_columns"),
    "cells": (files.xlsx([["a"] * 10] * 10), Limits(cells=99), "too_many_cells"),
    "rows over all sheets": (files.xlsx([["a"]] * 10, [["b"]] * 10), Limits(rows=19), "too_many_rows"),
    "columns of xls": (files.xls([["a"] * 20]), Limits(columns=19), "too_many_columns"),
    "cells of xls": (files.xls([["a"] * 10] * 10), Limits(cells=99), "too_many_cells"),
    "rows of csv": (b"a,b\n" * 20, Limits(rows=19), "too_many_rows"),
    "columns of csv": (b"a,b,c\n", Limits(columns=2), "too_many_columns"),
    "cells of csv": (b"a,b,c\n" * 4, Limits(cells=11), "too_many_cells"),
}


# Reason -> the setting that a person can change.
SETTING = {
    "too_many_bytes": "max_file_mb", "too_large_unpacked": "max_unpacked_mb", "too_many_parts": "max_parts",
    "too_many_sheets": "max_sheets", "too_many_rows": "max_rows", "too_many_columns": "max_columns",
    "too_many_cells": "max_cells", "timeout": "read_seconds", "out_of_memory": "read_memory_mb",
}  # fmt: skip


@pytest.mark.parametrize(("content", "limits", "reason"), LIMITED.values(), ids=LIMITED)
def test_over_a_limit(content: bytes, limits: Limits, reason: str) -> None:
    with pytest.raises(NotASpreadsheet) as caught:
        read(content, "figures.xlsx", limits)
    assert caught.value.reason == reason
    for language in LANGUAGES:
        said = Words(language).say(caught.value.message, **caught.value.params)
        assert variable(reason) in said
        assert Words(language).number(caught.value.params["most"]) in said


def variable(reason: str) -> str:
    (found,) = [setting.variable for setting in SETTINGS if setting.key == SETTING[reason]]
    return found


@pytest.mark.parametrize("reason", SETTING)
def test_a_limit_is_named_with_its_setting_and_what_to_do(reason: str) -> None:
    for language in LANGUAGES:
        sentence = str(messages(language)[f"refused.{reason}"])
        assert f"({variable(reason)})" in sentence
        assert "{most}" in sentence
        assert not sentence.endswith(f"({variable(reason)}).")


def test_every_setting_of_the_reading_can_be_met() -> None:
    reading = {setting.key for setting in SETTINGS if setting.key.startswith(("max_", "read_"))}
    assert reading == set(SETTING.values())


def test_exactly_at_the_limits_is_read() -> None:
    limits = Limits(rows=20, columns=2, cells=40, sheets=1)
    assert len(read(files.xlsx([["a", "b"]] * 20), "", limits).sheets[0].rows) == 20
    assert len(read(b"a,b\n" * 20, "", limits).sheets[0].rows) == 20
