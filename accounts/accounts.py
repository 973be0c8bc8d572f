"""The Accounts of a store: who there is, who is added, disabled or given a new link, who signs in and out."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cached_property

from argon2 import PasswordHasher
from sqlalchemy import Connection

from accounts import attempts, keys, links, sessions, table
from accounts.account import PUBLISHER, Account
from accounts.errors import AccountDisabled, AccountExists, LastPublisher, LinkGone, NoSuchAccount, SignInRefused
from accounts.names import found_under, normalised, shown
from accounts.passwords import Passwords, check
from data.store import Store


def _now_utc() -> datetime:
    return datetime.now(UTC)


class Accounts:
    """Every method is one transaction and is noted in the log. `hasher` and `now` are for tests."""

    def __init__(
        self, store: Store, hasher: PasswordHasher | None = None, now: Callable[[], datetime] = _now_utc
    ) -> None:
        self._store, self._passwords, self._now = store, Passwords(hasher), now

    def accounts(self) -> list[Account]:
        """By name, the disabled ones too."""
        with self._store.reading() as connection:
            return table.every(connection)

    def session_key(self) -> str:
        """The key that session cookies are signed with."""
        return keys.key(self._store, keys.SESSIONS)

    def add(self, name: str, role: str, who: str) -> str:
        """A new account, or a disabled one opened again, and the token of the link that sets its password.

        Raises BadName, AccountExists.
        """
        name = normalised(name)
        with self._store.writing(who) as writer:
            row = table.found(writer.connection, name)
            if row is not None and not row.disabled:
                raise AccountExists(name=name)
            table.put(writer.connection, who, self._now(), name, role)
            writer.note("account_added", name=name, role=role)
            return links.make(writer.connection, name, role, who, self._now())

    def reset(self, name: str, who: str) -> str:
        """Forgets the password, ends all sessions, gives the token of a link for a new one.

        Raises NoSuchAccount, AccountDisabled.
        """
        name = _existing(name)
        with self._store.writing(who) as writer:
            row = table.present(writer.connection, name)
            if row.disabled:
                raise AccountDisabled(name=name)
            table.change(writer.connection, name, password=None, mark=table.new_mark())
            writer.note("account_reset", name=name)
            return links.make(writer.connection, name, row.role, who, self._now())

    def disable(self, name: str, who: str, even_last: bool = False) -> None:
        """Ends the account and all its sessions at once. Raises NoSuchAccount, AccountDisabled, LastPublisher."""
        name = _existing(name)
        with self._store.writing(who) as writer:
            row = table.present(writer.connection, name)
            if row.disabled:
                raise AccountDisabled(name=name)
            if row.role == PUBLISHER and not even_last and not table.other_publishers(writer.connection, name):
                raise LastPublisher(name=name)
            table.change(writer.connection, name, disabled=True, password=None, mark=table.new_mark())
            links.close(writer.connection, name)
            writer.note("account_disabled", name=name)

    def first_link(self, who: str) -> str | None:
        """The token of a link that makes the first account, a publisher; None when there are accounts."""
        with self._store.writing(who) as writer:
            if table.any_there(writer.connection):
                return None
            return links.make(writer.connection, None, PUBLISHER, who, self._now())

    def link(self, token: str) -> links.OneTimeLink:
        """What a link is for. Raises LinkGone."""
        with self._store.reading() as connection:
            link = links.looked_at(connection, token, self._now())
            _check_first(connection, link)
            return link

    def use_link(self, token: str, password: str, name: str = "") -> Account:
        """Sets the password that a link is for; `name` where the person chooses it.

        Raises LinkGone, BadName, BadPassword.
        """
        name = self.link(token).name or normalised(name)
        check(password, name)
        hashed = self._passwords.hashed(password)
        with self._store.writing(name) as writer:
            link = links.used(writer.connection, token, self._now())
            _check_first(writer.connection, link)
            if link.name is None:
                table.put(writer.connection, name, self._now(), name, link.role)
                writer.note("account_added", name=name, role=link.role)
            table.change(writer.connection, name, password=hashed, mark=table.new_mark())
            writer.note("password_set", name=name)
            return table.account(table.present(writer.connection, name))

    def sign_in(self, name: str, password: str, address: str = "") -> Account:
        """Raises SignInRefused; TooManyAttempts, for the account or the `address`, without a look at the password."""
        name, began, key = found_under(name), self._now(), self._attempts_key
        with self._store.writing(name) as writer:
            attempts.begin(writer.connection, key, name, address, began)
            row = table.found(writer.connection, name)
        if not self._passwords.fits(None if row is None else row.password, password):
            self._refused(name if row is not None else "", name, address)
            raise SignInRefused
        assert row is not None, "no password fits without an account"  # noqa: S101
        renewed = self._passwords.hashed(password) if self._passwords.outdated(row.password) else row.password
        with self._store.writing(name) as writer:
            if table.present(writer.connection, name).mark != row.mark:
                raise SignInRefused
            table.change(writer.connection, name, password=renewed)
            attempts.succeeded(writer.connection, key, name, address, began)
            writer.note("signed_in")
        return table.account(row)

    def _refused(self, who: str, name: str, address: str) -> None:
        """Noted without the name where no account has it: people type passwords into the wrong field."""
        with self._store.writing(who) as writer:
            writer.note("sign_in_refused")
            if attempts.full(writer.connection, self._attempts_key, name, address):
                writer.note("sign_ins_paused")

    def of_session(self, session: str, name: str, mark: str) -> Account | None:
        """Who a session belongs to, None when it is over."""
        with self._store.reading() as connection:
            return sessions.account(connection, session, name, mark)

    def sign_out(self, session: str, name: str) -> None:
        with self._store.writing(name) as writer:
            sessions.end(writer.connection, session, self._now())
            writer.note("signed_out")

    @cached_property
    def _attempts_key(self) -> str:
        return keys.key(self._store, keys.ATTEMPTS)


def _existing(name: str) -> str:
    """The spelling under which an account is kept. Raises NoSuchAccount for what can be none."""
    kept = found_under(name)
    if not kept:
        raise NoSuchAccount(name=shown(name))
    return kept


def _check_first(connection: Connection, link: links.OneTimeLink) -> None:
    """A link that makes the first account makes no second one."""
    if link.name is None and table.any_there(connection):
        raise LinkGone
