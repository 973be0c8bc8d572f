"""Corrections put into the cells of a workbook before its tables are looked for: of any sheet, row and column."""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from data.intake.corrections import Correction
from data.intake.readers import Cell, Sheet, Workbook
from data.intake.records.cell_text import cell_text
from data.intake.result import Corrected
from data.intake.table import Table
from data.intake.table.cell_kinds import column_of
from data.problems import Problem

Place = tuple[str, int, str]  # sheet, row from 1, letter


@dataclass(frozen=True, eq=False)
class Mended:
    """The workbook with its cells mended. `before`: what stood in them; `broken`: corrections that no longer fit."""

    workbook: Workbook
    done: Sequence[tuple[Place, Correction]] = ()
    broken: Sequence[Problem] = ()
    before: Mapping[Place, Cell] = field(default_factory=dict)

    def corrected(self, tables: Sequence[Table]) -> list[Corrected]:
        """What was done, with the heading of each column."""
        return [
            Corrected(sheet, row, letter, _heading(tables, (sheet, row, letter)), each.expect, each.new, each.why,
                      each.source)
            for (sheet, row, letter), each in self.done
        ]  # fmt: skip


def noted(corrected: Sequence[Corrected]) -> list[Problem]:
    """A note for each cell that was mended."""
    return [
        Problem("corrected", each.sheet, each.row, each.column, value=each.before, suggestion=each.after,
                params={"why": each.why, "source": each.source})
        for each in corrected
    ]  # fmt: skip


def mend(workbook: Workbook, corrections: Sequence[Correction], find: Callable[[Workbook], Sequence[Table]]) -> Mended:
    """The corrections one after another, each on what the earlier ones left. `find` gives the tables of a workbook,
    the best first; it is asked only where a heading or a key must be looked up."""
    if not corrections:
        return Mended(workbook)
    work = _Work(workbook, find)
    for correction in corrections:
        work.take(correction)
    sheets = [work.sheets[sheet.name] for sheet in workbook.sheets]
    return Mended(replace(workbook, sheets=sheets), work.done, work.broken, work.before)


class _Work:
    """The sheets under correction. Only columns that are changed are copied."""

    def __init__(self, workbook: Workbook, find: Callable[[Workbook], Sequence[Table]]) -> None:
        self._workbook, self._find = workbook, find
        self.sheets = {sheet.name: sheet for sheet in workbook.sheets}
        self.done: list[tuple[Place, Correction]] = []
        self.broken: list[Problem] = []
        self.before: dict[Place, Cell] = {}
        self._own: set[tuple[str, int]] = set()

    @cached_property
    def _tables(self) -> Sequence[Table]:
        return self._find(self._workbook)

    def take(self, correction: Correction) -> None:
        missed: Place | None = None
        for sheet, row, letter in self._places(correction):
            cells = _cells(self.sheets[sheet], letter)
            if cells is not None and row <= len(cells) and cell_text(cells[row - 1]) == correction.expect:
                self._put((sheet, row, letter), correction)
                return
            missed = missed or (sheet, row, letter)
        self.broken.append(_broken(correction, missed, self._text(missed) if missed else ""))

    def _places(self, correction: Correction) -> Iterator[Place]:
        """Where the cell may be, the likeliest first."""
        letters = column_of(correction.column) is not None
        if correction.sheet in self.sheets and correction.row and letters:
            yield correction.sheet, correction.row, correction.column
        for table in self._tables:
            if correction.sheet in ("", table.sheet) and (row := _row(table, correction)) is not None:
                at = _column(table, correction.column)
                if at is not None:
                    yield table.sheet, row, table.letters[at]

    def _put(self, place: Place, correction: Correction) -> None:
        sheet, row, letter = place
        at = column_of(letter) or 0
        if (sheet, at) not in self._own:
            columns = list(self.sheets[sheet].columns)
            columns[at] = list(columns[at])
            self.sheets[sheet] = replace(self.sheets[sheet], columns=columns)
            self._own.add((sheet, at))
        cells = self.sheets[sheet].columns[at]
        self.before.setdefault(place, cells[row - 1])
        cells[row - 1] = _cell(correction.new, cells[row - 1])
        self.done.append((place, correction))

    def _text(self, place: Place) -> str:
        cells = _cells(self.sheets[place[0]], place[2])
        return cell_text(cells[place[1] - 1]) if cells is not None and place[1] <= len(cells) else ""


def _cells(sheet: Sheet, letter: str) -> list[Cell] | None:
    at = column_of(letter)
    return sheet.columns[at] if at is not None and at < len(sheet.columns) else None


def _row(table: Table, correction: Correction) -> int | None:
    """The number of the row; None when no row of the table, or more than one, is meant."""
    if correction.row is not None:
        return correction.row if correction.row in table.rows else None
    places = [(_column(table, heading), value) for heading, value in correction.key.items()]
    fitting = [
        at for at in range(len(table.rows))
        if all(column is not None and cell_text(table.columns[column][at]) == value for column, value in places)
    ]  # fmt: skip
    return table.rows[fitting[0]] if len(fitting) == 1 else None


def _column(table: Table, name: str) -> int | None:
    """By heading, else by letter."""
    if name in table.headings:
        return table.headings.index(name)
    return table.letters.index(name) if name in table.letters else None


def _heading(tables: Sequence[Table], place: Place) -> str:
    """The heading of the table that the cell stands in or below."""
    sheet, row, letter = place
    above = [
        table for table in tables if table.sheet == sheet and letter in table.letters and table.heading_rows[0] <= row
    ]
    table = max(above, key=lambda table: table.heading_rows[0], default=None)
    return table.headings[table.letters.index(letter)] if table else ""


def _broken(correction: Correction, place: Place | None, found: str) -> Problem:
    return Problem(
        "correction_no_longer_fits",
        sheet=place[0] if place else correction.sheet or None,
        row=place[1] if place else correction.row,
        column=place[2] if place else correction.column,
        value=found or None,
        suggestion=correction.expect,
        params={"what": correction.what, "expected": correction.expect or "-", "found": found or "-"},
    )


def _cell(new: str, old: Cell) -> Cell:
    """A number stays a number and what does not change its type; everything else is read from its text."""
    if cell_text(old) == new:
        return old
    if isinstance(old, int | float) and not isinstance(old, bool):
        try:
            return number if math.isfinite(number := float(new)) else new
        except ValueError:
            pass
    return new or None
