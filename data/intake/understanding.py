"""The best of the tables of a file: which one counts people, in which layout, by which columns."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from data.intake import layout, privacy, repeated_groups
from data.intake.corrections import Correction, apply
from data.intake.crosstab import unpivoted
from data.intake.joining import Joined, join
from data.intake.layout import Decision
from data.intake.mapping.choice import Choice, choose
from data.intake.mapping.columns import Column, columns_of
from data.intake.not_read import tables_not_read
from data.intake.result import Corrected, Dropped, Question
from data.intake.table import Table
from data.problems import Problem

_GROUPINGS = 4  # by country, by kind, by sex: each may have a value for all


@dataclass(frozen=True, eq=False)
class Understanding:
    """One table understood. `kept` are its original columns without the personal ones; `choice` reads mended cells."""

    joined: Joined
    choice: Choice
    decision: Decision
    kept: list[Column]
    dropped: list[Dropped]
    corrected: list[Corrected]
    problems: list[Problem]

    @property
    def questions(self) -> list[Question]:
        return [*self.choice.questions, *self.decision.questions]

    @property
    def doubtful(self) -> bool:
        """Is it not even sure that the table is about people killed or injured?"""
        return any(question.kind in ("everyone", "measure") for question in self.questions)


def understand(
    tables: Sequence[Table], corrections: Sequence[Correction], answers: Mapping[str, Any], filename: str = ""
) -> Understanding | None:
    """The first table that counts people; where none does, the first that might, else the first of all."""
    best: Understanding | None = None
    tables = [unpivoted(table) for table in tables]
    for table in tables:
        found = _one(table, tables, corrections, answers, filename)
        if found.decision.layout and not found.doubtful:
            return replace(found, problems=[*found.problems, *tables_not_read(found.joined, tables)])
        if best is None or (found.decision.layout and not best.decision.layout):
            best = found
    return best


def _one(
    table: Table, tables: Sequence[Table], corrections: Sequence[Correction], answers: Mapping[str, Any], filename: str
) -> Understanding:
    joined = join(table, tables)
    found = _read(joined, corrections, answers, filename)
    for _ in range(_GROUPINGS):
        repeated = repeated_groups.find(found.choice) if found.decision.layout != "running_totals" else None
        if repeated is None:
            break
        joined = repeated_groups.without(joined, repeated)
        found = _read(joined, corrections, answers, filename)
    return found


def _read(
    joined: Joined, corrections: Sequence[Correction], answers: Mapping[str, Any], filename: str
) -> Understanding:
    mended, corrected, problems = apply(joined.table, corrections)
    columns = columns_of(mended)
    _, dropped = privacy.personal(columns)
    gone = {each.column for each in dropped}
    kept = [column for column in columns if column.letter not in gone]
    choice = choose(kept, answers, joined.table.title, [joined.table.sheet, filename], joined.sheets)
    original = columns if mended is joined.table else columns_of(joined.table)
    decision = layout.decide(choice, columns, joined.table, answers)
    if decision.layout == "running_totals":
        choice = layout.in_series(choice)
    kept = [column for column in original if column.letter not in gone]
    return Understanding(joined, choice, decision, kept, dropped, corrected, [*joined.table.findings, *problems])
