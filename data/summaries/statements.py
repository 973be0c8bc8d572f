"""The published running totals as statements: what each said, of whom, as of when, and what contradicts it."""

from dataclasses import dataclass
from datetime import date
from typing import Literal
from weakref import WeakKeyDictionary

import numpy as np
import pandas as pd

from data.fields import CONFIDENCES, NOT_STATED, OUTCOMES, STATUSES
from data.frame import Edition, Frame
from data.problems import Problem
from data.record.public_findings import is_told
from data.summaries.amounts import NOT_RECORDED, Amount, per_status, record_amounts

Outcome = Literal["killed", "injured", "casualties"]
_read: "WeakKeyDictionary[Frame, tuple[Statement, ...]]" = WeakKeyDictionary()


@dataclass(frozen=True)
class Statement:
    """One published statement. `start`..`end` is the extent of its date (one day, or a month), None when unknown.

    `killed` and `injured` are None where not stated, `at_least` where only some groups were stated; `total` only where
    the statement itself gives one. `splits` are (status, outcome) -> number, the remainder under not_stated.
    """

    record_id: str
    position: int
    row: int
    since: date | None
    start: date | None
    end: date | None
    precision: str
    date_text: str
    counted_by: str
    scope: str
    is_main_scope: bool
    killed: Amount
    injured: Amount
    total: float | None
    splits: dict[tuple[str, str], float]
    outlet: str
    link: str
    confidence: str
    findings: tuple[Problem, ...]

    @property
    def first(self) -> date:
        """The first possible day of a dated statement. Raises ValueError for one without a date."""
        if self.start is None:
            raise ValueError("no date")
        return self.start

    @property
    def last(self) -> date:
        """The last possible day of a dated statement."""
        return self.end or self.first

    def value(self, outcome: str) -> float | None:
        """The number stated for the whole: killed, injured or casualties; None where it is not stated or partial.

        Casualties are the stated total, else the sum of killed and injured where both are whole.
        """
        if outcome != "casualties":
            amount = self.killed if outcome == "killed" else self.injured
            return None if amount.at_least else amount.n
        if self.total is not None:
            return self.total
        killed, injured = self.value("killed"), self.value("injured")
        return None if killed is None or injured is None else killed + injured

    def of_status(self, outcome: str, chosen: frozenset[str]) -> Amount:
        """Killed (injured) of some status. One that the statement does not name is 0 only if there is no remainder."""
        amount = self.killed if outcome == "killed" else self.injured
        named = [n for (status, what), n in self.splits.items() if what == outcome and status in chosen]
        if named:
            return Amount(sum(named), amount.at_least)
        hidden = amount.n is None or amount.at_least or (NOT_STATED, outcome) in self.splits
        return NOT_RECORDED if hidden else Amount(0.0)

    def contradicted(self, outcome: str) -> bool:
        """Whether its killed (injured, casualties) disagree with its other figures or with another statement's."""
        own = "stated_total" if outcome == "casualties" else outcome
        graves = [problem for problem in self.findings if problem.severity != "note"]
        return any(not problem.field or problem.field.partition(".")[0] == own for problem in graves)

    def told(self, problem: Problem) -> bool:
        """Whether the sentence of one of its findings may be told to everybody."""
        return is_told(problem)

    @property
    def states_anything(self) -> bool:
        return any(value is not None for value in (self.killed.n, self.injured.n, self.total))

    @property
    def is_split(self) -> bool:
        """Whether everybody killed and injured is said to be civilian or military (or other): no remainder."""
        named = {status for status, outcome in self.splits if outcome in ("killed", "injured")}
        whole = self.value("killed") is not None and self.value("injured") is not None
        return whole and bool(named) and NOT_STATED not in named


def totals_frame(edition: Edition) -> Frame | None:
    """The dataset of published running totals, None where the edition has none."""
    return next((frame for frame in edition.frames.values() if frame.dataset.layout == "running_totals"), None)


def statements(edition: Edition) -> tuple[Statement, ...]:
    """Every statement of the running totals, in the order of the file. Running totals are never added up."""
    frame = totals_frame(edition)
    return statements_of(frame) if frame else ()


