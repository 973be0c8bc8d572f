"""The log as it is asked for: by action, person and time, newest first, in pages."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select
from sqlalchemy.sql.elements import ColumnElement

from data.store.listing import LogEntry
from data.store.tables import log


@dataclass(frozen=True, slots=True)
class TrailQuery:
    """What is asked for; None is everything. `until` itself is no longer in it."""

    action: str | None = None
    who: str | None = None
    since: datetime | None = None
    until: datetime | None = None


def entries(connection: Connection, asked: TrailQuery, limit: int | None, offset: int) -> list[LogEntry]:
    rows = select(log).where(*_conditions(asked)).order_by(log.c.number.desc()).limit(limit).offset(offset)
    return [LogEntry(row.number, row.at, row.who, row.action, row.details) for row in connection.execute(rows)]


def number(connection: Connection, asked: TrailQuery) -> int:
    return connection.scalar(select(func.count()).select_from(log).where(*_conditions(asked))) or 0


def values(connection: Connection) -> tuple[list[str], list[str]]:
    """(actions, people) that the log knows, in order."""
    return (
        list(connection.scalars(select(log.c.action).distinct().order_by(log.c.action))),
        list(connection.scalars(select(log.c.who).distinct().order_by(log.c.who))),
    )


def _conditions(asked: TrailQuery) -> list[ColumnElement[bool]]:
    given = {
        "action": (asked.action, lambda value: log.c.action == value),
        "who": (asked.who, lambda value: log.c.who == value),
        "since": (asked.since, lambda value: log.c.at >= value),
        "until": (asked.until, lambda value: log.c.at < value),
    }
    return [condition(value) for value, condition in given.values() if value is not None]
