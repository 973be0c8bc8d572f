"""Which edition an address asks for: `edition=N` holds it fast, without it the newest is meant."""

from typing import Any, Protocol

from data.frame import Edition
from data.selection import BadParameter, BadSelection
from data.store import EditionNotFound

PARAMETER = "edition"
# The edition to compare with.
AGAINST = "against"
# Far above any number there will be, and below what a database counts as a whole number.
LAST = 999_999_999


class Editions(Protocol):
    """What is asked of a data.store.Store."""

    def current(self) -> Edition: ...

    def edition(self, number: int) -> Edition: ...

    def photo(self, file: str) -> tuple[Any, bytes] | None: ...


def edition_number(text: str, problems: list[BadParameter], parameter: str = PARAMETER) -> int | None:
    """From the value of the parameter, None for "". What is no whole number from 1 is added to `problems`."""
    text = text.strip()
    if not text:
        return None
    if text.isascii() and text.isdigit() and len(text) <= len(str(LAST)) and int(text) >= 1:
        return int(text)
    problems.append(BadParameter(parameter, text[:60], "selection.bad.edition"))
    return None


def edition_asked(store: Editions, number: int | None, parameter: str = PARAMETER) -> Edition:
    """The edition of this number, the newest for None. Raises NothingPublished, BadSelection for an unknown number.

    `parameter` is the one that named it.
    """
    newest = store.current()
    if number is None or number == newest.number:
        return newest
    try:
        return store.edition(number)
    except EditionNotFound:
        known = tuple(str(one) for one in range(1, newest.number + 1))
        raise BadSelection([BadParameter(parameter, str(number), "selection.bad.no_edition", known)]) from None


def edition_against(store: Editions, number: int | None, edition: Edition, before: bool) -> Edition | None:
    """What `edition` is compared with: the one of this number; for None the one before it where `before` is set.

    None where there is none: the first edition has none before it. Raises BadSelection for an unknown number.
    """
    if number is None and before and edition.number > 1:
        number = edition.number - 1
    return edition_asked(store, number, AGAINST) if number else None


def edition_shown(store: Editions, number: int | None, made: int | None) -> Edition:
    """For a page in parts: what its address pins, else the edition that the rest of the page was made from.

    Raises as edition_asked. A number that does not exist (a page of another store) is left aside.
    """
    if number is None and made is not None and 0 < made <= LAST:
        try:
            return edition_asked(store, made)
        except BadSelection:
            pass
    return edition_asked(store, number)
