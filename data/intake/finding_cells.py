"""The text of every cell that a finding points at, or may be mended in. Personal columns have none."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from data.intake.looks import Looks
from data.intake.readers import Cell
from data.intake.records.cell_text import cell_text
from data.intake.result import Corrected
from data.intake.table import Table
from data.intake.table.cell_kinds import column_of
from data.problems import Problem

Place = tuple[str, int, str]
# Findings that show what stands, or should stand, in a cell that anybody may have named.
_OF_ANY_CELL = ("corrected", "correction_no_longer_fits")
# A finding about one figure may be mended in any figure of its row; one about a date of parts in any of the parts.
OF_ALL_FIGURES = frozenset(
    ("total_not_parts", "parts_above_total", "parts_above_whole", "parts_below_whole", "percentage_disagrees")
)
FIGURES = ("killed", "injured", "stated_total")
PARTS_OF_DATE = ("year", "month", "day")


def beside(problem: Problem, field: str) -> bool:
    """May the finding be mended in a column of this field of its row, beside its own?"""
    if problem.kind in OF_ALL_FIGURES:
        return field.split(".")[0] in FIGURES
    return problem.field in PARTS_OF_DATE and field in PARTS_OF_DATE


def cells_at(
    problems: Iterable[Problem], looks: Looks, personal: Mapping[str, Collection[str]],
    fields: Mapping[str, Mapping[str, str]],
) -> dict[Place, str]:  # fmt: skip
    """(sheet, row, letter) -> the cell's text as it is now; without places that are no cell of what was read.

    `personal` and `fields` by sheet: letters of personal columns, and letter -> field.
    """
    tables: dict[str, list[Table]] = {look.name: look.tables for look in looks.sheets}
    found: dict[Place, str] = {}
    for place in _places(problems, fields):
        if place in found or place[2] in personal.get(place[0], ()):
            continue
        known, cell = _cell(place, tables.get(place[0], ()), looks.others)
        if known:
            found[place] = cell_text(cell)
    return found


def _places(problems: Iterable[Problem], fields: Mapping[str, Mapping[str, str]]) -> Iterator[Place]:
    """The cell of each finding, and those beside it."""
    for each in problems:
        if each.sheet is None or each.row is None or each.column is None:
            continue
        yield each.sheet, each.row, each.column
        for letter, field in fields.get(each.sheet, {}).items():
            if beside(each, field):
                yield each.sheet, each.row, letter


def _cell(place: Place, tables: Sequence[Table], others: Mapping[tuple[str, int], Sequence[Cell]]) -> tuple[bool, Cell]:
    """(whether it is known, the cell)."""
    sheet, row, letter = place
    at = column_of(letter)
    if at is not None and (cells := others.get((sheet, row))) is not None:
        return (True, cells[at]) if at < len(cells) else (False, None)
    for table in tables:
        position = bisect_left(table.rows, row)
        if letter in table.letters and position < len(table.rows) and table.rows[position] == row:
            return True, table.columns[table.letters.index(letter)][position]
    return False, None


def without_personal(problems: Sequence[Problem], personal: Mapping[str, Collection[str]]) -> list[Problem]:
    """The findings, with nothing said of what stands in a personal column."""
    return [
        replace(each, value=None, suggestion=None, params=each.params | dict.fromkeys(("expected", "found"), "-"))
        if each.kind in _OF_ANY_CELL and each.column in personal.get(each.sheet or "", ())
        else each
        for each in problems
    ]


def corrected_without_personal(
    corrected: Sequence[Corrected], personal: Mapping[str, Collection[str]]
) -> list[Corrected]:
    return [
        replace(each, before="", after="") if each.column in personal.get(each.sheet, ()) else each
        for each in corrected
    ]
