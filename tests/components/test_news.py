"""What is new: notes of editions in the reader's language, newest first, escaped, shortened on the front page."""

from datetime import UTC, datetime, timedelta

import pytest

from components.method_page import method_page
from components.news import OPEN, SHORT, newest_note, news, shortened
from data.notes import note_of
from data.store import EditionEntry
from settings import Settings
from tests.components.test_front_page import document, text_of
from tests.data.factory import make_edition
from texts.words import Words

SETTINGS = Settings(site_name="Figures", public_url="https://figures.example.org")
START = datetime(2026, 3, 1, 22, tzinfo=UTC)
EN, NB = Words("en"), Words("nb")


def entry(number: int, note: str = "", restores: int | None = None) -> EditionEntry:
    return EditionEntry(number, START + timedelta(days=number), "publisher-1", note, restores, {}, {})


def lines(one: EditionEntry, words: Words = EN) -> list[str]:
    return news([one], one.number, words)["recent"][0]["lines"]


def test_the_newest_stand_first_and_the_oldest_behind_a_disclosure() -> None:
    told = news([entry(number, f"note {number}") for number in range(1, OPEN + 4)], OPEN + 2, EN)
    assert [one["name"] for one in told["recent"]] == [f"Edition {n}" for n in range(OPEN + 2, 2, -1)]
    assert [one["lines"] for one in told["older"]] == [["note 2"], ["note 1"]]
    assert (told["more"], told["recent"][0]["link"]) == ("Show 2 older editions", f"/?lang=en&edition={OPEN + 2}")


def test_a_note_stands_in_the_readers_language_and_going_back_is_said() -> None:
    note = note_of({"nb": "Rettet et tall", "en": "Corrected a figure"})
    assert (lines(entry(3, note)), lines(entry(3, note), NB)) == (["Corrected a figure"], ["Rettet et tall"])
    assert lines(entry(4, "An error", restores=2)) == ["Back to what stood in edition 2.", "An error"]
    assert lines(entry(5)) == ["Published without a note."]


@pytest.mark.parametrize("language", ["nb", "en"])
def test_the_method_page_tells_what_is_new_and_escapes_it(language: str) -> None:
    note = note_of({"nb": "<b>fet</b> & mager", "en": "<b>bold</b> & lean"})
    html = method_page(make_edition(number=2), Words(language), SETTINGS, [entry(1), entry(2, note), entry(3, "later")])
    section = html.partition('<section id="news"')[2].partition("</section>")[0]
    assert f"&lt;b&gt;{'fet' if language == 'nb' else 'bold'}&lt;/b&gt; &amp; " in section
    assert f'href="/?lang={language}&amp;edition=2"' in section
    assert "<details>" not in section
    assert "later" not in section


def test_the_front_page_names_the_note_of_its_edition_and_leads_to_the_others() -> None:
    edition = make_edition(number=2, note=note_of({"nb": "Nye tall", "en": "New <i>figures</i>"}))
    told = newest_note(edition, NB)
    assert told is not None
    assert told["said"].endswith(": Nye tall")
    html = document(edition=edition)
    assert ': New &lt;i&gt;figures&lt;/i&gt; <a href="/method?lang=en#news">' in html
    assert 'class="change updated"' not in document(), "an edition without a note has no line"


def test_a_long_note_is_cut_at_a_word() -> None:
    cut = shortened("word, " * 60)
    assert len(cut) <= SHORT
    assert cut.endswith("word…")
    assert shortened("two\nlines") == "two lines"


def test_an_open_page_knows_its_edition_and_what_to_say_of_a_newer_one() -> None:
    for html in (document(language="nb"), method_page(make_edition(), NB, SETTINGS)):
        place = html.partition('<div class="newer"')[2].partition(">")[0]
        assert 'data-edition="1"' in place
        assert 'data-said="Nye tall ble publisert {date}."' in place
        assert "/assets/newer.js?v=" in html
    assert "What is new" in text_of(method_page(make_edition(), EN, SETTINGS))
