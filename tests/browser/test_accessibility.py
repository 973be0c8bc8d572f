"""axe finds nothing, with no rule switched off and no element left out; everything is reached by keyboard."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from data.store import Store
from tests.browser.reading import drawn, open_page
from texts.words import LANGUAGES, Words

pytestmark = pytest.mark.browser
PAGES = {
    "front": "/?lang=nb",
    "tables": "/?lang=en&form=reported_accidents&tab=table&tab.by_status=table&tab.by_device=about",
    "nothing": "/?lang=en&form=by_period&from=1990&to=1991",
    "method": "/method?lang=en",
    "bad_address": "/?lang=en&by=week",
}
# The tree is kept in one language; axe reads the two whole pages in both.
RECORD = "/record/published_totals/939c5ac2c337d8b3"
BOTH = PAGES | {
    "front_en": "/?lang=en",
    "method_nb": "/method?lang=nb",
    "record": f"{RECORD}?lang=nb",
    "share": "/share?lang=nb&charts=by_status,cross",
    "share_chart": "/share/by_status?lang=en&take=data",
}


def visited(page: Page, name: str) -> Page:
    if name == "bad_address":
        # A refused address is an error on the console, rightly; here it is looked at.
        page.route("**/*by=week", lambda route: route.fulfill(response=route.fetch(), status=200))
    page.goto(BOTH[name])
    if name in ("front", "front_en", "tables", "nothing"):
        drawn(page)
    return page


def findings(page: Page) -> list[str]:
    return [
        f"{found['id']}: {node['html'][:120]}"
        for found in Axe().run(page).response["violations"]
        for node in found["nodes"]
    ]


@pytest.mark.parametrize("look", ["wide", "narrow"])
@pytest.mark.parametrize("name", BOTH)
def test_axe_finds_nothing(visit, name: str, look: str) -> None:
    page = visited(visit(**({} if look == "wide" else {"viewport": {"width": 390, "height": 844}})), name)
    assert findings(page) == []
    if look == "wide":
        page.emulate_media(color_scheme="dark")
        assert findings(page) == [], "dark"


@pytest.mark.parametrize("sheet", ["#filter-period", "#filter-district"])
def test_axe_finds_nothing_in_an_open_sheet(visit, sheet: str) -> None:
    for width in (1440, 390):
        page = open_page(visit(viewport={"width": width, "height": 900}))
        page.locator(f"{sheet} summary").click()
        assert findings(page) == []


def test_axe_finds_nothing_in_the_share_panel(visit) -> None:
    page = open_page(visit())
    page.locator("#share-by_status").click()
    expect(page.locator("#share-takes")).to_be_visible()
    for width in (1440, 390):
        page.set_viewport_size({"width": width, "height": 900})
        assert findings(page) == []


@pytest.mark.parametrize("name", PAGES)
def test_the_tree_that_a_screen_reader_reads(visit, store: Store, name: str, snapshot) -> None:
    tree = visited(visit(), name).locator("body").aria_snapshot()
    for language in LANGUAGES:  # the store was filled today
        tree = tree.replace(Words(language).date(store.current().published_at.date()), "(day of publication)")
    assert tree == snapshot


def test_everything_is_reached_by_keyboard(site: Page) -> None:
    open_page(site)
    site.keyboard.press("Tab")
    expect(site.locator(".skip")).to_be_focused()
    expect(site.locator(".skip")).to_be_in_viewport()
    site.keyboard.press("Enter")
    expect(site.locator("#content")).to_be_focused()
    site.keyboard.press("Tab")
    expect(site.locator("#filter-period summary")).to_be_focused()
    for _ in range(2):
        site.keyboard.press("Tab")
    expect(site.locator("#filter-district summary")).to_be_focused()
    site.keyboard.press("Enter")
    site.keyboard.press("Tab")
    with site.expect_response(lambda response: "_dash-update-component" in response.url):
        site.keyboard.press("Space")
    drawn(site)
    assert "district=" in site.url
    site.keyboard.press("Escape")
    expect(site.locator("#filter-district summary")).to_be_focused()
    expect(site.locator("#filter-district .sheet")).to_be_hidden()


def test_the_focus_is_always_seen(site: Page) -> None:
    open_page(site)
    unseen = []
    for _ in range(60):
        site.keyboard.press("Tab")
        shown = site.evaluate(
            """() => { const style = getComputedStyle(document.activeElement);
                return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 }"""
        )
        if not shown:
            unseen.append(site.evaluate("document.activeElement.outerHTML.slice(0, 100)"))
    assert unseen == []


def test_a_chart_has_a_text_that_says_what_it_finds(site: Page) -> None:
    open_page(site)
    for chart in site.locator(".plot").all():
        assert chart.get_attribute("role") == "img"
        assert len(chart.get_attribute("aria-label") or "") > 40
