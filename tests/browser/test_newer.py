"""A page that is open when figures are published says so, changes nothing by itself, and shows them when asked."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from app import create_app
from data.notes import note_of
from data.store import Store
from tests.browser.conftest import SETTINGS, TODAY
from tests.browser.reading import drawn, figures, follow, open_page
from tests.browser.served import served
from tests.browser.test_accessibility import findings
from tests.data.factory import ROWS, STATEMENTS, make_dataset, make_intake

pytestmark = pytest.mark.browser
KEY = "published_totals"
LATER = {"date": "2026-03-30", "killed": 81, "injured": 399, "counted_by": "Counting office"}


@pytest.fixture
def own_store(tmp_path: Path) -> Store:
    """With edition 1, and a second version of the totals that is not published."""
    store = Store.open(tmp_path / "minetall.sqlite")
    with store.writing("tests") as writer:
        versions = {}
        for key, rows in ROWS.items():
            dataset = make_dataset(key)
            writer.add_dataset(dataset)
            versions[key], _ = writer.add_version(key, make_intake(rows, dataset.layout, file=f"{key}.csv"), "")
        writer.publish(versions, {"nb": "# Tekst\n\n{{latest killed}}", "en": "# Text\n\n{{latest killed}}"}, "")
        writer.add_version(KEY, make_intake([*STATEMENTS, LATER], "running_totals"), "")
    return store


@pytest.fixture
def address(own_store: Store) -> Iterator[str]:
    """A site of its own, for tests that publish."""
    app = create_app(SETTINGS, own_store, lambda: TODAY)
    with served(app.server) as address:
        yield address


def look_again(page: Page) -> None:
    """As when the reader comes back to the page: it asks at once, not after 15 seconds."""
    with page.expect_response("**/edition"):
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


def killed(page: Page) -> str:
    return page.locator(".key.killed b").inner_text()


@pytest.mark.parametrize("language", ["en", "nb"])
def test_a_publication_is_told_and_shown_when_the_reader_asks(
    visit: Callable[..., Page], own_store: Store, language: str
) -> None:
    page = open_page(visit(), f"/?lang={language}&tab.by_device=about")
    before, text = figures(page)["main"], page.locator("#text").inner_text()
    look_again(page)
    expect(page.locator("#newer")).to_be_empty()
    own_store.publish({KEY: 2}, None, "tests", note_of({"nb": "Tall per 30. mars", "en": "Figures as of 30 March"}))
    look_again(page)
    said = {"en": "New figures were published on", "nb": "Nye tall ble publisert"}[language]
    expect(page.get_by_role("status").filter(has_text=said)).to_be_visible()
    assert "{date}" not in page.locator("#newer").inner_text()
    follow(page, "#tab-by_status-2")
    assert (killed(page), figures(page)["main"], page.locator("#text").inner_text()) == ("72", before, text)
    place = page.evaluate("scrollY")
    page.get_by_role("button", name={"en": "Show them", "nb": "Vis dem"}[language]).click()
    expect(page.locator(".key.killed b")).to_have_text("81")
    drawn(page)
    assert page.url.endswith("tab.by_device=about&tab.by_status=table")
    page.wait_for_function("place => Math.abs(scrollY - place) < 60", arg=place)
    assert figures(page)["main"] != before
    expect(page.locator(".updated")).to_contain_text({"en": "Figures as of 30", "nb": "Tall per 30"}[language])


def test_the_bar_is_put_away_works_by_keyboard_and_hides_nothing_at_390_px(
    visit: Callable[..., Page], own_store: Store
) -> None:
    page = visit(viewport={"width": 390, "height": 800})
    page.goto("/method?lang=nb")
    own_store.publish({KEY: 2}, None, "tests")
    look_again(page)
    assert findings(page) == []
    page.get_by_role("button", name="Ikke nå").focus()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    foot = page.evaluate(
        """() => { scrollTo(0, document.body.scrollHeight);
        return [document.querySelector('.site-foot p:not(.print-only)').getBoundingClientRect().bottom,
                document.querySelector('.newer-box').getBoundingClientRect().top]; }"""
    )
    assert foot[0] <= foot[1], "the last line of the page can be read above the bar"
    page.keyboard.press("Enter")
    expect(page.locator("#newer")).to_be_empty()
    look_again(page)
    expect(page.locator("#newer")).to_be_empty()
    own_store.go_back(1, "tests")
    look_again(page)
    page.get_by_role("button", name="Vis dem").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#news .said").first).to_have_text("Tilbake til det som sto i utgave 1.")


def test_a_pinned_page_shows_its_edition_with_scripts_too(visit: Callable[..., Page], own_store: Store) -> None:
    own_store.publish({KEY: 2}, None, "tests")
    page = open_page(visit(), "/?lang=en&edition=1")
    old = figures(page)["main"]
    assert killed(page) == "72"
    assert findings(page) == []
    follow(page, "#tab-by_status-2")
    follow(page, "#form-2")
    follow(page, "#form-1")
    assert ("edition=1" in page.url, figures(page)["main"]) == (True, old)
    page.get_by_role("link", name="Show the newest figures").click()
    expect(page.locator(".key.killed b")).to_have_text("81")
    drawn(page)
    assert "edition" not in page.url
    assert "tab.by_status=table" in page.url
    answer = page.request.get("/?lang=en&edition=9")
    assert (answer.status, "edition=9: There is no edition of this number. " in answer.text()) == (400, True)
    assert page.request.get("/method?lang=nb&edition=0").status == 400


@pytest.mark.parametrize("language", ["en", "nb"])
def test_an_embed_that_is_held_fast_says_that_there_are_newer_figures(
    visit: Callable[..., Page], own_store: Store, language: str
) -> None:
    page = visit()
    with page.expect_response("**/edition"):
        page.goto(f"/embed/by_status?lang={language}&edition=1")
    told = page.locator("#pinned [role=status]")
    expect(told).to_be_empty()
    own_store.publish({KEY: 2}, None, "tests", note_of({"nb": "Tall per 30. mars", "en": "Figures as of 30 March"}))
    with page.expect_response("**/edition"):
        page.goto(f"/embed/by_status?lang={language}&edition=1")
    expect(told).not_to_be_empty()
    assert "{date}" not in told.inner_text()
    assert str(own_store.current().published_at.year) in told.inner_text()
