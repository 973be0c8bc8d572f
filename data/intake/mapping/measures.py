"""Which columns count people: for killed, for injured, for casualties as a whole; nobody twice."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from data.intake.mapping.arithmetic import adds_up_to, are_equal, is_below, within
from data.intake.mapping.columns import Column
from data.intake.mapping.role import Role
from data.intake.result import Question

PARTS_ANSWERS = ("add_all", "women_and_men_only")
ATTRIBUTES = ("status", "sex", "age_group")
_PAIRS = {"status": {"civilian", "military_security"}, "sex": {"female", "male"}, "age_group": {"child", "adult"}}
_SAYS_SO = 0.4  # a heading that is a sentence scores less, whatever it mentions
_NUMERIC = 0.6  # share of cells that must read as numbers of people
_WHOLE = 0.5  # below this share of whole numbers a column is a ratio, not a count


@dataclass(frozen=True, slots=True, eq=False)
class PartColumn:
    """A column with some of the people of an outcome, and what is true of them."""

    attributes: Mapping[str, str]
    column: Column


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
        columns = [self.whole, self.low, self.high, *(part.column for part in self.parts)]
        return [column for column in columns if column is not None]

    @property
    def filled(self) -> bool:
        """Does any of the columns hold a number?"""
        return any(not np.isnan(column.counts.n).all() for column in self.columns)


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """A column that may count people of the outcome, with the meaning that says so."""

    column: Column
    role: Role

    @property
    def attributes(self) -> dict[str, str]:
        return {key: self.role.qualifiers[key] for key in ATTRIBUTES if key in self.role.qualifiers}

    @property
    def bound(self) -> str:
        return self.role.qualifiers.get("bound", "best")

    @property
    def severity(self) -> str:
        return self.role.qualifiers.get("severity", "")

    @property
    def plain(self) -> bool:
        return not self.attributes and not self.severity and self.bound == "best"


def counts_people(column: Column) -> bool:
    """Do the cells look like numbers of people? An empty column with a fitting heading may be one, too."""
    return not column.filled or (column.numeric >= _NUMERIC and column.whole >= _WHOLE)


def candidates(columns: Sequence[Column], outcome: str) -> list[Candidate]:
    """The columns whose likeliest meaning is this outcome and nothing else beside it."""
    found = []
    for column in columns:
        role = column.roles[0] if column.roles else None
        if role is None or role.field != outcome or role.score < _SAYS_SO or "also" in role.qualifiers:
            continue
        if counts_people(column):
            found.append(Candidate(column, role))
    return found


def measure(columns: Sequence[Column], outcome: str, answers: Mapping[str, object]) -> Measure:
    """Choose whole, bounds and parts among the columns of one outcome."""
    found = candidates(columns, outcome)
    plain = [each for each in found if each.plain]
    whole, leftover, questions = _whole(plain, outcome, answers)
    low, high = (_bound(found, bound) or _bracket(columns, whole, bound) for bound in ("min", "max"))
    partial = [each for each in found if each.attributes and each.bound == "best" and not each.severity]
    if whole is None and low is None and not plain and len(partial) == 1 and not _severities(found):
        only = partial[0]
        return Measure(outcome, only.column, fixed=only.attributes, score=only.role.score)
    parts = _parts(partial, whole or low)
    exhaustive = _exhaustive(parts)
    if not parts and whole is None and low is None:
        severities = _severities(found)
        parts = [PartColumn({}, each.column) for each in severities]
        exhaustive = len({each.severity for each in severities}) > 1
    if leftover and not parts:
        parts, exhaustive = [PartColumn({}, each.column) for each in leftover], True
    if whole is None and low is None and _may_overlap(parts):
        parts, asked = _apart(parts, outcome, answers)
        questions = [*questions, *asked]
    score = max((each.role.score for each in found), default=0.0)
    return Measure(outcome, whole, low, high, tuple(parts), exhaustive, score=score, questions=tuple(questions))


def _whole(
    plain: list[Candidate], outcome: str, answers: Mapping[str, object]
) -> tuple[Column | None, list[Candidate], list[Question]]:
    """The column that gives the whole, those that are its parts, and a question when they contradict each other."""
    tagged = [each for each in plain if each.column.tagged]
    plain = tagged or plain
    if not plain:
        return None, [], []
    chosen = _answered(plain, outcome, answers)
    if chosen:
        return chosen.column, [], []
    first = max(plain, key=lambda each: each.role.score)
    others = [each for each in plain if each is not first]
    if all(are_equal(first.column.counts.n, other.column.counts.n) for other in others):
        return first.column, [], []
    for each in plain:
        rest = [other for other in plain if other is not each]
        if len(rest) > 1 and adds_up_to([other.column.counts.n for other in rest], each.column.counts.n):
            return each.column, rest, []
    return first.column, [], [_which(plain, first, outcome)]


def _which(plain: list[Candidate], guess: Candidate, outcome: str) -> Question:
    return Question(
        id=f"column:{outcome}",
        kind="column",
        field=outcome,
        candidates=tuple(_name(each.column) for each in plain),
        evidence=tuple(f"{_name(each.column)}: {np.nansum(each.column.counts.n):g}" for each in plain),
        guess=_name(guess.column),
        column=guess.column.letter,
        heading=guess.column.heading,
    )


def _answered(plain: list[Candidate], outcome: str, answers: Mapping[str, object]) -> Candidate | None:
    answer = answers.get(f"column:{outcome}")
    return next((each for each in plain if answer in (_name(each.column), each.column.letter)), None)


def _name(column: Column) -> str:
    """Heading and letter: two columns of one heading must be told apart."""
    return f"{column.heading} ({column.letter})"


def _bound(found: list[Candidate], bound: str) -> Column | None:
    fitting = [each for each in found if each.bound == bound and not each.attributes]
    return fitting[0].column if fitting else None


def _bracket(columns: Sequence[Column], whole: Column | None, bound: str) -> Column | None:
    """A column headed only "low" or "high" bounds the column that it never crosses."""
    if whole is None:
        return None
    for column in columns:
        role = column.roles[0] if column.roles else None
        if role and role.field == "total" and role.qualifiers.get("bound") == bound and counts_people(column):
            pair = (column.counts.n, whole.counts.n) if bound == "min" else (whole.counts.n, column.counts.n)
            if is_below(*pair):
                return column
    return None


def _severities(found: list[Candidate]) -> list[Candidate]:
    return [each for each in found if each.severity and not each.attributes and each.bound == "best"]


def _may_overlap(parts: list[PartColumn]) -> bool:
    """Men, women and children: the children may be among the men and women, or beside them."""
    kinds = [set(part.attributes) for part in parts]
    return {"sex"} in kinds and {"age_group"} in kinds


def _apart(
    parts: list[PartColumn], outcome: str, answers: Mapping[str, object]
) -> tuple[list[PartColumn], list[Question]]:
    answer = answers.get(f"parts:{outcome}")
    if answer == PARTS_ANSWERS[1]:
        return [part for part in parts if set(part.attributes) == {"sex"}], []
    names = tuple(_name(part.column) for part in parts)
    asked = Question(f"parts:{outcome}", "parts", outcome, PARTS_ANSWERS, evidence=names, guess=PARTS_ANSWERS[0])
    return parts, [] if answer == PARTS_ANSWERS[0] else [asked]


def _exhaustive(parts: list[PartColumn]) -> bool:
    """Do the parts cover everybody: civilian and military, women and men, children and adults?"""
    values = {key: {part.attributes[key] for part in parts if key in part.attributes} for key in ATTRIBUTES}
    return any(pair <= values[key] for key, pair in _PAIRS.items())


def _parts(partial: list[Candidate], whole: Column | None) -> list[PartColumn]:
    """Parts of one kind only: civilian and military overlap with women and men. Beside a whole they stay within it."""
    for keys in (("status",), ("sex", "age_group"), ("sex",), ("age_group",)):
        group = [each for each in partial if any(key in each.attributes for key in keys)]
        if keys != ("status",):
            group = [each for each in group if "status" not in each.attributes]
        if len(keys) == 1:
            group = [each for each in group if set(each.attributes) == set(keys)]
        if not group:
            continue
        # Civilians and soldiers are parts whatever a few rows say; women, men and children may overlap.
        most = 0.5 if keys == ("status",) else 0.9
        if whole is None or within([each.column.counts.n for each in group], whole.counts.n, most):
            return [PartColumn(each.attributes, each.column) for each in group]
    return []
