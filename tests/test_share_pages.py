"""The pages of sharing: what they offer has addresses that answer, with and without Chrome on the server."""

import re
from dataclasses import replace
from datetime import date
from html import unescape
from typing import Any

import pytest
from flask.testing import FlaskClient

from app import create_app
from components.share_takes import kinds
from data.store import Store
from data.store.seed import load_shipped
from exports.browser import Browser, Without
from settings import Settings
from texts import awareness
from texts.words import LANGUAGES

PANEL = "/share/by_district?lang=en&district=AZ-AGM"
SETTINGS = Settings(public_url="https://figures.example.org")


class Draws:
    """A browser that is there, and is not asked in these tests."""

    def picture(self, finished: dict[str, Any], extension: str) -> bytes:
        raise AssertionError

    def printed(self, html: str, **how: Any) -> bytes:
        raise AssertionError


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Store:
    store = Store.open(tmp_path_factory.mktemp("store") / "minetall.sqlite")
    load_shipped(store, {language: awareness.seed(language) for language in LANGUAGES})
    return store


def client(store: Store, settings: Settings = SETTINGS, browser: Browser | None = None) -> FlaskClient:
    return create_app(settings, store, lambda: date(2026, 4, 2), browser=browser or Without()).server.test_client()


def links(html: str, start: str) -> list[str]:
    return [unescape(link) for link in re.findall(r'(?:href|src|action)="([^"]+)"', html) if link.startswith(start)]


@pytest.mark.parametrize("kind", kinds(embeds=True))
def test_a_panel_shows_each_kind_and_its_addresses_answer(shipped: Store, kind: str) -> None:
    visitor = client(shipped)
    html = visitor.get(f"{PANEL}&take={kind}&in=nb&edition=1").text
    assert '<html lang="en">' in html
    offered = links(html, "/export/") + links(html, "/embed/")
    assert bool(offered) == (kind in ("data", "embed", "slide"))
    for link in offered:
        assert "lang=nb&district=AZ-AGM" in link
        assert "edition=1" in link
        assert visitor.get(link).status_code == 200, link


def test_a_pasted_link_to_the_panel_shows_its_chart(shipped: Store) -> None:
    html = client(shipped, browser=Draws()).get(PANEL).text
    (image,) = re.findall(r'property="og:image" content="([^"]+)"', html)
    assert unescape(image).startswith("https://figures.example.org/export/by_district.png?lang=en&district=AZ-AGM&")
    assert 'name="twitter:card" content="summary_large_image"' in html
    assert "og:image" not in client(shipped).get(PANEL).text


def test_without_chrome_the_readers_browser_draws_and_pdf_says_what_is_missing(shipped: Store) -> None:
    html = client(shipped).get(f"{PANEL}&size=square&theme=dark").text
    assert html.count('data-options="size=square&amp;theme=dark"') == 3, "PNG, SVG and the clipboard"
    assert "2160 × 2160 pixels" in html
    assert "killed-and-injured-by-district-selection-edition-1.png" in html
    assert "Needs Chrome or Chromium on the server" in html
    assert links(html, "/export/") == []


@pytest.mark.parametrize("query", ["take=cake", "size=huge", "width=9", "in=sv", "theme=pink", "edition=99", "from=x"])
def test_rubbish_in_the_address_is_refused_with_reasons(shipped: Store, query: str) -> None:
    answer = client(shipped).get(f"{PANEL}&{query}")
    assert answer.status_code == 400
    assert f"{query}:" in answer.text
    assert client(shipped).get("/share/pie?lang=en").status_code == 404


def test_every_link_of_a_set_answers_and_keeps_what_its_charts_ask_for(shipped: Store) -> None:
    visitor = client(shipped)
    query = "charts=by_district,over_time&by_district.district=AZ-AGM&over_time.by=year&lang=en&edition=1"
    html = visitor.get(f"/share?{query}").text
    moves = [link for link in links(html, "/share?") if "over_time" in link]
    assert moves
    assert all("edition=1" in link for link in moves)
    assert '<option value="year" selected>' in html
    for link in links(html, "/export/"):
        answer = visitor.get(link)
        assert answer.status_code == 200, link
        name = re.search(r"filename=\"?([^\";]+)", answer.headers["Content-Disposition"])
        assert name is not None
        assert name[1] in html
    down = next(link for link in moves if "charts=over_time,by_district" in link)
    assert down.endswith("#chart-by_district")
    assert visitor.get("/share?lang=nb&charts=by_district,pie").status_code == 400


def test_the_page_of_a_set_shows_the_servers_pictures_where_it_makes_them(shipped: Store) -> None:
    html = client(shipped, SETTINGS, Draws()).get("/share?lang=nb&charts=by_district").text
    assert 'src="/export/by_district.png?lang=nb&amp;size=wide&amp;width=640&amp;scale=1"' in html
    assert "data-draw" not in html
    assert "Fjern" not in html, "a set without charts is none"


def test_no_embed_is_offered_where_embeds_are_off(shipped: Store) -> None:
    visitor = client(shipped, replace(SETTINGS, embeds=False))
    assert "share-code" not in visitor.get(f"{PANEL}&take=embed").text
    assert "&lt;iframe" not in visitor.get("/share?lang=en").text
    assert "&lt;iframe" in client(shipped).get("/share?lang=en").text
