"""The rows of a delimited text, with a way out when a quote is opened and never closed."""

import csv
import io
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Any

# Characters at the end of the text in which its last line is looked for.
_TAIL = 4_000_000
# More lines than this in one row, and a quote was rather left open than meant.
_MOST_LINES_IN_A_ROW = 200
_OPEN_AT_END = "unexpected end of data"
_LETTERS_AT_A_TIME = 1 << 20


def lines_of(text: str) -> Iterator[str]:
    """The lines with their ends as they are. In parts, since a StringIO takes four bytes for each letter it holds."""
    return chain.from_iterable(io.StringIO(part, newline="") for part in _parts(text))


def _parts(text: str) -> Iterator[str]:
    start = 0
    while start < len(text):
        end = text.find("\n", start + _LETTERS_AT_A_TIME) + 1 or len(text)
        yield text[start:end]
        start = end


class Rows:
    """The rows, blank ones as empty lists, so that the n-th is row n of a spreadsheet program. Iterate once.

    A quote that is never closed would swallow the rest of the file: the line that opens it is read with the quote as
    a letter, and `left_open` says which rows those were, with their text.
    """

    def __init__(self, text: str, delimiter: str) -> None:
        self._text, self._delimiter = text, delimiter
        self.left_open: list[tuple[int, str]] = []

    def __iter__(self) -> Iterator[list[str]]:
        """Reads on as the csv module does until a row looks swallowed, then line by line."""
        reader = self._reader(lines_of(self._text))
        row = place = 0
        held: list[str] | None = None  # only what follows shows that a row ended by itself
        held_place = 0
        try:
            for cells in reader:
                if held is not None:
                    yield held
                if reader.line_num - place > _MOST_LINES_IN_A_ROW:
                    yield from self._carefully(place, row)
                    return
                held, held_place = cells, place
                row, place = row + 1, reader.line_num
        except csv.Error:
            if held is not None:
                yield held
            yield from self._carefully(place, row)
            return
        if held is not None and (place - held_place > 1 or '"' in self._text[-_TAIL:].splitlines()[-1]):
            yield from self._carefully(held_place, row - 1)
        elif held is not None:
            yield held

    def _reader(self, lines: Iterable[str], **options: Any) -> Any:
        return csv.reader(lines, delimiter=self._delimiter, **options)

    def _carefully(self, place: int, row: int) -> Iterator[list[str]]:
        """The rows from line `place` on (which begins row `row` + 1), each tried for a quote that was left open."""
        lines = list(lines_of(self._text))
        while place < len(lines):
            row += 1
            reader = self._reader(islice(lines, place, place + _MOST_LINES_IN_A_ROW))
            try:
                cells = next(reader)
                taken = reader.line_num
                swallowed = taken > 1 or place + taken == len(lines)
                left_open = swallowed and self._is_open(lines[place : place + taken])
            except csv.Error:
                left_open = True
            if left_open:
                self.left_open.append((row, lines[place].strip()))
                cells, taken = next(self._reader([lines[place]], quoting=csv.QUOTE_NONE)), 1
            yield cells
            place += taken

    def _is_open(self, lines: list[str]) -> bool:
        """Whether the lines end inside a quoted cell."""
        try:
            for _ in self._reader(lines, strict=True):
                pass
        except csv.Error as error:
            return str(error) == _OPEN_AT_END
        return False
