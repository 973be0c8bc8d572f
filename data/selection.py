"""What is being asked for: a Selection comes from an address, goes back into one, and reads as a sentence.

Parameters: `from`, `to` (YYYY, YYYY-MM or YYYY-MM-DD; both ends belong to the period), `place` (part of a place's
name), and every field of data.fields.CHOICES by its key: `district=AZ-AGM` takes in, `not.district=AZ-AGM` leaves out
(each may be repeated; none = all). Unknown parameters are left alone, empty ones count as absent, as forms send them.
A district or a source is a value of the data ("not_stated" = none given): one that no record has selects nothing.
"""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, NamedTuple

from data.fields import CHOICES, NOT_STATED, UNKNOWN

# Fields of the vocabulary's own values; the others (a district, a source) have those of the data.
CATEGORIES = {field.key: field.categories for field in CHOICES if field.categories}
FIELDS = tuple(field.key for field in CHOICES)
# Before the name of a field: its values are left out.
NOT = "not."
PARAMETERS = ("from", "to", "place", *FIELDS, *(NOT + key for key in FIELDS))
FIRST_YEAR, LAST_YEAR = 1900, 2100
LONGEST_DISTRICT, LONGEST_TEXT = 60, 200
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
    """Filters over the figures. An empty set means all; a limit of None means open; `place` "" means every place.

    `without` are the (field, value) that are left out. What a record does not say is in no named value: leaving out
    civilians keeps those whose status is not stated.
    """

    date_from: date | None = None
    date_to: date | None = None
    outcome: frozenset[str] = frozenset()
    district: frozenset[str] = frozenset()
    status: frozenset[str] = frozenset()
    device: frozenset[str] = frozenset()
    sex: frozenset[str] = frozenset()
    age_group: frozenset[str] = frozenset()
    activity: frozenset[str] = frozenset()
    casualties: frozenset[str] = frozenset()
    verification: frozenset[str] = frozenset()
    confidence: frozenset[str] = frozenset()
    in_official_scope: frozenset[str] = frozenset()
    counted_by: frozenset[str] = frozenset()
    reported_in: frozenset[str] = frozenset()
    place: str = ""
    without: frozenset[tuple[str, str]] = frozenset()

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
        place = _place(values["place"], problems)
        sets = {field: _chosen(field, field, values[field], problems) for field in FIELDS}
        without = frozenset(
            (field, value) for field in FIELDS for value in _chosen(NOT + field, field, values[NOT + field], problems)
        )
        for field, value in sorted(without):
            if value in sets[field]:
                problems.append(BadParameter(NOT + field, _short(value), "selection.bad.both"))
        if problems:
            raise BadSelection(problems[:MOST_PROBLEMS])
        every = {field: allowed for field, allowed in CATEGORIES.items() if sets[field] >= set(allowed)}
        return cls(start, end, **(sets | dict.fromkeys(every, frozenset())), place=place, without=without)

    def query(self) -> list[tuple[str, str]]:
        """The address of this selection, always in the same order. Selection.from_query(s.query()) == s."""
        pairs = [("from", self.date_from.isoformat())] if self.date_from else []
        pairs += [("to", self.date_to.isoformat())] if self.date_to else []
        pairs += [("place", self.place)] if self.place else []
        # A page asks for some sixty addresses of selections, of which most fields are not limited.
        limited = [(field, chosen) for field in FIELDS if (chosen := getattr(self, field))]
        pairs += [(field, value) for field, chosen in limited for value in in_order(field, chosen)]
        left_out = [(field, self.left_out(field)) for field in FIELDS] if self.without else []
        return pairs + [(NOT + field, value) for field, gone in left_out for value in in_order(field, gone)]

    def left_out(self, field: str) -> frozenset[str]:
        """The values of a field that are left out."""
        return frozenset(value for name, value in self.without if name == field)

    def unlimited(self, field: str) -> "Selection":
        """The same without what it asks of a field."""
        kept = frozenset(pair for pair in self.without if pair[0] != field)
        changes: dict[str, Any] = {field: frozenset(), "without": kept}
        return replace(self, **changes)

    def limits(self, field: str) -> bool:
        """Whether it asks anything of a field."""
        return bool(getattr(self, field)) or any(name == field for name, _ in self.without)

    def among(self, field: str) -> frozenset[str]:
        """The values of the vocabulary that are asked for; empty where the field is not limited."""
        if not self.limits(field):
            return frozenset()
        return frozenset(value for value in CATEGORIES[field] if self.passes(field, value))

    def passes(self, field: str, value: str) -> bool:
        """Whether a value of a field is asked for."""
        chosen = getattr(self, field)
        return (not chosen or value in chosen) and (field, value) not in self.without

    @property
    def everything(self) -> bool:
        return self == Selection()

    @property
    def limited_in_time(self) -> bool:
        return self.date_from is not None or self.date_to is not None

    def sentence(self, words: Any, name_of_district: Callable[[str], str]) -> str:
        """The selection in words. `words` is a texts.Words; `name_of_district` turns a district key into its name."""
        parts = self.named(words, name_of_district)
        return words.say("selection.some", parts=parts) if parts else words.say("selection.all")

    def named(self, words: Any, name_of_district: Callable[[str], str]) -> str:
        """What it asks for, part by part: 2021; civilian; Aghdam. "" where it asks for everything."""
        parts = [self.period(words)] if self.limited_in_time else []
        # Names of places stand last, as in a spoken sentence.
        fields = (*(key for key in FIELDS if key != "district"), "district")
        chosen = [(field, getattr(self, field)) for field in fields]
        parts += [_names(field, values, words, name_of_district) for field, values in chosen if values]
        if self.place:
            parts.append(words.say("selection.place", text=self.place))
        left_out = [(field, self.left_out(field)) for field in fields]
        without = [_names(field, values, words, name_of_district) for field, values in left_out if values]
        if without:
            parts = parts or [words.say("selection.everything")]
            parts.append(words.say("selection.without", values=words.list(without)))
        return "; ".join(parts)

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


