"""Known errors of a source, to be mended before anything is understood: what, why, whose word, what must still stand.

A corrections file is TOML (`[[correction]]` tables) or CSV (one line each) with the keys of Correction.
"""

import csv
import io
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from data.intake.records.cell_text import cell_text

SUFFIXES = (".corrections.toml", ".corrections.csv")


class BadCorrections(Exception):
    """The corrections file itself cannot be used; `problem` says which entry and why."""

    def __init__(self, entry: int, reason: str) -> None:
        super().__init__(f"correction {entry}: {reason}")
        self.entry, self.reason = entry, reason


@dataclass(frozen=True, slots=True)
class Correction:
    """One cell. The row is told by number or by `key` (heading -> value, which exactly one row must have).

    `column` is a heading or a letter: with `sheet` and `row` the letter goes first, else the heading. `expect` is what
    the source says today, `new` what it should say ("" = blank), both as the cell's text. `sheet` "" means the sheet
    where it fits.
    """

    column: str
    expect: str
    new: str
    what: str
    why: str
    source: str
    sheet: str = ""
    row: int | None = None
    key: Mapping[str, str] = field(default_factory=dict)


def beside(file: Path) -> Path | None:
    """The corrections file that belongs to a spreadsheet: its name with .corrections.toml or .corrections.csv."""
    return next((path for suffix in SUFFIXES if (path := file.with_name(file.stem + suffix)).is_file()), None)


def read(file: Path) -> list[Correction]:
    """The corrections of a file, checked for being complete. Raises BadCorrections."""
    text = file.read_text(encoding="utf-8-sig")
    entries: list[dict[str, Any]]
    if file.suffix == ".toml":
        try:
            entries = tomllib.loads(text).get("correction", [])
        except tomllib.TOMLDecodeError as error:
            raise BadCorrections(0, str(error)) from error
    else:
        entries = [{name: value for name, value in row.items() if value} for row in csv.DictReader(io.StringIO(text))]
    return [_correction(number, entry) for number, entry in enumerate(entries, start=1)]


def _correction(number: int, entry: Mapping[str, Any]) -> Correction:
    texts = {name: cell_text(entry.get(name)) for name in ("column", "expect", "new", "what", "why", "source", "sheet")}
    missing = [name for name in ("column", "what", "why", "source") if not texts[name]]
    row, key = entry.get("row"), entry.get("key") or {}
    if missing or (row is None) == (not key) or not str(row or 1).isdigit() or not isinstance(key, Mapping):
        raise BadCorrections(number, ", ".join(missing) or "row | key")
    return Correction(
        **texts, row=int(row) if row is not None else None, key={str(k): cell_text(v) for k, v in key.items()}
    )  # fmt: skip
