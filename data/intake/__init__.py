"""A spreadsheet's way in: take_in() from bytes to records, with everything that was understood or doubted."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from data.intake.answers import Answers, Remembered, holding, signature
from data.intake.choices import rows_not_found, where
from data.intake.corrections import Correction
from data.intake.handing_over import Seen, refused, source_of, taken
from data.intake.looks import look_at
from data.intake.mending import Mended, mend, noted
from data.intake.notices import notices
from data.intake.offers import Offer
from data.intake.own import SIGN
from data.intake.own import building as own
from data.intake.picture import SheetPicture
from data.intake.readers import Limits, NotASpreadsheet, read
from data.intake.reading import MOST_OF_A_KIND, MOST_OF_ALL
from data.intake.records.building import build
from data.intake.result import Corrected, Dropped, Intake, Mapped, Question
from data.intake.set_aside import SetAside
from data.intake.table import Excluded, Table, find_tables
from data.intake.understanding import Given, Understanding, understand
from data.intake.validation import shortened, validate
from data.problems import Problem

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
    given = Answers(answers or {})
    workbook = read(content, filename, limits or Limits(), progress)
    place = where(workbook, sheet, given, set_aside or ())
    mended = mend(workbook, corrections or (), lambda book: find_tables(book, place.sheet, place.told))
    tables = find_tables(mended.workbook, place.sheet, place.told)
    looks = look_at(mended.workbook, tables, place.told)
    workbook, mended = workbook.emptied(), replace(mended, workbook=workbook.emptied())
    understood, told = _understood(tables, mended, given, remembered, filename)
    file = (filename, hashlib.sha256(content).hexdigest(), len(content))
    corrected = mended.corrected(tables)
    wrong = dict(place.problems) | dict(understood.unfollowed if understood else {})
    said = [*mended.broken, *noted(corrected), *wrong.values()]
    if understood is not None:
        said += rows_not_found(set_aside or (), understood.joined)
    seen = Seen(workbook, place.sheet, looks, said, corrected, partial(_settled, told, understood, wrong))
    if understood is None or understood.decision.layout is None:
        return refused(file, understood, seen)
    source, day = source_of(understood), today or date.today()
    if understood.decision.sign.name == SIGN:
        built = own.build(source, understood.choice, understood.decision, day)
    else:
        built = build(source, understood.choice, understood.decision, told, day)
    notes = [*workbook.problems, *notices(workbook, {each.sheet for each in understood.joined.tables})]
    found = [*notes, *understood.problems, *said, *built.problems, *validate(built.reading, understood.choice.columns)]
    return taken(file, understood, built, seen, shortened(found, MOST_OF_ALL if all_findings else MOST_OF_A_KIND))


def _settled(told: Answers, understood: Understanding | None, wrong: Mapping[str, Problem]) -> dict[str, str]:
    """Answer id -> given or remembered, of those that were used and could be followed."""
    unanswered = {question.id for question in understood.questions} if understood else set()
    return {key: origin for key, origin in told.used.items() if key not in unanswered and key not in wrong}


def _understood(
    tables: Sequence[Table], mended: Mended, answers: Answers, remembered: Remembered | None, filename: str
) -> tuple[Understanding | None, Answers]:
    """The table with the answers that were needed: what was remembered is taken only for what is asked, or holds."""
    understood = understand(tables, Given(answers, filename, mended.before))
    if understood is None or remembered is None:
        return understood, answers
    known = remembered(signature(understood.joined.table))
    held = holding(known)
    answers = answers.with_remembered(held)
    if any(key.startswith("column:") for key in held.keys() - set(answers.given)):
        understood = understand(tables, Given(answers, filename, mended.before)) or understood
    for _ in range(_ROUNDS):
        asked = {question.id for question in understood.questions} & known.keys() - set(answers)
        if not asked:
            break
        answers = answers.with_remembered({key: known[key] for key in asked})
        understood = understand(tables, Given(answers, filename, mended.before)) or understood
    return understood, answers
