"""One exhibit of the gallery: a small spreadsheet with one kind of dirt, and what Minetall must say of it.

An exhibit is a .toml file in exhibits/TOPIC/. Its tables are text: columns apart by |, and in a cell

    12, 0.5           a number                '12        the text 12, as after an apostrophe in a spreadsheet
    2021-03-05        a true date             =A1+B1     a formula without a stored value
    anything else     text (\\n: a new line)   (nothing)  a blank cell
"""

import re
import tomllib
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "exhibits"
# Folder -> heading on the page, in its order.
TOPICS = {
    "table": "Finding the table",
    "measure": "Layout and measure",
    "dates": "Dates",
    "counts": "Counts",
    "places": "Places and categories",
    "arithmetic": "Arithmetic",
    "personal": "Personal data",
    "languages": "Languages",
    "refusals": "Files that are refused",
}
# What a test may do to a file without changing the answer; `unchanged` of an exhibit names what cannot be done to it.
CHANGES = ("order", "format", "title_rows", "totals_word", "translated")
NOT_RECORDED = "not recorded"  # TOML has no null
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
Rows = list[list[Any]]


@dataclass(frozen=True)
class Sheet:
    """`merged` holds ranges such as A1:D1; `blank_rows` that many rows with a format and no value end the sheet."""

    name: str
    rows: Rows
    merged: tuple[str, ...] = ()
    hidden: bool = False
    hidden_columns: tuple[str, ...] = ()
    right_to_left: bool = False
    blank_rows: int = 0

    @property
    def width(self) -> int:
        return max(map(len, self.rows), default=0)


@dataclass(frozen=True, eq=False)
class Exhibit:
    """`file` is the name, whose ending is the format. `expect` are keys of the report (docs/check_json.md) and more,
    see expectation.py. `answered`: answers with what is expected then. `todo`: why it is not so yet."""

    topic: str
    key: str
    title: str
    does: str
    file: str
    sheets: tuple[Sheet, ...]
    expect: dict[str, Any]
    answered: tuple[dict[str, Any], ...] = ()
    encoding: str = "utf-8"
    delimiter: str = ","
    days_from_1904: bool = False
    content: str | None = None
    made_by: str | None = None
    unchanged: dict[str, str] = field(default_factory=dict)
    todo: str | None = None

    @property
    def format(self) -> str:
        return self.file.rsplit(".", 1)[-1]


def load(path: Path) -> Exhibit:
    """Raises TypeError for a key that no exhibit has, ValueError for a change that there is not."""
    said = tomllib.loads(path.read_text(encoding="utf-8"))
    sheets = tuple(_sheet(each) for each in said.pop("sheet", ()))
    if unknown := set(said.get("unchanged", ())) - set(CHANGES):
        raise ValueError(f"{path.name}: no such change: {unknown}")
    said["answered"] = tuple(said.get("answered", ()))
    return Exhibit(path.parent.name, path.stem, sheets=sheets, **said)


def exhibits() -> list[Exhibit]:
    """All of them, by topic and then by the name of their file."""
    return [load(path) for topic in TOPICS for path in sorted((FOLDER / topic).glob("*.toml"))]


def _sheet(said: dict[str, Any]) -> Sheet:
    lines = said.pop("table").strip("\n").splitlines()
    rows = [[cell(text.strip()) for text in line.split("|")] for line in lines]
    width = max(map(len, rows), default=0)
    lists: dict[str, Any] = {key: tuple(said.pop(key)) for key in ("merged", "hidden_columns") if key in said}
    return Sheet(said.pop("name", "Sheet1"), [row + [None] * (width - len(row)) for row in rows], **lists, **said)


def cell(text: str) -> Any:
    """The cell that a text of a table stands for."""
    if text.startswith("'"):
        return text[1:]
    if _NUMBER.fullmatch(text):
        return float(text) if "." in text else int(text)
    if _DAY.fullmatch(text):
        return date.fromisoformat(text)
    return text.replace("\\n", "\n") or None
