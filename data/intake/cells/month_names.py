"""Names of months and weekdays as people type them, from CLDR (by Babel), for the languages that such files are in."""

import re
from functools import cache

from babel.dates import get_day_names, get_month_names

from data.places.spelling import fold

LOCALES = ("en", "nb", "nn", "az", "az_Cyrl", "ru", "uk", "es", "pt", "ca", "fr", "tr", "de", "it", "ar")
_TYPED = {"sept": 9, "juni": 6, "juli": 7}
_ENDING = re.compile(r"(in|un|da|de|dan|den|a|e|i|u)$")  # Azerbaijani case endings: noyabrda, mayın


@cache
def months() -> dict[str, int]:
    """Folded name, full or short -> 1..12. A name that means two months in two languages is left out."""
    found: dict[str, set[int]] = {name: {number} for name, number in _TYPED.items()}
    for locale in LOCALES:
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in get_month_names(width, context, locale).items():
                    found.setdefault(fold(name).rstrip("."), set()).add(number)
    return {name: next(iter(numbers)) for name, numbers in found.items() if len(numbers) == 1 and not name.isdigit()}


@cache
def weekdays() -> frozenset[str]:
    names = {
        fold(name).rstrip(".")
        for locale in LOCALES
        for context in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for name in get_day_names(width, context, locale).values()
    }
    return frozenset(names - months().keys())


@cache
def month(word: str) -> int | None:
    """1..12 of a folded word, with or without a case ending."""
    return months().get(word) or months().get(_ENDING.sub("", word))
