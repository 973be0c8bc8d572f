"""The document of the front page, as a reader without scripts gets it, and the parts that Dash replaces."""

import re
from datetime import date
from html import unescape

import pytest

from charts import MAIN_CHARTS, SMALL_CHARTS
from components import front_page
from data.frame import Edition
from data.summaries.records import SORTS
from settings import Settings
from tests.data.factory import make_edition, make_frame
from texts.words import Words

TODAY = date(2026, 3, 20)
SETTINGS = Settings(site_name="Figures", public_url="https://figures.example.org", emergency_number="112")
TEXT = """# Heading

Of them {{latest killed}} died, as cited {{statement killed as_of=2024-11-11}}.[^a]

[^a]: Note.
"""
EDITION = make_edition(texts={"nb": TEXT, "en": TEXT})
DASH = dict.fromkeys(("css", "app_entry", "config", "scripts", "renderer"), "<!--dash-->")


def shown(query: str = "", language: str = "en", edition: Edition = EDITION) -> front_page.Shown:
    address = front_page.read_address(front_page.query_of(query), language)
    return front_page.Shown(edition, address, Words(address.language), SETTINGS, TODAY)


def document(query: str = "", language: str = "en", edition: Edition = EDITION) -> str:
    return front_page.document(shown(query, language, edition), DASH)


def text_of(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def test_sorts_of_the_address_are_those_of_the_records() -> None:
    assert shown().address.sort in SORTS


@pytest.mark.parametrize("language", ["nb", "en"])
def test_text_and_key_numbers_stand_before_any_script(language: str) -> None:
    html = document(language=language)
    first_script = html.index("<script")
    for needed in ("<h1", "data-statement=", ">72</b>", ">347</b>", ">419</b>", 'class="safety"'):
        assert 0 < html.index(needed) < first_script
    assert f'<html lang="{language}">' in html


def test_a_new_publication_moves_the_text_and_the_key_numbers_in_both_languages() -> None:
    newer = {"date": "2026-05-01", "killed": 71, "injured": 313, "counted_by": "Counting office"}
    edition = make_edition({"published_totals": [newer]}, texts={"nb": TEXT, "en": TEXT})
    for language in ("nb", "en"):
        html = document(language=language, edition=edition)
        assert ">71</b>" in html
        assert ">313</b>" in html
        assert re.search(r'data-outcome="killed"[^>]*>71\b', html)


def test_bound_figures_lead_to_the_row_of_their_statement_whatever_is_filtered() -> None:
    html = document("from=2021&to=2021")
    link = unescape(re.search(r'href="([^"]+#statement-[0-9a-f]+)"', html)[1])  # type: ignore[index]
    target, fragment = link.split("#")
    assert "from=" not in target
    assert f'id="{fragment}"' in document(target.partition("?")[2])


def test_without_scripts_the_series_is_a_plain_table() -> None:
    html = document()
    plain = html[html.index("<noscript><div") :]
    assert all(number in plain[: plain.index("</noscript>")] for number in ("72", "347", "13 March 2026"))


def test_space_for_every_chart_is_reserved_for_both_widths() -> None:
    html = document()
    for chart, slot in zip(shown().charts, front_page.SLOTS, strict=True):
        heights = f"--height: {shown().view(chart).height}px; --narrow-height: {shown().view(chart, True).height}px"
        assert re.search(f'id="plot-{slot}"[^>]*{re.escape(heights)}', html)


def test_head_names_the_page_in_both_languages() -> None:
    html = document("lang=nb&district=AZ-AGM")
    assert '<link rel="canonical" href="https://figures.example.org/?lang=nb">' in html
    for language in ("nb", "en"):
        assert f'hreflang="{language}" href="https://figures.example.org/?lang={language}"' in html
    assert "<title>72 drepte og 347 skadde av miner og andre eksplosiver – Figures</title>" in html
    assert re.search(r'property="og:description" content="[^"]+13\. mars 2026', html)


def test_the_language_switch_keeps_what_is_shown() -> None:
    assert 'href="/?lang=nb&amp;district=AZ-AGM&amp;form=by_period"' in document(
        "lang=en&district=AZ-AGM&form=by_period"
    )


@pytest.mark.parametrize("form", MAIN_CHARTS)
def test_every_form_of_the_main_chart(form: str) -> None:
    current = re.search(r'<a href="([^"]+)" id="form-\d" data-nav aria-current="true"', document(f"form={form}"))
    assert current
    assert shown(unescape(current[1]).partition("?")[2]).address.form == form


def test_every_small_chart_has_its_card() -> None:
    assert re.findall(r'id="card-(\w+)"', document()) == [
        "main",
        "by_district",
        "by_device",
        "by_status",
        "by_activity",
    ]
    assert set(SMALL_CHARTS) < set(re.findall(r'data-chart="(\w+)"', document()))


def test_nothing_found_is_said_in_words_and_shows_no_chart() -> None:
    html = document("form=reported_accidents&district=AZ-XXX")
    assert re.search(r'id="plot-main"[^>]* hidden', html)
    assert 'class="nothing"' in html
    assert "No accidents in the selection." in html


def test_words_of_strangers_are_escaped() -> None:
    evil = '"><script>alert(1)</script>'
    rows = [{"date": "2026-01-01", "killed": 1, "injured": 1, "place": evil, "reported_in": evil, "district": evil}]
    edition = make_edition({"reported_accidents": make_frame("reported_accidents", rows)})
    assert "<script>alert" not in document(edition=edition)


def test_the_first_answer_has_figures_only_later_ones_the_parts_too() -> None:
    *figures, answer = front_page.answer(shown("district=AZ-AGM"), narrow=False, first=True)
    assert answer == {}
    assert all(chart.figure["data"] for chart in figures[1:])
    *figures, answer = front_page.answer(shown("district=AZ-AGM"), narrow=False, first=False)
    assert len(figures) == len(front_page.SLOTS)
    assert set(answer["parts"]) == {"languages", "filters", "main-figure", "more"}
    assert "AZ-AGM" in answer["parts"]["filters"]
    assert answer["said"].startswith("Showing")


@pytest.mark.parametrize("language", ["nb", "en"])
def test_the_parts_are_those_of_the_document(language: str) -> None:
    """What Dash puts in place later is what a reader gets who loads the address."""
    now = shown("outcome=killed&tab=about&tab.by_status=table", language)
    html = re.sub(r" --narrow-height: \d+px", "", front_page.document(now, DASH))
    for part in front_page.parts(now, narrow=False).values():
        assert re.sub(r" --narrow-height: \d+px", "", part) in html


def test_a_script_is_not_sent_the_table_for_readers_without_scripts() -> None:
    assert "<noscript><div" in front_page.parts(shown())["main-figure"]
    assert "<noscript><div" not in front_page.parts(shown(), narrow=False)["main-figure"]


def test_narrow_figures_are_drawn_anew() -> None:
    wide, narrow = (front_page.answer(shown(), narrow=narrow, first=True)[0].figure for narrow in (False, True))
    assert wide["layout"] != narrow["layout"]


def test_every_message_of_the_page_is_worded_and_no_id_shows() -> None:
    for language in ("nb", "en"):
        assert not re.search(r"\b(page|charts|value|field)\.[a-z_]+", text_of(document(language=language)))
