"""Known errors of a source, mended by a file beside it: what, why, whose word, and an expectation that must still hold.

A corrections file is TOML (`[[correction]]` tables) or CSV (one line each) with the keys of Correction.
"""

import csv
import io
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from data.intake.readers import Cell
from data.intake.records.cell_text import cell_text
from data.intake.result import Corrected
from data.intake.table import Table
from data.problems import Problem

SUFFIXES = (".corrections.toml", ".corrections.csv")


class BadCorrections(Exception):
    """The corrections file itself cannot be used; `problem` says which entry and why."""

    def __init__(self, entry: int, reason: str) -> None:
        super().__init__(f"correction {entry}: {reason}")
        self.entry, self.reason = entry, reason


@dataclass(frozen=True, slots=True)
class Correction:
    """One cell. The row is told by number or by `key` (heading -> value, which exactly one row must have).

    `expect` is what the source says today, `new` what it should say ("" = blank), both as the cell's text.
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


def apply(table: Table, corrections: Sequence[Correction]) -> tuple[Table, list[Corrected], list[Problem]]:
    """The table with its cells mended; what was done; and an error for each expectation that no longer holds."""
    columns, done, problems = table.columns, list[Corrected](), list[Problem]()
    for correction in corrections:
        if correction.sheet and correction.sheet != table.sheet:
            continue
        at = _find(table, correction)
        column = _column(table, correction.column)
        found = cell_text(columns[column][at]) if at is not None and column is not None else None
        if at is None or column is None or found != correction.expect:
            problems.append(_broken(table, correction, at, column, found))
            continue
        columns = [list(cells) if j == column else cells for j, cells in enumerate(columns)]
        columns[column][at] = _cell(correction.new, columns[column][at])
        done.append(
            Corrected(table.sheet, table.rows[at], table.letters[column], table.headings[column], correction.expect,
                      correction.new, correction.why, correction.source)
        )  # fmt: skip
    problems += [
        Problem("corrected", each.sheet, each.row, each.column, value=each.before, suggestion=each.after,
                params={"why": each.why, "source": each.source})
        for each in done
    ]  # fmt: skip
    return (replace(table, columns=columns) if done else table), done, problems


def _find(table: Table, correction: Correction) -> int | None:
    """Position of the row; None when no row, or more than one, is meant."""
    if correction.row is not None:
        return table.rows.index(correction.row) if correction.row in table.rows else None
    places = [(_column(table, heading), value) for heading, value in correction.key.items()]
    if any(column is None for column, _ in places):
        return None
    fitting = [
        at for at in range(len(table.rows))
        if all(cell_text(table.columns[column][at]) == value for column, value in places)  # type: ignore[index]
    ]  # fmt: skip
    return fitting[0] if len(fitting) == 1 else None


def _column(table: Table, name: str) -> int | None:
    """By heading, else by letter."""
    if name in table.headings:
        return table.headings.index(name)
    return table.letters.index(name) if name in table.letters else None


def _broken(table: Table, correction: Correction, at: int | None, column: int | None, found: str | None) -> Problem:
    return Problem(
        "correction_no_longer_fits",
        sheet=table.sheet,
        row=table.rows[at] if at is not None else correction.row,
        column=table.letters[column] if column is not None else correction.column,
        value=found or None,
        suggestion=correction.expect,
        params={"what": correction.what, "expected": correction.expect or "-", "found": found or "-"},
    )


def _cell(new: str, old: Cell) -> Cell:
    """A number stays a number; everything else is read from its text like any other cell."""
    if isinstance(old, int | float) and not isinstance(old, bool):
        try:
            return float(new)
        except ValueError:
            pass
    return new or None