def in_order(field: str, chosen: frozenset[str]) -> list[str]:
    """The chosen values in the vocabulary's order; those of the data by key."""
    if field in CATEGORIES:
        return [value for value in CATEGORIES[field] if value in chosen]
    return sorted(chosen)


def value_name(field: str, value: str, words: Any, name_of_district: Callable[[str], str]) -> str:
    """A value as it is called in a list of its field; a source is called what it is."""
    if field in CATEGORIES or value == NOT_STATED:
        return str(words.say(f"value.{field}.{value}" if field in CATEGORIES else "value.district.not_stated"))
    return name_of_district(value) if field == "district" else source_name(field, value, words)


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


def _place(texts: list[str], problems: list[BadParameter]) -> str:
    if len(set(texts)) > 1:
        problems.append(BadParameter("place", _short(texts[1]), "selection.bad.repeated"))
    elif texts and (len(texts[0]) > LONGEST_TEXT or not texts[0].isprintable()):
        problems.append(BadParameter("place", _short(texts[0]), "selection.bad.text"))
    elif texts:
        return texts[0]
    return ""


def _chosen(param: str, field: str, texts: list[str], problems: list[BadParameter]) -> frozenset[str]:
    chosen = frozenset(texts)
    if len(chosen) > MOST_VALUES:
        problems.append(BadParameter(param, str(len(chosen)), "selection.bad.many"))
        return frozenset()
    allowed = CATEGORIES.get(field, ())
    longest = LONGEST_DISTRICT if field == "district" else LONGEST_TEXT
    for value in sorted(chosen):
        if allowed and value not in allowed:
            problems.append(BadParameter(param, _short(value), "selection.bad.value", allowed))
        elif not allowed and (len(value) > longest or not value.isprintable()):
            message = "selection.bad.district" if field == "district" else "selection.bad.text"
            problems.append(BadParameter(param, _short(value), message))
    return chosen


def _short(text: str) -> str:
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in text[:60])


def _names(field: str, values: frozenset[str], words: Any, name_of_district: Callable[[str], str]) -> str:
    names = [_named(field, value, words, name_of_district) for value in in_order(field, values)]
    return str(words.list(names if field in CATEGORIES else sorted(names)))


def _named(field: str, value: str, words: Any, name_of_district: Callable[[str], str]) -> str:
    """A value in a sentence; "not stated" and "unknown" with what it is that is not stated."""
    name = value_name(field, value, words, name_of_district)
    # Of these the value alone does not tell what it is: "high", "yes", "two".
    bare = field in ("verification", "confidence", "in_official_scope", "casualties", "counted_by", "reported_in")
    if bare or (value in (NOT_STATED, UNKNOWN) and field != "outcome"):
        return f"{words.say(f'field.{field}').lower()} {name}"
    return name


def source_name(field: str, text: str, words: Any) -> str:
    """A counter, scope or outlet as its source writes it, in the reader's language where we know it."""
    message = f"value.{field}.{re.sub('[^a-z0-9]+', '_', text.casefold()).strip('_')}"
    return str(words.say(message)) if words.has(message) else text


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
