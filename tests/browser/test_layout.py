"""Where things stand: nothing moves when scripts start, nothing scrolls sideways, the order holds on narrow screens."""

import pytest
from playwright.sync_api import Page, Route

from tests.browser.reading import box, drawn, open_page

pytestmark = pytest.mark.browser
ADDRESSES = (
    "/?lang=nb",
    "/?lang=en&form=reported_accidents&tab.by_status=table",
    "/?lang=en&form=by_period&district=AZ-AGM",
)
PLACES = """() => [...document.querySelectorAll(
    'header, h1, h2, .keys, .filters, .card, .subtitle, .plot, .notes, .card-foot, #text p, #records tr, footer')]
    .map(e => { const r = e.getBoundingClientRect(); return [e.tagName, e.className, r.x, r.y, r.width, r.height] })"""
MOVED = """() => new Promise(done => new PerformanceObserver(list => done(list.getEntries().map(e => e.value)))
    .observe({type: 'layout-shift', buffered: true}) || setTimeout(() => done([]), 300))"""


def _fonts_always(route: Route) -> None:
    """Whether an optional font comes in time is chance, and not what is asked here."""
    answer = route.fetch()
    route.fulfill(response=answer, body=answer.text().replace("font-display: optional", "font-display: block"))


@pytest.mark.parametrize("path", ADDRESSES)
@pytest.mark.parametrize("width", [390, 820, 1440])
def test_nothing_moves_when_scripts_start(visit, width: int, path: str) -> None:
    size = {"width": width, "height": 1000}
    before, after = visit(viewport=size), visit(viewport=size)
    for page in (before, after):
        page.route("**/fonts.css*", _fonts_always)
    before.route("**/*.js*", lambda route: route.fulfill(body="", content_type="text/javascript"))
    before.route("**/_dash-*", lambda route: route.fulfill(body="", content_type="text/javascript"))
    before.add_init_script("window.DashRenderer = function () {}")
    before.goto(path)
    before.evaluate("document.fonts.ready")
    open_page(after, path)
    after.evaluate("document.fonts.ready")
    assert after.evaluate(PLACES) == before.evaluate(PLACES)
    assert sum(after.evaluate(MOVED)) < 0.01


@pytest.mark.parametrize(
    "path", [*ADDRESSES, "/?lang=nb&tab=table", "/?lang=nb&tab=about", "/method?lang=nb", "/nowhere"]
)
@pytest.mark.parametrize("width", [320, 390, 820, 1440])
def test_nothing_scrolls_sideways(visit, width: int, path: str) -> None:
    page = visit(viewport={"width": width, "height": 800})
    if path == "/nowhere":
        page.route("**/nowhere", lambda route: route.fulfill(response=route.fetch(), status=200))
    page.goto(path)
    if path.startswith("/?"):
        drawn(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_at_twice_the_size_nothing_is_lost(visit) -> None:
    """200 % zoom of a 1280 px window is a window of 640 px at twice the pixels."""
    page = open_page(visit(viewport={"width": 640, "height": 480}, device_scale_factor=2))
    assert page.evaluate("document.documentElement.scrollWidth") <= 640
    for selector in (".key.killed", "#filter-district summary", "#plot-main", "#text h1", "#records"):
        assert page.locator(selector).is_visible()


@pytest.mark.parametrize("width", [320, 390, 820])
def test_on_narrow_screens_numbers_chart_text_and_the_rest_follow_each_other(visit, width: int) -> None:
    page = open_page(visit(viewport={"width": width, "height": 844}))
    tops = [
        box(page, selector)["y"]
        for selector in (".key-numbers", ".filters", "#card-main", "#text", "#card-by_district")
    ]
    assert tops == sorted(tops)


@pytest.mark.parametrize("width", [320, 390])
def test_targets_are_large_enough_for_a_thumb(visit, width: int) -> None:
    """44 px for every control; links inside a sentence are exempt (WCAG 2.2, 2.5.8)."""
    page = open_page(visit(viewport={"width": width, "height": 844}))
    page.locator("#filter-district summary").click()
    small = page.evaluate(
        """() => [...document.querySelectorAll('a, button, summary, label')]
            .filter(e => e.checkVisibility({visibilityProperty: true}))
            .filter(e => !e.closest('p, li p, .prose, td, .skip, .dates'))
            .map(e => [e.outerHTML.slice(0, 80), e.getBoundingClientRect()])
            .filter(([, r]) => r.width && r.height < 44 && r.bottom > 0).map(([html, r]) => [html, r.height])"""
    )
    assert small == []


def test_filters_open_in_a_sheet_on_narrow_screens(visit) -> None:
    page: Page = open_page(visit(viewport={"width": 390, "height": 844}))
    page.locator("#filter-device summary").click()
    sheet = box(page, "#filter-device .sheet")
    assert (sheet["x"], sheet["width"], sheet["y"] + sheet["height"]) == (0, 390, 844)
    page.locator("#filter-device [data-close]").click()
    assert not page.locator("#filter-device .sheet").is_visible()


def test_no_text_of_a_chart_is_smaller_than_12_px(visit) -> None:
    for width in (320, 1440):
        page = open_page(visit(viewport={"width": width, "height": 844}))
        sizes = page.evaluate(
            "() => [...document.querySelectorAll('.main-svg text')].map(t => parseFloat(getComputedStyle(t).fontSize))"
        )
        assert sizes
        assert min(sizes) >= 12
