"""Addresses that leave the site lead back to the same figures."""

from urllib.parse import parse_qsl, urlsplit

from data.selection import Selection
from exports.address import chart_query, embed_address, page_address

SELECTION = Selection.from_query([("from", "2021"), ("status", "civilian"), ("district", "AZ-AGM")])


def test_a_main_chart_is_a_form_of_the_page() -> None:
    address = page_address("https://a.example", "by_period", "nb", SELECTION.query())
    parts = urlsplit(address)
    assert parts.fragment == "card-main"
    assert ("form", "by_period") in parse_qsl(parts.query)
    assert Selection.from_query(parse_qsl(parts.query)) == SELECTION


def test_a_small_chart_is_a_place_on_the_page() -> None:
    address = page_address("https://a.example", "by_status", "en", [])
    assert address == "https://a.example/?lang=en#card-by_status"


def test_an_analysis_lives_on_the_page_of_its_own() -> None:
    address = page_address("https://a.example", "season", "en", SELECTION.query(), [("of", "killed")], 3)
    parts = urlsplit(address)
    assert parts.path == "/explore"
    assert parse_qsl(parts.query)[-3:] == [("chart", "season"), ("of", "killed"), ("edition", "3")]
    assert Selection.from_query(parse_qsl(parts.query)) == SELECTION


def test_options_stand_behind_the_selection() -> None:
    assert chart_query("en", []) == "lang=en"
    assert chart_query("en", [], [("by", "year")]) == "lang=en&by=year"
    assert embed_address("https://a.example", "by_status", "lang=en") == "https://a.example/embed/by_status?lang=en"
