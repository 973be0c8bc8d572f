"""Rows of the table `staff`: finding, adding and changing them inside a transaction."""

import secrets
from datetime import datetime

from sqlalchemy import Connection, Row, func, insert, select, update

from accounts.account import PUBLISHER, Account
from accounts.errors import NoSuchAccount
from data.store.work_tables import staff


def account(row: Row) -> Account:
    return Account(row.name, row.role, row.mark, row.disabled, row.password is None)


def found(connection: Connection, name: str) -> Row | None:
    return connection.execute(select(staff).where(staff.c.name == name)).first()


def present(connection: Connection, name: str) -> Row:
    """Raises NoSuchAccount."""
    row = found(connection, name)
    if row is None:
        raise NoSuchAccount(name=name)
    return row


def every(connection: Connection) -> list[Account]:
    return [account(row) for row in connection.execute(select(staff).order_by(staff.c.name))]


def any_there(connection: Connection) -> bool:
    return bool(connection.scalar(select(func.count()).select_from(staff)))


def other_publishers(connection: Connection, name: str) -> int:
    """How many could go on publishing without this account: not disabled, and with a password."""
    may = (staff.c.role == PUBLISHER, staff.c.disabled.is_(False), staff.c.password.is_not(None))
    return connection.scalar(select(func.count()).select_from(staff).where(*may, staff.c.name != name)) or 0


def put(connection: Connection, who: str, at: datetime, name: str, role: str) -> None:
    """A new account, or a disabled one opened again; without a password either way."""
    values = {"who": who, "at": at, "role": role, "password": None, "disabled": False, "mark": new_mark()}
    if found(connection, name) is None:
        connection.execute(insert(staff).values(name=name, **values))
    else:
        change(connection, name, **values)


def change(connection: Connection, name: str, **values: object) -> None:
    connection.execute(update(staff).where(staff.c.name == name).values(values))


def new_mark() -> str:
    return secrets.token_hex(16)
