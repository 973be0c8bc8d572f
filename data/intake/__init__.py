"""A spreadsheet's way in: take_in() from bytes to records, with everything that was understood or doubted."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from data.intake.corrections import Correction
from data.intake.handing_over import refused, source_of, taken
from data.intake.readers import Limits, NotASpreadsheet, read
from data.intake.records.building import build
from data.intake.result import Corrected, Dropped, Intake, Mapped, Question
from data.intake.table import Excluded, find_tables
from data.intake.understanding import understand
from data.intake.validation import shortened, validate

__all__ = ["Corrected", "Dropped", "Excluded", "Intake", "Limits", "Mapped", "NotASpreadsheet", "Question", "take_in"]


def take_in(
    content: bytes,
    filename: str,
    *,
    sheet: str | None = None,
    answers: Mapping[str, Any] | None = None,
    corrections: Sequence[Correction] | None = None,
    today: date | None = None,
    progress: Callable[[int, int], None] | None = None,
    limits: Limits | None = None,
) -> Intake:
    """The whole way of a file. Raises NotASpreadsheet when it cannot be read; a file that counts nobody is `refused`.

    `sheet` narrows it to one sheet; `answers` maps question ids to what a person said; `corrections` mend known errors;
    `today` is the day against which dates are in the future; `progress` is called with (rows read, rows known of);
    `limits` are what the reading may cost.
    """
    workbook = read(content, filename, limits or Limits(), progress)
    tables = find_tables(workbook, sheet)
    workbook = workbook.emptied()
    understood = understand(tables, corrections or (), answers or {}, filename)
    file = (filename, hashlib.sha256(content).hexdigest(), len(content))
    if understood is None or understood.decision.layout is None:
        return refused(file, workbook, sheet, understood)
    built = build(source_of(understood), understood.choice, understood.decision, answers or {}, today or date.today())
    found = [*workbook.problems, *understood.problems, *built.problems, *validate(built.reading)]
    return taken(file, understood, built, shortened(found))
