"""Accounts from their first link to their end, and the log that tells of it."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from accounts import (
    AccountDisabled,
    AccountExists,
    Accounts,
    BadPassword,
    LastPublisher,
    LinkGone,
    NoSuchAccount,
    SignInRefused,
)
from data.store import Store
from data.store.tables import metadata
from data.store.work_tables import one_time_links
from tests.accounts.conftest import FAST, PASSWORD


def done(store: Store) -> list[tuple[str, str]]:
    return [(entry.who, entry.action) for entry in store.log()]


def test_the_way_of_an_account_stands_in_the_log(accounts: Accounts, store: Store) -> None:
    token = accounts.add("Editor-1", "editor", "operator")
    assert [(a.name, a.role, a.waiting) for a in accounts.accounts()] == [("editor-1", "editor", True)]
    with pytest.raises(SignInRefused):
        accounts.sign_in("editor-1", "")
    accounts.use_link(token, PASSWORD)
    account = accounts.sign_in("EDITOR-1", PASSWORD)
    accounts.sign_out("a session", account.name)
    accounts.disable("editor-1", "operator")
    assert done(store) == [
        ("operator", "account_added"), ("editor-1", "sign_in_refused"), ("editor-1", "password_set"),
        ("editor-1", "signed_in"), ("editor-1", "signed_out"), ("operator", "account_disabled"),
    ]  # fmt: skip


def test_nothing_that_opens_anything_is_kept(accounts: Accounts, store: Store) -> None:
    token = accounts.add("editor-1", "editor", "operator")
    accounts.use_link(token, PASSWORD)
    with pytest.raises(SignInRefused):
        accounts.sign_in("my secret typed as a name", "x", "192.0.2.7")
    accounts.sign_out("the session's name", "editor-1")
    with store.reading() as connection:
        everything = str([connection.execute(table.select()).all() for table in metadata.sorted_tables])
    for secret in (token, PASSWORD, "my secret", "192.0.2.7", "the session's name"):
        assert secret not in everything
    assert done(store)[2] == ("", "sign_in_refused")


def test_a_name_is_given_once(accounts: Accounts, editor: str) -> None:
    with pytest.raises(AccountExists):
        accounts.add("EDITOR-1", "publisher", "operator")


def test_disabling_ends_sessions_and_links_at_once_and_adding_opens_anew(accounts: Accounts, editor: str) -> None:
    session = accounts.sign_in(editor, PASSWORD)
    token = accounts.reset(editor, "operator")
    accounts.disable(editor, "operator")
    assert accounts.of_session("s", editor, session.mark) is None
    with pytest.raises(LinkGone):
        accounts.use_link(token, PASSWORD)
    for refuse in (lambda: accounts.reset(editor, "operator"), lambda: accounts.disable(editor, "operator")):
        with pytest.raises(AccountDisabled):
            refuse()
    accounts.use_link(accounts.add(editor, "publisher", "operator"), PASSWORD)
    assert accounts.sign_in(editor, PASSWORD).may_publish
    assert accounts.of_session("s", editor, session.mark) is None, "the old session stays over"


def test_a_reset_ends_sessions_and_forgets_the_password(accounts: Accounts, editor: str) -> None:
    session = accounts.sign_in(editor, PASSWORD)
    assert accounts.of_session("s", editor, session.mark) is not None
    token = accounts.reset(editor, "operator")
    assert accounts.of_session("s", editor, session.mark) is None
    with pytest.raises(SignInRefused):
        accounts.sign_in(editor, PASSWORD)
    accounts.use_link(token, PASSWORD + " again")
    accounts.sign_in(editor, PASSWORD + " again")


def test_a_session_that_was_signed_out_of_opens_nothing_and_the_others_go_on(accounts: Accounts, editor: str) -> None:
    mark = accounts.sign_in(editor, PASSWORD).mark
    accounts.sign_out("one", editor)
    accounts.sign_out("one", editor)
    assert accounts.of_session("one", editor, mark) is None
    assert accounts.of_session("two", editor, mark) is not None


def test_the_last_publisher_stays_unless_one_insists(accounts: Accounts, publisher: str, editor: str) -> None:
    token = accounts.add("publisher-2", "publisher", "operator")
    with pytest.raises(LastPublisher):
        accounts.disable(publisher, "operator")
    accounts.use_link(token, PASSWORD)
    accounts.disable(publisher, "operator")
    with pytest.raises(LastPublisher):
        accounts.disable("publisher-2", "operator")
    accounts.disable("publisher-2", "operator", even_last=True)


@pytest.mark.parametrize("name", ["nobody", "", "\x00", "\udcff", "'; DROP TABLE staff", "x" * 10_000])
def test_an_account_that_is_not_there(accounts: Accounts, editor: str, name: str) -> None:
    for ask in (accounts.reset, accounts.disable):
        with pytest.raises(NoSuchAccount):
            ask(name, "operator")
    with pytest.raises(SignInRefused):
        accounts.sign_in(name, PASSWORD)


def test_a_link_is_good_once_for_a_day_and_until_the_next_one(accounts: Accounts, clock) -> None:
    first = accounts.add("editor-1", "editor", "operator")
    second = accounts.reset("editor-1", "operator")
    with pytest.raises(LinkGone):
        accounts.link(first)
    clock.goes_on(hours=23, minutes=59)
    assert accounts.link(second).expires == clock() + timedelta(minutes=1)
    with pytest.raises(BadPassword):
        accounts.use_link(second, "short")
    accounts.use_link(second, PASSWORD)
    third = accounts.reset("editor-1", "operator")
    clock.goes_on(hours=24)
    for token in (second, third, "", "none", "\ud800", "x" * 10_000):
        with pytest.raises(LinkGone):
            accounts.use_link(token, PASSWORD)


def test_of_those_who_use_a_link_at_once_one_wins(accounts: Accounts, store: Store) -> None:
    token = accounts.first_link("operator")

    def use(number: int) -> str:
        try:
            return (
                Accounts(Store.open(store.place.removeprefix("sqlite:///")), FAST, lambda: accounts._now())
                .use_link(token, PASSWORD, f"publisher-{number}")
                .name
            )
        except LinkGone:
            return ""

    with ThreadPoolExecutor(6) as pool:
        winners = [name for name in pool.map(use, range(6)) if name]
    assert [account.name for account in accounts.accounts()] == winners
    assert len(winners) == 1


def test_the_first_account_is_made_by_a_link_that_names_nobody(accounts: Accounts, store: Store) -> None:
    old, token = accounts.first_link("start"), accounts.first_link("start")
    with pytest.raises(LinkGone):
        accounts.link(old)
    assert accounts.link(token).name is None
    assert accounts.use_link(token, PASSWORD, "Publisher-1").may_publish
    assert accounts.first_link("start") is None


def test_the_first_link_makes_no_second_account(accounts: Accounts, store: Store) -> None:
    token = accounts.first_link("start")
    accounts.add("publisher-1", "publisher", "operator")
    with pytest.raises(LinkGone):
        accounts.link(token)
    with pytest.raises(LinkGone):
        accounts.use_link(token, PASSWORD, "publisher-2")
    with store.reading() as connection:
        assert token not in str(connection.execute(one_time_links.select()).all())


def test_every_process_has_the_same_key(accounts: Accounts, store: Store) -> None:
    place = store.place.removeprefix("sqlite:///")
    with ThreadPoolExecutor(4) as pool:
        found = set(pool.map(lambda _: Accounts(Store.open(place)).session_key(), range(4)))
    assert found == {accounts.session_key()}
    assert len(accounts.session_key()) >= 32
