"""The columns with some of the people of an outcome: civilians and soldiers, women and men, children and adults."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from data.intake.mapping.arithmetic import within
from data.intake.mapping.candidates import ATTRIBUTES, Candidate
from data.intake.mapping.columns import Column
from data.intake.result import Question

PARTS_ANSWERS = ("add_all", "women_and_men_only")
_PAIRS = {"status": {"civilian", "military_security"}, "sex": {"female", "male"}, "age_group": {"child", "adult"}}


@dataclass(frozen=True, slots=True, eq=False)
class PartColumn:
    """A column with some of the people of an outcome, and what is true of them."""

    attributes: Mapping[str, str]
    column: Column
    name: str = ""


def part(candidate: Candidate) -> PartColumn:
    return PartColumn(candidate.attributes, candidate.column, candidate.name)


def of_one_kind(partial: Sequence[Candidate], whole: Column | None) -> list[PartColumn]:
    """Parts of one kind only: civilian and military overlap with women and men. Beside a whole they stay within it,
    unless a person says that they are parts of it."""
    if said := {frozenset(each.attributes) for each in partial if each.column.chosen}:
        partial, whole = [each for each in partial if frozenset(each.attributes) in said], None
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
        if whole is None or within([each.n for each in group], whole.counts.n, most):
            return [part(each) for each in group]
    return []


def are_exhaustive(parts: Sequence[PartColumn]) -> bool:
    """Do the parts cover everybody: civilian and military, women and men, children and adults?"""
    values = {key: {each.attributes[key] for each in parts if key in each.attributes} for key in ATTRIBUTES}
    return any(pair <= values[key] for key, pair in _PAIRS.items())


def may_overlap(parts: Sequence[PartColumn]) -> bool:
    """Men, women and children: the children may be among the men and women, or beside them."""
    kinds = [set(each.attributes) for each in parts]
    return {"sex"} in kinds and {"age_group"} in kinds


def apart(
    parts: list[PartColumn], outcome: str, answers: Mapping[str, object]
) -> tuple[list[PartColumn], list[Question]]:
    """Parts that nobody is in twice, as a person says, else all of them; and the question."""
    answer = answers.get(f"parts:{outcome}")
    names = tuple(each.name for each in parts)
    asked = Question(f"parts:{outcome}", "parts", outcome, PARTS_ANSWERS, evidence=names, guess=PARTS_ANSWERS[0])
    if answer in PARTS_ANSWERS:
        asked = replace(asked, settled=True, answer=answer)
    return [each for each in parts if answer != PARTS_ANSWERS[1] or set(each.attributes) == {"sex"}], [asked]
