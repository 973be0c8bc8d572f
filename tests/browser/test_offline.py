"""The offline page opened from the disk, with no network: it draws, presents, switches, and asks nobody."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from exports.offline.document import page as offline_page
from tests.exports.sets import handed_set


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> str:
    path: Path = tmp_path_factory.mktemp("hall") / "uten nett.html"
    path.write_bytes(offline_page(handed_set("nb", charts="by_district,published_totals")))
    return path.as_uri()


@pytest.fixture
def hall(browser: Browser, file: str) -> Iterator[Page]:
    """A laptop without a network; what the page asks for and says is looked at when the test is over."""
    context = browser.new_context(offline=True, viewport={"width": 1280, "height": 800})
    page, asked, said = context.new_page(), [], []
    page.on("request", lambda request: request.url.startswith("data:") or asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(file)
    yield page
    stored = page.evaluate("localStorage.length + sessionStorage.length")
    context.close()
    assert asked == [file]
    assert said == []
    assert stored == 0


def test_charts_are_drawn_and_keys_go_from_one_to_the_next(hall: Page) -> None:
    hall.locator("#chart-1").scroll_into_view_if_needed()
    expect(hall.locator("#chart-1 .main-svg").first).to_be_visible()
    hall.keyboard.press("p")
    hall.keyboard.press("Home")
    expect(hall.locator(".slide:visible")).to_have_count(1)
    for _ in range(3):
        hall.keyboard.press("ArrowRight")
    expect(hall.locator("#chart-2 .main-svg").first).to_be_visible()
    expect(hall.locator("#chart-2-title")).to_be_focused()
    expect(hall.locator(".place")).to_contain_text("4 / 6")
    hall.keyboard.press("t")
    expect(hall.locator("#chart-2 table")).to_be_visible()
    hall.keyboard.press("Escape")
    expect(hall.locator(".slide:visible")).to_have_count(6)


def test_light_and_dark_are_a_choice_and_a_phone_has_no_sideways_scroll(hall: Page) -> None:
    before = hall.evaluate("getComputedStyle(document.body).backgroundColor")
    hall.get_by_role("button", name="Mørkt").click()
    assert hall.evaluate("getComputedStyle(document.body).backgroundColor") != before
    hall.set_viewport_size({"width": 390, "height": 800})
    hall.locator("#chart-1").scroll_into_view_if_needed()
    expect(hall.locator("#chart-1 .main-svg").first).to_be_visible()
    assert hall.evaluate("document.documentElement.scrollWidth") == 390


def test_without_scripts_every_table_is_there(browser: Browser, file: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(file)
    expect(page.locator("table:visible")).to_have_count(2)
    expect(page.locator(".bar")).to_be_hidden()
    context.close()


def test_axe_finds_nothing(browser: Browser, file: str) -> None:
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    page.goto(file)
    expect(page.locator("nav.bar")).to_be_visible()
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    context.close()
