"""Whether what was taken for headings is a row of data: numbers, dates and links stand where words should."""

import re
from collections.abc import Sequence

_NUMBER = re.compile(r"[+-]?\d+(?:[.,\s]\d+)*")
_YEAR = re.compile(r"(?:19|20)\d\d")  # of a table with years across
_DATE = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?:[T ].*)?")
_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_MANY = 0.4  # of the headings
_FEWEST = 2


def no_headings(headings: Sequence[str]) -> bool:
    """Are many of the headings data? Of headings in several rows the last counts ("1 - 4")."""
    given = [text.rsplit(" - ", 1)[-1] for each in headings if (text := each.strip())]
    data = [text for text in given if _is_data(text)]
    return len(data) >= _FEWEST and len(data) >= _MANY * len(given)


def _is_data(text: str) -> bool:
    if _YEAR.fullmatch(text):
        return False
    return any(pattern.fullmatch(text) for pattern in (_NUMBER, _DATE, _LINK))
