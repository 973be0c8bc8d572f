"""Pages on paper, printed by the browser and read back: numbered, with edition and address, without controls."""

from collections.abc import Callable
from io import BytesIO

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

# What is a control, and so has no place on paper; and what must be there.
PAGES = {
    "/?lang=en": ("Share", "Killed and injured since"),
    "/explore?lang=en": ("Undo", "Killed and injured by month"),
}


@pytest.mark.parametrize("where", PAGES)
def test_a_page_prints_whole_and_says_where_it_is_from(visit: Callable[..., Page], where: str) -> None:
    page = visit()
    page.goto(where)
    expect(page.locator(".main-svg").first).to_be_visible()
    sheets = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages
    texts = [" ".join(sheet.extract_text().split()) for sheet in sheets]
    control, content = PAGES[where]
    for number, text in enumerate(texts, 1):
        assert f"{number} / {len(texts)}" in text
        assert control not in text
        assert "For staff" not in text
    assert content in " ".join(texts)
    assert "edition 1" in " ".join(texts).lower()
    assert f"https://figures.example.org{where}" in texts[-1].replace(" ", "").replace("\n", "")
