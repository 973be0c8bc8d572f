"""Where scripts do not run, the statement, the text and a plain table of the series are there, and filters work."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_numbers_text_and_table_are_there(visit) -> None:
    page = visit(java_script_enabled=False)
    page.goto("/?lang=en")
    expect(page.locator(".key.killed")).to_contain_text("72")
    expect(page.locator("#text h1")).to_be_visible()
    expect(page.locator("#card-main td").first).to_be_visible()
    expect(page.locator("#card-main tbody tr")).to_have_count(64)
    assert page.locator("[data-copy]:visible, [data-picture]:visible, .plot:visible").count() == 0


def test_filters_are_sent_by_their_button(visit) -> None:
    page = visit(java_script_enabled=False)
    page.goto("/?lang=en&form=reported_accidents")
    page.locator("#filter-district summary").click()
    page.locator("#district-AZ-AGM").check()
    page.locator(".filter-form .submit").click()
    assert "district=AZ-AGM" in page.url
    assert "form=reported_accidents" in page.url
    expect(page.locator(".selection")).to_contain_text("Aghdam")


def test_a_figure_of_the_text_leads_to_its_row(visit) -> None:
    page = visit(java_script_enabled=False)
    page.goto("/?lang=nb")
    link = page.locator("#text a[data-statement]").first
    statement = link.get_attribute("data-statement")
    link.click()
    expect(page.locator(f"#statement-{statement}")).to_be_in_viewport()
