"""The Accounts of a store: adding, signing in, ending."""

import secrets
from datetime import UTC, datetime

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError
from sqlalchemy import insert, select

from accounts.account import Account
from data.store import Store
from data.store.tables import keys, staff


class Accounts:
    """Every method is one transaction. `hasher` is for tests, which want to be fast."""

    def __init__(self, store: Store, hasher: PasswordHasher | None = None) -> None:
        self._store = store
        self._hasher = hasher or PasswordHasher()

    def session_key(self) -> str:
        """The key of the session cookies, the same for every worker and after every restart."""
        with self._store.writing("") as writer:
            kept = writer.connection.scalar(select(keys.c.value).where(keys.c.name == "session"))
            if kept is None:
                kept = secrets.token_urlsafe(48)
                writer.connection.execute(insert(keys).values(name="session", value=kept))
            return str(kept)

    def add(self, name: str, role: str, who: str, password: str) -> Account:
        row = {"role": role, "password": self._hasher.hash(password), "disabled": False, "mark": secrets.token_hex(16)}
        with self._store.writing(who) as writer:
            writer.connection.execute(insert(staff).values(name=name, who=who, at=datetime.now(UTC), **row))
            writer.note("account_added", name=name, role=role)
        return Account(name, role, str(row["mark"]))

    def of_session(self, name: str, mark: str) -> Account | None:
        """The account that a session speaks of, None when it is over."""
        with self._store.reading() as connection:
            row = connection.execute(select(staff).where(staff.c.name == name, staff.c.mark == mark)).first()
        return None if row is None or row.disabled else Account(row.name, row.role, row.mark)

    def sign_in(self, name: str, password: str) -> Account | None:
        with self._store.reading() as connection:
            row = connection.execute(select(staff).where(staff.c.name == name)).first()
        if row is None or row.disabled or row.password is None:
            return None
        try:
            self._hasher.verify(row.password, password)
        except VerifyMismatchError:
            return None
        return Account(row.name, row.role, row.mark)
