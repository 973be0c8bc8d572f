"""Rows of cells out of csv, tsv and other delimited text; every cell stays text. Runs in the child process."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice, zip_longest
from typing import Any

from data.intake.readers.csv_rows import Rows
from data.intake.readers.encoding import Text, decode
from data.intake.readers.limits import Limits
from data.intake.readers.refusal import NotASpreadsheet
from data.intake.readers.too_large import refuse_too_large

DELIMITERS = (",", ";", "\t", "|")
# Not the file's name: the same rows under another name give the same records.
_NAME = "csv"
_ROWS_PER_BLOCK = 20_000
_ROWS_LOOKED_AT = 200
_STATED_DELIMITER = re.compile(r"sep=(.)\r?\n")
_DECIMAL_COMMA = re.compile(r"(?<=\d),(?=\d)")


def sheets(content: bytes, limits: Limits) -> Iterator[tuple[str, Any]]:
    """("text", its facts), ("sheet", its facts), then ("rows", columns) for each block. Raises NotASpreadsheet."""
    decoded = decode(content)
    text = decoded.text
    # A cell may be as long as the file, whose size has a limit: Excel holds 32,767 characters, geometries are longer.
    csv.field_size_limit(max(len(text), 1))
    if "\x00" in text:
        raise NotASpreadsheet("binary")
    stated = _STATED_DELIMITER.match(text)
    delimiter = stated[1] if stated else find_delimiter(text)
    if stated:
        text = text[stated.end() :]
    rows = Rows(text, delimiter)
    blocks = iter(rows)
    yield "sheet", {"name": _NAME, "rows": text.count("\n") + 1, "hidden": False, "merged": [], "hidden_columns": []}
    read = width = 0
    while block := list(islice(blocks, _ROWS_PER_BLOCK)):
        read, width = read + len(block), max(width, *map(len, block))
        refuse_too_large(_NAME, read, width, limits)
        yield "rows", list(zip_longest(*block))
    yield "text", {"encoding": decoded.encoding, "delimiter": delimiter, "problems": _problems(decoded, rows)}


def _problems(decoded: Text, rows: "Rows") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    if decoded.guess is not None:
        found.append({"kind": "encoding_guessed", "value": decoded.guess, "suggestion": decoded.encoding})
    if decoded.broken:
        found.append({"kind": "characters_unreadable", "value": str(decoded.broken), "suggestion": decoded.encoding})
    found += [{"kind": "quote_left_open", "row": row, "value": line[:80]} for row, line in rows.left_open]
    return found


def find_delimiter(text: str) -> str:
    """The delimiter that cuts the most rows into the same number (two or more) of cells; "," when none does."""
    start = text[: _ROWS_LOOKED_AT * 2_000]
    return max(DELIMITERS, key=lambda delimiter: _regularity(start, delimiter))


def _regularity(text: str, delimiter: str) -> tuple[float, int]:
    """(share of rows with the usual number of cells, that number). Decimal commas are no delimiters where another
    delimiter stands in the line too."""
    if delimiter == "," and any(other in text for other in DELIMITERS[1:]):
        text = _DECIMAL_COMMA.sub(".", text) if _mostly_decimal(text) else text
    try:
        rows = list(islice(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), _ROWS_LOOKED_AT))
    except csv.Error:
        return 0.0, 0
    widths = Counter(len(row) for row in rows if any(row))
    cut = Counter({width: count for width, count in widths.items() if width > 1})
    if not cut:
        return 0.0, 0
    width, count = max(cut.items(), key=lambda item: (item[1], item[0]))
    # A title and a few notes have one cell with any delimiter: near-equal shares are decided by the number of cells.
    return round(count / widths.total() * 4) / 4, width


def _mostly_decimal(text: str) -> bool:
    commas = text.count(",")
    return commas > 0 and len(_DECIMAL_COMMA.findall(text)) >= commas * 0.5
