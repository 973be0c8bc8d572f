"""What a file does not say, as forms: each question with what speaks for which answer, and none chosen for anyone."""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from data.intake.result import Question


def open_questions(
    questions: Sequence[Question], name: Callable[[str, str, Any], str], words: Any
) -> list[dict[str, Any]]:
    """`form`: choose (one of the options), codes (one option per code), years (one per sheet) or year.

    `name` gives a candidate in the reader's language (kind, candidate, words).
    """
    return [_question(question, name, words) for question in questions]


def _question(question: Question, name: Callable[[str, str, Any], str], words: Any) -> dict[str, Any]:
    kind = "question" if question.kind == "column" else question.kind
    guess = question.guess
    options = [
        {"value": each, "name": name(kind, each, words), "likely": guess == each} for each in question.candidates
    ]
    by_sheet = guess if isinstance(guess, Mapping) else None
    form = "codes" if question.values else "choose" if question.candidates else "years" if by_sheet else "year"
    parts = question.values if question.values else tuple(by_sheet or ())
    return {
        "key": "q" + hashlib.sha256(question.id.encode()).hexdigest()[:8],
        "id": json.dumps(question.id),
        "sentence": words.say(question.message, heading=question.heading or ""),
        "form": form,
        "options": options,
        "parts": [
            {"id": json.dumps(each), "name": each, "guess": str((by_sheet or {}).get(each, ""))} for each in parts
        ],
        "guess": "" if guess is None or by_sheet or options else str(guess),
        "evidence": list(question.evidence),
    }
