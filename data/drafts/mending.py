"""A finding and what a person decided about it -> a Mend, or the reason why there can be none."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache

from data.drafts.cells import CellAt, Cells
from data.drafts.draft import SET_ASIDE, VALUE, DraftMend, Mend
from data.drafts.typed_value import BadValue, checked
from data.drafts.ways import WAYS
from data.intake.finding_cells import beside
from data.problems import Problem


class CannotMend(Exception):
    """`message` is a message id (mending.cannot.*)."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.message = f"mending.cannot.{reason}"


def cells_for(problem: Problem, cells: Cells) -> dict[str, CellAt]:
    """The cells in which a finding may be mended, by letter, its own first; empty where there is none to be mended."""
    if not WAYS[problem.kind].typed or problem.sheet is None or problem.row is None:
        return {}
    row = cells.get((problem.sheet, problem.row), {})
    own = {problem.column: row[problem.column]} if problem.column in row else {}
    return own | {letter: cell for letter, cell in row.items() if beside(problem, cell.field)}


def may_accept(problem: Problem, cells: Cells) -> bool:
    """Whether the suggestion is a value for this very cell: the finding speaks of all that stands in it."""
    if not WAYS[problem.kind].accept or not problem.suggestion:
        return False
    cell = cells_for(problem, cells).get(problem.column or "")
    if cell is None or cell.text != (problem.value or ""):
        return False
    return _readable(cell.field, problem.suggestion)


@lru_cache(maxsize=100_000)
def _readable(field: str, suggestion: str) -> bool:
    try:
        checked(field, suggestion)
    except BadValue:
        return False
    return True


def accepted(problem: Problem, cells: Cells) -> Mend:
    """The suggestion put into the cell. Raises CannotMend."""
    if not may_accept(problem, cells):
        raise CannotMend("no_suggestion")
    return _value(problem, cells, problem.column or "", problem.suggestion or "", "")


def typed(problem: Problem, cells: Cells, text: str, column: str = "", why: str = "") -> Mend:
    """A typed value put into the cell, or into another of its row. Raises CannotMend, BadValue."""
    if not cells_for(problem, cells):
        raise CannotMend("no_cell")
    return _value(problem, cells, column or problem.column or "", text, why)


def _value(problem: Problem, cells: Cells, column: str, text: str, why: str) -> Mend:
    cell = cells_for(problem, cells).get(column)
    if cell is None or problem.sheet is None or problem.row is None:
        raise CannotMend("no_cell")
    after = checked(cell.field, text)
    if after == cell.text:
        raise BadValue("same")
    return Mend(VALUE, problem.sheet, problem.row, column, cell.text, after, why.strip(), problem.kind)


def set_aside(problem: Problem, why: str) -> Mend:
    """The row left out. Raises CannotMend, also when nobody says why."""
    if not WAYS[problem.kind].set_aside or problem.sheet is None or problem.row is None:
        raise CannotMend("no_row")
    if not why.strip():
        raise CannotMend("no_reason")
    return Mend(SET_ASIDE, problem.sheet, problem.row, why=why.strip()[:1000], finding=problem.kind)


def all_accepted(problems: Iterable[Problem], cells: Cells) -> list[Mend]:
    """Every suggestion that can be accepted, one for each cell."""
    found: dict[tuple[object, ...], Mend] = {}
    for problem in problems:
        if may_accept(problem, cells):
            found.setdefault((problem.sheet, problem.row, problem.column), accepted(problem, cells))
    return list(found.values())


def all_set_aside(problems: Iterable[Problem], why: str) -> list[Mend]:
    """Every row once. Raises CannotMend."""
    found = {(problem.sheet, problem.row): set_aside(problem, why) for problem in problems}
    return list(found.values())


def on_original(mends: Iterable[Mend], in_force: Iterable[DraftMend]) -> list[Mend]:
    """A cell that was mended before is mended anew, from what the file itself says: the older mend is taken back."""
    original = {(mend.sheet, mend.row, mend.column): mend.before for mend in in_force if mend.kind == VALUE}
    return [
        replace(mend, before=original.get((mend.sheet, mend.row, mend.column), mend.before)) for mend in mends
    ]  # fmt: skip


def explained(answers: Mapping[str, object], field: str, word: str, meaning: str) -> dict[str, object]:
    """The answer words:<field> with one word more, or (meaning "") without it; None where none is left."""
    known = answers.get(f"words:{field}")
    told = dict(known) if isinstance(known, Mapping) else {}
    told.pop(word, None)
    if meaning:
        told[word] = meaning
    return {f"words:{field}": told or None}


def meant_by_suggestions(answers: Mapping[str, object], problems: Iterable[Problem]) -> dict[str, object]:
    """The answers that accept the suggestion for every word that has one."""
    told = dict(answers)
    for problem in problems:
        if problem.suggestion and problem.field and problem.value:
            told |= explained(told, problem.field, problem.value, problem.suggestion)
    return {key: value for key, value in told.items() if key.startswith("words:") and value != answers.get(key)}
