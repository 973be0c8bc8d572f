"""The report: what it says, its pictures from the server's browser or the reader's, and how it is printed."""

import json
from typing import Any

import pytest
from lxml import html

from exports.browser import NoBrowser, Without
from exports.report.document import OPTIONS, page, pdf
from exports.report.foot import foot
from tests.exports.sets import handed_set

CHARTS = "published_totals,by_district"


class Drawing:
    """A browser that draws an empty picture and remembers what it was asked."""

    def __init__(self) -> None:
        self.finished: list[dict[str, Any]] = []
        self.html = ""

    def picture(self, finished: dict[str, Any], extension: str) -> bytes:
        self.finished.append(finished)
        return b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><rect width="1" height="1"/></svg>'

    def printed(self, html: str, **how: Any) -> bytes:
        self.html = html
        return b"%PDF-"


@pytest.mark.parametrize("language", ["nb", "en"])
def test_it_says_what_is_counted_by_whom_and_where(language: str) -> None:
    handed = handed_set(language, OPTIONS, charts=CHARTS)
    shown = html.fromstring(page(handed, Drawing()).decode())
    told = " ".join(shown.find("body").text_content().split())
    assert shown.get("lang") == language
    assert handed.words.say("report.title") in shown.findtext(".//title")
    assert handed.address in told
    for chart in handed.charts:
        assert chart.view.title in told
        assert " ".join(chart.view.subtitle.split()) in told
        assert chart.address in told
    assert len(shown.findall(".//table")) == 2
    assert "A part" in told
    assert handed.words.say("report.method") in told


def test_short_leaves_out_key_numbers_tables_and_text() -> None:
    shown = html.fromstring(page(handed_set("en", OPTIONS, charts=CHARTS, length="short"), Drawing()).decode())
    assert not shown.findall(".//table")
    assert not shown.findall(".//article")
    assert shown.find(".//*[@id='numbers']") is None
    assert len(shown.findall(".//svg")) == 2


def test_pictures_are_bare_and_named() -> None:
    browser, handed = Drawing(), handed_set("en", OPTIONS, charts=CHARTS)
    shown = html.fromstring(page(handed, browser).decode())
    assert [one["figure"]["data"] for one in browser.finished] == [one.view.figure["data"] for one in handed.charts]
    assert [one.get("aria-label") for one in shown.iterfind(".//*[@role='img']")] == [
        one.view.alt for one in handed.charts
    ]
    assert not shown.findall(".//script")


def test_without_a_browser_the_reader_s_own_draws() -> None:
    handed = handed_set("en", OPTIONS, charts=CHARTS)
    shown = html.fromstring(page(handed, Without()).decode())
    scripts = shown.findall(".//script")
    assert [one.get("src") for one in scripts[1:]] == ["/assets/plotly/plotly.min.js", "/assets/report.js"]
    assert set(json.loads(scripts[0].text)["charts"]) == {"1", "2"}
    assert "script-src 'self';" in shown.find(".//meta[@http-equiv]").get("content")
    with pytest.raises(NoBrowser):
        pdf(handed, Without())


def test_a_browser_that_fails_just_now_is_no_reason_to_make_less() -> None:
    with pytest.raises(NoBrowser):
        page(handed_set("en", OPTIONS, charts=CHARTS), Without("late"))


def test_nothing_found_is_said() -> None:
    handed = handed_set("en", OPTIONS, charts="by_district", **{"from": "1990", "to": "1990"})
    browser = Drawing()
    assert handed.charts[0].view.empty_reason in html.fromstring(page(handed, browser).decode()).text_content()
    assert browser.finished == []


def test_the_foot_has_page_numbers_and_cannot_be_broken_out_of() -> None:
    rules = foot(handed_set("en", OPTIONS, charts=CHARTS))
    assert 'counter(page) " of " counter(pages)' in rules
    assert "</" not in rules
    assert "https://figures.example.org" in rules


def test_the_pdf_is_the_document_printed() -> None:
    browser, handed = Drawing(), handed_set("en", OPTIONS, charts=CHARTS)
    assert pdf(handed, browser) == b"%PDF-"
    assert browser.html.encode() == page(handed, Drawing())
