"""A value that a person types into a cell: read the way the intake will read it, or refused with the reason."""

from datetime import date

from data.intake.cells.counts import read_counts
from data.intake.cells.date_parts import FIRST_YEAR, LAST_YEAR
from data.intake.cells.dates import read_dates
from data.places import resolve

LONGEST = 1000  # characters; the longest cell of the published registers has 640
_COUNTS = ("killed", "injured", "stated_total", "n")
_DATES = ("date", "date_from", "date_to", "since")
_PARTS = {"year": (FIRST_YEAR, LAST_YEAR), "month": (1, 12), "day": (1, 31)}


class BadValue(Exception):
    """`message` is a message id (mending.typed.*), `params` its parameters."""

    def __init__(self, reason: str, **params: object) -> None:
        super().__init__(reason)
        self.message, self.params = f"mending.typed.{reason}", params


def checked(field: str, text: str) -> str:
    """The text for the cell: as typed, but a day in ISO form, so that nothing is left to guess. "" is a blank cell.

    `field` as in Problem (killed.civilian, date_from, district ...); other fields take any text. Raises BadValue.
    """
    text, key = " ".join(text.split()), field.split(".")[0]
    if len(text) > LONGEST:
        raise BadValue("too_long", most=LONGEST)
    if not text:
        return ""
    if key in _COUNTS:
        return _count(text)
    if key in _DATES:
        return _date(text)
    if key in _PARTS:
        return _part(key, text)
    if key == "district" and resolve(text) is None:
        raise BadValue("place")
    return text


def _count(text: str) -> str:
    read = read_counts([text])
    if read.problems or read.n[0] != read.n[0]:
        raise BadValue("count")
    return text


def _date(text: str) -> str:
    """A day that can be read in one way only."""
    read = read_dates([text])
    if read.problems:
        raise BadValue("date")
    if read.question:
        raise BadValue("date_order")
    if read.precision[0] == "unknown":
        raise BadValue("date")
    first: date = read.date_from[0].item().date()
    return first.isoformat() if read.precision[0] == "day" else text


def _part(key: str, text: str) -> str:
    lowest, highest = _PARTS[key]
    if not (text.isdecimal() and len(text) <= 4 and lowest <= int(text) <= highest):
        raise BadValue(key)
    return text
