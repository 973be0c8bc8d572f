"""The last step: what was understood, or why not, put into an Intake."""

from typing import Any

import pandas as pd

from data.intake.readers import Workbook
from data.intake.records.building import Built
from data.intake.records.counting import CountRows
from data.intake.records.frames import empty_records
from data.intake.records.source import Source
from data.intake.result import Intake
from data.intake.understanding import Understanding
from data.problems import Problem

File = tuple[str, str, int]  # name, SHA-256, bytes


def source_of(understood: Understanding) -> Source:
    """The rows of the table with their sheets, the columns that may be stored, and the totals row."""
    table = understood.joined.table
    totals = {table.letters[at]: number for at, number in (table.totals or {}).items()}
    row = next(((each.sheet, each.row) for each in table.excluded if each.reason == "totals_row"), None)
    return Source(understood.joined.sheets, table.rows, understood.kept, totals, row if totals else None)


def taken(file: File, understood: Understanding, built: Built, problems: list[Problem]) -> Intake:
    """A file that was understood."""
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
        excluded=table.excluded,
        problems=problems,
        questions=understood.questions,
        corrected=understood.corrected,
        title=table.title,
    )


def refused(file: File, workbook: Workbook, sheet: str | None, understood: Understanding | None) -> Intake:
    """A file that counts nobody killed or injured, or has no table (on that sheet)."""
    names = [each.name for each in workbook.sheets]
    params: dict[str, Any] = {}
    if sheet is not None and sheet not in names:
        reason, params = "refused.no_such_sheet", {"sheet": sheet, "sheets": ", ".join(names)}
    elif understood is None:
        reason = "refused.no_table"
    elif not understood.joined.table.rows:
        reason, params = "refused.no_rows", {"sheet": understood.joined.table.sheet}
    else:
        reason = "refused.no_figures" if understood.choice.blank else "refused.no_measure"
        params = {"headings": ", ".join(each for each in understood.joined.table.headings if each.strip())}
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
        problems=list(workbook.problems),
        questions=[],
        refused=reason,
        refused_params=params,
        title=table.title if table else [],
    )
