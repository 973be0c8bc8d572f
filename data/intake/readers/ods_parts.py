"""What calamine does not say of an .ods: hidden columns, formulas without a value, macros, links to other files."""

import io
import re
import zipfile
from html import unescape

from data.intake.readers.archive import BROKEN
from data.intake.readers.limits import MEGABYTE
from data.intake.readers.xlsx_formulas import Uncomputed

# Above this the content is not searched.
_SEARCHED = 256 * MEGABYTE
_TABLE = re.compile(rb"""<table:table\s[^>]*?table:name=(?:"([^"]*)"|'([^']*)')""")
_COLUMN = re.compile(rb"<table:table-column\b([^>]*)>")
_UNITS = re.compile(rb"<table:(table-row|table-cell|covered-table-cell)\b([^>]*)>")
_REPEATED = re.compile(rb"""table:number-(?:rows|columns)-repeated=["']([0-9]{1,9})["']""")
_FORMULA, _VALUE_TYPE = b"table:formula=", b"office:value-type="
_OTHER_FILE = re.compile(rb"""table:formula=["'][^"'<>]*(?:&apos;|')(file:[^#<>]{1,500}?)(?:&apos;|')#""")


class OdsParts:
    """The content of one .ods. Says nothing, rather than failing, where a part is missing or unusual."""

    def __init__(self, content: bytes) -> None:
        self.holds_macros = False
        self._tables: dict[str, bytes] = {}
        self.links = 0
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                names = [name.replace("\\", "/").lower() for name in archive.namelist()]
                self.holds_macros = any(name.startswith(("basic/", "scripts/")) for name in names)
                if archive.getinfo("content.xml").file_size <= _SEARCHED:
                    self._cut(archive.read("content.xml"))
        except BROKEN:
            return

    def _cut(self, text: bytes) -> None:
        starts = list(_TABLE.finditer(text))
        ends = [*(match.start() for match in starts[1:]), len(text)]
        for match, end in zip(starts, ends, strict=False):
            name = unescape((match[1] or match[2] or b"").decode(errors="replace"))
            self._tables.setdefault(name, text[match.end() : end])
        self.links = len({match[1] for match in _OTHER_FILE.finditer(text)}) if b"file:" in text else 0

    def hidden_columns(self, sheet: str, width: int) -> list[int]:
        """The hidden columns among the first `width`, counted from 0."""
        hidden: set[int] = set()
        at = 0
        for column in _COLUMN.finditer(self._tables.get(sheet, b"").partition(b"<table:table-row")[0]):
            end = at + _times(column[1])
            if b"table:visibility=" in column[1] and (b"collapse" in column[1] or b"filter" in column[1]):
                hidden.update(range(at, min(end, width)))
            at = end
        return sorted(hidden)

    def uncomputed(self, sheet: str) -> Uncomputed:
        """The formulas of the sheet without a value."""
        text = self._tables.get(sheet, b"")
        at, missing = 0, False
        while not missing and (at := text.find(_FORMULA, at)) >= 0:
            missing = _VALUE_TYPE not in text[text.rfind(b"<", 0, at) : text.find(b">", at)]
            at += 1
        columns: dict[int, tuple[int, int]] = {}
        for row, column in _places(text) if missing else ():
            first, count = columns.get(column, (row, 0))
            columns[column] = (first, count + 1)
        return Uncomputed(columns)


def _places(text: bytes) -> list[tuple[int, int]]:
    """(row, column) of each cell with a formula and no value."""
    found = []
    row = next_row = column = 0
    for unit in _UNITS.finditer(text):
        if unit[1] == b"table-row":
            row, column = next_row, 0
            next_row += _times(unit[2])
            continue
        if _FORMULA in unit[2] and _VALUE_TYPE not in unit[2]:
            found.append((row, column))
        column += _times(unit[2])
    return found


def _times(attributes: bytes) -> int:
    repeated = _REPEATED.search(attributes)
    return int(repeated[1]) if repeated else 1
