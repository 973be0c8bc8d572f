"""Sharing in a browser: the panel over a page with charts, a set that is collected and ordered, both as pages."""

import json
import struct

import pytest
from playwright.sync_api import expect

from tests.browser.reading import open_page

pytestmark = pytest.mark.browser


def test_a_picture_is_chosen_seen_and_taken_and_the_choice_is_remembered(visit, address: str, tmp_path) -> None:
    page = visit()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=address)
    open_page(page)
    share = page.locator("#share-by_status")
    share.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Share “Killed and injured by status”")
    dialog.get_by_label("Shape").select_option("square")
    dialog.get_by_label("Ground").focus()
    dialog.get_by_label("Ground").select_option("dark")
    picture = dialog.locator('#share-picture[data-options="size=square&theme=dark&scale=1"]')
    expect(picture).to_be_visible()
    page.wait_for_function("() => document.querySelector('#share-picture').naturalWidth === 1080")
    expect(dialog.get_by_label("Ground")).to_be_focused()
    with page.expect_download() as download:
        dialog.get_by_label("Save PNG").click()
    assert download.value.suggested_filename.startswith("killed-and-injured-by-status-edition-1")
    download.value.save_as(tmp_path / "who.png")
    assert struct.unpack(">II", (tmp_path / "who.png").read_bytes()[16:24]) == (2160, 2160)
    dialog.get_by_label("always those of edition 1").check()
    dialog.get_by_role("link", name="Link", exact=True).click()
    dialog.get_by_role("button", name="Copy link").click()
    expect(dialog.get_by_role("status")).to_have_text("Copied")
    copied = page.evaluate("() => navigator.clipboard.readText()")
    assert copied == "https://figures.example.org/?lang=en&edition=1#card-by_status"
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(share).to_be_focused()
    page.locator("#share-by_device").click()
    expect(page.locator("#share-kind-link")).to_have_attribute("aria-current", "true")
    page.locator("#share-kind-picture").click()
    expect(page.locator("#share-size")).to_have_value("square")
    expect(page.get_by_label("always those of edition 1")).to_be_checked()
    kept = page.evaluate("() => ({...localStorage})")
    assert set(kept) == {"minetall.share"}
    assert json.loads(kept["minetall.share"])["options"]["picture"] == "size=square&scale=2&theme=dark"


def test_a_set_is_collected_ordered_and_taken(visit) -> None:
    page = visit()
    open_page(page, "/?lang=en&district=AZ-AGM")
    page.evaluate("() => { localStorage['minetall.set'] = '{]'; localStorage['minetall.share'] = '[7'; }")
    # The third is in the set already.
    for chart, told in (("by_status", "1 chart"), ("by_device", "2 charts"), ("by_status", "2 charts")):
        page.locator(f"#share-{chart}").click()
        page.get_by_role("link", name="Add to my set").click()
        expect(page.get_by_role("dialog").get_by_role("status")).to_have_text("Added to your set")
        expect(page.locator("#share-mine")).to_have_text(f"My set: {told}")
        page.keyboard.press("Escape")
    page.locator("#share-by_status").click()
    page.locator("#share-mine").click()
    expect(page.locator(".share-charts h3")).to_have_text(
        ["1. Killed and injured by status", "2. Killed and injured by kind of device"]
    )
    page.locator("#up-by_device").click()
    expect(page.locator(".share-charts h3")).to_have_text(
        ["1. Killed and injured by kind of device", "2. Killed and injured by status"]
    )
    page.locator("#offer-season").click()
    expect(page.locator(".share-charts li")).to_have_count(3)
    assert "charts=by_device,by_status,season&" in page.url
    assert "by_status.district=AZ-AGM" in page.url
    page.locator("#gone-by_status").click()
    expect(page.locator(".share-charts li")).to_have_count(2)
    page.locator("#whole-length").select_option("full")
    expect(page.get_by_label("Save Presentation")).to_have_attribute(
        "href", "/export/deck.pptx?lang=en&charts=by_device,season&by_device.district=AZ-AGM&length=full"
    )
    assert page.request.get(page.get_by_label("Save Presentation").get_attribute("href") or "").ok
    page.go_back()
    expect(page.locator("#whole-length")).to_have_value("short")


def test_without_scripts_it_is_pages_with_forms(visit) -> None:
    page = visit(java_script_enabled=False)
    page.goto("/?lang=nb&from=2022-01-01")
    page.locator("#share-by_status").click()
    page.locator("#share-size").select_option("square")
    page.get_by_role("button", name="Vis").click()
    assert "size=square" in page.url
    link = page.get_by_label("Lagre PNG").get_attribute("href") or ""
    assert link == "/export/by_status.png?lang=nb&from=2022-01-01&size=square"
    expect(page.locator("[data-copy]:visible, [data-picture]:visible, #share-remember:visible")).to_have_count(0)
    page.get_by_role("link", name="Legg i mitt utvalg").click()
    page.locator("#offer-cross").click()
    expect(page.locator(".share-charts li")).to_have_count(2)
    page.locator("#down-by_status").click()
    assert "charts=cross,by_status&by_status.from=2022-01-01" in page.url


def test_the_embed_that_is_shown_has_room_for_all_of_itself(visit) -> None:
    page = visit(viewport={"width": 390, "height": 800})
    page.goto("/share/by_status?lang=en&take=embed")
    frame = page.locator("#share-frame")
    frame.scroll_into_view_if_needed()
    page.wait_for_function("() => document.querySelector('#share-frame').style.height")
    inside = page.frame_locator("#share-frame").locator("html")
    assert inside.evaluate("html => html.scrollHeight - html.clientHeight") <= 1
