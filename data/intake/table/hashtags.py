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
# How many rows below the headings it may stand.
REACH = 3


def tags_of(row: Sequence[Cell]) -> list[str] | None:
    """The tags of a hashtag row without spaces and in small letters, "" where a cell is blank; None for other rows."""
    tags, known = [], 0
    for cell in row:
        if cell is None:
            tags.append("")
            continue
        match = _TAG.fullmatch(cell.strip()) if isinstance(cell, str) else None
        if not match:
            return None
        known += match[1].lower() in _HASHTAGS
        tags.append(re.sub(r"\s", "", str(cell)).lower())
    filled = sum(map(bool, tags))
    return tags if known and known * 2 >= filled else None


def find_hashtag_row(rows: Sequence[Sequence[Cell]], start: int) -> tuple[int, list[str]] | None:
    """(index, tags) of the hashtag row among the first rows from `start` on."""
    for index in range(start, min(start + REACH, len(rows))):
        if (tags := tags_of(rows[index])) is not None and any(tags):
            return index, tags
    return None
