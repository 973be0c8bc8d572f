"""Reading: the drafts that wait are read in the background."""

from typing import Any

from data.drafts import rows
from data.drafts.desk import Desk
from data.drafts.draft import FAILED, READ, WAITING
from data.drafts.reading_one import read_one
from data.intake import NotASpreadsheet


class Reading:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def start(self) -> None:
        """Begins to read in the background."""

    def stop(self) -> None:
        """Ends it."""

    def read_now(self) -> None:
        """Reads what waits, here and now."""
        desk = self._desk
        for draft in desk.drafts(None):
            if draft.state != WAITING:
                continue
            values: dict[str, Any]
            try:
                result = read_one(draft, desk.folder, desk.limits, desk.store.remembered, desk.today())
                values = {"state": READ, "read_revision": draft.revision, "result": result}
            except NotASpreadsheet as refusal:
                values = {"state": FAILED, "error": {"message": refusal.message, "params": refusal.params}}
            with desk.store.writing("") as writer:
                rows.change_row(writer.connection, draft.id, **values)
