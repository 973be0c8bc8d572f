"""The best of the tables of a file: which one counts people, in which layout, by which columns."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from data.intake import layout, own, privacy, repeated_groups
from data.intake.crosstab import unpivoted
from data.intake.joining import Joined, join
from data.intake.layout import Decision
from data.intake.mapping import chosen
from data.intake.mapping.choice import Choice, choose
from data.intake.mapping.chosen import Said
from data.intake.mapping.columns import Column, columns_of
from data.intake.mapping.in_force import in_force
from data.intake.mapping.repeated import Repeated, repeated_counts
from data.intake.mending import Place
from data.intake.not_read import tables_not_read
from data.intake.personal_cells import without_names
from data.intake.readers import Cell
from data.intake.restoring import restored
from data.intake.result import Dropped, Question
from data.intake.table import Table
from data.problems import Problem

_TIMES_AS_LONG = 5
_GROUPINGS = 4  # by country, by kind, by sex: each may have a value for all


@dataclass(frozen=True, eq=False)
class Understanding:
    """One table understood. `columns` are all of it, as they are read; `kept` are its columns without the personal
    ones, as the file has them; `fields`: index of a column -> (field, confidence); `ids`: index -> the answer that
    says what a column holds. `unfollowed`: answers that came to nothing, with a finding each."""

    joined: Joined
    columns: list[Column]
    choice: Choice
    decision: Decision
    kept: list[Column]
    dropped: list[Dropped]
    problems: list[Problem]
    fields: Mapping[int, tuple[str, float]] = field(default_factory=dict)
    ids: Mapping[int, str] = field(default_factory=dict)
    unfollowed: Mapping[str, Problem] = field(default_factory=dict)

    @property
    def asked(self) -> list[Question]:
        """Every question, those that are settled among them."""
        return [*self.choice.questions, *self.decision.questions]

    @property
    def questions(self) -> list[Question]:
        return [question for question in self.asked if not question.settled]

    @property
    def doubtful(self) -> bool:
        """Is it not even sure that the table is about people killed or injured?"""
        return any(question.kind in ("everyone", "measure") for question in self.questions)


@dataclass(frozen=True, eq=False)
class Given:
    """What is known beside the tables: answers, the name of the file, and what stood in cells that were mended."""

    answers: Mapping[str, Any]
    filename: str = ""
    before: Mapping[Place, Cell] = field(default_factory=dict)


def understand(tables: Sequence[Table], given: Given) -> Understanding | None:
    """The first table that counts people; where none does, the first that might, else the first of all.

    A long list of people that leaves a question goes before a short table that leaves none: its summary.
    """
    best: Understanding | None = None
    tables = [unpivoted(table, _ignored(table, given)) for table in tables]
    for table in tables:
        found = _one(table, tables, given)
        if found.decision.layout and not found.doubtful:
            best = best if best and _is_summary(found, best) else found
            break
        if best is None or (found.decision.layout and not best.decision.layout):
            best = found
    if best is None or best.decision.layout is None:
        return best
    return replace(best, problems=[*best.problems, *tables_not_read(best.joined, tables)])


def _ignored(table: Table, given: Given) -> set[int]:
    """The columns of a table, as it stands in the sheet, that a person ignores."""
    said = [key for key in given.answers if key.startswith("column:")]
    if not any(given.answers[key] == chosen.IGNORE for key in said):
        return set()
    told = chosen.said(columns_of(table), table.sheet, given.answers)
    return {index for index, name in told.fields.items() if name == chosen.IGNORE}


def _is_summary(short: Understanding, long: Understanding) -> bool:
    people = long.decision.layout == "line_list" and long.dropped
    return bool(people) and len(long.joined.table.rows) >= _TIMES_AS_LONG * len(short.joined.table.rows)


def _one(table: Table, tables: Sequence[Table], given: Given) -> Understanding:
    joined = join(table, tables)
    found = _read(joined, given)
    for _ in range(_GROUPINGS):
        repeated = repeated_groups.find(found.choice) if found.decision.layout != "running_totals" else None
        if repeated is None:
            break
        joined = repeated_groups.without(joined, repeated)
        found = _read(joined, given)
    return found


def _read(joined: Joined, given: Given) -> Understanding:
    table, columns = joined.table, columns_of(joined.table)
    said = chosen.said(columns, table.sheet, given.answers, table.ignored)
    safe, dropped = privacy.personal(columns, said.fields)
    dropped = [without_names(each) for each in dropped]
    kept_at = {column.index for column in safe}
    personal = [column for column in columns if column.index not in kept_at]
    if ours := own.understood(safe, said.fields, given.answers):
        (choice, decision), repeated = ours, list[Repeated]()
    else:
        choice, decision, repeated = _chosen(joined, columns, safe, personal, said, given)
    fields = in_force(choice)
    return Understanding(
        joined, columns, choice, decision, restored(safe, joined, given.before), dropped,
        [*table.findings, *(_not_added(joined, each) for each in repeated)], fields, said.ids,
        _unfollowed(said, columns, personal, fields, decision, joined, given.answers),
    )  # fmt: skip


def _chosen(
    joined: Joined, columns: Sequence[Column], safe: Sequence[Column], personal: Sequence[Column], said: Said,
    given: Given,
) -> tuple[Choice, Decision, list[Repeated]]:  # fmt: skip
    """What a table of strangers says, and its columns of counts that only repeat those of a row before."""
    table = joined.table
    telling = chosen.applied(safe, said.fields)
    repeated = list(repeated_counts(telling, personal)) if not table.crosstab else []
    repeated = [each for each in repeated if not each.column.chosen]
    telling = [column for column in telling if all(column is not each.column for each in repeated)]
    choice = choose(telling, given.answers, table.title, [table.sheet, given.filename], joined.sheets)
    decision = layout.decide(choice, columns, table, given.answers, given.filename)
    if decision.layout == "running_totals":
        choice = layout.in_series(choice)
    return choice, decision, repeated


def _unfollowed(
    said: Said, columns: Sequence[Column], personal: Sequence[Column], fields: Mapping[int, tuple[str, float]],
    decision: Decision, joined: Joined, answers: Mapping[str, Any],
) -> dict[str, Problem]:  # fmt: skip
    """id of an answer -> why it came to nothing."""
    sheet = joined.table.sheet
    names = {index: name for index, (name, _) in fields.items()}
    gone = {column.index for column in personal}
    found = dict(said.problems) | dict(chosen.not_followed(said, columns, names, gone, sheet))
    wanted = answers.get("layout")
    if wanted is not None and wanted != decision.layout:
        found["layout"] = Problem("choice_no_layout", sheet, value=str(wanted))
    return found


def _not_added(joined: Joined, each: Repeated) -> Problem:
    return Problem(
        "figure_repeated", joined.table.sheet, joined.table.heading_rows[0], each.column.letter,
        value=each.column.heading, params={"by": each.by.heading},
    )  # fmt: skip
