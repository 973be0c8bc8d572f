"""The columns of each template: what they hold, how wide they are, and what stands in their example row.

The heading of a column is the message template.heading.<key>, chosen so that the importer is sure of it; what it means
is template.about.<key>.
"""

from dataclasses import dataclass
from typing import Any, Literal

Holds = Literal["date", "count", "choice", "text"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `field` is the importer's name of it ("" for a note, which is kept as it is).

    `width` in characters. `example` is a number, a link, the chosen category of a drop-down, or "" for a text of the
    language (template.example.<key>).
    """

    key: str
    field: str
    holds: Holds
    width: int
    example: Any = ""


_PRECISION = Column("date_precision", "date_precision", "choice", 19, "day")
_WHERE = (Column("district", "district", "choice", 22, "AZ-AGM"), Column("place", "place", "text", 24))
_HOW = (
    Column("device", "device", "choice", 36, "mine_unspecified"),
    Column("activity", "activity", "choice", 20, "herding"),
)
_SOURCE = (
    Column("counted_by", "counted_by", "text", 24),
    Column("reported_in", "reported_in", "text", 24),
    Column("link", "source_url", "text", 34, "https://example.org/"),
    Column("note", "", "text", 48),
)
_COUNTS = (
    Column("civilians_killed", "killed.civilian", "count", 17, 1),
    Column("civilians_injured", "injured.civilian", "count", 17, 2),
    Column("military_killed", "killed.military_security", "count", 17, 0),
    Column("military_injured", "injured.military_security", "count", 17, 0),
)

COLUMNS: dict[str, tuple[Column, ...]] = {
    "line_list": (
        Column("date", "date_from", "date", 21),
        _PRECISION,
        Column("incident_number", "incident_id", "text", 19, 1),
        *_WHERE,
        Column("outcome", "outcome", "choice", 18, "injured"),
        Column("status", "status", "choice", 22, "civilian"),
        Column("sex", "sex", "choice", 18, "female"),
        Column("age_group", "age_group", "choice", 16, "adult"),
        *_HOW,
        *_SOURCE,
    ),
    "incident_list": (
        Column("date", "date_from", "date", 21),
        _PRECISION,
        *_WHERE,
        Column("killed", "killed", "count", 11, 1),
        Column("injured", "injured", "count", 11, 2),
        *_COUNTS,
        *_HOW,
        *_SOURCE,
    ),
    "running_totals": (
        Column("as_of", "date_from", "date", 21),
        _PRECISION,
        Column("since", "since", "date", 14, "2020-11-10"),
        Column("killed", "killed", "count", 11, 1),
        Column("injured", "injured", "count", 11, 2),
        Column("total", "stated_total", "count", 11, 3),
        *_COUNTS,
        Column("scope", "scope", "choice", 24, "all_casualties"),
        *_SOURCE,
    ),
}
KINDS = tuple(COLUMNS)
