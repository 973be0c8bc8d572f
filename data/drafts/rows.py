"""Drafts as rows of the store: read, added, changed and deleted on a connection that is given."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, insert, select, update

from data.drafts.draft import READING, WAITING, Draft, DraftMend, Mend
from data.drafts.errors import DraftNotFound
from data.store.listing import items_of, newest_edition
from data.store.work_tables import draft_mends, drafts

_OF_A_ROW = (
    "id", "who", "at", "file_name", "size", "sha256", "state", "revision", "read_revision", "dataset", "mode",
    "base_version", "sheet", "expires", "answers", "choices", "result",
)  # fmt: skip
_OF_A_MEND = (
    "kind", "sheet", "row", "column", "before", "after", "why", "finding", "number", "who", "at", "taken_back",
)  # fmt: skip

_PLACE = ("kind", "sheet", "row", "column")


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
    columns = (draft_mends.c[name] for name in (*_PLACE, "number", "taken_back"))
    before = connection.execute(select(*columns).where(draft_mends.c.draft == id)).all()
    last = max((row.number for row in before), default=0)
    newest = {tuple(getattr(mend, name) for name in _PLACE): mend for mend in mends}
    take_mends_back(connection, id, [row.number for row in before if not row.taken_back and tuple(row[:4]) in newest])
    shared = {"draft": id, "who": who, "at": datetime.now(UTC), "taken_back": False}
    rows = [
        shared | {"number": number} | {name: getattr(mend, name) for name in _OF_A_MEND[:8]}
        for number, mend in enumerate(newest.values(), start=last + 1)
    ]
    if rows:
        connection.execute(insert(draft_mends), rows)


def take_mends_back(connection: Connection, id: str, numbers: Sequence[int]) -> None:
    """One statement for many: a list of thousands is more than a database takes in one IN."""
    of_one = (draft_mends.c.draft == id, draft_mends.c.number == bindparam("which"))
    if numbers:
        change = update(draft_mends).where(*of_one).values(taken_back=True)
        connection.execute(change, [{"which": number} for number in numbers])


def published_version(connection: Connection, dataset: str | None) -> int | None:
    """The version of the dataset that readers see now."""
    held, _ = items_of(connection, newest_edition(connection))
    return held[dataset][0] if dataset in held else None
