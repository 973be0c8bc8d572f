"""Words: the one object that turns a message id and its parameters into a sentence of one language.

The catalogues are gettext .po files, one per room (texts/locale/<language>/LC_MESSAGES/<room>.po), keyed by message
id. They are read by Babel when the process starts, so there is no compiled file that could be out of date.
Parameters are given raw and formatted here: numbers and dates in the language's own form, so that no caller can forget.
"""

import datetime
from collections.abc import Iterable
from decimal import Decimal
from functools import cache, lru_cache
from numbers import Real
from pathlib import Path
from typing import Any

from babel.core import Locale
from babel.dates import format_date, format_datetime, format_skeleton
from babel.lists import format_list
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

LANGUAGES = ("nb", "en")
# Norwegian readers' browsers say no, nb or nn; English dates stand day first, as UN reports write them.
_LOCALES = {"nb": "nb_NO", "en": "en_GB"}
_FOLDER = Path(__file__).parent / "locale"


@cache
def _between_thousands(locale: Locale) -> str:
    return str(locale.number_symbols["latn"]["group"])


def _digits(value: float | Decimal, locale: Locale) -> str:
    """Babel takes 80 microseconds for a number, and a page says some hundreds, most of them whole."""
    if value % 1 == 0 and value >= 0:
        return f"{int(value):,}".replace(",", _between_thousands(locale))
    return _fraction(value, locale)


@lru_cache(maxsize=16_384)
def _fraction(value: float | Decimal, locale: Locale) -> str:
    return str(format_decimal(value, format="#,##0.##", locale=locale))


# A list of records says 25 days, most of them again and again; Babel takes 40 microseconds for one.
@lru_cache(maxsize=16_384)
def _day(value: datetime.date, precision: str, language: str) -> str:
    locale = _LOCALES[language]
    if precision in ("month", "short_month"):
        return format_skeleton("yMMMM" if precision == "month" else "yMMM", value, locale=locale)
    return format_date(value, "d MMMM y" if language == "en" else "d. MMMM y", locale=locale)


class UnknownMessage(KeyError):
    """A message id that no catalogue of the language holds."""


@cache
def messages(language: str) -> dict[str, str | tuple[str, ...]]:
    """All messages of one language: id -> sentence, or the plural forms of it. Shared, so never changed."""
    found: dict[str, str | tuple[str, ...]] = {}
    for file in sorted((_FOLDER / language / "LC_MESSAGES").glob("*.po")):
        with file.open("rb") as stream:
            catalog: Catalog = read_po(stream, locale=language)
        for message in catalog:
            if not message.id:
                continue
            key = message.id if isinstance(message.id, str) else message.id[0]
            if key in found:
                raise ValueError(f"{file}: the message {key} stands in two catalogues")
            found[key] = message.string if isinstance(message.string, str) else tuple(message.string or ())
    return found


class Words:
    """One language. `say` gives sentences; `number`, `date`, `list` give their parts."""

    def __init__(self, language: str) -> None:
        if language not in LANGUAGES:
            raise ValueError(f"no such language: {language}")
        self.language = language
        self.locale = Locale.parse(_LOCALES[language])

    def __repr__(self) -> str:
        return f"Words({self.language!r})"

    def __hash__(self) -> int:
        return hash(self.language)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Words) and other.language == self.language

    def has(self, message: str) -> bool:
        return message in messages(self.language)

    def say(self, message: str, **params: Any) -> str:
        """The sentence of `message`. A plural message takes its form from `count`.

        Numbers and dates among `params` are formatted for the language; an int that must not be (a year, an edition)
        is passed as str. Raises UnknownMessage.
        """
        try:
            sentence = messages(self.language)[message]
        except KeyError:
            raise UnknownMessage(f"{message} ({self.language})") from None
        if isinstance(sentence, tuple):
            # Both languages have two forms; a fraction is plural.
            sentence = sentence[0] if params["count"] == 1 else sentence[1]
        return sentence.format_map({name: self._part(value) for name, value in params.items()})

    def _part(self, value: Any) -> str:
        if isinstance(value, str):
            return str(value)
        if isinstance(value, bool) or value is None:
            raise TypeError(f"not a part of a sentence: {value!r}")
        # numbers.Real takes in numpy's integers and floats.
        is_number = isinstance(value, Real | Decimal)
        if is_number:
            return self.number(value)
        if isinstance(value, datetime.datetime):
            return self.moment(value)
        if isinstance(value, datetime.date):
            return self.date(value)
        return str(value)

    def number(self, value: float | Decimal) -> str:
        """1 234 or 1,234; a fraction keeps at most two decimals; whole numbers none.

        Raises ValueError for NaN: that a number is missing is said in words.
        """
        if value != value:
            raise ValueError("a missing number has no digits")
        return _digits(value, self.locale)

    def date(self, value: datetime.date, precision: str = "day") -> str:
        """31. desember 2024, desember 2024, 4. kvartal 2024 or 2024, by precision."""
        match precision:
            case "year":
                return str(value.year)
            case "quarter":
                return self.say("words.quarter", quarter=(value.month + 2) // 3, year=str(value.year))
            case "month":
                return _day(value, "month", self.language)
            case _:
                return _day(value, "day", self.language)

    def short_month(self, value: datetime.date) -> str:
        """des. 2024, Dec 2024: for axes."""
        return _day(value, "short_month", self.language)

    def moment(self, value: datetime.datetime) -> str:
        """3 October 2024, 09:05 UTC. A value with a zone is told in UTC; one without is taken as UTC."""
        pattern = "d MMMM y, HH:mm 'UTC'" if self.language == "en" else "d. MMMM y 'kl.' HH.mm 'UTC'"
        return format_datetime(value, pattern, tzinfo=datetime.UTC, locale=self.locale)

    def list(self, parts: Iterable[str]) -> str:
        """a, b og c / a, b and c."""
        return format_list(list(parts), locale=self.locale)
