"""What is being asked for: a Selection comes from an address, goes back into one, and reads as a sentence.

Parameters: `from`, `to` (YYYY, YYYY-MM or YYYY-MM-DD; both ends belong to the period), `outcome`, `district`, `status`,
`device` (each may be repeated; none = all). Unknown parameters are left alone, empty ones count as absent, as forms
send them. A district is a key of the data ("not_stated" = none given): one that no record has selects nothing.
"""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from data.fields import DEVICES, NOT_STATED, OUTCOMES, STATUSES, UNKNOWN

CATEGORIES = {"outcome": OUTCOMES, "status": STATUSES, "device": DEVICES}
PARAMETERS = ("from", "to", "outcome", "district", "status", "device")
FIRST_YEAR, LAST_YEAR = 1900, 2100
LONGEST_DISTRICT = 60
MOST_VALUES = 200
MOST_PROBLEMS = 20
# More allowed values than this are not listed to a reader.
MOST_LISTED = 20
_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


class BadParameter(NamedTuple):
    """One value that cannot be understood: `reason` is a message id, `allowed` the values that would do, or ()."""

    param: str
    value: str
    reason: str
    allowed: tuple[str, ...] = ()


def sentence(problem: BadParameter, words: Any) -> str:
    """What is wrong with one parameter, and what it may be. `words` is a texts.words.Words."""
    said = f"{problem.param}={problem.value}: {words.say(problem.reason)}"
    if problem.allowed and len(problem.allowed) <= MOST_LISTED:
        said += " " + words.say("selection.allowed", allowed=", ".join(problem.allowed))
    return said


