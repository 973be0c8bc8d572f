"""Signing in and out: whose session it is, how long it lasts, where it leads, and what its cookie is allowed."""

import time

import itsdangerous.timed
import pytest

from accounts.attempts import OF_ACCOUNT
from routes.staff.sign_in import own_path
from tests.routes.staff.actors import PASSWORD

CLOSED = "/staff/trail"


def test_a_stranger_is_asked_to_sign_in_and_goes_on_where_they_wanted_to(staff) -> None:
    answer = staff.opens(f"{CLOSED}?page=2&lang=en")
    assert (answer.status_code, answer.location) == (
        303,
        "/staff/sign-in?next=%2Fstaff%2Ftrail%3Fpage%3D2&lang=en",
    ) or (answer.location == "/staff/sign-in?next=/staff/trail?page%3D2&lang=en")
    page = staff.opens(answer.location).text
    assert 'name="next" value="/staff/trail?page=2"' in page
    staff.signs_in("publisher-1")
    assert staff.opens(answer.location).location == "/staff/trail?page=2&lang=en"
    assert staff.opens(CLOSED).status_code == 200


def test_an_editor_is_told_what_is_for_publishers(staff) -> None:
    answer = staff.signs_in("editor-1").opens(f"{CLOSED}?lang=en")
    assert answer.status_code == 403
    assert "This is for publishers" in answer.text
    assert "editor-1 (editor)" in answer.text
    assert 'aria-current="page"' not in answer.text
    assert ">Trail<" not in answer.text


@pytest.mark.parametrize("language", ["nb", "en"])
def test_a_wrong_password_is_said_and_the_name_stays(staff, language: str) -> None:
    staff.signs_in("editor-1").signs_out()
    said = {"nb": "Navn og passord passer ikke", "en": "Name and password do not match"}[language]
    for name in ("editor-1", "nobody-1", '"><script>', "\x00"):
        answer = staff.posts(f"/staff/sign-in?lang={language}", name=name, password="wrong")
        assert answer.status_code == 403
        assert said in answer.text
        assert "<script>" not in answer.text
        assert "wrong" not in answer.text.split('type="password"')[1].split(">")[0]
    assert staff.opens(CLOSED).status_code == 303


def test_after_too_many_attempts_it_is_said_when_to_try_again(staff) -> None:
    staff.signs_in("editor-1").signs_out()
    for _ in range(OF_ACCOUNT):
        staff.posts("/staff/sign-in", name="editor-1", password="wrong")
    answer = staff.posts("/staff/sign-in?lang=en", name="editor-1", password=PASSWORD)
    assert answer.status_code == 429
    assert "Try again after" in answer.text


def test_signing_in_begins_a_new_session(staff) -> None:
    staff.opens("/staff/sign-in")
    before, old_token = staff.client.get_cookie("minetall").value, staff.token()
    staff.signs_in("editor-1")
    assert staff.client.get_cookie("minetall").value != before
    assert staff.client.post("/staff/sign-out", data={"csrf_token": old_token}).status_code == 400
    assert staff.opens(CLOSED).status_code == 403, "still signed in"


def test_a_cookie_that_was_copied_is_worth_nothing_after_sign_out(staff, people) -> None:
    staff.signs_in("publisher-1")
    thief = people()
    thief.client.set_cookie("minetall", staff.client.get_cookie("minetall").value)
    assert thief.opens(CLOSED).status_code == 200
    assert staff.signs_out().location.startswith("/staff/sign-in")
    assert thief.opens(CLOSED).status_code == 303
    assert staff.opens(CLOSED).status_code == 303


def test_disabling_and_resetting_end_sessions_at_once(staff, accounts) -> None:
    staff.signs_in("publisher-1")
    accounts.reset("publisher-1", "operator")
    assert staff.opens(CLOSED).status_code == 303
    staff.signs_in("publisher-2")
    accounts.disable("publisher-2", "operator", even_last=True)
    assert staff.opens(CLOSED).status_code == 303


def test_a_session_ends_after_twelve_idle_hours_and_goes_on_while_it_is_used(staff, monkeypatch) -> None:
    staff.signs_in("publisher-1")
    began = time.time()

    def after(hours: float) -> int:
        monkeypatch.setattr(itsdangerous.timed.time, "time", lambda: began + 3600 * hours)
        monkeypatch.setattr("routes.staff.session._now", lambda: int(began + 3600 * hours))
        return staff.opens(CLOSED).status_code

    assert [after(hours) for hours in (11, 22, 33.9, 46)] == [200, 200, 200, 303]


@pytest.mark.parametrize("address", ["http://localhost", "https://localhost"])
def test_the_cookie_is_for_this_site_only(serve, address: str) -> None:
    client = serve(public_url=address).test_client()
    set_by = client.get("/staff/sign-in", base_url=address).headers["Set-Cookie"]
    assert "HttpOnly" in set_by
    assert "SameSite=Lax" in set_by
    assert "Path=/" in set_by
    assert ("Secure" in set_by, set_by.startswith("__Host-")) == (2 * (address.startswith("https"),))
    assert "Domain" not in set_by


@pytest.mark.parametrize("path", ["/", "/method", "/health", "/embed/by_status", "/assets/minetall.css", "/nowhere"])
def test_readers_get_no_cookie_signed_in_or_not(staff, path: str) -> None:
    for _ in range(2):
        answer = staff.opens(path)
        assert "Set-Cookie" not in answer.headers
        assert "Cookie" not in answer.headers.get("Vary", "")
        staff.signs_in("editor-1")


def test_nothing_of_the_staff_pages_is_kept_or_framed(staff) -> None:
    staff.signs_in("editor-1")
    for path in ("/staff/sign-in", "/staff/password/none", CLOSED, "/staff/trail.csv"):
        headers = staff.opens(path).headers
        assert headers["Cache-Control"] == "no-store"
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
        assert "unsafe" not in headers["Content-Security-Policy"].split("script-src")[1].split(";")[0]
        assert headers["X-Frame-Options"] == "DENY"
        assert headers["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize(
    ("asked", "path"),
    [
        ("/staff/drafts/1?x=/y", "/staff/drafts/1?x=/y"),
        ("/staff", "/staff"),
        *((bad, "/staff") for bad in (
            "", "/", "https://evil.example/staff", "//evil.example/staff", "/staff//evil.example", "/staff\\evil",
            "/staffette", "/staff/sign-in", "/staff/sign-out", "javascript:alert(1)", "/staff/\n", "staff", "/staff@x",
        )),
    ],
)  # fmt: skip
def test_it_leads_on_to_own_pages_only(asked: str, path: str) -> None:
    assert own_path(asked) == path