def statements_of(frame: Frame) -> tuple[Statement, ...]:
    if frame not in _read:
        _read[frame] = _statements(frame)
    return _read[frame]


def latest(edition: Edition) -> Statement | None:
    """The newest dated statement of the main scope that gives both killed and injured."""
    frame = totals_frame(edition)
    return newest_of(frame) if frame else None


def newest_of(frame: Frame) -> Statement | None:
    """`latest`, of one dataset of running totals."""
    dated = [one for one in statements_of(frame) if one.start and one.is_main_scope]
    whole = [one for one in dated if one.value("killed") is not None and one.value("injured") is not None]
    return max(whole, key=_newness, default=None)


def resolve_statement(
    edition: Edition, kind: str, outcome: str, counted_by: str | None = None, as_of: date | None = None
) -> Statement | None:
    """The statement that a bound figure of the text stands on.

    kind "latest": see `latest`. kind "statement": the one of `counted_by` as of `as_of` that gives `outcome` (killed,
    injured, casualties). None where there is none, or where it does not give the outcome; value(outcome) is the figure.
    """
    if kind == "latest":
        found = latest(edition)
        return found if found and found.value(outcome) is not None else None
    fitting = [
        one
        for one in _dated(edition)
        if one.value(outcome) is not None
        and (counted_by is None or one.counted_by.casefold() == counted_by.casefold())
        and (as_of is None or (one.precision == "day" and one.start == as_of))
    ]
    return max(fitting, key=_newness, default=None)


def _dated(edition: Edition) -> list[Statement]:
    return [one for one in statements(edition) if one.start and one.is_main_scope]


def _newness(one: Statement) -> tuple:
    """By date; of one date the surer, then the one further down. A month counts from its first day: never too new."""
    return (one.first, one.precision == "day", -CONFIDENCES.index(one.confidence), one.position)


def _statements(frame: Frame) -> tuple[Statement, ...]:
    columns = _columns(frame)
    main = main_scope(columns["scope"])
    splits = per_status(frame)
    found: dict[tuple[int, int], list[Problem]] = {}
    for problem in frame.problems:
        found.setdefault((problem.params.get("part", 0), problem.row or 0), []).append(problem)
    parts = [part for part, file in enumerate(frame.files) for _ in range(file.record_count)] or [0] * len(frame)
    rows = []
    for position in range(len(frame)):
        own = {name: values[position] for name, values in columns.items()}
        rows.append(
            Statement(
                position=position,
                is_main_scope=own["scope"] == main,
                splits=_split(splits[position]),
                findings=tuple(found.get((parts[position], own["row"]), ())),
                **own,
            )
        )
    return tuple(rows)


def main_scope(scopes: list[str]) -> str:
    """The scope of most statements; the first of equals. Figures of different scope are never compared."""
    return max(dict.fromkeys(scopes), key=scopes.count, default="")


def _columns(frame: Frame) -> dict[str, list]:
    """Statement's own fields, each as a list with one value per record."""
    records = frame.records
    names = {
        "record_id": "record_id", "row": "row", "precision": "date_precision", "date_text": "date_text",
        "counted_by": "counted_by", "scope": "scope", "outlet": "reported_in", "link": "source_url",
        "confidence": "confidence",
    }  # fmt: skip
    columns = {name: records[field].tolist() for name, field in names.items()}
    for name, field in {"since": "since", "start": "date_from", "end": "date_to"}.items():
        columns[name] = [None if moment is pd.NaT else moment.date() for moment in records[field]]
    columns["total"] = [None if np.isnan(total) else total for total in records["stated_total"]]
    columns["killed"] = record_amounts(frame, "killed")
    columns["injured"] = record_amounts(frame, "injured")
    return columns


def _split(sums: np.ndarray) -> dict[tuple[str, str], float]:
    """(status, outcome) -> number, where there is one; sums has shape (4, 6)."""
    return {
        (status, outcome): float(sums[o, s])
        for o, outcome in enumerate(OUTCOMES)
        for s, status in enumerate(STATUSES)
        if sums[o, s]
    }
