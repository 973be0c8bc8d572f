"""Guessing is slowed down for each account and each address, over workers and restarts."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from accounts import Accounts, SignInRefused, TooManyAttempts
from accounts.attempts import FROM_ADDRESS, OF_ACCOUNT, WITHIN
from data.store import Store
from data.store.work_tables import failed_sign_ins
from tests.accounts.conftest import FAST, PASSWORD


def fail(accounts: Accounts, times: int, name: str = "editor-1", address: str = "192.0.2.1") -> None:
    for number in range(times):
        with pytest.raises(SignInRefused):
            accounts.sign_in(name.format(number), "wrong", address)


def test_an_account_is_shut_for_a_while_whatever_the_address_and_the_worker(accounts, store, editor, clock) -> None:
    fail(accounts, OF_ACCOUNT - 1, address="192.0.2.1")
    began = clock()
    clock.goes_on(minutes=5)
    fail(accounts, 1, address="192.0.2.2")
    other_worker = Accounts(store, FAST, clock)
    with pytest.raises(TooManyAttempts) as shut:
        other_worker.sign_in(editor, PASSWORD, "192.0.2.3")
    assert shut.value.params["until"] == began + WITHIN
    clock.goes_on(minutes=10, seconds=1)
    assert accounts.sign_in(editor, PASSWORD, "192.0.2.3").name == editor
    fail(accounts, OF_ACCOUNT)


def test_who_is_shut_out_is_not_shut_out_for_longer_by_trying(accounts, editor, clock) -> None:
    fail(accounts, OF_ACCOUNT)
    for _ in range(20):
        with pytest.raises(TooManyAttempts):
            accounts.sign_in(editor, PASSWORD)
    clock.goes_on(minutes=15, seconds=1)
    accounts.sign_in(editor, PASSWORD)


def test_an_address_is_shut_for_all_accounts_and_others_go_on(accounts, editor) -> None:
    fail(accounts, FROM_ADDRESS, name="unknown-{}", address="2001:db8:1:2::1")
    for address in ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9"):
        with pytest.raises(TooManyAttempts):
            accounts.sign_in(editor, PASSWORD, address)
    accounts.sign_in(editor, PASSWORD, "2001:db8:1:3::1")


def test_signing_in_clears_the_account_and_not_what_else_failed_from_there(accounts, editor) -> None:
    fail(accounts, FROM_ADDRESS - 1, name="unknown-{}")
    accounts.sign_in(editor, PASSWORD, "192.0.2.1")
    fail(accounts, 1)
    with pytest.raises(TooManyAttempts):
        accounts.sign_in(editor, PASSWORD, "192.0.2.1")


def test_many_at_once_are_no_more_than_allowed(accounts, store, editor) -> None:
    def guess(number: int) -> type:
        try:
            accounts.sign_in(editor, f"guess number {number}", f"192.0.2.{number}")
        except (SignInRefused, TooManyAttempts) as refused:
            return type(refused)
        raise AssertionError

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(guess, range(30)))
    assert answers.count(SignInRefused) == OF_ACCOUNT


def test_old_failures_are_forgotten_and_the_pause_is_in_the_log(accounts, store: Store, editor, clock) -> None:
    fail(accounts, OF_ACCOUNT)
    clock.goes_on(hours=1)
    accounts.sign_in(editor, PASSWORD)
    with store.reading() as connection:
        assert not connection.execute(failed_sign_ins.select()).all()
    actions = [entry.action for entry in store.log()]
    assert actions.count("sign_in_refused") == OF_ACCOUNT
    assert actions.count("sign_ins_paused") == 1
