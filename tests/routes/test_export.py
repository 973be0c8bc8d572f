"""/export: languages, ETags, and refusals in words. What the files hold: tests/exports/test_contract.py."""

import json

import pytest
from flask.testing import FlaskClient

import charts
from tests.data.factory import make_edition


def test_the_language_follows_the_browser_when_the_address_names_none(client: FlaskClient) -> None:
    for accepted, language in (("nn-NO,en;q=0.5", "nb"), ("en-GB", "en"), ("fr", "nb"), ("", "nb")):
        answer = client.get("/export/by_status.json", headers={"Accept-Language": accepted})
        assert answer.headers["Content-Language"] == language
        assert "Accept-Language" in answer.headers["Vary"]


def test_the_same_question_is_answered_by_its_etag(client: FlaskClient, shelf) -> None:
    first = client.get("/export/by_status.csv?lang=nb")
    again = {"If-None-Match": first.headers["ETag"]}
    assert client.get("/export/by_status.csv?lang=nb", headers=again).status_code == 304
    shelf.newest = make_edition(number=2)
    assert client.get("/export/by_status.csv?lang=nb", headers=again).status_code == 200


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("device=spear", "device=spear: Denne verdien finnes ikke."),
        ("from=yesterday", "from=yesterday: Dette er ingen dato."),
        ("by=week", "by=week"),
        ("lang=de", "lang=de"),
        ("headings=loud", "headings=loud"),
        ("separator=%26", "separator=&"),
    ],
)
def test_a_bad_value_is_refused_in_words(client: FlaskClient, query: str, said: str) -> None:
    answer = client.get(f"/export/by_status.csv?{query}")
    assert answer.status_code == 400
    assert said in answer.text
    assert answer.headers["Cache-Control"] == "no-store"


def test_all_that_is_wrong_is_said_at_once(client: FlaskClient) -> None:
    told = client.get("/export/by_status.json?lang=en&from=x&device=y&by=z").get_json()
    assert told["error"] == "bad_selection"
    assert len(told["details"]) == 3


def test_unknown_parameters_are_ignored(client: FlaskClient) -> None:
    plain = client.get("/export/by_status.csv?lang=nb").data
    assert client.get("/export/by_status.csv?lang=nb&utm_source=post&tab=table").data == plain


def test_an_unknown_chart_names_the_known_ones(client: FlaskClient) -> None:
    answer = client.get("/export/by_moon.json?lang=en")
    assert answer.status_code == 404
    assert answer.get_json()["choices"] == list(charts.ALL_CHARTS)


def test_an_unknown_format_names_the_known_ones(client: FlaskClient) -> None:
    answer = client.get("/export/by_status.docx?lang=en")
    assert answer.status_code == 404
    assert "csv, json" in answer.text


def test_before_the_first_publication_there_is_nothing(client: FlaskClient, shelf) -> None:
    shelf.newest = None
    answer = client.get("/export/by_status.json?lang=en")
    assert (answer.status_code, answer.get_json()["error"]) == (503, "nothing_published")


def test_a_renamed_chart_keeps_its_old_address(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(charts.ALIASES, "by_victim", "by_status")
    for address in ("/export/by_victim.csv?lang=nb&from=2021", "/embed/by_victim?lang=nb&from=2021"):
        answer = client.get(address)
        assert answer.status_code == 301
        assert answer.headers["Location"] == address.replace("by_victim", "by_status")
        assert client.get(address, follow_redirects=True).status_code == 200


def test_figures_may_be_fetched_by_scripts_of_other_sites(client: FlaskClient) -> None:
    headers = client.get("/export/by_status.json").headers
    assert headers["Access-Control-Allow-Origin"] == "*"
    assert "Cross-Origin-Resource-Policy" not in headers


def test_nothing_but_reading(client: FlaskClient) -> None:
    assert client.post("/export/by_status.json").status_code == 405


def test_the_json_can_be_read_by_any_reader(client: FlaskClient) -> None:
    for chart in charts.ALL_CHARTS:
        json.loads(client.get(f"/export/{chart}.json").text, parse_constant=lambda sign: pytest.fail(sign))
