"""The report of an intake: a dict with stable keys (docs/check_json.md), for the command line."""

import hashlib
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import pandas as pd

from data.intake.result import Intake, Question
from data.intake.sums import bounds, by_month, latest, outcome_sum
from data.problems import Problem

if TYPE_CHECKING:
    from typing import Protocol

    class Words(Protocol):
        def say(self, message: str, **params: Any) -> str: ...


_PLAIN = ("killed", "injured")
KEYS = (
    "file", "sha256", "sheets", "heading_rows", "layout", "mapping", "dropped_personal", "rows", "records", "excluded",
    "killed", "injured", "unknown_outcome", "not_split", "killed_min", "killed_max", "injured_min", "injured_max",
    "latest", "not_recorded", "first_date", "last_date", "undated", "by_month", "problems", "questions", "answers",
    "signature", "refused",
)  # fmt: skip


def report(intake: Intake, words: "Words | None" = None) -> dict[str, Any]:
    """Everything that was understood, as JSON values. With `words`, refusals and questions carry their sentence."""
    running = intake.layout == "running_totals"
    counted = intake.layout is not None and not running
    return {
        "file": intake.file,
        "sha256": intake.sha256,
        "sheets": intake.sheets,
        "heading_rows": intake.heading_rows,
        "layout": intake.layout,
        "mapping": {field: asdict(mapped) for field, mapped in intake.mapping.items()},
        "dropped_personal": [asdict(dropped) for dropped in intake.dropped_personal],
        "rows": intake.rows,
        "records": len(intake.records),
        "excluded": [{"sheet": each.sheet, "row": each.row, "reason": each.reason} for each in intake.excluded],
        **{key: outcome_sum(intake, key) if counted else None for key in _SUMS.values()},
        **_ranges(intake, counted),
        "latest": latest(intake) if running else None,
        "not_recorded": _not_recorded(intake),
        "first_date": _day(intake.records["date_from"].min()),
        "last_date": _day(intake.records["date_to"].max()),
        "undated": int(intake.records["date_from"].isna().sum()),
        "by_month": by_month(intake) if counted else {},
        "problems": [problem_as_json(problem) for problem in intake.problems],
        "questions": [_question(question, words) for question in intake.questions],
        "answers": intake.answers,
        "signature": intake.signature or None,
        "refused": _refused(intake, words),
    }


def unread(file: str, content: bytes | None, message: str, sentence: str) -> dict[str, Any]:
    """The report of a file that cannot be read (`content` None: not even opened): the same keys, and why."""
    empty: dict[str, Any] = dict.fromkeys(KEYS)
    lists = ("sheets", "heading_rows", "dropped_personal", "excluded", "problems", "questions")
    empty |= {key: [] for key in lists} | {
        "mapping": {},
        "by_month": {},
        "answers": {},
        "rows": 0,
        "records": 0,
        "undated": 0,
    }
    empty |= {"not_recorded": dict.fromkeys(_PLAIN, 0)}
    found = {"file": file, "sha256": hashlib.sha256(content).hexdigest() if content is not None else None}
    return empty | found | {"refused": {"message": message, "sentence": sentence}}


_SUMS = {"killed": "killed", "injured": "injured", "unknown": "unknown_outcome", "not_split": "not_split"}


def _ranges(intake: Intake, counted: bool) -> dict[str, int | float | None]:
    found = {}
    for outcome in _PLAIN:
        low, high = bounds(intake, outcome) if counted else (None, None)
        found[f"{outcome}_min"], found[f"{outcome}_max"] = low, high
    return found


def _not_recorded(intake: Intake) -> dict[str, int]:
    """Rows whose figure of the outcome is missing altogether."""
    return {outcome: int((intake.records[f"{outcome}_basis"] == "not_recorded").sum()) for outcome in _PLAIN}


def _day(moment: Any) -> str | None:
    return None if pd.isna(moment) else str(pd.Timestamp(moment).date())


def problem_as_json(problem: Problem) -> dict[str, Any]:
    return {
        "kind": problem.kind,
        "severity": problem.severity,
        "sheet": problem.sheet,
        "row": problem.row,
        "column": problem.column,
        "field": problem.field,
        "value": problem.value,
        "suggestion": problem.suggestion,
    }


def _question(question: Question, words: "Words | None") -> dict[str, Any]:
    found = asdict(question)
    del found["settled"], found["answer"]
    found |= {key: list(found[key]) for key in ("candidates", "values", "evidence")}
    found["sentence"] = words.say(question.message, heading=question.heading or "") if words else None
    return found


def _refused(intake: Intake, words: "Words | None") -> dict[str, Any] | None:
    if intake.refused is None:
        return None
    sentence = words.say(intake.refused, **intake.refused_params) if words else None
    return {"message": intake.refused, "sentence": sentence}
