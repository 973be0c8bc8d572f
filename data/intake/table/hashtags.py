"""The HXL hashtag row: found by its tags, not by the sign alone, since headings such as "# killed" exist."""

import re
from collections.abc import Sequence

from data.intake.readers import Cell

# https://hxlstandard.org/standard/1-1final/dictionary/ (the hashtags of HXL 1.1)
_HASHTAGS = frozenset(
    (
        "access", "activity", "adm1", "adm2", "adm3", "adm4", "adm5", "affected", "beneficiary", "capacity", "cause",
        "channel", "contact", "country", "crisis", "currency", "date", "delivery", "description", "event", "frequency",
        "geo", "group", "impact", "indicator", "inneed", "item", "loc", "meta", "modality", "need", "operations", "org",
        "output", "population", "reached", "region", "respondee", "sector", "service", "severity", "status",
        "subsector", "targeted", "value",
    )
)  # fmt: skip
_TAG = re.compile(r"#\s*([a-z][a-z0-9_]*)(\s*\+\s*[a-z][a-z0-9_]*)*\s*", re.IGNORECASE)
# Of a row with malformed tags so many must be known ones, and no larger share be malformed.
_FEWEST_TAGS, _MOST_MALFORMED = 3, 0.4
# How many rows below the headings it may stand.
REACH = 3


def tags_of(row: Sequence[Cell]) -> list[str] | None:
    """The tags of a hashtag row without spaces and in small letters, "" where a cell is blank; None for other rows.

    A row that begins with # nearly everywhere is one even where some tags are malformed: "#affected aidworker +killed"
    is read as if a + stood before every attribute, and what is no tag at all says nothing.
    """
    tags, known, malformed = [], 0, 0
    for cell in row:
        if cell is None:
            tags.append("")
            continue
        text = cell.strip().lower() if isinstance(cell, str) else ""
        match = _TAG.fullmatch(text)
        lenient = match or _TAG.fullmatch(re.sub(r"(?<=\w)\s+(?=\w)", "+", text))
        malformed += not match
        known += lenient is not None and lenient[1] in _HASHTAGS
        tags.append(re.sub(r"\s", "", lenient[0]) if lenient else "")
    filled = sum(cell is not None for cell in row)
    if malformed and (known < _FEWEST_TAGS or malformed > _MOST_MALFORMED * filled):
        return None
    return tags if known and known * 2 >= filled else None


def find_hashtag_row(rows: Sequence[Sequence[Cell]], start: int) -> tuple[int, list[str]] | None:
    """(index, tags) of the hashtag row among the first rows from `start` on."""
    for index in range(start, min(start + REACH, len(rows))):
        if (tags := tags_of(rows[index])) is not None and any(tags):
            return index, tags
    return None