class BadSelection(ValueError):
    """An address asks for something that does not exist. `problems` holds every reason at once."""

    def __init__(self, problems: list[BadParameter]) -> None:
        super().__init__("; ".join(f"{problem.param}={problem.value}" for problem in problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Selection:
    """Filters over the figures. An empty set means all; a limit of None means open."""

    date_from: date | None = None
    date_to: date | None = None
    outcome: frozenset[str] = frozenset()
    district: frozenset[str] = frozenset()
    status: frozenset[str] = frozenset()
    device: frozenset[str] = frozenset()

    @classmethod
    def from_query(cls, query: Any) -> "Selection":
        """From (name, value) pairs, a mapping, or a werkzeug MultiDict. Raises BadSelection with all that is wrong."""
        problems: list[BadParameter] = []
        values: dict[str, list[str]] = {param: [] for param in PARAMETERS}
        for name, value in _pairs(query):
            if name in values and (text := unicodedata.normalize("NFC", value).strip()):
                values[name].append(text)
        start = _limit("from", values["from"], problems)
        end = _limit("to", values["to"], problems)
        if start and end and start > end:
            problems.append(BadParameter("to", end.isoformat(), "selection.bad.order"))
        sets = {param: _chosen(param, values[param], problems) for param in ("outcome", "district", "status", "device")}
        if problems:
            raise BadSelection(problems[:MOST_PROBLEMS])
        return cls(start, end, **sets)

    def query(self) -> list[tuple[str, str]]:
        """The address of this selection, always in the same order. Selection.from_query(s.query()) == s."""
        pairs = [("from", self.date_from.isoformat())] if self.date_from else []
        pairs += [("to", self.date_to.isoformat())] if self.date_to else []
        for param in ("outcome", "district", "status", "device"):
            pairs += [(param, value) for value in in_order(param, getattr(self, param))]
        return pairs

    @property
    def everything(self) -> bool:
        return self == Selection()

    @property
    def limited_in_time(self) -> bool:
        return self.date_from is not None or self.date_to is not None

    def sentence(self, words: Any, name_of_district: Callable[[str], str]) -> str:
        """The selection in words. `words` is a texts.Words; `name_of_district` turns a district key into its name."""
        parts = [self.period(words)] if self.limited_in_time else []
        for param in ("outcome", "status", "device"):
            if chosen := in_order(param, getattr(self, param)):
                parts.append(words.list(_named(param, value, words) for value in chosen))
        if self.district:
            names = sorted(_district_name(key, words, name_of_district) for key in self.district)
            parts.append(words.list(names))
        return words.say("selection.some", parts="; ".join(parts)) if parts else words.say("selection.all")

    def period(self, words: Any) -> str:
        """The period in words, "" when it is open at both ends."""
        start, end = self.date_from, self.date_to
        if start and end:
            if name := _named_span(start, end, words):
                return name
            return words.say("selection.period", start=_day(start, words), end=_day(end, words, end=True))
        if start:
            return words.say("selection.period_from", start=_day(start, words))
        return words.say("selection.period_to", end=_day(end, words, end=True)) if end else ""


def in_order(param: str, chosen: frozenset[str]) -> list[str]:
    """The chosen values in the vocabulary's order; districts by key."""
    if param == "district":
        return sorted(chosen)
    return [value for value in CATEGORIES[param] if value in chosen]


def _pairs(query: Any) -> Iterable[tuple[str, str]]:
    if hasattr(query, "lists"):  # werkzeug
        query = query.lists()
    elif isinstance(query, Mapping):
        query = query.items()
    for name, value in query:
        for item in value if isinstance(value, list | tuple) else (value,):
            yield str(name), str(item)


def _limit(param: str, texts: list[str], problems: list[BadParameter]) -> date | None:
    if not texts:
        return None
    if len(set(texts)) > 1:
        problems.append(BadParameter(param, _short(texts[1]), "selection.bad.repeated"))
        return None
    try:
        return _day_of(texts[0], last=param == "to")
    except ValueError:
        problems.append(BadParameter(param, _short(texts[0]), "selection.bad.date"))
        return None


def _day_of(text: str, last: bool) -> date:
    """The first or last day of a year, a month or a day as written. Raises ValueError."""
    match = _DATE.fullmatch(text)
    if not match or not FIRST_YEAR <= int(match[1]) <= LAST_YEAR:
        raise ValueError(text)
    year = int(match[1])
    month = int(match[2]) if match[2] else 12 if last else 1
    if match[3]:
        return date(year, month, int(match[3]))
    return date(year, month, monthrange(year, month)[1] if last else 1) if 1 <= month <= 12 else date(year, month, 1)


def _chosen(param: str, texts: list[str], problems: list[BadParameter]) -> frozenset[str]:
    chosen = frozenset(texts)
    if len(chosen) > MOST_VALUES:
        problems.append(BadParameter(param, str(len(chosen)), "selection.bad.many"))
        return frozenset()
    allowed = CATEGORIES.get(param, ())
    for value in sorted(chosen):
        if allowed and value not in allowed:
            problems.append(BadParameter(param, _short(value), "selection.bad.value", allowed))
        elif not allowed and (len(value) > LONGEST_DISTRICT or not value.isprintable()):
            problems.append(BadParameter(param, _short(value), "selection.bad.district"))
    return frozenset() if allowed and chosen >= set(allowed) else chosen


def _short(text: str) -> str:
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in text[:60])


def _district_name(key: str, words: Any, name_of_district: Callable[[str], str]) -> str:
    return _named("district", key, words) if key == NOT_STATED else name_of_district(key)


def _named(param: str, value: str, words: Any) -> str:
    """A category in words; "not stated" and "unknown" with what it is that is not stated."""
    name = words.say(f"value.{param}.{value}")
    if value in (NOT_STATED, UNKNOWN) and param != "outcome":
        return f"{words.say(f'field.{param}').lower()} {name}"
    return name


def _named_span(start: date, end: date, words: Any) -> str:
    """A whole year or month has a name of its own; so has a single day."""
    if start == end:
        return words.date(start)
    if (start.day, start.month, end.day, end.month) == (1, 1, 31, 12) and start.year == end.year:
        return str(start.year)
    if start.day == 1 and (start.year, start.month) == (end.year, end.month) and _last_of_month(end):
        return words.date(start, "month")
    return ""


def _day(day: date, words: Any, end: bool = False) -> str:
    """A limit as short as it is exact: 2022 and not 1 January 2022 for a start, 2022 for an end on 31 December."""
    if (day.month, day.day) == ((12, 31) if end else (1, 1)):
        return str(day.year)
    if _last_of_month(day) if end else day.day == 1:
        return words.date(day, "month")
    return words.date(day)


def _last_of_month(day: date) -> bool:
    return day.day == monthrange(day.year, day.month)[1]
