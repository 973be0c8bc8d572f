"""Who reads which draft: a lease in its row, renewed while the reading lives, given up when its process is dead."""

import os
import secrets
import socket
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, and_, or_, select

from data.drafts import rows
from data.drafts.draft import FAILED, READ, READING, WAITING, Draft
from data.store.work_tables import drafts

# A reading renews its lease every second; one that was silent for so long is dead, or its machine is.
LASTS = timedelta(seconds=30)
# A file that ended its reader so often will do so again.
TRIES = 3


@dataclass(frozen=True, slots=True)
class Lease:
    """A draft as it was when its reading began, and the token that says whose turn it is."""

    draft: Draft
    token: str


def waiting(connection: Connection, now: datetime, most: int | None) -> Row[Any] | None:
    """The draft that has waited longest (of at most so many bytes), or whose reading died."""
    dead = and_(drafts.c.state == READING, or_(drafts.c.lease_until < now, drafts.c.lease.in_(_dead(connection))))
    asked = select(drafts).where(or_(drafts.c.state == WAITING, dead)).order_by(drafts.c.at).limit(1)
    return connection.execute(asked if most is None else asked.where(drafts.c.size <= most)).first()


def claim(connection: Connection, now: datetime, most: int | None) -> Lease | None:
    """The next draft to read, now ours; None when there is none. Inside a writing transaction."""
    row = waiting(connection, now, most)
    if row is None:
        return None
    if row.tries >= TRIES:
        died = {"message": "draft.reading_died", "params": {}}
        rows.change_row(connection, row.id, state=FAILED, error=died, lease=None, lease_until=None)
        return None
    token = f"{_this_process()}:{secrets.token_hex(8)}"
    ours = {"lease": token, "lease_until": now + LASTS, "tries": row.tries + 1}
    rows.change_row(connection, row.id, state=READING, done=None, known=None, **ours)
    return Lease(rows.draft_of(connection, rows.row_of(connection, row.id)), token)


def held(connection: Connection, lease: Lease) -> bool:
    """Whether the draft is still there, unchanged, and ours to read."""
    return connection.scalar(select(drafts.c.lease).where(drafts.c.id == lease.draft.id)) == lease.token


def renew(connection: Connection, lease: Lease, now: datetime, progress: tuple[int, int] | None) -> None:
    if held(connection, lease):
        done, known = progress or (None, None)
        rows.change_row(connection, lease.draft.id, lease_until=now + LASTS, done=done, known=known)


def finish(
    connection: Connection, lease: Lease, result: dict[str, Any] | None, error: tuple[str, dict[str, Any]] | None
) -> bool:
    """Writes down how the reading ended; False when it no longer counts."""
    if not held(connection, lease):
        return False
    ended: dict[str, Any] = {"lease": None, "lease_until": None, "tries": 0, "done": None, "known": None}
    if error is None:
        ended |= {"state": READ, "result": result, "read_revision": lease.draft.revision, "error": None}
    else:
        ended |= {"state": FAILED, "error": {"message": error[0], "params": error[1]}}
    rows.change_row(connection, lease.draft.id, **ended)
    return True


def hand_back(connection: Connection, lease: Lease) -> None:
    """The server stops: another one shall read it, and this does not count as a try."""
    if held(connection, lease):
        again = {"state": WAITING, "lease": None, "lease_until": None}
        rows.change_row(connection, lease.draft.id, tries=0, done=None, known=None, **again)


def _this_process() -> str:
    return f"{socket.gethostname()[:30]}:{os.getpid()}"


def _dead(connection: Connection) -> list[str]:
    """Leases of processes of this machine that are no longer there: nobody needs to wait for them."""
    found = connection.scalars(select(drafts.c.lease).where(drafts.c.state == READING, drafts.c.lease.is_not(None)))
    return [token for token in found if not _alive(token)]


def _alive(token: str) -> bool:
    """True also when it cannot be known: then the lease's time decides."""
    host, _, rest = token.rpartition(":")[0].rpartition(":")
    if os.name == "nt" or host != socket.gethostname()[:30] or not rest.isdigit():
        return True
    with suppress(PermissionError):
        try:
            os.kill(int(rest), 0)
        except ProcessLookupError:
            return False
    return True
