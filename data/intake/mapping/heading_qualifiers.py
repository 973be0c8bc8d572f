"""The other words of a heading: whom a count covers, which bound it is, how dates are ordered, what is left over."""

import re
from collections.abc import Iterable, Sequence

from data.intake.mapping.role import CASUALTIES, OTHER_PEOPLE, PARTS_OF_DATE, Qualifiers
from data.intake.mapping.words import Match, phrases

# Qualifier -> the list that knows it. Severity first: "minor injuries" is about the injuries and not about minors.
_LISTS = {
    "severity": "qualifiers.severity",
    "status": "values.status",
    "sex": "values.sex",
    "age_group": "values.age_group",
    "bound": "qualifiers.bound",
    "cumulative": "qualifiers.cumulative",
    "form": "qualifiers.form",
    "edge": "qualifiers.edge",
}
_OF_COUNTS = frozenset(("status", "sex", "age_group", "bound", "severity", "cumulative", "also"))
_EVERYBODY = frozenset(("#", "all", "alle", "todos", "todas", "tots", "все", "всех", "bütün"))
_PLACEHOLDERS = {
    "dd": "d", "tt": "d", "jj": "d", "дд": "d", "mm": "m", "мм": "m", "yy": "y", "yyyy": "y", "гг": "y", "гггг": "y",
    "aaaa": "y", "åååå": "y", "jjjj": "y", "día": "d", "dia": "d", "день": "d", "يوم": "d", "اليوم": "d", "יום": "d",
    "mes": "m", "mês": "m", "месяц": "m", "شهر": "m", "الشهر": "m", "חודש": "m", "año": "y", "ano": "y", "any": "y",
    "год": "y", "سنة": "y", "السنة": "y", "שנה": "y",
}  # fmt: skip


def qualifiers(words: tuple[str, ...], named: Iterable[Match]) -> Qualifiers:
    """What the words beside the phrases `named` say; two words of one kind (civilians and military) say nothing."""
    named = list(named)
    free = _without(words, [match for match in named if match.end - match.start > 1])
    if "by" in free[1:] and any(match.end <= free.index("by") for match in named):
        free = free[: free.index("by")]  # "killed by police" says who did it
    said: Qualifiers = {}
    for key, path in _LISTS.items():
        matches = phrases(path).find(free)
        kinds = {category for match in matches for category in match.categories}
        if len(kinds) == 1:
            said[key] = kinds.pop()
        free = _without(free, [match for match in matches if match.end - match.start > 1])
    if "status" not in said and any("unknown" in match.categories for match in phrases("missing").find(free)):
        said["status"] = "unknown"
    return said


def _without(words: tuple[str, ...], matches: Iterable[Match]) -> tuple[str, ...]:
    taken = {at for match in matches for at in range(match.start, match.end)}
    return tuple("" if at in taken else word for at, word in enumerate(words))


def fitting(category: str, said: Qualifiers) -> Qualifiers:
    """The qualifiers that make sense for this meaning."""
    if category in CASUALTIES or category in OTHER_PEOPLE:
        keys = _OF_COUNTS
    else:
        keys = frozenset(("edge",)) if category in PARTS_OF_DATE else frozenset(("form",))
    return {key: value for key, value in said.items() if key in keys}


def outcome_of(category: str, named: Sequence[str]) -> Qualifiers:
    """The date of death is the date of an outcome: in a list of the dead it is the only word that says so."""
    outcomes = {name for name in named if name in ("killed", "injured")}
    dated = category.startswith("date") or category in PARTS_OF_DATE
    return {"outcome": outcomes.pop()} if dated and len(outcomes) == 1 else {}


def unexplained(words: tuple[str, ...], matches: Iterable[Match]) -> tuple[str, ...]:
    """The words that no list knows, and a last single letter: "a" of "deaths_a" tells columns apart."""
    known = {at for match in matches for at in range(match.start, match.end)}
    for path in _LISTS.values():
        for match in phrases(path).find(words):
            known.update(range(match.start, match.end))
    last = len(words) - 1
    return tuple(
        word
        for at, word in enumerate(words)
        if (at not in known and word not in _EVERYBODY) or (at == last and len(word) == 1 and word.isalpha())
    )


def date_order(heading: str) -> Qualifiers:
    """The order of a pattern in the heading: "(DD/MM/YYYY)" -> dmy."""
    letters = re.findall(r"[^\W\d_]+", heading.lower())
    order = "".join(_PLACEHOLDERS.get(letter, "") for letter in letters)
    return {"order": order} if order in ("dmy", "mdy", "ymd") else {}
