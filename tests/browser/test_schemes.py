"""The dark scheme follows the system, charts included; paper is always light and without controls."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.reading import open_page

pytestmark = pytest.mark.browser
FORMS = ("published_totals", "by_period", "reported_accidents")
# Fill and stroke of everything that a chart shows, as "r, g, b"; what is transparent is left out.
COLOURS = """() => [...new Set([...document.querySelectorAll('.js-plotly-plot svg *')].flatMap(e => {
    const s = getComputedStyle(e);
    return [['fill', s.fill, s.fillOpacity], ['stroke', s.stroke, s.strokeOpacity]]
        .filter(([, c, o]) => c.startsWith('rgb(') && o !== '0' && s.opacity !== '0' && s.display !== 'none')
        .filter(() => e.matches('path, rect, text, circle, line') && !e.closest('clipPath'))
        .filter(([name]) => name === 'stroke' || e.style.fill || e.getAttribute('fill'))
        .filter(([name]) => name === 'fill' || parseFloat(s.strokeWidth) > 0)
        .map(([, c]) => c.slice(4, -1))
}))]"""


def luminance(colour: str) -> float:
    parts = [int(part) / 255 for part in colour.split(",")]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("form", FORMS)
def test_no_mark_keeps_light_ink_in_the_dark(visit, form: str) -> None:
    light = set(open_page(visit(color_scheme="light"), f"/?lang=en&form={form}").evaluate(COLOURS))
    page = open_page(visit(color_scheme="dark"), f"/?lang=en&form={form}")
    dark = set(page.evaluate(COLOURS))
    assert "29, 31, 35" in light
    assert not light & dark
    ground = luminance("29, 32, 36")
    # The ground itself, the gridlines and what tells bars apart may be faint; nothing else.
    faint = {colour for colour in dark if (luminance(colour) + 0.05) / (ground + 0.05) < 3}
    assert faint <= {"29, 32, 36", "43, 47, 52"}


def test_the_page_itself_turns_dark(visit) -> None:
    page = open_page(visit(color_scheme="dark"))
    grounds = page.evaluate(
        """() => ['body', '.card', '.site-head']
            .map(s => getComputedStyle(document.querySelector(s)).backgroundColor.slice(4, -1))"""
    )
    assert all(luminance(ground) < 0.03 for ground in grounds)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_is_light_has_no_controls_and_names_address_and_edition(visit, scheme: str) -> None:
    page: Page = open_page(visit(color_scheme=scheme), "/?lang=en&district=AZ-AGM")
    page.emulate_media(media="print", color_scheme=scheme)  # type: ignore[arg-type]
    for control in (".filter", ".segments", ".tabs", ".share", ".site-nav", ".languages"):
        expect(page.locator(control).first).to_be_hidden()
    expect(page.locator("footer .print-only")).to_contain_text("district=AZ-AGM")
    expect(page.locator("footer")).to_contain_text("Edition 1")
    expect(page.locator(".selection")).to_contain_text("Aghdam")
    assert "29, 31, 35" in page.evaluate(COLOURS)
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(43, 46, 52)"


@pytest.mark.parametrize("width", [700, 1099, 1100, 1920])
def test_charts_fit_on_paper(visit, width: int) -> None:
    """A browser prints charts as large as the screen drew them: that size times the zoom must fit on A4."""
    page: Page = open_page(visit(viewport={"width": width, "height": 1000}))
    drawn = page.evaluate("() => [...document.querySelectorAll('.plot')].map(p => p.getBoundingClientRect().width)")
    page.emulate_media(media="print")
    zooms = page.evaluate(
        "() => [...document.querySelectorAll('.plot')].map(p => parseFloat(getComputedStyle(p).zoom))"
    )
    main, *small = (size * zoom for size, zoom in zip(drawn, zooms, strict=True))
    assert main <= 688
    assert max(small) <= 688 / 2 - 10
