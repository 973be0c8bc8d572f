"""The last step: what was understood, or why not, put into an Intake."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from data.intake.answers import signature
from data.intake.data_as_headings import no_headings
from data.intake.finding_cells import cells_at, corrected_without_personal, without_personal
from data.intake.looks import Looks
from data.intake.mapping.role import NO_PEOPLE, OTHER_PEOPLE
from data.intake.notices import notices
from data.intake.offering import offers
from data.intake.personal_cells import told
from data.intake.picturing import pictures
from data.intake.readers import Workbook
from data.intake.records.building import Built
from data.intake.records.counting import CountRows
from data.intake.records.frames import empty_records
from data.intake.records.source import Source
from data.intake.result import Corrected, Intake
from data.intake.understanding import Understanding
from data.problems import Problem

File = tuple[str, str, int]  # name, SHA-256, bytes
# What a table may count instead: each has its sentence refused.only_<what>.
COUNTED_INSTEAD = (*OTHER_PEOPLE, *NO_PEOPLE)


def source_of(understood: Understanding) -> Source:
    """The rows of the table with their sheets, the columns that may be stored, and the totals row."""
    table = understood.joined.table
    totals = {table.letters[at]: number for at, number in (table.totals or {}).items()}
    row = next(((each.sheet, each.row) for each in table.excluded if each.reason == "totals_row"), None)
    return Source(understood.joined.sheets, table.rows, understood.kept, totals, row if totals else None, table.origins)


@dataclass(frozen=True, eq=False)
class Seen:
    """What there is to tell beside the records: of a file that was understood, and of one that was refused."""

    workbook: Workbook
    sheet: str | None
    looks: Looks
    problems: list[Problem]
    corrected: list[Corrected]
    used: Callable[[], dict[str, str]]  # the answers that were used, once everything is read

    def added(self, understood: Understanding | None, problems: Sequence[Problem]) -> dict[str, Any]:
        """The fields of an Intake that both have: nothing in them is personal."""
        drawn = pictures(self.looks, understood)
        personal = {each.name: each.personal for each in drawn}
        found = without_personal(problems, personal)
        tops = {
            look.name: [row for row, cells in enumerate(look.cells, start=1) if any(cell is not None for cell in cells)]
            for look in self.looks.sheets
        }
        return {
            "problems": found,
            "corrected": corrected_without_personal(self.corrected, personal),
            "offers": offers(drawn, understood, self.used(), tops),
            "pictures": drawn,
            "cells": cells_at(found, self.looks, personal, {each.name: each.fields for each in drawn}),
        }


def taken(file: File, understood: Understanding, built: Built, seen: Seen, problems: list[Problem]) -> Intake:
    """A file that was understood. `problems` are all its findings."""
    table = understood.joined.table
    return Intake(
        *file,
        sheets=[each.sheet for each in understood.joined.tables],
        heading_rows=list(table.heading_rows),
        layout=understood.decision.layout,
        mapping=understood.choice.mapping(),
        dropped_personal=understood.dropped,
        records=built.records,
        counts=built.counts,
        raw=built.raw,
        rows=len(set(zip(understood.joined.sheets, table.rows, strict=True))) if table.crosstab else len(table.rows),
        excluded=table.excluded,
        questions=understood.questions,
        title=told(table.title),
        signature=signature(table),
        answers=seen.used(),
        **seen.added(understood, problems),
    )


def _why_not(understood: Understanding) -> tuple[str, list[str]]:
    """The message id of the refusal, and the headings that explain it: of what is counted instead."""
    choice, gone = understood.choice, {each.column for each in understood.dropped if not each.heading}
    table = understood.joined.table
    headings = [name for name, letter in zip(table.headings, table.letters, strict=True) if letter not in gone]
    if choice.blank:
        return "refused.no_figures", headings
    counted = [
        (column.roles[0].field, column.heading) for column in choice.columns
        if column.roles and column.roles[0].field in COUNTED_INSTEAD and column.filled and column.numeric
    ]  # fmt: skip
    if not counted:
        return "refused.no_headings" if no_headings(headings) else "refused.no_measure", headings
    fields = [field for field, _ in counted]
    what = max(COUNTED_INSTEAD, key=fields.count)
    return f"refused.only_{what}", [heading for field, heading in counted if field == what]


def refused(file: File, understood: Understanding | None, seen: Seen) -> Intake:
    """A file that counts nobody killed or injured, or has no table (on that sheet)."""
    workbook, sheet = seen.workbook, seen.sheet
    names = [each.name for each in workbook.sheets]
    params: dict[str, Any] = {}
    if sheet is not None and sheet not in names:
        reason, params = "refused.no_such_sheet", {"sheet": sheet, "sheets": ", ".join(names)}
    elif understood is None:
        reason = "refused.no_table"
    elif not understood.joined.table.rows and not no_headings(understood.joined.table.headings):
        reason, params = "refused.no_rows", {"sheet": understood.joined.table.sheet}
    else:
        reason, headings = _why_not(understood)
        params = {"headings": ", ".join(each for each in headings if each.strip())}
    table = understood.joined.table if understood else None
    return Intake(
        *file,
        sheets=[table.sheet] if table else names,
        heading_rows=list(table.heading_rows) if table else [],
        layout=None,
        mapping={},
        dropped_personal=understood.dropped if understood else [],
        records=empty_records(),
        counts=CountRows().frame(),
        raw=pd.DataFrame({"sheet": pd.Series(dtype="str"), "row": pd.Series(dtype="int32")}),
        excluded=[],
        questions=[],
        refused=reason,
        refused_params=params,
        title=told(table.title) if table else [],
        signature=signature(table) if table else "",
        answers=seen.used(),
        **seen.added(understood, [*workbook.problems, *notices(workbook, ()), *seen.problems]),
    )
