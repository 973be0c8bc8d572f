"""The page for analysts in a browser: a filter moves everything, back undoes it, and it all works without scripts."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.reading import drawn

pytestmark = pytest.mark.browser
NARROW = {"width": 390, "height": 844}


def explore(page: Page, query: str = "lang=en") -> Page:
    page.goto(f"/explore?{query}")
    drawn(page)
    return page


def follow(page: Page, selector: str) -> None:
    """Does what changes the address, and waits for the answer to it."""
    with page.expect_response(lambda response: "_dash-update-component" in response.url):
        page.locator(selector).click()
    drawn(page)


def numbers(page: Page) -> list:
    return page.evaluate("(document.querySelector('#plot-explore-1 .js-plotly-plot')?.data || []).map(t => [t.x, t.y])")


def findings(page: Page, within: str | None = None) -> list[str]:
    found = Axe().run(page, context=within).response["violations"]
    return [f"{rule['id']}: {node['html'][:120]}" for rule in found for node in rule["nodes"]]


def test_a_value_moves_everything_and_back_undoes_it(site: Page) -> None:
    explore(site)
    before, sums = numbers(site), site.locator(".sums").inner_text()
    follow(site, "#district-AZ-AGM")
    assert "district=AZ-AGM" in site.url
    expect(site.locator(".sentence h2")).to_have_text("Showing Aghdam.")
    expect(site.locator(".chip")).to_have_count(1)
    assert site.locator(".sums").inner_text() != sums
    assert numbers(site) != before
    expect(site.locator("#records")).to_contain_text("24 accidents in the selection")
    # The list stays open where the reader was, and the box keeps the focus.
    expect(site.locator("#district-AZ-AGM")).to_be_focused()
    site.go_back()
    expect(site.locator(".chip")).to_have_count(0)
    drawn(site)
    assert numbers(site) == before
    assert site.locator(".sums").inner_text() == sums


def test_what_is_left_out_is_a_chip_that_takes_it_in_again(site: Page) -> None:
    explore(site)
    follow(site, "#leave-status-civilian")
    expect(site.locator(".chip.out")).to_contain_text("without civilians")
    follow(site, "#chip-1")
    expect(site.locator(".chip")).to_have_count(0)
    assert "not.status" not in site.url


def test_another_analysis_keeps_the_selection_and_its_options_follow(site: Page) -> None:
    explore(site, "lang=en&district=AZ-AGM")
    follow(site, "#analysis-cross")
    expect(site.locator("#option-rows")).to_be_visible()
    with site.expect_response(lambda response: "_dash-update-component" in response.url):
        site.locator("#option-rows").select_option("device")
    drawn(site)
    assert re.search(r"district=AZ-AGM&chart=cross&rows=device", site.url)


def test_a_long_list_is_searched_in_and_stays_so(site: Page) -> None:
    explore(site)
    site.locator("#search-district").fill("fuz")
    expect(site.locator("#list-district li:visible")).to_have_count(1)
    follow(site, "#district-AZ-FUZ")
    expect(site.locator("#list-district li:visible")).to_have_count(1)


def test_several_datasets_stand_side_by_side(site: Page) -> None:
    explore(site)
    site.locator("#data-dataset summary").click()
    follow(site, "#dataset-published_totals")
    expect(site.locator("#card-explore-2")).to_be_visible()
    expect(site.locator(".sums")).to_have_count(2)
    expect(site.locator("#plot-explore-1 .main-svg").first).to_be_visible()


def test_a_period_is_written_as_an_analyst_writes_it(site: Page) -> None:
    explore(site)
    site.locator("#filter-from").fill("2022")
    with site.expect_response(lambda response: "_dash-update-component" in response.url):
        site.keyboard.press("Enter")
    expect(site.locator(".chip")).to_contain_text("from 2022")
    # An end before the beginning is taken as the whole period, instead of an address that cannot be answered.
    site.locator("#filter-to").fill("2021")
    with site.expect_response(lambda response: "_dash-update-component" in response.url):
        site.keyboard.press("Tab")
    expect(site.locator(".chip")).to_contain_text("Period 2021")
    expect(site.locator("#filter-from")).to_have_value("2021")
    follow(site, "#sum-1-killed")
    expect(site.locator(".chip")).to_have_count(2)
    expect(site.locator("#records")).to_be_focused()
    expect(site.locator("#records-title")).to_be_in_viewport()


def test_every_analysis_is_reached_by_keyboard_and_axe_finds_nothing(site: Page) -> None:
    explore(site)
    keys = site.locator(".analyses a").evaluate_all("links => links.map(link => link.id.slice('analysis-'.length))")
    assert len(keys) == 11
    for key in keys[1:]:
        with site.expect_response(lambda response: "_dash-update-component" in response.url):
            site.locator(f"#analysis-{key}").press("Enter")
        expect(site.locator(f"#card-explore-1[data-chart={key}]")).to_be_visible()
        drawn(site)
        # What an analysis changes; the rest of the page was read once, below.
        assert (key, findings(site, "#explore-menu"), findings(site, "#explore-cards")) == (key, [], [])


def test_without_scripts_filters_columns_and_incidents_work(visit) -> None:
    page = visit(java_script_enabled=False)
    page.goto("/explore?lang=en&chart=cross")
    page.locator("#district-AZ-AGM").check()
    page.locator(".facet-form .submit").click()
    assert {"district=AZ-AGM", "chart=cross"} <= set(page.url.partition("?")[2].split("&"))
    expect(page.locator("#records tbody tr")).to_have_count(24)
    page.locator("#columns summary").click()
    page.locator("#show-place").uncheck()
    page.locator("#columns .submit").click()
    assert "show=date" in page.url
    assert "show=place" not in page.url
    page.locator("#group-2").click()
    expect(page.locator(".incidents > li")).to_have_count(24)
    assert page.locator(".scripted:visible, .plot:visible").count() == 0


@pytest.mark.parametrize("language", ["nb", "en"])
@pytest.mark.parametrize("look", ["wide", "narrow"])
def test_axe_finds_nothing(visit, language: str, look: str) -> None:
    page = visit(**({} if look == "wide" else {"viewport": NARROW}))
    explore(page, f"lang={language}&district=AZ-AGM&not.status=civilian&tab=table")
    assert findings(page) == []
    if look == "wide":
        page.emulate_media(color_scheme="dark")
        assert findings(page) == [], "dark"
    if look == "narrow":
        page.locator(".open-facets").click()
        expect(page.locator("#facets")).to_be_visible()
        assert findings(page) == []


@pytest.mark.parametrize("query", ["lang=nb", "lang=nb&tab=table&group=incident", "lang=en&chart=cross&show=date"])
def test_nothing_scrolls_sideways_on_a_telephone(visit, query: str) -> None:
    page = explore(visit(viewport=NARROW, has_touch=True), query)
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") == 0
    page.locator(".open-facets").click()
    small = page.evaluate(
        """() => [...document.querySelectorAll('main :is(a, button, select, summary, input:not([type=hidden]))')]
            .filter(e => e.checkVisibility() && !e.closest('p, td, .card-foot'))
            .map(e => [e, (e.closest('label') || e).getBoundingClientRect()])
            .filter(([e, box]) => box.height && box.height < 43.5)
            .map(([e, box]) => e.outerHTML.slice(0, 80) + Math.round(box.height))"""
    )
    assert small == []
