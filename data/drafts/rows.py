"""Drafts as rows of the store: read, added, changed and deleted on a connection that is given."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from data.drafts.draft import READING, WAITING, Draft, DraftMend, Mend
from data.drafts.errors import DraftNotFound
from data.store.listing import items_of, newest_edition
from data.store.tables import draft_mends, drafts

_OF_A_ROW = (
    "id", "who", "at", "file_name", "size", "sha256", "state", "revision", "read_revision", "dataset", "mode",
    "base_version", "sheet", "expires", "answers", "choices", "result",
)  # fmt: skip
_OF_A_MEND = (
    "kind", "sheet", "row", "column", "before", "after", "why", "finding", "number", "who", "at", "taken_back",
)  # fmt: skip


def draft_of(connection: Connection, row: Row[Any]) -> Draft:
    said = connection.execute(select(draft_mends).where(draft_mends.c.draft == row.id).order_by(draft_mends.c.number))
    return Draft(
        **{name: getattr(row, name) for name in _OF_A_ROW},
        error=(row.error["message"], row.error["params"]) if row.error else None,
        mends=tuple(DraftMend(**{name: mend._mapping[name] for name in _OF_A_MEND}) for mend in said),
        progress=(row.done, row.known) if row.state == READING and row.known else None,
    )


def row_of(connection: Connection, id: str) -> Row[Any]:
    """Raises DraftNotFound."""
    row = connection.execute(select(drafts).where(drafts.c.id == id)).first()
    if row is None:
        raise DraftNotFound
    return row


def all_rows(connection: Connection, who: str | None = None) -> Sequence[Row[Any]]:
    """Newest first; of one person, or (None) of all."""
    asked = select(drafts).order_by(drafts.c.at.desc(), drafts.c.id)
    return connection.execute(asked if who is None else asked.where(drafts.c.who == who)).all()


def add_row(connection: Connection, **values: Any) -> None:
    fresh = {"state": WAITING, "revision": 1, "read_revision": 0, "tries": 0, "answers": {}, "choices": {}}
    connection.execute(insert(drafts).values(fresh | values))


def change_row(connection: Connection, id: str, **values: Any) -> None:
    connection.execute(update(drafts).where(drafts.c.id == id).values(values))


def delete_row(connection: Connection, id: str) -> None:
    connection.execute(delete(draft_mends).where(draft_mends.c.draft == id))
    connection.execute(delete(drafts).where(drafts.c.id == id))


def add_mends(connection: Connection, id: str, who: str, mends: Sequence[Mend]) -> None:
    """A cell that was mended before is mended anew: the older mend counts as taken back."""
    last = connection.scalar(select(func.max(draft_mends.c.number)).where(draft_mends.c.draft == id)) or 0
    for number, mend in enumerate(mends, start=last + 1):
        of_mend = {name: getattr(mend, name) for name in _OF_A_MEND[:8]}
        place = (draft_mends.c[name] == of_mend[name] for name in ("kind", "sheet", "row", "column"))
        connection.execute(update(draft_mends).where(draft_mends.c.draft == id, *place).values(taken_back=True))
        row = {"draft": id, "number": number, "who": who, "at": datetime.now(UTC), "taken_back": False}
        connection.execute(insert(draft_mends).values(row | of_mend))


def take_mends_back(connection: Connection, id: str, numbers: Sequence[int]) -> None:
    of_these = (draft_mends.c.draft == id, draft_mends.c.number.in_(numbers))
    connection.execute(update(draft_mends).where(*of_these).values(taken_back=True))


def published_version(connection: Connection, dataset: str | None) -> int | None:
    """The version of the dataset that readers see now."""
    held, _ = items_of(connection, newest_edition(connection))
    return held[dataset][0] if dataset in held else None
