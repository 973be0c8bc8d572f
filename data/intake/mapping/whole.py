"""Which of several columns gives everybody of an outcome, and what is asked where they contradict each other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from data.intake.mapping.arithmetic import adds_up_to, are_equal, covers
from data.intake.mapping.candidates import Candidate
from data.intake.result import Question

ADD_ALL = "add_all"  # an answer: the columns are different people, who belong together


@dataclass(frozen=True, slots=True, eq=False)
class Whole:
    """`chosen` gives everybody; `parts` are the columns that it covers, or, without one, that are added up."""

    chosen: Candidate | None = None
    parts: tuple[Candidate, ...] = ()
    questions: tuple[Question, ...] = ()


def choose(rivals: Sequence[Candidate], outcome: str, answers: Mapping[str, object]) -> Whole:
    """One column that says what the others say, or covers them; else a question."""
    rivals = [each for each in rivals if each.column.chosen] or rivals
    rivals = [each for each in rivals if each.column.tagged] or rivals
    if not rivals:
        return Whole()
    answer = answers.get(f"column:{outcome}")
    if answer == ADD_ALL and len(rivals) > 1:
        return Whole(None, tuple(rivals), (_answered(rivals, outcome, ADD_ALL),))
    for each in rivals:
        if answer is not None and answer in (each.name, each.column.letter):
            return Whole(each, (), (_answered(rivals, outcome, each.name),))
    settled = _settled(rivals)
    if settled:
        return settled
    asked = _which(rivals, outcome)
    return Whole(None, tuple(rivals), (asked,)) if asked.guess == ADD_ALL else Whole(_guess(rivals), (), (asked,))


def _answered(rivals: Sequence[Candidate], outcome: str, answer: str) -> Question:
    return replace(_which(rivals, outcome), settled=True, answer=answer)


def _settled(rivals: Sequence[Candidate]) -> Whole | None:
    """What arithmetic and headings settle by themselves."""
    first = _likeliest(rivals)
    others = [each for each in rivals if each is not first]
    if all(are_equal(first.n, other.n) for other in others):
        return Whole(first)
    for each in rivals:
        rest = [other for other in rivals if other is not each]
        if len(rest) > 1 and adds_up_to([other.n for other in rest], each.n):
            return Whole(each, tuple(rest))
    named = [each for each in rivals if not each.role.rest]
    if len(named) == 1 and _covers(named[0], rivals):
        return Whole(named[0])  # "nkill" beside "nkillus": the others are some of the same people
    return None


def _likeliest(rivals: Sequence[Candidate]) -> Candidate:
    return max(rivals, key=lambda each: each.role.score)


def _guess(rivals: Sequence[Candidate]) -> Candidate:
    """The one that is counted until a person has answered: that which covers the others, else the likeliest."""
    covering = [each for each in rivals if _covers(each, rivals)]
    return _likeliest(covering or rivals)


def _covers(one: Candidate, rivals: Sequence[Candidate]) -> bool:
    return all(covers(one.n, other.n) for other in rivals if other is not one)


def _which(rivals: Sequence[Candidate], outcome: str) -> Question:
    guess = _guess(rivals)
    addable = outcome != "total" and len({each.column.heading for each in rivals}) == len(rivals)
    groups = (
        addable
        and all(each.role.rest or each.attributes for each in rivals)
        and not any(_covers(e, rivals) for e in rivals)
    )
    return Question(
        id=f"column:{outcome}",
        kind="column",
        field=outcome,
        candidates=(*(each.name for each in rivals), *([ADD_ALL] if addable else [])),
        evidence=tuple(f"{each.name}: {np.nansum(each.n):g}" for each in rivals),
        guess=ADD_ALL if groups else guess.name,
        column=guess.column.letter,
        heading=guess.column.heading,
    )
