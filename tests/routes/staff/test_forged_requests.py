"""Nobody makes a browser do what its owner did not ask for: every address that takes POST, with and without a token."""

import re

import pytest
from flask import Flask

OTHERS = [
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"},
    {"Origin": "https://evil.example"},
    {"Origin": "http://localhost.evil.example"},
    {"Origin": "null"},
]
CHANGING = {"POST", "PUT", "PATCH", "DELETE"}


def changing(server: Flask) -> list[tuple[str, str]]:
    """(path, method) of everything that takes more than GET, with something in place of each variable."""
    return sorted(
        (re.sub(r"<[^>]+>", "1", rule.rule), method)
        for rule in server.url_map.iter_rules()
        for method in (rule.methods or set()) & CHANGING
    )


def test_pages_of_other_sites_are_refused_everywhere(serve) -> None:
    server = serve()
    paths = changing(server)
    assert ("/_dash-update-component", "POST") in paths
    assert ("/staff/sign-in", "POST") in paths
    for path, method in paths:
        for headers in OTHERS:
            answer = server.test_client().open(path, method=method, headers={**headers, "Accept-Language": "en"})
            assert answer.status_code == 403, (path, headers)
            assert "another site" in answer.text


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "same-origin"},
        {"Origin": "http://localhost"},
        {"Origin": "https://figures.example.org"},
        {},
    ],
)
def test_our_own_pages_and_programs_are_not(serve, headers: dict) -> None:
    client = serve(public_url="https://figures.example.org").test_client()
    answer = client.post("/_dash-update-component", json={}, headers=headers)
    assert answer.status_code != 403
    assert client.get("/embed/by_status", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 503


def test_every_staff_address_asks_for_the_token_of_the_session(serve, people) -> None:
    others_token = people().token()
    for signed_in in (False, True):
        browser = people()
        if signed_in:
            browser.signs_in("publisher-1")
        for path, method in changing(browser.client.application):
            if not path.startswith("/staff"):
                continue
            for sent in ({}, {"csrf_token": ""}, {"csrf_token": "nonsense"}, {"csrf_token": others_token}):
                answer = browser.client.open(path, method=method, data=sent)
                assert answer.status_code == (400 if signed_in else 401), (path, sent)
        assert (browser.opens("/staff/trail").status_code == 200) is signed_in


def test_scripts_send_the_token_as_a_header(staff) -> None:
    staff.signs_in("editor-1")
    assert staff.client.post("/staff/sign-out", headers={"X-CSRFToken": staff.token()}).status_code == 303


def test_what_was_typed_into_an_expired_form_stands_on_the_page(staff) -> None:
    staff.signs_in("publisher-1")
    answer = staff.client.post(
        "/staff/sign-out?lang=en", data={"csrf_token": "old", "note": "<b>Long\nwork</b>", "password": "my secret"}
    )
    assert answer.status_code == 400
    assert "The form had expired" in answer.text
    assert "&lt;b&gt;Long\nwork&lt;/b&gt;</textarea>" in answer.text
    assert "my secret" not in answer.text
    form = re.search(r'<form method="post" action="/staff/sign-out\?lang=en">(.*?)</form>', answer.text, re.DOTALL)
    fields = dict(re.findall(r'name="(\w+)" value="([^"]*)"', form[1]))
    assert staff.client.post("/staff/sign-out", data=fields).status_code == 303
    gone = staff.client.post("/staff/sign-out?lang=nb", data={"csrf_token": "old", "note": "Langt arbeid"})
    assert gone.status_code == 401
    assert "Langt arbeid</textarea>" in gone.text
    assert "Send på nytt" not in gone.text


@pytest.mark.parametrize(
    ("path", "kind"),
    [("/staff/sign-in", "application/x-www-form-urlencoded"), ("/_dash-update-component", "application/json")],
)
def test_a_body_of_many_megabytes_is_not_read(staff, path: str, kind: str) -> None:
    staff.signs_in("editor-1")
    assert staff.client.post(path, data=b'"' + b"x" * 2_000_000 + b'"', content_type=kind).status_code == 413
