"""A spreadsheet's way in: take_in() from bytes to records, with everything that was understood or doubted."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from data.intake.answers import Answers, Remembered, signature, words_of
from data.intake.corrections import Correction
from data.intake.handing_over import refused, source_of, taken
from data.intake.notices import notices
from data.intake.offers import Offer
from data.intake.picture import SheetPicture
from data.intake.readers import Limits, NotASpreadsheet, read
from data.intake.records.building import build
from data.intake.result import Corrected, Dropped, Intake, Mapped, Question
from data.intake.set_aside import SetAside
from data.intake.table import Excluded, Table, find_tables
from data.intake.understanding import Understanding, understand
from data.intake.validation import shortened, validate

__all__ = [
    "Corrected",
    "Dropped",
    "Excluded",
    "Intake",
    "Limits",
    "Mapped",
    "NotASpreadsheet",
    "Offer",
    "Question",
    "SetAside",
    "SheetPicture",
    "take_in",
]

_ROUNDS = 4  # an answer may bring up another question


def take_in(
    content: bytes,
    filename: str,
    *,
    sheet: str | None = None,
    answers: Mapping[str, Any] | None = None,
    remembered: Remembered | None = None,
    corrections: Sequence[Correction] | None = None,
    set_aside: Sequence[SetAside] | None = None,
    today: date | None = None,
    progress: Callable[[int, int], None] | None = None,
    limits: Limits | None = None,
    all_findings: bool = False,
) -> Intake:
    """The whole way of a file. Raises NotASpreadsheet when it cannot be read; a file that counts nobody is `refused`.

    `sheet` narrows it to one sheet; `answers` maps question ids to what a person said; `remembered` gives the answers
    kept under a signature of headings, for what is asked and not answered; `corrections` mend known errors;
    `set_aside` are rows that are not counted; `all_findings` gives back up to 20,000 of a kind and not only the first;
    `today` is the day against which dates are in the future; `progress` is called with (rows read, rows known of);
    `limits` are what the reading may cost.
    """
    workbook = read(content, filename, limits or Limits(), progress)
    tables = find_tables(workbook, sheet)
    workbook = workbook.emptied()
    understood, told = _understood(tables, corrections or (), Answers(answers or {}), remembered, filename)
    file = (filename, hashlib.sha256(content).hexdigest(), len(content))
    if understood is None or understood.decision.layout is None:
        return refused(file, workbook, sheet, understood)
    built = build(source_of(understood), understood.choice, understood.decision, told, today or date.today())
    seen = [*workbook.problems, *notices(workbook, {each.sheet for each in understood.joined.tables})]
    found = [*seen, *understood.problems, *built.problems, *validate(built.reading, understood.choice.columns)]
    return taken(file, understood, built, shortened(found), told.used)


def _understood(
    tables: Sequence[Table],
    corrections: Sequence[Correction],
    answers: Answers,
    remembered: Remembered | None,
    filename: str,
) -> tuple[Understanding | None, Answers]:
    """The table with the answers that were needed: what was remembered is taken only for what is asked."""
    understood = understand(tables, corrections, answers, filename)
    if understood is None or remembered is None:
        return understood, answers
    known = remembered(signature(understood.joined.table))
    answers = answers.with_remembered(words_of(known))
    for _ in range(_ROUNDS):
        asked = {question.id for question in understood.questions} & known.keys() - set(answers)
        if not asked:
            break
        answers = answers.with_remembered({key: known[key] for key in asked})
        understood = understand(tables, corrections, answers, filename) or understood
    return understood, answers
