"""Keys that every worker shares and that outlive restarts, made when they are first asked for."""

import secrets

from sqlalchemy import Connection, insert, select

from data.store import Store
from data.store.work_tables import keys

SESSIONS, ATTEMPTS = "sessions", "attempts"


def key(store: Store, name: str) -> str:
    """Of two processes that ask at once one makes the key, and both have the same."""
    with store.reading() as connection:
        kept = _kept(connection, name)
    if kept is not None:
        return kept
    with store.writing("") as writer:
        kept = _kept(writer.connection, name)
        if kept is None:
            kept = secrets.token_urlsafe(48)
            writer.connection.execute(insert(keys).values(name=name, value=kept))
        return kept


def _kept(connection: Connection, name: str) -> str | None:
    return connection.scalar(select(keys.c.value).where(keys.c.name == name))
