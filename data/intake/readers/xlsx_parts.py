"""What calamine does not say of an .xlsx: hidden columns, and cells so far out that it would ask for all memory."""

import io
import re
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree as Xml

from data.intake.readers.limits import MEGABYTE, Limits
from data.intake.readers.refusal import NotASpreadsheet

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
# Filled cells only: whole rows formatted to the last column are common and harmless.
_FILLED_CELL = re.compile(rb"""<(?:\w+:)?c\s[^>]*?\br=["']([A-Z]{1,3})(\d{1,7})["'][^>]*(?<!/)>""")
_COLUMN = re.compile(rb"<(?:\w+:)?col\s([^>]*)>")
_ATTRIBUTE = re.compile(rb"""(\w+)=["']([^"']*)["']""")
# Above this a sheet is not searched (it takes as long as reading it): the memory limit stops those.
_SEARCHED = 8 * MEGABYTE
_START = 64 * 1024


def column_number(letters: str) -> int:
    """A -> 0, Z -> 25, AA -> 26."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


class XlsxParts:
    """The parts of one .xlsx. Says nothing, rather than failing, where a part is missing or unusual."""

    def __init__(self, content: bytes) -> None:
        self._archive = zipfile.ZipFile(io.BytesIO(content))
        self._paths = dict(self._sheet_paths())

    def _sheet_paths(self) -> Iterator[tuple[str, str]]:
        """(sheet name, path of its part)."""
        try:
            book = Xml.fromstring(self._archive.read("xl/workbook.xml"))  # noqa: S314 - in the limited child
            links = Xml.fromstring(self._archive.read("xl/_rels/workbook.xml.rels"))  # noqa: S314
        except (KeyError, Xml.ParseError, zipfile.BadZipFile, ValueError):
            return
        targets = {link.get("Id"): link.get("Target", "") for link in links}
        held = set(self._archive.namelist())
        for sheet in book.iter(f"{_MAIN}sheet"):
            target = targets.get(sheet.get(_LINK), "").lstrip("/")
            path = target if target.startswith("xl/") else f"xl/{target}"
            if path in held:
                yield sheet.get("name", ""), path

    def _start(self, path: str, most: int) -> bytes:
        try:
            with self._archive.open(path) as part:
                return part.read(most)
        except (zipfile.BadZipFile, OSError, ValueError, EOFError, RuntimeError, NotImplementedError) as error:
            raise NotASpreadsheet("damaged") from error

    def hidden_columns(self, sheet: str, width: int) -> list[int]:
        """The hidden columns among the first `width`, counted from 0."""
        if sheet not in self._paths:
            return []
        hidden: set[int] = set()
        start = self._start(self._paths[sheet], _START).partition(b"sheetData")[0]
        for column in _COLUMN.finditer(start):
            facts: dict[bytes, bytes] = dict(_ATTRIBUTE.findall(column[1]))
            if facts.get(b"hidden") in (b"1", b"true") and facts.get(b"min", b"").isdigit():
                first, last = int(facts[b"min"]), min(int(facts.get(b"max") or facts[b"min"]), width)
                hidden.update(range(first - 1, last))
        return sorted(hidden)

    def refuse_far_cells(self, limits: Limits) -> None:
        """A filled cell at XFD1048576 in a file of 5 kB makes calamine ask for 549 GB: its <dimension> may lie."""
        for name, path in self._paths.items():
            if self._archive.getinfo(path).file_size > _SEARCHED:
                continue
            rows = columns = 0
            for letters, digits in _FILLED_CELL.findall(self._start(path, _SEARCHED)):
                column, row = column_number(letters.decode()) + 1, int(digits)
                rows, columns = max(rows, row), max(columns, column)
                if column > limits.columns or row > limits.rows or rows * columns > limits.cells:
                    raise NotASpreadsheet("far_cell", sheet=name, cell=(letters + digits).decode())
