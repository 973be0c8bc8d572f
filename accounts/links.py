"""One-time links: each sets one password, once, within a day. Only a digest of a link is kept."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, insert, select, update

from accounts.errors import LinkGone
from data.store.work_tables import one_time_links

GOOD_FOR = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class OneTimeLink:
    """`name` is None where the person chooses it: the first account of a site."""

    name: str | None
    role: str
    expires: datetime


def make(connection: Connection, name: str | None, role: str, who: str, now: datetime) -> str:
    """A new token for an account; older ones of the same account open nothing any more."""
    close(connection, name)
    token = secrets.token_urlsafe(32)
    row = {"digest": _digest(token), "name": name, "role": role, "expires": now + GOOD_FOR, "used": False}
    connection.execute(insert(one_time_links).values(who=who, at=now, **row))
    return token


def close(connection: Connection, name: str | None) -> None:
    of_account = one_time_links.c.name.is_(None) if name is None else one_time_links.c.name == name
    connection.execute(update(one_time_links).where(of_account).values(used=True))


def looked_at(connection: Connection, token: str, now: datetime) -> OneTimeLink:
    """What the link is for; opening it uses nothing up. Raises LinkGone."""
    row = connection.execute(select(one_time_links).where(*_open(token, now))).first()
    if row is None:
        raise LinkGone
    return OneTimeLink(row.name, row.role, row.expires)


def used(connection: Connection, token: str, now: datetime) -> OneTimeLink:
    """Uses the link up: of two who do so at the same moment one gets it, the other LinkGone."""
    link = looked_at(connection, token, now)
    if connection.execute(update(one_time_links).where(*_open(token, now)).values(used=True)).rowcount != 1:
        raise LinkGone
    return link


def _open(token: str, now: datetime) -> tuple:
    return (
        one_time_links.c.digest == _digest(token),
        one_time_links.c.used.is_(False),
        one_time_links.c.expires > now,
    )


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()
