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
from data.intake.mapping.repeated import Repeated, repeated_counts
from data.intake.not_read import tables_not_read
from data.intake.result import Corrected, Dropped, Question
from data.intake.table import Table
from data.problems import Problem

_TIMES_AS_LONG = 5
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
    """The first table that counts people; where none does, the first that might, else the first of all.

    A long list of people that leaves a question goes before a short table that leaves none: its summary.
    """
    best: Understanding | None = None
    tables = [unpivoted(table) for table in tables]
    for table in tables:
        found = _one(table, tables, corrections, answers, filename)
        if found.decision.layout and not found.doubtful:
            best = best if best and _is_summary(found, best) else found
            break
        if best is None or (found.decision.layout and not best.decision.layout):
            best = found
    if best is None or best.decision.layout is None:
        return best
    return replace(best, problems=[*best.problems, *tables_not_read(best.joined, tables)])


def _is_summary(short: Understanding, long: Understanding) -> bool:
    people = long.decision.layout == "line_list" and long.dropped
    return bool(people) and len(long.joined.table.rows) >= _TIMES_AS_LONG * len(short.joined.table.rows)


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
    safe, dropped = privacy.personal(columns)
    kept_at = {column.index for column in safe}
    personal = [column for column in columns if column.index not in kept_at]
    repeated = list(repeated_counts(safe, personal)) if not joined.table.crosstab else []
    problems += [_not_added(joined, each) for each in repeated]
    telling = [column for column in safe if all(column is not each.column for each in repeated)]
    choice = choose(telling, answers, joined.table.title, [joined.table.sheet, filename], joined.sheets)
    original = columns if mended is joined.table else columns_of(joined.table)
    decision = layout.decide(choice, columns, joined.table, answers, filename)
    if decision.layout == "running_totals":
        choice = layout.in_series(choice)
    gone = {column.index for column in personal}
    kept = [column for column in original if column.index not in gone]
    return Understanding(joined, choice, decision, kept, dropped, corrected, [*joined.table.findings, *problems])


def _not_added(joined: Joined, repeated: Repeated) -> Problem:
    return Problem(
        "figure_repeated", joined.table.sheet, joined.table.heading_rows[0], repeated.column.letter,
        value=repeated.column.heading, params={"by": repeated.by.heading},
    )  # fmt: skip
