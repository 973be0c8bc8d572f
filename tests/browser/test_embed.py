"""An embedded chart in a real browser: drawn without a console message, a moved word or a request to elsewhere."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

import charts
from tests.browser.charts_server import other_site

pytestmark = pytest.mark.browser
# The faces have come or are given up, and a picture with them was painted.
SETTLED = "() => document.fonts.ready.then(() => new Promise(requestAnimationFrame)).then(() => true)"
SIZES = {"wide": (800, 700), "narrow": (320, 700)}


@pytest.fixture
def watched(page, charts_address: str):
    """The page, with everything that must not happen noted in page.trouble."""
    page.trouble = []
    page.on("console", lambda message: page.trouble.append(message.text))
    page.on("pageerror", lambda error: page.trouble.append(str(error)))
    page.on("request", lambda r: r.url.startswith((charts_address, "data:", "blob:")) or page.trouble.append(r.url))
    yield page
    assert page.trouble == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("chart", charts.CHARTS)
def test_every_chart_is_drawn_and_nothing_moves(watched, charts_address: str, chart: str, size: str) -> None:
    watched.set_viewport_size(dict(zip(("width", "height"), SIZES[size], strict=True)))
    tops = "s => document.querySelector(s).getBoundingClientRect().top"
    places = f"() => ['h1', '.subtitle', '.box', 'footer'].map({tops})"
    # Within one visit: each settles anew whether a face of type came in time to be used (font-display: optional).
    held: list = []
    watched.route("**/*.js?v=*", lambda route: held.append(route))
    watched.goto(f"{charts_address}/embed/{chart}?lang=nb", wait_until="commit")
    watched.wait_for_selector("footer")
    assert watched.locator("#table tbody tr").first.is_visible()
    watched.evaluate(SETTLED)
    before = watched.evaluate(places)
    assert held
    for script in held:
        script.continue_()
    watched.unroute("**/*.js?v=*")
    watched.wait_for_selector("#chart .main-svg")
    assert watched.evaluate(places) == before
    assert not watched.locator("#table").is_visible()
    assert watched.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert watched.locator(".modebar").count() == 0


def test_the_table_is_one_key_press_away(watched, charts_address: str) -> None:
    watched.goto(f"{charts_address}/embed/by_status?lang=en")
    watched.wait_for_selector("#chart .main-svg")
    watched.keyboard.press("Tab")
    watched.keyboard.press("Tab")
    watched.keyboard.press("Enter")
    assert watched.locator("#table").is_visible()
    assert watched.locator("[data-show=table]").get_attribute("aria-pressed") == "true"
    assert watched.locator("td.number").first.inner_text().isdigit()


def test_a_chart_is_drawn_anew_for_a_narrow_frame(watched, charts_address: str) -> None:
    watched.goto(f"{charts_address}/embed/published_totals?lang=en")
    watched.wait_for_selector("#chart .main-svg")
    wide = watched.evaluate("document.getElementById('drawn').layout.height")
    watched.set_viewport_size({"width": 360, "height": 700})
    watched.wait_for_function(f"() => document.getElementById('drawn').layout.height !== {wide}")
    drawn = watched.evaluate("document.querySelector('#chart .main-svg').getBoundingClientRect().width")
    assert drawn <= 360


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("shown", ["chart", "table"])
def test_axe_finds_nothing(watched, charts_address: str, scheme: str, shown: str) -> None:
    watched.emulate_media(color_scheme=scheme)
    for asked in ("by_status?lang=nb", "reported_accidents?lang=en", "by_status?lang=nb&from=1990&to=1991"):
        watched.goto(f"{charts_address}/embed/{asked}")
        if "1990" not in asked:
            watched.wait_for_selector("#chart .main-svg")
            watched.click(f"[data-show={shown}]")
        found = Axe().run(watched).response["violations"]
        assert not found, [(one["id"], one["nodes"][0]["html"]) for one in found]


def test_an_embed_works_inside_another_site_and_no_other_address_does(page, charts_address: str) -> None:
    paths = ("/embed/by_status?lang=nb", "/sheet")
    frames = "".join(f"<iframe src='{charts_address}{path}'></iframe>" for path in paths)
    with other_site(frames) as address:
        page.goto(address)
        page.frame_locator("iframe >> nth=0").locator("#chart .main-svg").first.wait_for(timeout=5000)
        assert page.frame_locator("iframe >> nth=1").locator("[data-picture]").count() == 0


def test_when_a_script_fails_the_table_stays(page, charts_address: str) -> None:
    page.route("**/plotly.min.js*", lambda route: route.abort())
    page.goto(f"{charts_address}/embed/by_status?lang=en")
    page.wait_for_function("() => document.getElementById('failed').textContent !== ''")
    assert page.locator("#table").is_visible()
    assert re.search("could not be drawn", page.locator("#failed").inner_text())


def test_without_scripts_the_numbers_are_there(browser, charts_address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{charts_address}/embed/published_totals?lang=nb")
    assert page.locator("#table tbody tr").first.is_visible()
    assert not page.locator(".tabs").is_visible()
    context.close()
