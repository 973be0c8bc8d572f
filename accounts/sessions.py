"""Whose a session is, and which are over: a cookie copied before its owner signed out opens nothing."""

import hashlib
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, insert, select

from accounts.account import Account
from data.store.work_tables import ended_sessions, staff

# A cookie that nobody uses for so long is no longer accepted (routes/staff/session.py signs the time into it).
IDLE = timedelta(hours=12)


def account(connection: Connection, session: str, name: str, mark: str) -> Account | None:
    """None when the session was ended, or the account disabled or given a new password since."""
    ended = select(ended_sessions.c.digest).where(ended_sessions.c.digest == _digest(session))
    row = connection.execute(
        select(staff).where(staff.c.name == name, staff.c.mark == mark, staff.c.disabled.is_(False), ~ended.exists())
    ).first()
    return None if row is None else Account(row.name, row.role, row.mark)


def end(connection: Connection, session: str, now: datetime) -> None:
    """Ends one session. Those ended longer ago than IDLE are forgotten: their cookies are too old by themselves."""
    connection.execute(delete(ended_sessions).where(ended_sessions.c.at < now - IDLE))
    digest = _digest(session)
    if connection.scalar(select(ended_sessions.c.digest).where(ended_sessions.c.digest == digest)) is None:
        connection.execute(insert(ended_sessions).values(digest=digest, at=now))


def _digest(session: str) -> str:
    return hashlib.sha256(session.encode("utf-8", "replace")).hexdigest()
