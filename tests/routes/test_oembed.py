"""oEmbed and link cards, through a consumer that follows the published rules."""

from typing import Any
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient

from tests.data.factory import make_edition
from tests.routes.link_consumer import Head, consumed, path_of

SITE = "https://figures.example.org"


class Draws:
    """A browser that draws one small SVG, whatever is asked."""

    def picture(self, finished: dict[str, Any], extension: str) -> bytes:
        return b'<svg xmlns="http://www.w3.org/2000/svg" role="img"><title>T</title><path id="a" d="M0,0Z"/></svg>'

    def printed(self, html: str, **how: Any) -> bytes:
        return b""


@pytest.mark.parametrize("form", ["json", "xml"])
@pytest.mark.parametrize("asked", ["by_district?lang=nb&status=civilian&outcome=killed", "rates?lang=en&edition=1"])
def test_what_is_discovered_frames_the_very_page(client: FlaskClient, asked: str, form: str) -> None:
    head = Head(client.get(f"/embed/{asked}").text)
    told = consumed(client, head.links[form], maxwidth=400, maxheight=500)
    [frame] = Head(told["html"]).frames
    assert frame["src"].startswith(f"{SITE}/embed/{asked.split('?')[0]}?")
    assert frame["title"] == told["title"]
    assert int(frame["width"]) == int(told["width"]) == 400
    assert client.get(path_of(frame["src"])).status_code == 200
    assert all(part in frame["src"] for part in asked.split("?")[1].split("&"))


@pytest.mark.parametrize(
    ("address", "chart"),
    [
        ("/?lang=en", "published_totals"), ("/?lang=en&form=by_period&by=year", "by_period"),
        ("/?lang=nb&from=2021#card-by_status", "by_status"), ("/explore?lang=en&chart=season", "season"),
        ("/embed/by_device?lang=nb&theme=dark", "by_device"),
    ],
)  # fmt: skip
def test_pages_of_one_chart_are_known(client: FlaskClient, address: str, chart: str) -> None:
    told = consumed(client, f"/oembed?url={quote(SITE + address, safe='')}")
    src = Head(told["html"]).frames[0]["src"]
    assert src.startswith(f"{SITE}/embed/{chart}?lang=")
    assert ("theme=dark" in src) == ("theme=dark" in address)
    assert client.get(path_of(src)).status_code == 200


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("", 400), ("url=https%3A%2F%2Felsewhere.example%2Fembed%2Fby_status", 404), ("url=%2Fembed%2Fby_status", 404),
        (f"url={quote(SITE + '/method', safe='')}", 404), (f"url={quote(SITE + '/embed/by_moon', safe='')}", 404),
        (f"url={quote(SITE + '/embed/by_status?device=spear', safe='')}", 404),
        (f"url={quote(SITE + '/embed/by_status', safe='')}&format=yaml", 501),
        (f"url={quote(SITE + '/embed/by_status', safe='')}&maxwidth=wide", 400),
        ("url=http%3A%2F%2F%5Bzz%5D%2F", 404), ("url=http%3A%2F%2Fa%E2%84%80b%2F", 404),
    ],
)  # fmt: skip
def test_refusals_have_the_status_of_the_rules(client: FlaskClient, query: str, status: int) -> None:
    answer = client.get(f"/oembed?{query}")
    assert answer.status_code == status
    assert answer.headers["Access-Control-Allow-Origin"] == "*"


def test_without_embeds_there_is_no_endpoint(serve: Any) -> None:
    assert serve(embeds=False).get("/oembed?url=x").status_code == 404


def test_a_link_shows_the_finding_and_a_picture_where_the_server_makes_them(serve: Any, tmp_path: Any) -> None:
    client = serve(browser=Draws(), kept_folder=str(tmp_path))
    head = Head(client.get("/embed/by_status?lang=nb&edition=1").text)
    graph, image = dict(head.graph), head.image()
    view = client.get("/export/by_status.json?lang=nb&edition=1").get_json()
    assert graph["og:title"] == view["title"]
    assert image["og:image"].startswith(f"{SITE}/export/by_status.png?lang=nb&edition=1&")
    assert "size=social" in image["og:image"]
    assert (image["og:image:width"], image["og:image:height"]) == ("1200", "630")
    assert image["og:image:alt"] == view["alt"]
    assert head.names["twitter:card"] == "summary_large_image"
    told = consumed(client, head.links["json"])
    assert told["thumbnail_url"] == image["og:image"]
    assert "thumbnail_url" not in consumed(client, head.links["json"], maxwidth=600)


def test_without_a_browser_no_picture_is_named(client: FlaskClient) -> None:
    head = Head(client.get("/embed/by_status?lang=nb").text)
    assert head.image() == {}
    assert head.names["twitter:card"] == "summary"


def test_the_next_reader_has_the_pictures(serve: Any, shelf: Any, tmp_path: Any) -> None:
    client = serve(browser=Draws(), kept_folder=str(tmp_path))
    first = client.get("/embed/by_status?lang=nb")
    assert first.headers["Cache-Control"] == "no-cache"
    assert 'class="still' not in first.text
    for _ in range(500):
        later = client.get("/embed/by_status?lang=nb")
        if 'class="still' in later.text:
            break
    assert later.headers["Cache-Control"] == "public, max-age=60"
    assert later.text.count("<svg aria-hidden") == later.text.count('id="w') == 5
    assert "<title>T" not in later.text
    shelf.newest = make_edition(number=2)
    assert 'class="still' not in client.get("/embed/by_status?lang=nb").text


def test_a_theme_is_that_of_the_address(client: FlaskClient) -> None:
    system = "prefers-color-scheme: dark"
    assert system in client.get("/embed/by_status").text
    for theme in ("light", "dark"):
        page = client.get(f"/embed/by_status?theme={theme}").text
        assert system not in page
        assert f'<meta name="color-scheme" content="{theme}">' in page


def test_other_sites_may_load_the_script_of_frames(client: FlaskClient) -> None:
    answer = client.get("/embed.js")
    assert answer.mimetype == "text/javascript"
    assert "Cross-Origin-Resource-Policy" not in answer.headers
    assert "event.source" in answer.text


def test_an_unknown_dataset_is_not_found(client: FlaskClient) -> None:
    assert client.get("/embed/rates?dataset=moon").status_code == 404
