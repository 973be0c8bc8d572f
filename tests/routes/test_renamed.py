"""Old names in addresses lead to the present ones, wherever they stand; what is not old stays as it is."""

import pytest
from flask.testing import FlaskClient

from charts.renamed import ALIASES, PARAMETERS, VALUES
from routes.renamed import present


@pytest.fixture(autouse=True)
def names(monkeypatch: pytest.MonkeyPatch) -> None:
    """A chart, a filter, an option of one chart, and values of each, as if they had been called otherwise."""
    monkeypatch.setitem(ALIASES, "by_victim", "by_status")
    monkeypatch.setitem(PARAMETERS, ("", "victim"), "status")
    monkeypatch.setitem(PARAMETERS, ("over_time", "interval"), "by")
    monkeypatch.setitem(VALUES, ("", "status", "soldier"), "military")
    monkeypatch.setitem(VALUES, ("over_time", "by", "annual"), "year")


@pytest.mark.parametrize(
    ("old", "now"),
    [
        ("/?lang=nb&victim=soldier", "/?lang=nb&status=military"),
        ("/?not.victim=soldier&tab.by_victim=table", "/?not.status=military&tab.by_status=table"),
        ("/embed/by_victim?lang=en&from=2021", "/embed/by_status?lang=en&from=2021"),
        ("/export/by_victim.csv?victim=civilian", "/export/by_status.csv?status=civilian"),
        ("/export/over_time.json?interval=annual", "/export/over_time.json?by=year"),
        ("/explore?chart=over_time&interval=annual&by=month", "/explore?chart=over_time&by=year&by=month"),
        ("/api/v1/charts/by_victim?lang=en", "/api/v1/charts/by_status?lang=en"),
        ("/export/deck.pptx?charts=by_victim,by_victim-2&by_victim-2.victim=soldier",
         "/export/deck.pptx?charts=by_status%2Cby_status-2&by_status-2.status=military"),
        ("/export/deck.pptx?charts=over_time,season&interval=annual",
         "/export/deck.pptx?charts=over_time%2Cseason&interval=annual&over_time.by=year"),
        ("/oembed?url=https%3A%2F%2Ffigures.example.org%2Fembed%2Fby_victim%3Fvictim%3Dsoldier&format=json",
         "/oembed?url=https%3A%2F%2Ffigures.example.org%2Fembed%2Fby_status%3Fstatus%3Dmilitary&format=json"),
    ],
)  # fmt: skip
def test_an_old_address_leads_to_the_present_one_in_one_step(client: FlaskClient, old: str, now: str) -> None:
    answer = client.get(old)
    assert (answer.status_code, answer.headers["Location"]) == (301, now)
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert client.get(now).status_code != 301


@pytest.mark.parametrize(
    "address",
    ["/?lang=nb&status=military", "/export/season.csv?interval=annual", "/explore?place=soldier", "/edition",
     "/assets/x?victim=soldier", "/health?victim=soldier"],
)  # fmt: skip
def test_what_is_not_old_is_answered_where_it_is(client: FlaskClient, address: str) -> None:
    assert client.get(address).status_code != 301


def test_what_is_sent_is_sent_again(client: FlaskClient) -> None:
    assert client.post("/export/deck.pptx?charts=by_victim").status_code == 308


def test_a_value_of_another_parameter_is_not_touched() -> None:
    pairs = [("place", "soldier"), ("utm", "by_victim"), ("status", "civilian")]
    assert present("/explore", pairs) == ("/explore", pairs)
