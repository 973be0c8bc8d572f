"""Which format the bytes are, by what they begin with; the name of the file is never believed."""

from data.intake.readers.archive import format_of_archive
from data.intake.readers.encoding import unmarked_utf16
from data.intake.readers.limits import MEGABYTE, Limits
from data.intake.readers.refusal import NotASpreadsheet

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BEGINNING_OF_WORKBOOK = b"\x09\x08\x10\x00\x00\x06\x05\x00"
_PASSWORD = b"\x2f\x00"
_RECORDS_BEFORE_PASSWORD = 5
# What is often uploaded instead of a spreadsheet, or under its name. The signatures are those of
# https://en.wikipedia.org/wiki/List_of_file_signatures
_OTHERS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "pdf"),
    (b"\x89PNG\r\n", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"II*\x00", "picture"),
    (b"MM\x00*", "picture"),
    (b"BM", "picture"),
    (b"{\\rtf", "document"),
    (b"\x1f\x8b", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"Rar!\x1a\x07", "archive"),
    (b"BZh", "archive"),
    (b"\xfd7zXZ\x00", "archive"),
)
_TEXT_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_PAGE_TAGS = (b"<!doctype html", b"<html", b"<head", b"<body", b"<table", b"<meta", b"<style", b"<div")


def recognise(content: bytes, limits: Limits) -> str:
    """The format: xlsx, xlsb, ods, xls or csv. Raises NotASpreadsheet for anything else."""
    if len(content) > limits.bytes:
        raise NotASpreadsheet("too_many_bytes", size=len(content) / MEGABYTE, most=limits.bytes / MEGABYTE)
    if not content.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise NotASpreadsheet("empty")
    if content.startswith(_ZIP):
        return format_of_archive(content, limits)
    if content.startswith(_OLE):
        return _format_of_compound(content)
    for start, reason in _OTHERS:
        # "BM" and "GIF8" are also letters that a csv may begin with: a picture has zero bytes near its start.
        if content.startswith(start) and (len(start) > 4 or b"\x00" in content[:64] or reason == "archive"):
            raise NotASpreadsheet(reason)
    if content[:4] == b"\xff\xd8\xff\xe0" or content[8:12] == b"WEBP" or content[4:8] == b"ftyp":
        raise NotASpreadsheet("picture")
    _refuse_marked_up(content)
    _refuse_binary(content)
    return "csv"


def _format_of_compound(content: bytes) -> str:
    """xls, or the refusal: Word, mail and encrypted workbooks lie in the same kind of container [MS-CFB]."""

    def holds(name: str) -> bool:
        return name.encode("utf-16-le") in content

    if holds("EncryptedPackage"):
        raise NotASpreadsheet("encrypted")
    if holds("Workbook") or holds("Book"):
        if _has_password(content):
            raise NotASpreadsheet("encrypted")
        return "xls"
    if holds("WordDocument") or holds("PowerPoint Document"):
        raise NotASpreadsheet("document")
    raise NotASpreadsheet("binary" if holds("Root Entry") else "damaged")


def _has_password(content: bytes) -> bool:
    """Whether one of the first records of the workbook is FILEPASS [MS-XLS 2.4.117]; calamine calls such files
    damaged. A record is its number, its length (two bytes each) and its content."""
    place = content.find(_BEGINNING_OF_WORKBOOK)
    for _ in range(_RECORDS_BEFORE_PASSWORD if place >= 0 else 0):
        number, length = content[place : place + 2], int.from_bytes(content[place + 2 : place + 4], "little")
        if number == _PASSWORD:
            return True
        place += 4 + length
    return False


def _refuse_marked_up(content: bytes) -> None:
    """Web pages and other marked-up text, which many systems save under the name .xls."""
    start = content[:4096]
    if start.startswith(_TEXT_MARKS[1:]):
        start = start.replace(b"\x00", b"")
    start = start.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if start.startswith(b"mime-version:") and b"multipart/" in start:
        raise NotASpreadsheet("web_page")
    if start.startswith(_PAGE_TAGS) or (start.startswith((b"<?xml", b"<!--")) and b"<html" in start):
        raise NotASpreadsheet("web_page")
    if start.startswith(b"<?xml"):
        raise NotASpreadsheet("spreadsheet_xml" if b"office:spreadsheet" in start else "xml")
    if start.startswith((b'{"', b"[{", b"[[", b"{\n", b"{\r")):
        raise NotASpreadsheet("json")


def _refuse_binary(content: bytes) -> None:
    """Text has no zero bytes and hardly any control characters, unless it is UTF-16."""
    start = content[:4096]
    if start.startswith(_TEXT_MARKS[1:]) or unmarked_utf16(content):
        return
    controls = sum(start.count(bytes([code])) for code in (*range(1, 9), *range(14, 26)))
    if b"\x00" in content or controls > len(start) // 50:
        raise NotASpreadsheet("binary")
