"""Several sheets of one shape read as one table, each row knowing its sheet."""

import operator
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from data.intake.readers import Cell
from data.intake.records.cell_text import cell_text
from data.intake.table import Table
from data.intake.table.total_words import is_weak, total_word
from data.intake.title_words import measured_by

# Sheets of one register, year by year, gain and lose a column now and then: so much of their headings must be the same.
_MOST = 0.75
_FEWEST_SHARED = 3
_SAME = 0.6


@dataclass(frozen=True, eq=False)
class Joined:
    """The rows of one or more tables of one shape. `sheets` is as long as `table.rows`."""

    table: Table
    sheets: list[str]
    tables: list[Table]


def join(first: Table, tables: Sequence[Table]) -> Joined:
    """`first` and every other table with its headings, in whatever order; a sheet that only repeats rows is left out.

    A hidden sheet is joined to hidden ones only: what nobody sees is not added to what everybody sees. A sheet called
    "Total" is the sum of the others.
    """
    alike = [
        each for each in tables if each.sheet != first.sheet and each.hidden == first.hidden and _alike(each, first)
    ]
    if not alike or not any(names(first)):
        return Joined(first, [first.sheet] * len(first.rows), [first])
    first, *alike = _without_sums([first, *alike])
    parts, seen = [first], _contents(first)
    for other in alike:
        rows = _contents(other)
        if rows <= seen or seen <= rows:
            continue
        seen |= rows
        parts.append(other)
    if len(parts) == 1:
        return Joined(first, [first.sheet] * len(first.rows), parts)
    return _concatenated(parts)


def _without_sums(tables: list[Table]) -> list[Table]:
    """The tables without sheets called "Total" that add up the others; one that holds their rows is the whole list."""
    named = [table for table in tables if total_word(table.sheet) and not is_weak(table.sheet)]
    others = [table for table in tables if table not in named]
    sums = [table for table in named if not any(_contents(other) <= _contents(table) for other in others)]
    return [table for table in tables if table not in sums] if others else tables


def names(table: Table) -> list[str]:
    """What tells the columns apart: the hashtag where there is one, else the heading."""
    tags = table.tags or [""] * len(table.headings)
    return [tag or " ".join(heading.casefold().split()) for tag, heading in zip(tags, table.headings, strict=True)]


def _alike(one: Table, other: Table) -> bool:
    mine, theirs = names(one), names(other)
    counted = {measured_by([*table.title, table.sheet]) for table in (one, other)} - {None}
    if len(counted) > 1:
        return False  # the killed on one sheet, the injured on another
    if sorted(mine) == sorted(theirs):
        return True
    if max(Counter(mine + list(set(theirs) - set(mine))).values(), default=0) > 1 or len(set(theirs)) < len(theirs):
        return False  # of two columns with one heading nobody can say which is which
    shared = set(mine) & set(theirs) - {""}
    if len(shared) < _FEWEST_SHARED or len(shared) < min(len(mine), len(theirs)) * _MOST:
        return False
    if len(shared) >= _MOST * max(len(mine), len(theirs)):
        return not _same_rows(one, other, shared)
    return _of_other_places(one, other, shared)


def _same_rows(one: Table, other: Table, shared: set[str]) -> bool:
    """Does the second sheet hold the same rows in the same order, with a few columns more or less?"""
    rows = min(len(one.rows), len(other.rows))
    if rows < _MOST * max(len(one.rows), len(other.rows)):
        return False
    pairs = [(_column_of(one, name), _column_of(other, name)) for name in shared]
    equal = [sum(map(operator.eq, a[:rows], b[:rows])) / max(rows, 1) for a, b in pairs if len(set(a[:rows])) > 2]
    return bool(equal) and sum(equal) / len(equal) >= _SAME


def _of_other_places(one: Table, other: Table, shared: set[str]) -> bool:
    """A sheet with fewer columns goes on where its countries or districts are others: else it may be a summary."""
    for name in shared:
        a, b = (set(filter(None, _column_of(table, name))) for table in (one, other))
        if a and b and all(isinstance(cell, str) for cell in a | b) and a.isdisjoint(b) and len(b) > 1:
            return True
    return False


def _column_of(table: Table, name: str) -> list[Cell]:
    return table.columns[names(table).index(name)]


def _concatenated(parts: list[Table]) -> Joined:
    """The columns of the first, then those that only later ones have; blank where a sheet has no such column."""
    places = [_places(part) for part in parts]
    keys = list(dict.fromkeys(key for each in places for key in each))
    table = replace(
        parts[0],
        headings=[_of_first(parts, places, key, "headings") for key in keys],
        letters=_letters(parts, places, keys),
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


def _letters(parts: list[Table], places: list[dict[_Key, int]], keys: list[_Key]) -> list[str]:
    """The letter of each column; one that only a later sheet has is told apart by the name of that sheet."""
    letters = list(parts[0].letters)
    for key in keys[len(letters) :]:
        part, place = next((part, place) for part, place in zip(parts, places, strict=True) if key in place)
        letter = part.letters[place[key]]
        letters.append(f"{part.sheet}!{letter}" if letter in letters else letter)
    return letters


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
