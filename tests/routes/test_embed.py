"""/embed: one chart as a page of its own, whole before any script runs."""

import re
from html.parser import HTMLParser

import pytest
from flask.testing import FlaskClient

import charts
from tests.data.factory import make_edition, make_frame
from texts import LANGUAGES, Words


class Page(HTMLParser):
    """The elements of a document with their attributes, and its text by element."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, list[str]] = {}
        self._open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs) -> None:
        self.elements.append((tag, dict(attrs)))
        self._open.append(tag)

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.texts.setdefault(self._open[-1], []).append(data.strip())

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("chart", charts.ALL_CHARTS)
def test_every_chart_says_what_who_and_when_before_scripts(client: FlaskClient, chart: str, language: str) -> None:
    answer = client.get(f"/embed/{chart}?lang={language}")
    page = Page(answer.text)
    told = client.get(f"/export/{chart}.json?lang={language}").get_json()
    assert answer.status_code == 200
    assert page.all("html")[0]["lang"] == language == answer.headers["Content-Language"]
    assert told["title"] in page.texts["h1"]
    # Two editions are compared once a second one is named.
    assert told["subtitle"] in page.texts["p"] or (chart, told["subtitle"]) == ("editions_compared", "")
    assert set(told["findings"]) <= set(page.texts["p"])
    assert any(Words(language).say("exports.name.edition", edition="1").replace("-", " ") in p for p in page.texts["p"])
    assert len(page.all("tr")) == bool(told["columns"]) + len(told["rows"])
    [link] = [a for a in page.all("a") if a["href"].startswith("https://figures.example.org/")]
    assert link["href"] == told["address"]
    assert page.all("main")
    named = [attributes["data-figures"] for attributes in page.all("div") if "data-figures" in attributes]
    if told["empty"]:
        assert not named
        return
    assert "edition=1" in named[0]
    figures = client.get(named[0]).get_json()
    assert figures["wide"] == told["figure"]
    assert figures["narrow"]["data"]
    assert figures["config"]["showSendToCloud"] is False
    assert figures["config"]["locale"] == {"nb": "no", "en": "en"}[language]


def test_everything_it_loads_is_ours_and_marked(client: FlaskClient) -> None:
    page = Page(client.get("/embed/by_status?lang=nb").text)
    loaded = [script["src"] for script in page.all("script") if "src" in script]
    loaded += [link["href"] for link in page.all("link") if link["rel"] == "preload"]
    loaded += re.findall(r'url\("?([^")]+)', "".join(page.texts["style"]))
    assert len(loaded) >= 7
    for address in loaded:
        assert address.startswith("/assets/")
        assert "?v=" in address or "/fonts/" in address
        assert client.get(address).status_code == 200, address
    assert all("src" in script for script in page.all("script"))


def test_nothing_found_is_said_and_draws_nothing(client: FlaskClient) -> None:
    answer = client.get("/embed/by_status?lang=nb&from=1990&to=1991")
    assert answer.status_code == 200
    assert 'class="nothing"' in answer.text
    assert "data-figures" not in answer.text


def test_words_of_a_source_cannot_become_markup(client: FlaskClient, shelf) -> None:
    frame = make_frame("reported_accidents", [{"date": "2021-03-04", "killed": 1, "injured": 0,
                                               "district": "</script><img src=x onerror=alert(1)>"}])  # fmt: skip
    shelf.newest = make_edition({"reported_accidents": frame})
    text = client.get("/embed/by_district?lang=nb").text
    assert "<img" not in text
    assert text.count("</script>") == 1


def test_a_bad_address_says_why(client: FlaskClient) -> None:
    answer = client.get("/embed/by_status?lang=en&device=spear")
    assert answer.status_code == 400
    assert "device=spear: There is no such value. Possible values: antipersonnel" in answer.text
    assert 'lang="en"' in answer.text


def test_an_unknown_chart_links_to_the_known_ones(client: FlaskClient) -> None:
    answer = client.get("/embed/by_moon?lang=en")
    assert answer.status_code == 404
    links = [a["href"] for a in Page(answer.text).all("a")]
    assert links == [f"/embed/{chart}?lang=en" for chart in charts.ALL_CHARTS]


def test_no_chart_name_can_carry_markup(client: FlaskClient) -> None:
    answer = client.get("/embed/%3Cscript%3Ealert(1)%3C%2Fscript%3E?lang=en")
    assert "<script>alert" not in answer.text


def test_two_editions_are_compared_without_being_named(client: FlaskClient, shelf) -> None:
    first = "This is the first edition"
    assert first in client.get("/embed/editions_compared?lang=en").text
    shelf.earlier[1], shelf.newest = shelf.newest, make_edition(number=2)
    told = client.get("/embed/editions_compared?lang=en").text
    assert first not in told
    assert "edition 1" in told
    assert "against" not in told
    assert first in client.get("/embed/editions_compared?lang=en&edition=1").text


def test_before_the_first_publication(client: FlaskClient, shelf) -> None:
    shelf.newest = None
    assert client.get("/embed/by_status").status_code == 503


def test_without_embeds_the_addresses_do_not_exist(serve) -> None:
    assert serve(embeds=False).get("/embed/by_status").status_code == 404


def test_it_is_asked_for_again_and_answered_by_etag(client: FlaskClient) -> None:
    first = client.get("/embed/by_status?lang=nb")
    assert first.headers["Cache-Control"] == "public, max-age=60"
    again = client.get("/embed/by_status?lang=nb", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
