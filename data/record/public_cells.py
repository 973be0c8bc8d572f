"""Which cells of a row everybody may see as they were: those of columns understood as public fields, and not all.

A column that was not understood (a note, a description, a name that nothing gave away) is for staff only. So is a cell
that says more than its column is for: a remark beside a count, an exact age, a telephone, what reads like a name.
Text columns of public fields are public already, as values of the record; see docs/decisions.md.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from data.intake.showable import is_public, showable

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
        if not is_public(field):
            continue
        letters = str(column.get("column", "")).split(" + ")
        heading = str(column.get("heading", ""))
        headings = heading.split(" + ") if len(letters) > 1 else [heading]
        if len(headings) == len(letters):
            found += [(field, *pair) for pair in zip(headings, letters, strict=True)]
    return found
