"""One-time links: a password is set once, by whoever has the link."""

import pytest

from tests.routes.staff.actors import PASSWORD


def test_the_first_account_chooses_its_name_and_can_sign_in(staff, accounts) -> None:
    path = f"/staff/password/{accounts.first_link('start')}"
    page = staff.opens(f"{path}?lang=en")
    assert page.status_code == 200
    assert "Make the first account" in page.text
    assert staff.opens(path).status_code == 200, "looking uses nothing up"
    answer = staff.posts(path, name="Publisher-1", password=PASSWORD, again=PASSWORD)
    assert answer.location.startswith("/staff/sign-in")
    assert "publisher-1" in staff.opens(answer.location).text
    staff.signs_in("publisher-1")
    assert staff.opens("/staff/trail").status_code == 200
    for again in (staff.opens(path), staff.posts(path, name="publisher-2", password=PASSWORD, again=PASSWORD)):
        assert again.status_code == 410
    assert len(accounts.accounts()) == 1


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"password": "tiny secret", "again": "tiny secret"}, "at least 12 characters"),
        ({"password": PASSWORD, "again": PASSWORD + "."}, "not the same"),
        ({"password": "editor-1editor-1", "again": "editor-1editor-1"}, "more than your name"),
        ({"password": "password12345", "again": "password12345"}, "first that anyone would guess"),
        ({}, "at least 12 characters"),
    ],
)
def test_why_a_password_will_not_do_is_said_and_the_link_stays_open(staff, accounts, typed, said) -> None:
    path = f"/staff/password/{accounts.add('editor-1', 'editor', 'operator')}"
    answer = staff.posts(f"{path}?lang=en", **typed)
    assert answer.status_code == 400
    assert said in answer.text
    assert all(value not in answer.text for value in typed.values() if value)
    assert staff.posts(path, password=PASSWORD, again=PASSWORD).status_code == 303


def test_a_link_that_is_gone_says_whom_to_ask(staff) -> None:
    answer = staff.opens("/staff/password/none?lang=nb")
    assert answer.status_code == 410
    assert "en ny lenke" in answer.text
