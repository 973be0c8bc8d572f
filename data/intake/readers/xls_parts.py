"""What calamine does not say of an .xls: hidden columns, macros, links to other files [MS-CFB, MS-XLS]."""

from collections.abc import Iterator
from struct import error, unpack_from

from data.intake.readers.xlsx_formulas import Uncomputed

_END = 0xFFFFFFFA  # this and above are no sectors
_BOUNDSHEET, _SUPBOOK, _COLINFO, _EOF, _DIMENSIONS = 0x0085, 0x01AE, 0x007D, 0x000A, 0x0200
# What a SUPBOOK holds in place of a file's name when it is the workbook itself, or an add-in.
_NO_FILE = (0x0401, 0x3A01)
_MACROS = "_VBA_PROJECT_CUR"
_MOST_RECORDS = 200_000


class XlsParts:
    """The streams of one .xls. Says nothing, rather than failing, where something is missing or unusual."""

    holds_macros = False
    links = 0

    def __init__(self, content: bytes) -> None:
        self._starts: dict[str, int] = {}
        self._book = b""
        try:
            streams = _streams(content)
            self.holds_macros = any(name.upper() == _MACROS for name in streams)
            self._book = streams.get("Workbook") or streams.get("Book") or b""
            self._globals()
        except (error, ValueError, IndexError):
            return

    def _globals(self) -> None:
        for number, place, length in _records(self._book, 0):
            if number == _BOUNDSHEET:
                self._starts[_sheet_name(self._book, place, length)] = unpack_from("<I", self._book, place)[0]
            elif number == _SUPBOOK and length >= 4 and unpack_from("<H", self._book, place + 2)[0] not in _NO_FILE:
                self.links += 1

    def hidden_columns(self, sheet: str, width: int) -> list[int]:
        """The hidden columns among the first `width`, counted from 0."""
        hidden: set[int] = set()
        try:
            for number, place, length in _records(self._book, self._starts[sheet]):
                if number == _DIMENSIONS:
                    break
                if number == _COLINFO and length >= 10:
                    first, last, _, _, flags = unpack_from("<HHHHH", self._book, place)
                    hidden.update(range(first, min(last + 1, width)) if flags & 1 else ())
        except (error, KeyError):
            return []
        return sorted(hidden)

    def uncomputed(self, sheet: str) -> Uncomputed:
        """None that can be told: in an .xls a formula always has a value."""
        return Uncomputed()


def _records(book: bytes, place: int) -> Iterator[tuple[int, int, int]]:
    """(number, place of the content, its length) of each record of the substream that begins there."""
    for _ in range(_MOST_RECORDS):
        number, length = unpack_from("<HH", book, place)
        if number == _EOF:
            return
        yield number, place + 4, length
        place += 4 + length


def _sheet_name(book: bytes, place: int, length: int) -> str:
    size, wide = book[place + 6], book[place + 7] & 1
    text = book[place + 8 : place + length][: size * 2 if wide else size]
    return text.decode("utf-16-le" if wide else "latin-1", errors="replace")


def _streams(content: bytes) -> dict[str, bytes]:
    """Name -> bytes, for the streams of the container that lie in whole sectors; other entries as b""."""
    size = 1 << unpack_from("<H", content, 30)[0]
    if size not in (512, 4096):
        raise ValueError("no such sector size")
    table = _table(content, size)
    directory = _chain(content, table, unpack_from("<I", content, 48)[0], size)
    smallest = unpack_from("<I", content, 56)[0]
    found = {}
    for at in range(0, len(directory) - 127, 128):
        length, kind = unpack_from("<H", directory, at + 64)[0], directory[at + 66]
        name = directory[at : at + max(length - 2, 0)][:62].decode("utf-16-le", errors="replace")
        first, bytes_ = unpack_from("<II", directory, at + 116)
        stands_alone = kind == 2 and bytes_ >= smallest and name in ("Workbook", "Book")
        found[name] = _chain(content, table, first, size)[:bytes_] if stands_alone else b""
    return found


def _table(content: bytes, size: int) -> list[int]:
    """The sector after each sector. Its own sectors are listed in the header, and beyond 109 of them in a chain."""
    own = [sector for sector in unpack_from("<109I", content, 76) if sector < _END]
    more = unpack_from("<I", content, 68)[0]
    for _ in range(len(content) // size):
        if more >= _END:
            break
        *listed, more = unpack_from(f"<{size // 4}I", content, (more + 1) * size)
        own += [sector for sector in listed if sector < _END]
    if len(own) > len(content) // size:
        raise ValueError("more sectors than the file has")
    return [after for sector in own for after in unpack_from(f"<{size // 4}I", content, (sector + 1) * size)]


def _chain(content: bytes, table: list[int], sector: int, size: int) -> bytes:
    parts = []
    for _ in range(len(content) // size + 1):
        if sector >= _END:
            break
        parts.append(content[(sector + 1) * size : (sector + 2) * size])
        sector = table[sector]
    return b"".join(parts)
