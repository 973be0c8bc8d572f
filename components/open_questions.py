"""What a file does not say, as forms: each question with what speaks for which answer, and none chosen for anyone."""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from data.intake.offers import Offer
from data.intake.result import Question

Name = Callable[[str, str], str]
# What the counts of a question's evidence are: how many rows, or what the figures of a column come to.
_ROWS, _SUMS = ("date_order", "codes"), ("column", "people")
SAMPLES = 4


def open_questions(
    questions: Sequence[Question], offers: Sequence[Offer], name: Name, words: Any
) -> list[dict[str, Any]]:
    """`form`: choose (one of the options), codes (one option per code), years (one per sheet) or year.

    `name` gives a candidate in the reader's language (kind, candidate); sample cells are those of the `offers`.
    """
    cells = {offer.column: offer.evidence for offer in offers if offer.kind == "column" and offer.column}
    return [_question(question, cells.get(question.column or "", ()), name, words) for question in questions]


def _question(question: Question, cells: Sequence[str], name: Name, words: Any) -> dict[str, Any]:
    kind = "question" if question.kind == "column" else question.kind
    by_sheet = question.guess if isinstance(question.guess, Mapping) else {}
    told = _told(question, words)
    options = [
        {"value": each, "name": name(kind, each), "note": told.pop(each, ""), "likely": question.guess == each}
        for each in ([] if question.values else question.candidates)
    ]
    parts = [
        {"id": json.dumps(each), "name": each, "note": told.pop(each, ""), "guess": str(by_sheet.get(each, ""))}
        for each in (question.values or by_sheet)
    ]
    return {
        "key": "q" + hashlib.sha256(question.id.encode()).hexdigest()[:8],
        "id": json.dumps(question.id),
        "sentence": words.say(question.message, heading=question.heading or ""),
        "form": _form(question, bool(by_sheet)),
        "options": options,
        "meanings": [(each, name(kind, each)) for each in question.candidates],
        "parts": parts,
        "guess": "" if question.guess is None or by_sheet or options or parts else str(question.guess),
        "evidence": list(told.values()),
        "cells": list(dict.fromkeys(cells))[:SAMPLES] if question.kind == "date_order" else [],
    }


def _form(question: Question, by_sheet: bool) -> str:
    if question.values:
        return "codes"
    return "choose" if question.candidates else "years" if by_sheet else "year"


def _told(question: Question, words: Any) -> dict[str, str]:
    """What the evidence speaks of -> the sentence: "either: 3" is a count of rows, "Killed (D): 12" a sum."""
    told = {}
    for each in question.evidence:
        about, _, amount = each.rpartition(": ")
        if question.kind in _ROWS and amount.isdecimal():
            message = f"understood.order.{about}" if question.kind == "date_order" else "understood.rows"
            told[about] = words.say(message, count=int(amount)) if words.has(message) else each
        elif question.kind in _SUMS and _number(amount) is not None:
            told[about] = words.say("understood.sum", sum=_number(amount))
        else:
            told[each] = each
    return told


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
