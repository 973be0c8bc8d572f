"""What the page for analysts keeps: steps to undo, named views, single keys, and a mark that narrows everything."""

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_accessibility import findings

pytestmark = pytest.mark.browser
VIEWS = "minetall.views"


def open_explore(page: Page, query: str = "lang=en") -> Page:
    page.goto(f"/explore?{query}")
    page.locator(".js-plotly-plot .bars path").first.wait_for()
    return page


def stored(page: Page) -> list[dict[str, str]]:
    return json.loads(page.evaluate(f"localStorage.getItem('{VIEWS}')"))


def test_steps_are_undone_and_done_again_by_button_and_key(site: Page) -> None:
    open_explore(site)
    undo, redo = site.locator("#undo"), site.locator("#redo")
    expect(undo).to_be_disabled()
    site.locator("#filter-place").fill("road")
    site.keyboard.type("cu")
    expect(site).not_to_have_url(re.compile("chart="))
    site.keyboard.press("Enter")
    expect(site).to_have_url(re.compile("place=roadcu"))
    expect(undo).to_be_enabled()
    undo.click()
    expect(site).not_to_have_url(re.compile("place="))
    expect(undo).to_be_disabled()
    expect(redo).to_be_enabled()
    site.locator("h1").click()
    site.keyboard.press("Control+Shift+z")
    expect(site).to_have_url(re.compile("place=roadcu"))
    expect(redo).to_be_disabled()
    site.reload()
    expect(undo).to_be_enabled()
    site.keyboard.press("u")
    expect(site).not_to_have_url(re.compile("place="))


def test_a_view_is_kept_opened_renamed_deleted_and_brought_back(site: Page) -> None:
    site.goto("/explore?lang=en&tab=table")
    site.locator("#views-open").click()
    expect(site.locator("#views-none")).to_be_visible()
    site.get_by_label("Name of the view").fill("<b>Agdam</b>")
    site.keyboard.press("Enter")
    expect(site.locator("#views-said")).to_have_text("“<b>Agdam</b>” was saved.")
    assert stored(site) == [{"name": "<b>Agdam</b>", "search": "?lang=en&tab=table"}]
    assert findings(site) == []
    site.goto("/explore?lang=nb")
    site.locator("#views-open").click()
    site.get_by_role("link", name="<b>Agdam</b>").click()
    expect(site).to_have_url(re.compile(r"lang=nb&tab=table"))
    expect(site.locator("#views")).to_be_hidden()
    site.locator("#views-open").click()
    site.get_by_role("button", name="Gi nytt navn: <b>Agdam</b>").click()
    site.locator("#views-list input").fill("Distrikt")
    site.keyboard.press("Enter")
    expect(site.locator("#views-list a")).to_be_focused()
    site.get_by_role("button", name="Slett: Distrikt").click()
    assert stored(site) == []
    site.get_by_role("button", name="Hent tilbake").click()
    assert [one["name"] for one in stored(site)] == ["Distrikt"]


def test_rubbish_in_the_storage_is_left_aside(site: Page) -> None:
    good = {"name": "Good", "search": "?lang=en"}
    rubbish = [
        None,
        7,
        {"name": "x"},
        {"name": "y", "search": "javascript:alert(1)"},
        {"name": "", "search": "?"},
        good,
    ]
    site.goto("/explore?lang=en")
    for text, expected in (("{not json", []), ('{"a": 1}', []), (json.dumps(rubbish), ["Good"])):
        site.evaluate("([key, text]) => localStorage.setItem(key, text)", [VIEWS, text])
        site.reload()
        site.locator("#views-open").click()
        expect(site.locator("#views-list a")).to_have_text(expected)


def test_single_keys_lead_about_and_can_be_turned_off(site: Page) -> None:
    open_explore(site)
    site.keyboard.press("/")
    expect(site.locator("#filter-place")).to_be_focused()
    site.keyboard.press("?")
    expect(site.locator("#filter-place")).to_have_value("?")
    site.locator("#filter-place").fill("")
    site.locator("h1").click()
    site.keyboard.press("r")
    expect(site.locator("#records")).to_be_focused()
    site.keyboard.press("t")
    expect(site).to_have_url(re.compile("tab=table"))
    site.keyboard.press("?")
    expect(site.get_by_role("dialog", name="Help and keyboard shortcuts")).to_be_visible()
    assert findings(site) == []
    site.get_by_label("Use single-character shortcuts").uncheck()
    site.keyboard.press("Escape")
    site.reload()
    site.locator("h1").click()
    site.keyboard.press("?")
    expect(site.locator("#help")).to_be_hidden()


@pytest.mark.parametrize("touch", [False, True])
def test_a_mark_narrows_everything_to_its_records(visit: Callable[..., Page], touch: bool) -> None:
    page = visit(has_touch=touch, viewport={"width": 390 if touch else 1440, "height": 1000})
    open_explore(page, "lang=en&page=2&from=2020")
    bar = page.locator(".js-plotly-plot .bars path").first
    bar.scroll_into_view_if_needed()
    box = bar.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    if touch:
        page.touchscreen.tap(x, y)
    else:
        page.mouse.move(x, y)
        expect(page.locator(".can-pick")).to_have_count(1)
        page.mouse.click(x, y)
    expect(page).to_have_url(re.compile(r"from=2020-11&to=2020-11$"))
    expect(page.locator(".chip")).not_to_have_count(0)


def test_without_scripts_nothing_is_offered_that_needs_them(visit: Callable[..., Page]) -> None:
    page = visit(java_script_enabled=False)
    page.goto("/explore?lang=en")
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("#keep")).to_be_hidden()
