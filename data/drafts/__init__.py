"""Spreadsheets on their way: kept for their uploader, read in the background, changed, and then published or erased."""

from data.drafts.desk import KEEP_FOR, Desk
from data.drafts.draft import Draft, DraftMend, Mend
from data.drafts.errors import DraftChanged, DraftError, DraftNotFound, Empty, FileGone, NotReadYet, TooLarge
from data.drafts.reading import Reading

__all__ = [
    "KEEP_FOR",
    "Desk",
    "Draft",
    "DraftChanged",
    "DraftError",
    "DraftMend",
    "DraftNotFound",
    "Empty",
    "FileGone",
    "Mend",
    "NotReadYet",
    "Reading",
    "TooLarge",
]
