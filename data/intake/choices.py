"""What a person says of where the table lies: its sheet, its heading rows and the rows that are not counted."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from data.intake.joining import Joined
from data.intake.readers import Workbook
from data.intake.set_aside import SetAside
from data.intake.table import Told
from data.problems import Problem

SHEET, HEADING_ROWS = "sheet", "heading_rows:"
_MOST_HEADING_ROWS = 5


@dataclass(frozen=True, eq=False)
class Where:
    """`sheet`: the one that is read (None: whichever holds the table). `problems`: answers that cannot be followed."""

    sheet: str | None = None
    told: Told = field(default_factory=Told)
    problems: Mapping[str, Problem] = field(default_factory=dict)


def where(workbook: Workbook, sheet: str | None, answers: Mapping[str, Any], aside: Sequence[SetAside] = ()) -> Where:
    """`sheet` (of the caller) goes before the answer of that name."""
    sizes = {each.name: len(each.rows) for each in workbook.sheets}
    problems: dict[str, Problem] = {}
    if sheet is None and (named := answers.get(SHEET)) is not None:
        sheet = str(named) if str(named) in sizes else None
        if sheet is None:
            problems[SHEET] = Problem("choice_no_sheet", value=str(named))
    rows: dict[str, list[int]] = {}
    for key in [key for key in answers if key.startswith(HEADING_ROWS)]:
        name, answer = key.removeprefix(HEADING_ROWS), answers[key]
        read = _rows(answer)
        if name not in sizes:
            problems[key] = Problem("choice_no_sheet", value=name)
        elif not read or read[-1] > sizes[name] or _blank(workbook, name, read):
            problems[key] = Problem("choice_no_rows", name, value=_shown(answer))
        else:
            rows[name] = read
    gone = {name: frozenset(each.row for each in aside if each.sheet == name) for name in {e.sheet for e in aside}}
    return Where(sheet, Told(rows, gone), problems)


def _rows(answer: Any) -> list[int]:
    """Row numbers from a list, a number or a text such as "3, 4"; [] when they are none."""
    given = answer if isinstance(answer, list | tuple) else re.findall(r"-?\d+", str(answer))
    try:
        rows = sorted({int(row) for row in given})
    except (TypeError, ValueError):
        return []
    return rows if rows and rows[0] > 0 and len(rows) <= _MOST_HEADING_ROWS else []


def _shown(answer: Any) -> str:
    return ", ".join(map(str, answer)) if isinstance(answer, list | tuple) else str(answer)


def _blank(workbook: Workbook, name: str, rows: Sequence[int]) -> bool:
    """Is nothing written in these rows?"""
    sheet = next(sheet for sheet in workbook.sheets if sheet.name == name)
    return all(column[row - 1] is None for column in sheet.columns for row in rows)


def rows_not_found(aside: Sequence[SetAside], joined: Joined) -> Iterator[Problem]:
    """A finding for each row set aside that is not among the rows of the table."""
    gone = {(each.sheet, each.row) for each in joined.table.excluded}
    gone |= {("", row) for _, row in gone}
    for each in aside:
        if (each.sheet, each.row) not in gone:
            yield Problem("set_aside_no_row", each.sheet or None, each.row, value=each.why)
