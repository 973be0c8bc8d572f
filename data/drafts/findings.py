"""What the newest reading of a draft doubts, and the part of it that a page shows."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from data.drafts.cells import Cells, cells_of
from data.drafts.draft import Draft
from data.drafts.errors import NotReadYet
from data.problems import KINDS, Problem

# Said of mends themselves: they stand in the list of mends.
UNFIT = ("correction_no_longer_fits", "set_aside_no_row")
OF_MENDS = ("corrected", *UNFIT)
REST = "more_of_this_kind"
_SEVERITIES = ("error", "warning", "note")
_ORDER = {kind: (_SEVERITIES.index(severity), at) for at, (kind, severity) in enumerate(KINDS.items())}


@dataclass(frozen=True, eq=False)
class Findings:
    """`problems` as the reading gave them, `cells` the cells that they are about; `size`: cells of the whole file."""

    problems: tuple[Problem, ...] = ()
    cells: Cells = field(default_factory=dict)
    size: int = 0

    @property
    def doubts(self) -> list[Problem]:
        """Those that are not about mends, nor only say how many more there are."""
        return [problem for problem in self.problems if problem.kind not in (*OF_MENDS, REST)]

    def more(self, kind: str) -> int:
        """How many of a kind the reading counted and did not list."""
        rest = (problem for problem in self.problems if problem.kind == REST and problem.value == kind)
        return sum(int(problem.params["count"]) for problem in rest)


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What a list of findings is narrowed to; "" is everything. `text` is looked for in cells, values, suggestions."""

    kind: str = ""
    sheet: str = ""
    field: str = ""
    text: str = ""

    def of(self, problems: Iterable[Problem], cells: Cells) -> list[Problem]:
        """Those that it holds for, in their order."""
        return [problem for problem in problems if self._holds(problem, cells)]

    def _holds(self, problem: Problem, cells: Cells) -> bool:
        if (self.kind and problem.kind != self.kind) or (self.sheet and problem.sheet != self.sheet):
            return False
        if self.field and (problem.field or "").split(".")[0] != self.field:
            return False
        return not self.text or self.text.casefold() in _searched(problem, cells)


def _searched(problem: Problem, cells: Cells) -> str:
    place = (problem.sheet or "", problem.row or 0)
    cell = cells.get(place, {}).get(problem.column or "")
    said = (f"{problem.column or ''}{problem.row or ''}", cell.text if cell else "", problem.value, problem.suggestion)
    return "\n".join(filter(None, said)).casefold()


def findings(desk: Any, draft: Draft) -> Findings:
    """Of the newest finished reading; nothing where there was none. Raises DraftNotFound."""
    try:
        return _findings(desk, draft.id, draft.read_revision) if draft.read_revision else Findings()
    except NotReadYet:
        return Findings()


# A reading of a million rows takes a second to open, and a person looks at page after page of it.
@lru_cache(maxsize=4)
def _findings(desk: Any, id: str, revision: int) -> Findings:
    intake = desk.intake(id)
    return Findings(tuple(intake.problems), cells_of(intake), sum(each.rows * each.columns for each in intake.pictures))


def by_kind(problems: Iterable[Problem]) -> dict[str, list[Problem]]:
    """The gravest kinds first, then in the order in which kinds are listed."""
    found: dict[str, list[Problem]] = {}
    for problem in problems:
        found.setdefault(problem.kind, []).append(problem)
    return dict(sorted(found.items(), key=lambda item: _ORDER[item[0]]))
