"""What a heading says of time: a year, a month, a quarter, by itself or beside the name of what is counted."""

import re
from typing import NamedTuple

from data.intake.cells.date_parts import full_year
from data.intake.cells.date_text import Reading, read_text
from data.intake.cells.month_names import month
from data.places.spelling import fold

_YEAR = r"(?:19|20)\d\d"
_REMARK = re.compile(r"(?<=\d)\s*(?:\*+|[†‡]|\[\w{1,3}\])$")
_BESIDE = (re.compile(rf"^(?P<name>.*\D)[\s_(.-]*(?P<year>{_YEAR})\)?$"),
           re.compile(rf"^\(?(?P<year>{_YEAR})[\s_).:-]+(?P<name>\D.*)$"))  # fmt: skip
_SHORT = re.compile(r"^([^\W\d_]+)[\s.'’-]*(\d\d)$")  # Jan-20: in a heading the number is the year
_LONGEST = 30


class Period(NamedTuple):
    """`text` is the period as dates are read; `name` what else the heading says; `precision` month without a year is
    "month_only"."""

    text: str
    name: str
    precision: str


def period_of(heading: str) -> Period | None:
    """The period of a heading, of one of its rows (apart by " - "), or of a year beside a name ("killed_2019")."""
    whole = _alone(heading)
    if whole:
        return whole
    parts = heading.split(" - ")
    for place, part in enumerate(parts if len(parts) > 1 else ()):
        if found := _alone(part):
            return found._replace(name=" - ".join([*parts[:place], *parts[place + 1 :]]))
    for pattern in _BESIDE:
        if match := pattern.match(heading.strip()):
            name = match["name"].strip(" _-.(:")
            if name and not re.search(r"\d", name):
                return Period(match["year"], name, "year")
    return None


def _alone(text: str) -> Period | None:
    text = _REMARK.sub("", text.strip())
    if not text or len(text) > _LONGEST:
        return None
    if (short := _SHORT.match(text)) and month(fold(short[1]).strip(" .")):
        return Period(f"{short[1]} {full_year(short[2])}", "", "month")
    if month(fold(text).strip(" .")):
        return Period(text, "", "month_only")
    if re.fullmatch(r"\d{1,3}|\d{5,}", text):
        return None
    read = read_text(text, "dmy")
    if read.first is None or read.precision == "unknown":
        return None
    return Period(text, "", read.precision)


def covers(text: str) -> Reading:
    """The days of a period that `period_of` gave."""
    return read_text(text, "dmy")
