"""Records as CSV: machine keys as headings, one row a record, and what must be known of the numbers in columns too.

UTF-8 with a mark, comma, CRLF, no comment lines. Which dataset, version, edition and day stands on every row; the long
texts (selection, definitions, licence, how to cite) stand on the first row only, in columns of their own.
`hashtags` adds the second row that makes it HXL.
"""

import re
from collections.abc import Iterator
from typing import IO, Any

from data.flat import names
from exports.csv import cell, defused
from exports.records.dictionary import sentence
from exports.records.lines import lines
from exports.records.table import Table

MARK = b"\xef\xbb\xbf"
_QUOTED = re.compile(r'[",\r\n]')


def write(table: Table, words: Any, stream: IO[bytes], hashtags: bool = False, mark: bool = True) -> None:
    """The whole file. A selection that finds nothing gives headings without rows."""
    stream.write(MARK if mark else b"")
    ends = (*names.ABOUT_ROWS, *names.ABOUT_FIRST)
    _line(stream, [*(column.key for column in table.columns), *ends])
    if hashtags:
        _line(
            stream,
            [*(column.tag for column in table.columns), *(f"#meta+about+{key.removeprefix('about_')}" for key in ends)],
        )
    told = told_of(table, words)
    every = "".join(f",{quoted(told[key])}" for key in names.ABOUT_ROWS)
    first = "".join(f",{quoted(told[key])}" for key in names.ABOUT_FIRST) + "\r\n"
    others = "," * len(names.ABOUT_FIRST) + "\r\n"
    for part in rows(table):
        stream.write((part[0] + every + first).encode())
        first = others
        if len(part) > 1:
            stream.write(((every + others).join(part[1:]) + every + others).encode())


def rows(table: Table) -> Iterator[list[str]]:
    before = ["", *([","] * (len(table.columns) - 1))]
    return lines(table.columns, quoted, "", before, "")


def told_of(table: Table, words: Any) -> dict[str, str]:
    """Column that is about the file -> its text."""
    about = table.about
    known = {f"about_{key}": value for key, value in vars(about).items()}
    known["about_page"] = about.address
    known["about_columns"] = sentence(table, words)
    return {key: str(cell(known[key])) for key in (*names.ABOUT_ROWS, *names.ABOUT_FIRST)}


def quoted(text: str) -> str:
    """A text as a cell: never run as a formula by a spreadsheet, in quotes where it must be (RFC 4180)."""
    text = defused(text)
    return '"' + text.replace('"', '""') + '"' if _QUOTED.search(text) else text


def _line(stream: IO[bytes], cells: list[str]) -> None:
    stream.write((",".join(cells) + "\r\n").encode())
