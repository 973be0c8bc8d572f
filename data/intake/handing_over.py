"""The last step: what was understood, or why not, put into an Intake."""

from typing import Any

import pandas as pd

from data.intake.answers import signature
from data.intake.data_as_headings import no_headings
from data.intake.mapping.role import NO_PEOPLE, OTHER_PEOPLE
from data.intake.notices import notices
from data.intake.readers import Workbook
from data.intake.records.building import Built
from data.intake.records.counting import CountRows
from data.intake.records.frames import empty_records
from data.intake.records.source import Source
from data.intake.result import Intake
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


def taken(
    file: File, understood: Understanding, built: Built, problems: list[Problem], answers: dict[str, str]
) -> Intake:
    """A file that was understood. `answers`: question id -> given or remembered, of those that were used."""
    table = understood.joined.table
    unanswered = {question.id for question in understood.questions}
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
        problems=problems,
        questions=understood.questions,
        corrected=understood.corrected,
        title=table.title,
        signature=signature(table),
        answers={key: origin for key, origin in answers.items() if key not in unanswered},
    )


def _why_not(understood: Understanding) -> tuple[str, list[str]]:
    """The message id of the refusal, and the headings that explain it: of what is counted instead."""
    choice, headings = understood.choice, understood.joined.table.headings
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


def refused(file: File, workbook: Workbook, sheet: str | None, understood: Understanding | None) -> Intake:
    """A file that counts nobody killed or injured, or has no table (on that sheet)."""
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
        problems=[*workbook.problems, *notices(workbook, ())],
        questions=[],
        refused=reason,
        refused_params=params,
        title=table.title if table else [],
    )
