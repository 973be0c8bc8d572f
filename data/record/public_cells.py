"""Which cells of a row everybody may see as they were: those of columns understood as public fields, and not all.

A column that was not understood (a note, a description, a name that nothing gave away) is for staff only. So is a cell
that says more than its column is for: a remark beside a count, an exact age, a telephone, what reads like a name.
Text columns of public fields are public already, as values of the record; see docs/decisions.md.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from data.fields import BY_KEY
from data.intake.cells.counts import read_counts
from data.intake.personal_cells import is_personal
from data.intake.personal_names import like_name, says_something

# Fields of a mapping that are no fields of a record: parts of a date.
_DATE_PARTS = ("year", "month", "day")
_COUNTED = ("killed", "injured", "stated_total", "n")
# Characters: the longest of a part of a date (a month's name), of a word for a category, and of a name of a place or an
# outlet. Beyond that a cell is prose.
_LONGEST_PART, _LONGEST_WORD, _LONGEST_TEXT = 12, 80, 160
_PLACE = ("sheet", "row")  # the raw cells' own two columns

Mappings = Sequence[Mapping[str, Mapping[str, Any]]]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of the row as it was: its heading, its text ("" = blank), the field that its column was understood as."""

    heading: str
    text: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class Cells:
    """`shown` to everybody, in the order of the file, and the `kept` ones, for staff; blank cells are not kept ones."""

    shown: tuple[Cell, ...]
    kept: tuple[Cell, ...]


def split(raw: Mapping[str, str], mappings: Mappings) -> Cells:
    """`raw`: heading -> text; `mappings`: field -> heading and column, of each reading of the file: all must agree."""
    fields = public_fields(raw, mappings)
    shown, kept = [], []
    for heading, text in raw.items():
        if heading in _PLACE:
            continue
        field = fields.get(heading, "")
        if field and showable(field, text):
            shown.append(Cell(heading, text, field))
        elif text.strip():
            kept.append(Cell(heading, text, field))
    return Cells(tuple(shown), tuple(kept))


def public_fields(raw: Mapping[str, str], mappings: Mappings) -> dict[str, str]:
    """Heading of a raw cell -> public field, of the columns that every reading understood as a public one."""
    every = [_headings(raw, mapping) for mapping in mappings]
    return {
        heading: field for heading, field in (every[0] if every else {}).items() if all(heading in one for one in every)
    }


def public_letters(mappings: Mappings) -> dict[str, str]:
    """The same by the letter of the column."""
    every = [{letter: field for field, _, letter in _columns(mapping)} for mapping in mappings]
    return {
        letter: field for letter, field in (every[0] if every else {}).items() if all(letter in one for one in every)
    }


def showable(field: str, text: str) -> bool:
    """Whether a cell of a column of a public field says nothing beside that."""
    base, text = _base(field), text.strip()
    if not text:
        return True
    if base in _COUNTED:
        return not read_counts([text]).problems
    if base in _DATE_PARTS:
        return len(text) <= _LONGEST_PART
    kind = BY_KEY[base].kind
    if kind == "link":
        return urlsplit(text).scheme in ("http", "https")
    if kind == "date" and not any(map(str.isalpha, text)):
        return True
    if is_personal(text) or (base == "age_group" and text.replace(".", "").isdigit()):
        return False
    if kind == "category":
        return len(text) <= _LONGEST_WORD and (says_something(text) or not like_name(text))
    return len(text) <= _LONGEST_TEXT


def _headings(raw: Mapping[str, str], mapping: Mapping[str, Mapping[str, Any]]) -> dict[str, str]:
    """A heading that stands once is a column's name; one that stands twice has its letter behind it."""
    found: dict[str, str] = {}
    for field, heading, letter in _columns(mapping):
        plain = " ".join(heading.split())
        name = plain if plain in raw else f"{plain} ({letter})".strip()
        if name in raw:
            found.setdefault(name, field)
    return found


def _columns(mapping: Mapping[str, Mapping[str, Any]]) -> list[tuple[str, str, str]]:
    """(field, heading, letter) of public fields. Columns that are added have their headings in one, joined by " + "."""
    found = []
    for field, column in mapping.items():
        if not _public(field):
            continue
        letters = str(column.get("column", "")).split(" + ")
        heading = str(column.get("heading", ""))
        headings = heading.split(" + ") if len(letters) > 1 else [heading]
        if len(headings) == len(letters):
            found += [(field, *pair) for pair in zip(headings, letters, strict=True)]
    return found


def _base(field: str) -> str:
    """killed.civilian and killed_min are figures of killed."""
    return field.split(".")[0].removesuffix("_min").removesuffix("_max")


def _public(field: str) -> bool:
    base = _base(field)
    return base in (*_COUNTED, *_DATE_PARTS) or (base in BY_KEY and BY_KEY[base].public)
