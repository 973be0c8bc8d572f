"""What a zip archive holds: a workbook of some kind, something else, or a bomb. Nothing of it is unpacked here."""

import io
import lzma
import zipfile
import zlib

from data.intake.readers.limits import MEGABYTE, Limits
from data.intake.readers.refusal import NotASpreadsheet

# What reading a damaged archive may raise.
BROKEN = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, OSError, ValueError, RuntimeError, EOFError, KeyError)
_ENTRY = b"PK\x01\x02"
# A part's path inside the archive -> what the archive is.
_FORMATS = {"xl/workbook.xml": "xlsx", "xl/workbook.bin": "xlsb"}
_OTHERS = {"word/document.xml": "document", "ppt/presentation.xml": "document", "index/document.iwa": "numbers"}
_SPREADSHEET_OF_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument.spreadsheet"
_ENCRYPTED_FLAG = 0x1


def format_of_archive(content: bytes, limits: Limits) -> str:
    """xlsx, xlsb or ods. Raises NotASpreadsheet."""
    check_archive(content, limits)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _format(archive)
    except BROKEN as error:
        raise NotASpreadsheet("damaged") from error


def check_archive(content: bytes, limits: Limits) -> None:
    """Any archive, before a part of it is unpacked. Raises NotASpreadsheet: too many, too large, encrypted, damaged."""
    # Counted before the directory is read, since reading a directory of millions of entries is itself an attack.
    entries = content.count(_ENTRY)
    if entries > limits.zip_entries:
        raise NotASpreadsheet("too_many_parts", count=entries, most=limits.zip_entries)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check(archive.infolist(), limits)
    except BROKEN as error:
        raise NotASpreadsheet("damaged") from error


def _check(parts: list[zipfile.ZipInfo], limits: Limits) -> None:
    unpacked = sum(part.file_size for part in parts)
    if unpacked > limits.unpacked_bytes:
        raise NotASpreadsheet("too_large_unpacked", size=unpacked / MEGABYTE, most=limits.unpacked_bytes / MEGABYTE)
    if any(part.flag_bits & _ENCRYPTED_FLAG for part in parts):
        raise NotASpreadsheet("encrypted")


def _format(archive: zipfile.ZipFile) -> str:
    names = {part.filename.replace("\\", "/").lower(): part for part in archive.infolist()}
    for path, format_ in _FORMATS.items():
        if path in names:
            return format_
    for path, reason in _OTHERS.items():
        if path in names:
            raise NotASpreadsheet(reason)
    if "mimetype" in names and names["mimetype"].file_size < 200:
        return _open_document(archive, names)
    raise NotASpreadsheet("archive")


def _open_document(archive: zipfile.ZipFile, names: dict[str, zipfile.ZipInfo]) -> str:
    if not archive.read(names["mimetype"]).startswith(_SPREADSHEET_OF_OPEN_DOCUMENT):
        raise NotASpreadsheet("document")
    manifest = names.get("meta-inf/manifest.xml")
    # The manifest of an encrypted document is itself in clear and names the method for each part.
    if manifest and manifest.file_size < MEGABYTE and b"encryption-data" in archive.read(manifest):
        raise NotASpreadsheet("encrypted")
    return "ods"
