"""Which columns count people: for killed, for injured, for casualties as a whole; nobody twice."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from data.intake.mapping import parts as part_columns
from data.intake.mapping import whole as wholes
from data.intake.mapping.arithmetic import covers, is_below, within
from data.intake.mapping.candidates import Candidate, candidates, counts_people
from data.intake.mapping.columns import Column
from data.intake.mapping.parts import PartColumn, part
from data.intake.mapping.whole import Whole
from data.intake.result import Question

__all__ = ["Measure", "PartColumn", "candidates", "counts_people", "measure"]


@dataclass(frozen=True, slots=True, eq=False)
class Measure:
    """The columns of one outcome. `whole` None: only parts. `fixed`: true of everybody that the file counts."""

    outcome: str
    whole: Column | None = None
    low: Column | None = None
    high: Column | None = None
    parts: tuple[PartColumn, ...] = ()
    exhaustive: bool = True
    fixed: Mapping[str, str] = field(default_factory=dict)
    score: float = 1.0
    questions: tuple[Question, ...] = ()

    @property
    def found(self) -> bool:
        return self.whole is not None or self.low is not None or bool(self.parts)

    @property
    def columns(self) -> list[Column]:
        """Every column that is read."""
        columns = [self.whole, self.low, self.high, *(each.column for each in self.parts)]
        return [column for column in columns if column is not None]

    @property
    def filled(self) -> bool:
        """Does any of the columns hold a number?"""
        return any(not np.isnan(column.counts.n).all() for column in self.columns)


def measure(columns: Sequence[Column], outcome: str, answers: Mapping[str, object]) -> Measure:
    """Choose whole, bounds and parts among the columns of one outcome."""
    found = candidates(columns, outcome)
    score = max((each.role.score for each in found), default=0.0)
    severities, partial = _severities(found), [each for each in found if _is_part(each)]
    chosen = wholes.choose(_rivals(found, severities, partial), outcome, answers)
    whole = chosen.chosen.column if chosen.chosen else None
    low, high = (_bound(found, bound) or _bracket(columns, whole, bound) for bound in ("min", "max"))
    if chosen.chosen is None and chosen.parts:
        added = tuple(part(each) for each in chosen.parts)
        return Measure(outcome, None, low, high, added, score=score, questions=chosen.questions)
    if whole is None and low is None and len(partial) == 1 and not severities:
        only = partial[0]
        return Measure(outcome, only.column, fixed=only.attributes, score=only.role.score)
    parts, exhaustive = _parts(chosen, severities, partial, whole or low)
    asked = list(chosen.questions)
    if whole is None and low is None and part_columns.may_overlap(parts):
        parts, overlap = part_columns.apart(parts, outcome, answers)
        asked += overlap
    return Measure(outcome, whole, low, high, tuple(parts), exhaustive, score=score, questions=tuple(asked))


def _is_part(each: Candidate) -> bool:
    return bool(each.attributes) and each.bound == "best" and not each.severity


def _severities(found: Sequence[Candidate]) -> list[Candidate]:
    """The columns of one severity each. One whose word is unknown ("moderately injured") is among them, unless it
    covers the others: it would be taken for everybody."""
    named = [each for each in found if each.severity and not each.attributes and each.bound == "best"]
    unexplained = [each for each in found if each.plain and each.role.rest] if named else []
    beside = [each for each in unexplained if not within([other.n for other in named], each.n)]
    return [*named, *beside]


def _rivals(found: list[Candidate], severities: list[Candidate], partial: list[Candidate]) -> list[Candidate]:
    """The columns that may give everybody. Those of groups of people that no list knows ("educators") do not cover
    the groups beside them."""
    plain = [each for each in found if each.plain and each not in severities]
    if severities and len(plain) == 1 and not within([each.n for each in severities], plain[0].n):
        return [*plain, *severities]
    if plain and all(each.role.rest and not all(covers(each.n, other.n) for other in partial) for each in plain):
        return [*plain, *partial]
    return plain


def _parts(
    chosen: Whole, severities: list[Candidate], partial: list[Candidate], whole: Column | None
) -> tuple[list[PartColumn], bool]:
    """The parts, and whether they cover everybody."""
    parts = part_columns.of_one_kind(partial, whole)
    if parts:
        return parts, part_columns.are_exhaustive(parts)
    if whole is None:
        kinds = {each.severity for each in severities}
        return [PartColumn({}, each.column, each.name) for each in severities], len(kinds) > 1
    return [PartColumn({}, each.column, each.name) for each in chosen.parts], True


def _bound(found: list[Candidate], bound: str) -> Column | None:
    fitting = [each for each in found if each.bound == bound]
    if len({(*each.attributes.values(), *each.role.rest) for each in fitting}) > 1:
        fitting = [each for each in fitting if not each.attributes and not each.role.rest]  # bounds of several groups
    return fitting[0].column if fitting and not fitting[0].attributes else None


def _bracket(columns: Sequence[Column], whole: Column | None, bound: str) -> Column | None:
    """A column headed only "low" or "high" bounds the column that it never crosses."""
    if whole is None:
        return None
    for column in columns:
        role = column.roles[0] if column.roles else None
        if role is None or role.field != "total" or role.qualifiers.get("bound") != bound or role.rest:
            continue
        pair = (column.counts.n, whole.counts.n) if bound == "min" else (whole.counts.n, column.counts.n)
        if counts_people(column) and is_below(*pair):
            return column
    return None
