"""Names of months and weekdays as people type them, from CLDR (by Babel), for the languages that such files are in."""

import re
from functools import cache

from babel.dates import get_day_names, get_month_names

from data.places.spelling import fold

# Arabic names differ by country: Gregorian in the Gulf and Egypt, Levantine in the east, French ones in the Maghreb.
LOCALES = ("en", "nb", "nn", "az", "az_Cyrl", "ru", "uk", "es", "pt", "ca", "fr", "tr", "de", "it", "ar", "ar_IQ",
           "ar_LB", "ar_SY", "ar_DZ", "ar_MA", "ar_MR", "he")  # fmt: skip
_TYPED = {"sept": 9, "juni": 6, "juli": 7, "מרס": 3}
_TWO_WORDS = re.compile(r"\b(كانون|تشرين)\s+(?:ال)?(اول|ثاني)\b")
_ENDING = re.compile(r"(in|un|da|de|dan|den|a|e|i|u)$")  # Azerbaijani case endings: noyabrda, mayın


@cache
def months() -> dict[str, int]:
    """Folded name, full or short -> 1..12. A name that means two months in two languages is left out."""
    found: dict[str, set[int]] = {name: {number} for name, number in _TYPED.items()}
    for locale in LOCALES:
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in get_month_names(width, context, locale).items():
                    found.setdefault(_bare(name), set()).add(number)
    return {name: next(iter(numbers)) for name, numbers in found.items() if len(numbers) == 1 and not name.isdigit()}


@cache
def weekdays() -> frozenset[str]:
    names = {
        word
        for locale in LOCALES
        for context in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for name in get_day_names(width, context, locale).values()
        for word in fold(name).rstrip(".׳").split()  # "יום ראשון" is two words
    }
    return frozenset(names - months().keys())


@cache
def month(word: str) -> int | None:
    """1..12 of a folded word, with or without a case ending or the Hebrew "in" before it."""
    return months().get(word) or months().get(_ENDING.sub("", word)) or months().get(word.removeprefix("ב"))


def in_one_word(text: str) -> str:
    """Folded text in which the months of two words ("كانون الثاني") are written together, as `months` has them."""
    return text if text.isascii() else _TWO_WORDS.sub(r"\1\2", text)


def _bare(name: str) -> str:
    return in_one_word(fold(name)).rstrip(".׳'")
