"""The findings of a draft by kind, as a page shows them: what each says, where, and what can be done about it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from zlib import crc32

from data.drafts.draft import SET_ASIDE, Draft, DraftMend
from data.drafts.findings import Findings, Narrowed, by_kind
from data.drafts.meanings import meaning_name, meanings
from data.drafts.mending import cells_for, may_accept
from data.drafts.ways import HINTS, NUMBERS, WAYS, Ways
from data.problems import KINDS, Problem, field_name, sentence

PER_PAGE = 50
# Where all kinds stand below each other.
FIRST_FEW = 8


@dataclass(frozen=True)
class Row:
    """One finding, `key` the same as long as it is there.

    `columns`: (letter, name) of the cells that may be mended; `meanings`: (value, name, suggested).
    """

    problem: Problem
    key: str
    cell: str
    value: str
    suggestion: str
    sentence: str
    accept: bool
    columns: Sequence[tuple[str, str]]
    set_aside: bool
    meanings: Sequence[tuple[str, str, bool]]
    mended: str


@dataclass(frozen=True)
class Group:
    """One kind. `count` as narrowed, `all` without; `more` were counted and not listed; `pages` numbers of pages."""

    kind: str
    severity: str
    title: str
    hint: str
    count: int
    all: int
    more: int
    rows: Sequence[Row]
    page: int
    pages: int
    ways: Ways
    acceptable: int
    aside: int
    hidden: int = field(default=0)


def problem_groups(found: Findings, narrowed: Narrowed, page: int, draft: Draft, words: Any) -> list[Group]:
    """Errors, warnings, notes. One kind alone is shown page by page, several with their first few each."""
    everything = by_kind(found.doubts)
    shown = by_kind(narrowed.of(found.doubts, found.cells))
    mends = _by_place(draft)
    return [
        _group(kind, problems, len(everything[kind]), page if narrowed.kind else 0, found, mends, words)
        for kind, problems in shown.items()
    ]  # fmt: skip


def _group(
    kind: str, problems: list[Problem], in_all: int, page: int, found: Findings, mends: Mapping[Any, DraftMend],
    words: Any,
) -> Group:  # fmt: skip
    pages = -(-len(problems) // PER_PAGE) if page else 1
    page = min(max(page, 1), pages) if page else 0
    part = problems[(page - 1) * PER_PAGE : page * PER_PAGE] if page else problems[:FIRST_FEW]
    return Group(
        kind, KINDS[kind],
        title=words.say(f"mending.kind.{kind}"),
        hint=words.say(f"mending.hint.{kind}") if kind in HINTS else "",
        count=len(problems), all=in_all, more=found.more(kind),
        rows=[_row(problem, found, mends, words) for problem in part],
        page=page, pages=pages, ways=WAYS[kind],
        acceptable=_acceptable(problems, found),
        aside=len({(each.sheet, each.row) for each in problems}) if WAYS[kind].set_aside else 0,
        hidden=0 if page else len(problems) - len(part),
    )  # fmt: skip


def _acceptable(problems: list[Problem], found: Findings) -> int:
    if WAYS[problems[0].kind].words:
        return sum(bool(problem.suggestion) for problem in problems)
    return sum(may_accept(problem, found.cells) for problem in problems)


def _by_place(draft: Draft) -> dict[Any, DraftMend]:
    """The mends in force by cell, and by row (column "") where one is set aside."""
    return {(mend.sheet, mend.row, mend.column): mend for mend in draft.mends_in_force}


def _row(problem: Problem, found: Findings, mends: Mapping[Any, DraftMend], words: Any) -> Row:
    cells, ways = cells_for(problem, found.cells), WAYS[problem.kind]
    own = found.cells.get((problem.sheet or "", problem.row or 0), {}).get(problem.column or "")
    return Row(
        problem=problem,
        key=_key(problem),
        cell=f"{problem.column or ''}{problem.row or ''}" if problem.column else str(problem.row or ""),
        value=_value(problem, own, words),
        suggestion=_suggestion(problem, found, words),
        sentence=sentence(problem, words),
        accept=may_accept(problem, found.cells),
        columns=[(letter, _column_name(letter, cell.field, words)) for letter, cell in cells.items()],
        set_aside=ways.set_aside and problem.row is not None,
        meanings=_meanings(problem, words) if ways.words else (),
        mended=_mended(problem, cells, mends, words),
    )  # fmt: skip


def _key(problem: Problem) -> str:
    place = (problem.sheet, problem.row, problem.column, problem.field, problem.value)
    return f"{problem.kind}-{crc32(repr(place).encode()):x}"


def _column_name(letter: str, field: str, words: Any) -> str:
    return f"{letter} · {field_name(field, words)}" if field else letter


def _value(problem: Problem, cell: Any, words: Any) -> str:
    """What stands in the cell, "" where the finding is about none."""
    if cell is not None:
        return cell.text or words.say("mending.blank")
    return "" if problem.kind in NUMBERS else problem.value or ""


def _suggestion(problem: Problem, found: Findings, words: Any) -> str:
    """Only what may be accepted: of other kinds the sentence says it, and it is no value for the cell."""
    if WAYS[problem.kind].words and problem.suggestion:
        return meaning_name(problem.field or "", problem.suggestion, words)
    return problem.suggestion or "" if may_accept(problem, found.cells) else ""


def _meanings(problem: Problem, words: Any) -> list[tuple[str, str, bool]]:
    key = problem.field or ""
    named = [(value, meaning_name(key, value, words), value == problem.suggestion) for value in meanings(key)]
    return sorted(named, key=lambda each: each[1].casefold()) if key == "district" else named


def _mended(problem: Problem, cells: Mapping[str, Any], mends: Mapping[Any, DraftMend], words: Any) -> str:
    """What was already done about it, and may not have been read again yet."""
    for column in ("", *(cells or {problem.column or "": None})):
        mend = mends.get((problem.sheet, problem.row, column))
        if mend is not None:
            if mend.kind == SET_ASIDE:
                return words.say("mending.is.set_aside", why=mend.why)
            return words.say("mending.is.value", column=mend.column, after=mend.after or words.say("mending.blank"))
    return ""
