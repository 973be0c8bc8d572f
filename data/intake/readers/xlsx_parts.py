"""What calamine does not say of an .xlsx: hidden columns, formulas without a value, macros, links to other files."""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import BinaryIO, cast
from xml.etree import ElementTree as Xml

from data.intake.readers.archive import BROKEN
from data.intake.readers.refusal import NotASpreadsheet
from data.intake.readers.xlsx_formulas import Uncomputed, uncomputed

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_COLUMN = re.compile(rb"<(?:\w+:)?col\s([^>]*)>")
_ATTRIBUTE = re.compile(rb"""(\w+)=["']([^"']*)["']""")
# Written by programs that leave the computing to Excel: what they put for a formula's value is 0, or nothing.
_TO_BE_COMPUTED = re.compile(rb"""fullCalcOnLoad=["'](?:1|true)["']""")
_START = 64 * 1024


class XlsxParts:
    """The parts of one .xlsx or .xlsb. Says nothing, rather than failing, where a part is missing or unusual."""

    def __init__(self, content: bytes) -> None:
        self.archive = zipfile.ZipFile(io.BytesIO(content))
        self.paths = dict(self._sheet_paths())
        names = [name.replace("\\", "/").lower() for name in self.archive.namelist()]
        self.holds_macros = any(name.endswith("vbaproject.bin") or "/macrosheets/" in name for name in names)
        self.links = sum(name.startswith("xl/externallinks/externallink") for name in names)
        self._to_be_computed = bool(_TO_BE_COMPUTED.search(self._workbook()))

    def _workbook(self) -> bytes:
        try:
            return self.archive.read("xl/workbook.xml")
        except BROKEN:
            return b""

    def _sheet_paths(self) -> Iterator[tuple[str, str]]:
        """(sheet name, path of its part)."""
        try:
            book = Xml.fromstring(self._workbook())  # noqa: S314 - in the limited child
            links = Xml.fromstring(self.archive.read("xl/_rels/workbook.xml.rels"))  # noqa: S314
        except (Xml.ParseError, *BROKEN):
            return
        targets = {link.get("Id"): link.get("Target", "") for link in links}
        held = set(self.archive.namelist())
        for sheet in book.iter(f"{_MAIN}sheet"):
            target = targets.get(sheet.get(_LINK), "").lstrip("/")
            path = target if target.startswith("xl/") else f"xl/{target}"
            if path in held:
                yield sheet.get("name", ""), path

    def start(self, path: str, most: int) -> bytes:
        """The first bytes of a part. Raises NotASpreadsheet."""
        try:
            with self.archive.open(path) as part:
                return part.read(most)
        except BROKEN as error:
            raise NotASpreadsheet("damaged") from error

    def hidden_columns(self, sheet: str, width: int) -> list[int]:
        """The hidden columns among the first `width`, counted from 0."""
        if sheet not in self.paths:
            return []
        hidden: set[int] = set()
        start = self.start(self.paths[sheet], _START).partition(b"sheetData")[0]
        for column in _COLUMN.finditer(start):
            facts: dict[bytes, bytes] = dict(_ATTRIBUTE.findall(column[1]))
            if facts.get(b"hidden") in (b"1", b"true") and _is_number(facts.get(b"min", b"")):
                last = facts.get(b"max", b"")
                end = int(last) if _is_number(last) else int(facts[b"min"])
                hidden.update(range(max(int(facts[b"min"]) - 1, 0), min(end, width)))
        return sorted(hidden)

    def uncomputed(self, sheet: str) -> Uncomputed:
        """The formulas of the sheet without a value."""
        if sheet not in self.paths:
            return Uncomputed()
        try:
            with self.archive.open(self.paths[sheet]) as part:
                return uncomputed(cast(BinaryIO, part), self._to_be_computed)
        except BROKEN as error:
            raise NotASpreadsheet("damaged") from error


def _is_number(digits: bytes) -> bool:
    return digits.isdigit() and len(digits) <= 6
