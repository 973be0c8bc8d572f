"""One name is one account, and what everyone tries first is no password."""

import pytest
from argon2 import PasswordHasher

from accounts import Accounts, BadName, BadPassword
from accounts.names import found_under, normalised
from accounts.passwords import Passwords, check
from data.store.work_tables import staff
from tests.accounts.conftest import FAST, PASSWORD


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Editor-1", "editor-1"),
        ("  editor-1 ", "editor-1"),
        ("A\u030asa", "\u00e5sa"),
        ("ÅSA", "åsa"),
        ("STRASSE", "strasse"),
        ("straße", "strasse"),
        ("Ж.Editor@desk_2", "ж.editor@desk_2"),
        ("two words", "two words"),
    ],
)
def test_one_name_has_one_spelling(typed: str, kept: str) -> None:
    assert normalised(typed) == kept
    assert normalised(kept) == kept


@pytest.mark.parametrize(
    "name",
    [
        "",
        " ",
        "a",
        "a" * 61,
        "two  spaces",
        "a/b",
        "<b>",
        "a\nb",
        "a\x00b",
        "-dash",
        "..",
        "a\u202eb",
        "😀😀",
        "\ud800a",
    ],
)
def test_what_is_no_name_is_refused_and_found_under_nothing(name: str) -> None:
    with pytest.raises(BadName):
        normalised(name)
    assert found_under(name) == ""


@pytest.mark.parametrize(
    ("password", "reason"),
    [
        ("", "short"),
        ("elevenchars", "short"),
        ("x" * 1001, "long"),
        ("EDITOR-1editor-1", "like_name"),
        ("editor-1 2026", "like_name"),
        ("Password-1234", "common"),
        ("aaaaaaaaaaaaaaaa", "common"),
        ("123412341234", "common"),
        ("qwertyuiopåasdf", "common"),
        ("0987654321098", "common"),
        ("Abcdefghijklm", "common"),
    ],
)
def test_a_password_that_is_guessed_first_is_refused_with_the_reason(password: str, reason: str) -> None:
    with pytest.raises(BadPassword) as refused:
        check(password, "editor-1")
    assert refused.value.message == f"accounts.error.{reason}"


@pytest.mark.parametrize("password", ["twelve chars", "editor-1 likes the sea", "правильно и долго", "x7 x7 x7 abc"])
def test_any_other_long_password_will_do(password: str) -> None:
    check(password, "editor-1")


def test_a_letter_of_two_parts_is_the_letter() -> None:
    passwords = Passwords(FAST)
    assert passwords.fits(passwords.hashed("bl\u00e5b\u00e6r i skogen"), "bla\u030ab\u00e6r i skogen")
    assert not passwords.fits(passwords.hashed("\ud800 lone half"), "another one")


def test_without_a_hash_nothing_fits_and_a_hash_is_computed_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    passwords, checked = Passwords(FAST), []
    monkeypatch.setattr(PasswordHasher, "verify", lambda self, kept, password: checked.append(kept) or True)
    assert not passwords.fits(None, PASSWORD)
    assert checked[0].startswith("$argon2id$")


def test_raised_parameters_take_hold_when_one_signs_in(accounts: Accounts, store, editor: str, clock) -> None:
    def kept() -> str:
        with store.reading() as connection:
            return connection.scalar(staff.select().with_only_columns(staff.c.password))

    before, session = kept(), accounts.sign_in(editor, PASSWORD)
    assert kept() == before, "the same parameters, the same hash"
    raised = Accounts(store, PasswordHasher(time_cost=2, memory_cost=16, parallelism=1), clock)
    assert raised.sign_in(editor, PASSWORD).mark == session.mark, "sessions go on"
    assert "m=16,t=2" in kept()
    assert PASSWORD not in kept()
