"""One written date or span, in any of the languages, to the days it covers; what it does not say stays open."""

import re
from datetime import date
from functools import cache
from typing import NamedTuple

from data.intake.cells.date_parts import Partial, day_and_month, from_numbers, full_year
from data.intake.cells.month_names import in_one_word, month, weekdays
from data.intake.mapping.words import phrases, tokens, word_set
from data.places.spelling import fold, plain_digits

_TIME = re.compile(
    r"(?:\b(?:kl|saat)\.?\s*\d{1,2}[.:]\d{2}|[t ,]*\b\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:am|pm)?)"
    r"\s*(?:z|utc|gmt)?(?:[+-]\d{2}:?\d{2})?"
)
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z?)?")
_PIECE = re.compile(r"\d+|[^\W\d_]+")
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th|er|º|ª|°)\b")
_LONGEST = 80  # characters; what is longer is prose
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_DASHES = (r"\s+[-–—]+\s+", r"\s*[–—]\s*", r"\s*-\s*", r"\s*/\s*")


class Reading(NamedTuple):
    """first, last: None when unknown. kind: the finding it gives rise to, with the suggestion for a person."""

    first: date | None
    last: date | None
    precision: str
    kind: str | None = None
    suggestion: str | None = None


UNKNOWN = Reading(None, None, "unknown")
NOT_A_DATE = Reading(None, None, "unknown", "not_a_date")


def read_text(text: str, order: str) -> Reading:
    """The days that `text` covers, with numbers like 03/04/2021 in `order` (dmy or mdy)."""
    text = plain_digits(text)
    iso = _ISO.fullmatch(text)
    if iso:
        return _reading(from_numbers(list(iso.groups()), order))
    words = tokens(text)
    if not words or phrases("missing").exact(words) or _no_other_day(words):
        return UNKNOWN
    if len(text) > _LONGEST or not any(letter.isdecimal() for letter in text):
        return UNKNOWN if phrases("missing").find(words) else NOT_A_DATE
    plain = in_one_word(_ORDINAL.sub("", _TIME.sub(" ", fold(text))))
    single = _one(plain, order)
    if single is not None and single.year is not None:
        return _reading(single)
    span = _span(plain, order)
    if span is not None:
        return span
    if (outside := re.sub(r"\(.*?\)", " ", text).strip()) and outside != text.strip():
        return read_text(outside, order)
    if phrases("missing").find(words):
        return UNKNOWN
    return Reading(None, None, "unknown", "date_without_year") if single is not None else NOT_A_DATE


def _no_other_day(words: tuple[str, ...]) -> bool:
    """ "Single day incident", "ongoing": what the column of the last day says where there is no other day."""
    return any(words[: len(phrase)] == phrase for phrase in word_set("dates", "same_day"))


def _reading(partial: Partial | None) -> Reading:
    if partial is None or partial.first() is None:
        return NOT_A_DATE
    return Reading(partial.first(), partial.last(), partial.precision)


def _one(text: str, order: str) -> Partial | None:
    """One date; without a year only where a month is written as a word. None when it is no date."""
    about, part_of_month, pieces = _remarks(_PIECE.findall(text))
    numbers = [piece for piece in pieces if piece.isdecimal()]
    words = [piece for piece in pieces if not piece.isdecimal()]
    found = _quarter(words, numbers) or _named_month(_unfilled(words), numbers, pieces)
    if found is None and not _unfilled(words):
        found = from_numbers(numbers, order) if 1 <= len(numbers) <= 3 else None
    if found is None or (part_of_month and found.day is not None):
        return None
    return found.coarser() if about and found.month is not None else found


def _remarks(pieces: list[str]) -> tuple[bool, bool, list[str]]:
    """Whether the date is about, or a part of a month, and the pieces without those words."""
    said = []
    for key in ("about", "part_of_month"):
        known = word_set("dates", key)
        length = next((size for size in (3, 2, 1) if tuple(pieces[:size]) in known), 0)
        pieces = pieces[length:]
        said.append(length > 0)
    return said[0], said[1], pieces


