"""What the browser tests ask of a page: that it has drawn, what its charts hold, where things stand."""

from typing import Any

from playwright.sync_api import Page

SLOTS = ("main", "by_district", "by_status", "by_device", "by_activity")


def open_page(page: Page, path: str = "/?lang=en") -> Page:
    """Opens a front page and waits until every chart that is shown has been drawn."""
    page.goto(path)
    drawn(page)
    return page


def drawn(page: Page) -> None:
    """Waits until Dash has answered, and every chart in sight is there and not being replaced."""
    page.wait_for_function(
        """() => !('waiting' in document.body.dataset)
            && [...document.querySelectorAll('.plot')].every(p => !p.offsetParent || p.querySelector('.main-svg'))"""
    )


def figures(page: Page) -> dict[str, Any]:
    """Slot -> the numbers that its chart is drawn from."""
    return {
        slot: page.evaluate(
            "id => (document.querySelector(`#plot-${id} .js-plotly-plot`)?.data || []).map(t => [t.x, t.y])", slot
        )
        for slot in SLOTS
    }


def follow(page: Page, selector: str) -> None:
    """Clicks what changes the address, and waits for the answer to it."""
    with page.expect_response(lambda response: "_dash-update-component" in response.url):
        page.locator(selector).click()
    drawn(page)


def box(page: Page, selector: str) -> dict[str, float]:
    found = page.locator(selector).first.bounding_box()
    assert found, f"{selector} is not shown"
    return dict(found)  # type: ignore[arg-type]
