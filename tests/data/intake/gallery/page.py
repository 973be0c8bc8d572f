"""docs/what_files_are_understood.md out of the gallery: each kind of dirt, an example, what Minetall does.

`python -m tests.data.intake.gallery.page` prints it; `make docs` writes it.
"""

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import Any

from tests.data.intake.gallery.exhibit import TOPICS, Exhibit, Sheet, exhibits
from tests.data.intake.gallery.result_lines import lines

_MOST_ROWS = 9
_LAST = 2  # rows that are shown after the gap: totals and footers stand at the end
_INTRODUCTION = """# What files are understood

Generated from the gallery of test files (tests/data/intake/gallery/exhibits) by `make docs`; a test fails when it is
out of date. Every example below is made into a real file and read whenever the tests run, and must give the result
that stands under it. All of them are invented.

Spreadsheets of casualties are made by people, for people. They need not be tidied for Minetall: it looks for the
table, says what it understood, asks only what the file does not say, and names every doubt with its cell. What a file
does not record is “not recorded” and never 0; running totals are never added up; columns with personal data are
dropped. Where something is not understood yet, it says “not yet” here.

In the examples the letters and numbers at the edge are those of the spreadsheet. An apostrophe ('12) marks a number
that is stored as text. The dates are true dates unless the example is about how they are written.
"""


def page() -> str:
    """The whole page."""
    parts = [_INTRODUCTION]
    shown = exhibits()
    parts.append("".join(f"- [{heading}](#{_anchor(heading)})\n" for heading in TOPICS.values()))
    for topic, group in groupby(shown, key=lambda exhibit: exhibit.topic):
        parts.append(f"## {TOPICS[topic]}\n")
        parts += [_exhibit(exhibit) for exhibit in group]
    return "\n".join(parts)


def _anchor(heading: str) -> str:
    return heading.lower().replace(" ", "-")


def _exhibit(exhibit: Exhibit) -> str:
    parts = [f"### {exhibit.title}", *filter(None, [_example(exhibit)]), exhibit.does, "\n".join(lines(exhibit))]
    return "\n\n".join(parts) + "\n"


def _example(exhibit: Exhibit) -> str:
    if exhibit.content is not None:
        return "\n".join(["```", *exhibit.content.replace("\r", "").strip().split("\n"), "```"])
    named = len(exhibit.sheets) > 1
    return "\n\n".join("\n".join([*_caption(sheet, named), *_table(sheet, exhibit.format)]) for sheet in exhibit.sheets)


def _caption(sheet: Sheet, named: bool) -> Iterator[str]:
    said = [f"Sheet “{sheet.name}”"] if named else []
    said += ["hidden"] * sheet.hidden + ["from right to left"] * sheet.right_to_left
    said += [f"column {letter} hidden" for letter in sheet.hidden_columns]
    said += [f"merged: {', '.join(sheet.merged)}"] if sheet.merged else []
    said += [f"then {sheet.blank_rows} empty rows"] if sheet.blank_rows else []
    if said:
        text = ", ".join(said)
        yield text[0].upper() + text[1:] + ":\n"


def _table(sheet: Sheet, format_: str) -> Iterator[str]:
    yield "| | " + " | ".join(chr(ord("A") + at) for at in range(sheet.width)) + " |"
    yield "|---|" + "---|" * sheet.width
    rows = list(enumerate(sheet.rows, start=1))
    if len(rows) > _MOST_ROWS:
        rows = [*rows[: _MOST_ROWS - _LAST - 1], (0, ["…"] * sheet.width), *rows[-_LAST:]]
    for number, row in rows:
        yield f"| {number or '…'} | " + " | ".join(_cell(cell, format_) for cell in row) + " |"


def _cell(cell: Any, format_: str) -> str:
    if cell is None:
        return ""
    if isinstance(cell, date):
        return cell.isoformat()
    text = str(cell)
    if isinstance(cell, str) and format_ != "csv" and _looks_like_a_number(text):
        text = f"'{text}"
    for sign in ("\\", "|", "*", "_", "<", "#", "[", "]", "~"):
        text = text.replace(sign, f"\\{sign}")
    return text


def _looks_like_a_number(text: str) -> bool:
    return text.strip().isdecimal()


if __name__ == "__main__":
    print(page(), end="")