def _unfilled(words: list[str]) -> list[str]:
    filler = word_set("dates", "filler")
    return [word for word in words if (word,) not in filler and word not in weekdays()]


def _quarter(words: list[str], numbers: list[str]) -> Partial | None:
    for key, months in (("quarter", 3), ("half", 6)):
        if not any((word,) in word_set("dates", key) for word in words):
            continue
        ordinals = [_ROMAN[word] for word in words if word in _ROMAN] + [int(n) for n in numbers if len(n) == 1]
        years = [year for number in numbers if len(number) == 4 and (year := full_year(number))]
        if len(ordinals) == 1 and len(years) == 1 and 1 <= ordinals[0] <= 12 // months:
            return Partial(years[0], (ordinals[0] - 1) * months + 1, None, months)
    return None


def _named_month(words: list[str], numbers: list[str], pieces: list[str]) -> Partial | None:
    """ "14 May 2021", "May 14, 2021", "2021 May", "14-May-21", "14 May" (no year); a month may be named twice."""
    named = list(dict.fromkeys(month(word) for word in words))
    if len(named) != 1 or named[0] is None or len(numbers) > 2:
        return None
    years = [number for number in numbers if len(number) == 4]
    days = [number for number in numbers if len(number) <= 2]
    if len(years) + len(days) != len(numbers) or len(years) > 1:
        return None
    if len(days) == 2:
        years, days = days[1:], days[:1]
    year = full_year(years[0]) if years else None
    if years and year is None:
        return None
    found = Partial(year, named[0], int(days[0]) or None if days else None)
    return found if Partial(year or 2000, found.month, found.day).first() else None


def _span(text: str, order: str) -> Reading | None:
    """Two dates with a dash or a word between them; the first may leave to the second what both share."""
    text = _opening().sub("", text)
    for divider in _dividers():
        for at in divider.finditer(text):
            ends = _ends(text[: at.start()], text[at.end() :], order)
            if ends:
                return span_of(*ends)
    return None


@cache
def _opening() -> re.Pattern[str]:
    words = "|".join(" ".join(word) for word in word_set("dates", "from"))
    return re.compile(rf"^\s*(?:{words})\s+")


@cache
def _dividers() -> tuple[re.Pattern[str], ...]:
    """Dashes, then words ("to", "til og med"), the longest first."""
    words = sorted(word_set("dates", "range"), key=len, reverse=True)
    between = (r"\s+" + r"\s+".join(map(re.escape, word)) + r"\s+" for word in words)
    return tuple(re.compile(divider) for divider in (*_DASHES, *between))


def _ends(left: str, right: str, order: str) -> tuple[date, date] | None:
    """First and last day of the span between these two texts; None when they are no two dates."""
    end = _one(right, order)
    if end is None:
        return None
    digits = re.findall(r"\d+", left)
    start = _one(left, order)
    if start is None and not re.search(r"[^\W\d_]", left):
        start = day_and_month(digits, order)
        if start is None and len(digits) == 1 and len(digits[0]) <= 2 and end.day is not None:
            start = Partial(day=int(digits[0]) or None)
    if start is None:
        return None
    borrowed = end.year is None
    end = end.filled_from(start) if borrowed else end
    first, last = start.filled_from(end).first(), end.last()
    if first is None or last is None or (borrowed and last < first):
        return None
    return first, last


def span_of(first: date, last: date) -> Reading:
    """A span; one that runs backwards is a misprint that only a person can mend, so its dates are unknown."""
    if last >= first:
        return Reading(first, last, "day" if first == last else "span")
    return Reading(None, None, "unknown", "span_backwards", likely_span(first, last))


def likely_span(first: date, last: date) -> str:
    """What was probably meant: the ends swapped, or the start a year earlier; the shorter span is the likelier."""
    swapped = (last, first)
    try:
        earlier = (first.replace(year=first.year - 1), last)
    except ValueError:
        earlier = swapped
    options = [pair for pair in (swapped, earlier) if pair[0] <= pair[1]]
    start, end = min(options, key=lambda pair: pair[1] - pair[0])
    return f"{start.isoformat()} – {end.isoformat()}"
