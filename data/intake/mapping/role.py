"""Role: one meaning of a column, by its heading or its hashtag."""

import dataclasses
from dataclasses import dataclass

Qualifiers = dict[str, str]

CASUALTIES = ("killed", "injured", "total")
# People who are not casualties: never added to them.
OTHER_PEOPLE = ("missing", "survivors", "displaced", "arrested", "affected")
# Numbers that are no people: a heading that holds such a word is no count, whatever else it says.
NO_PEOPLE = ("rate", "population", "incidents", "objects")
PARTS_OF_DATE = ("year", "month", "day", "quarter")


@dataclass(frozen=True)
class Role:
    """One meaning of a heading. `score` 0..1: 1 = the heading says exactly this and no more, under 0.6 = may well not.

    field: a key of data.fields, or one of killed, injured, total (casualties, outcome not said), missing, survivors,
        displaced, arrested, affected, rate, population, incidents, objects (the last nine are never casualties), date,
        year, month, day, quarter, time, date_entered, age, coordinates, country, source, note, personal.
    qualifiers: status, sex, age_group (whom a count covers); outcome (of a date: "date of death"); severity
        serious | slight (parts of injured); bound min | max | best; cumulative yes; also (another group in the same
        number: killed with missing); date_role as_of | reported; span yes; order dmy | mdy | ymd; edge start | end
        (of a year or month); form code | name; level region.
    rest: the words of the heading that this meaning leaves unexplained ("a" of "deaths_a").
    """

    field: str
    qualifiers: Qualifiers = dataclasses.field(default_factory=dict)
    score: float = 1.0
    rest: tuple[str, ...] = ()
