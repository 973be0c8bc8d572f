"""Pages whose address holds an edition fast say so on top, and every link on them keeps it, but the one out of it."""

import re
from dataclasses import replace
from html import unescape

import pytest

from components import front_page
from components.method_page import method_page
from settings import Settings
from tests.components.test_front_page import DASH, shown
from tests.data.factory import make_edition
from texts.words import Words

NEWEST = make_edition(number=4)
QUERY = "lang=en&from=2022-01-01&form=by_period&edition=1"


def pinned(query: str = QUERY, newest=NEWEST) -> str:
    return front_page.document(replace(shown(query), newest=newest), DASH)


def notice(html: str) -> str:
    return html.partition('<aside class="pinned"')[2].partition("</aside>")[0]


def test_a_pinned_page_says_which_edition_it_is_and_leads_to_the_newest() -> None:
    said = notice(pinned())
    assert "edition 1 of the figures, published" in said
    assert "edition 4, published" in said
    assert 'href="/?lang=en&amp;from=2022-01-01&amp;form=by_period"' in said
    assert "It is the newest one." in notice(pinned(newest=None))
    assert notice(front_page.document(shown("lang=en"), DASH)) == ""


def test_every_link_on_a_pinned_page_keeps_the_edition() -> None:
    html = pinned()
    html = html.replace(notice(html), "")
    links = {unescape(link) for link in re.findall(r'<a[^>]* href="([^"]+)"', html)}
    ours = {link for link in links if link.startswith(("/?", "/method", "/export", "/share"))}
    assert len(ours) > 30
    assert {link for link in ours if "edition=1" not in link} == set()
    assert 'name="edition" value="1"' in html, "and so do the filters"
    assert "newer.js" not in html


def test_what_is_shared_from_a_pinned_page_is_pinned() -> None:
    html = pinned()
    shared = re.findall(r'href="(/share/[^"]+)"', html)
    assert len(shared) == 5
    assert all("edition=1" in one for one in shared)
    assert "edition=1" not in front_page.document(shown("lang=en"), DASH)


def test_the_notice_follows_the_selection() -> None:
    parts = front_page.parts(replace(shown("lang=nb&from=2023-01-01&edition=1"), newest=NEWEST))
    assert 'href="/?lang=nb&amp;from=2023-01-01"' in parts["pinned"]
    assert "pinned" not in front_page.parts(shown("lang=nb"))


@pytest.mark.parametrize("language", ["nb", "en"])
def test_the_method_page_keeps_the_edition_too(language: str) -> None:
    settings = Settings(site_name="Figures", public_url="https://figures.example.org")
    html = method_page(make_edition(), Words(language), settings, pinned=1, newest=NEWEST)
    assert f'href="/method?lang={language}"' in notice(html)
    for code in ("nb", "en"):
        assert f'href="/method?lang={code}&amp;edition=1"' in html
    assert f'href="/?lang={language}&amp;edition=1"' in html
    assert "newer.js" not in html
