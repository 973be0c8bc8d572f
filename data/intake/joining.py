"""Several sheets of one shape read as one table, each row knowing its sheet."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from data.intake.readers import Cell
from data.intake.records.cell_text import cell_text
from data.intake.table import Table

# Sheets of one register, year by year, gain and lose a column now and then: so much of their headings must be the same.
_MOST = 0.75
_FEWEST_SHARED = 3


@dataclass(frozen=True, eq=False)
class Joined:
    """The rows of one or more tables of one shape. `sheets` is as long as `table.rows`."""

    table: Table
    sheets: list[str]
    tables: list[Table]


def join(first: Table, tables: Sequence[Table]) -> Joined:
    """`first` and every other table with its headings, in whatever order; a sheet that only repeats rows is left out.

    A hidden sheet is joined to hidden ones only: what nobody sees is not added to what everybody sees.
    """
    parts = [first]
    alike = [
        each for each in tables if each.sheet != first.sheet and each.hidden == first.hidden and _alike(each, first)
    ]
    if not alike or not any(names(first)):
        return Joined(first, [first.sheet] * len(first.rows), parts)
    seen = _contents(first)
    for other in alike:
        rows = _contents(other)
        if rows <= seen or seen <= rows:
            continue
        seen |= rows
        parts.append(other)
    if len(parts) == 1:
        return Joined(first, [first.sheet] * len(first.rows), parts)
    return _concatenated(parts)


def names(table: Table) -> list[str]:
    """What tells the columns apart: the hashtag where there is one, else the heading."""
    tags = table.tags or [""] * len(table.headings)
    return [tag or " ".join(heading.casefold().split()) for tag, heading in zip(tags, table.headings, strict=True)]


def _alike(one: Table, other: Table) -> bool:
    mine, theirs = names(one), names(other)
    if sorted(mine) == sorted(theirs):
        return True
    if max(Counter(mine + list(set(theirs) - set(mine))).values(), default=0) > 1 or len(set(theirs)) < len(theirs):
        return False  # of two columns with one heading nobody can say which is which
    shared = set(mine) & set(theirs) - {""}
    return len(shared) >= _FEWEST_SHARED and len(shared) >= _MOST * max(len(mine), len(theirs))


def _concatenated(parts: list[Table]) -> Joined:
    """The columns of the first, then those that only later ones have; blank where a sheet has no such column."""
    places = [_places(part) for part in parts]
    keys = list(dict.fromkeys(key for each in places for key in each))
    table = replace(
        parts[0],
        headings=[_of_first(parts, places, key, "headings") for key in keys],
        letters=[_of_first(parts, places, key, "letters") for key in keys],
        tags=[_of_first(parts, places, key, "tags") for key in keys] if parts[0].tags else [],
        rows=[row for part in parts for row in part.rows],
        columns=[_column(parts, places, key) for key in keys],
        excluded=[each for part in parts for each in part.excluded],
        findings=[each for part in parts for each in part.findings],
        totals=None,
    )
    origins = {letter: _origins(parts, places, key) for key, letter in zip(keys, table.letters, strict=True)}
    differing = {letter: given for letter, given in origins.items() if set(given) != {letter}}
    return Joined(replace(table, origins=differing), [part.sheet for part in parts for _ in part.rows], parts)


_Key = tuple[str, int]  # a column by its name, and which of those of the same name it is


def _places(part: Table) -> dict[_Key, int]:
    seen = Counter[str]()
    found = {}
    for at, name in enumerate(names(part)):
        found[name, seen[name]] = at
        seen[name] += 1
    return found


def _of_first(parts: list[Table], places: list[dict[_Key, int]], key: _Key, what: str) -> str:
    return next(str(getattr(part, what)[place[key]]) for part, place in zip(parts, places, strict=True) if key in place)


def _column(parts: list[Table], places: list[dict[_Key, int]], key: _Key) -> list[Cell]:
    cells: list[Cell] = []
    for part, place in zip(parts, places, strict=True):
        cells += part.columns[place[key]] if key in place else [None] * len(part.rows)
    return cells


def _origins(parts: list[Table], places: list[dict[_Key, int]], key: _Key) -> list[str]:
    letters: list[str] = []
    for part, place in zip(parts, places, strict=True):
        letter = part.letters[place[key]] if key in place else ""
        letters += part.origins.get(letter) or [letter] * len(part.rows)
    return letters


def _contents(table: Table) -> set[tuple[str, ...]]:
    """Rows as text; only the first thousand, which is enough to know a copy from a continuation."""
    named = names(table)
    order = sorted(range(len(named)), key=named.__getitem__)
    return {tuple(cell_text(table.columns[at][i]) for at in order) for i in range(min(len(table.rows), 1000))}
