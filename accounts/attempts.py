"""Failed sign-ins, counted in the store: for each account and each address, over all workers and restarts."""

import hashlib
import hmac
from datetime import datetime, timedelta
from ipaddress import IPv6Address, ip_address

from sqlalchemy import Connection, delete, func, insert, select

from accounts.errors import TooManyAttempts
from data.store.work_tables import failed_sign_ins

WITHIN = timedelta(minutes=15)
# A person may be shut out by others who guess, so the number is not smaller; several people share one address.
OF_ACCOUNT, FROM_ADDRESS = 10, 40


def begin(connection: Connection, key: str, name: str, address: str, now: datetime) -> None:
    """Counts an attempt before it is checked, so that many at once are not more than allowed.

    Raises TooManyAttempts, and does not count then: who is shut out is not shut out for longer.
    """
    connection.execute(delete(failed_sign_ins).where(failed_sign_ins.c.at <= now - WITHIN))
    limits = _limits(key, name, address)
    full = [until for whose, most in limits.items() if (until := _full_until(connection, whose, most))]
    if full:
        raise TooManyAttempts(until=max(full))
    for whose in limits:
        connection.execute(insert(failed_sign_ins).values(whose=whose, at=now))


def succeeded(connection: Connection, key: str, name: str, address: str, began: datetime) -> None:
    """Forgets what failed for the account, and this attempt of the address: others of it stay counted."""
    account, place = _limits(key, name, address)
    connection.execute(delete(failed_sign_ins).where(failed_sign_ins.c.whose == account))
    own = select(func.max(failed_sign_ins.c.id)).where(failed_sign_ins.c.whose == place, failed_sign_ins.c.at == began)
    connection.execute(delete(failed_sign_ins).where(failed_sign_ins.c.id == own.scalar_subquery()))


def full(connection: Connection, key: str, name: str, address: str) -> bool:
    """Whether the next attempt will be refused unseen."""
    return any(_full_until(connection, whose, most) for whose, most in _limits(key, name, address).items())


def _full_until(connection: Connection, whose: str, most: int) -> datetime | None:
    """When there is room again: the oldest of the newest `most` falls out of the window."""
    newest = select(failed_sign_ins.c.at).where(failed_sign_ins.c.whose == whose).order_by(failed_sign_ins.c.at.desc())
    moments = connection.scalars(newest.limit(most)).all()
    return moments[-1] + WITHIN if len(moments) == most else None


def _limits(key: str, name: str, address: str) -> dict[str, int]:
    """Keyed digest -> the most failures; the account's first. The table tells neither names nor addresses."""
    return {
        _digest(key, f"account {name}"): OF_ACCOUNT,
        _digest(key, f"address {_network(address)}"): FROM_ADDRESS,
    }


def _digest(key: str, whose: str) -> str:
    return hmac.new(key.encode(), whose.encode("utf-8", "replace"), hashlib.sha256).hexdigest()


def _network(address: str) -> str:
    """An IPv4 address, or the /64 of an IPv6 one, which is what one line is given."""
    try:
        known = ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if not isinstance(known, IPv6Address):
        return str(known)
    return str(known.ipv4_mapped or IPv6Address(int(known) >> 64 << 64))
