"""The page of one record: what it says in both languages, what it keeps back, and why there is none."""

import html
import re
from pathlib import Path
from typing import Any

import pytest

from components.record_answer_page import answer
from data.store import Store
from settings import Settings
from tests.data.factory import make_dataset, make_intake
from tests.data.record.cases import CASES, FILE, KEY, PRIVATE, published
from texts.words import LANGUAGES, Words

SETTINGS = Settings(site_name="Figures", public_url="https://figures.example.org")
EN = Words("en")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.open(tmp_path / "minetall.sqlite")


def record_id(store: Store, position: int, edition: int = 1) -> str:
    return str(store.edition(edition).frames[KEY].records["record_id"].iloc[position])


def page(store: Store, position: int = 0, words: Words = EN, edition: str = "") -> str:
    text, status = answer(store, KEY, record_id(store, position, int(edition or 1)), edition, words, SETTINGS)
    assert status == 200
    return text


def said(document: str) -> str:
    body = document.split("<main")[1].split("</main>")[0]
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", body)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_personal_is_told_to_anybody(store: Store, language: str) -> None:
    published(store)
    for position in range(4):
        document = page(store, position, Words(language))
        assert not [text for text in PRIVATE if text in document], "names, notes, ages and who mended stay inside"


def test_the_record_is_told_with_its_row_and_what_is_kept_is_counted(store: Store) -> None:
    published(store)
    text = said(page(store))
    for part in ("1 May 2024", "1 killed and 0 injured", "Aghdam", "in the source: “anti-tank mine”", FILE,
                 "note of the version", "Place Field A", "3 further cells are kept for staff"):  # fmt: skip
        assert part in text, part
    assert text.count("kept for staff") == 1


def test_not_recorded_is_never_zero(store: Store) -> None:
    published(store)
    text = said(page(store, 2))
    assert "Killed: not recorded. That is not the same as zero." in text
    assert "0 killed" not in text
    assert "Killed: 0. The number is stated." in said(page(store, 1))


def test_what_was_mended_stands_beside_what_the_file_said(store: Store) -> None:
    published(store)
    assert "Injured (column E) 12 1" in said(page(store, 2))
    assert "Nothing in the row was mended." in said(page(store, 0))


def test_a_finding_about_a_kept_cell_is_counted_and_not_told(store: Store) -> None:
    published(store)
    text = said(page(store, 1))
    assert "One further finding is about a cell that is kept for staff." in text
    assert "The checks found nothing" not in text


def test_ranges_and_minimums_read_as_such(store: Store) -> None:
    store.add_dataset(make_dataset(KEY))
    rows: list[dict[str, Any]] = [
        {"date": "2024-05", "killed": 3, "injured": None,
         "counts": [{"outcome": "killed", "n": 3, "n_min": 2, "n_max": 4}], "killed_basis": "stated"},
        {"date": "2024", "counts": [{"outcome": "injured", "n": 5, "n_min": 5}], "injured_basis": "partial"},
    ]  # fmt: skip
    store.publish({KEY: store.add_version(KEY, make_intake(rows), "tests")}, {}, "tests")
    first, second = (said(page(store, position)) for position in (0, 1))
    assert "at least 3 killed" in first
    assert "killed 3 (2–4)" in first
    assert "May 2024" in first
    assert "injured at least 5" in second
    assert "so the number is a minimum" in second


def test_a_row_of_an_incident_leads_to_the_others(store: Store) -> None:
    store.add_dataset(make_dataset(KEY))
    rows = [{"date": "2024-05-01", "killed": 1, "injured": 0, "incident_id": own} for own in ("A 1", "A 1", "B 1")]
    store.publish({KEY: store.add_version(KEY, make_intake(rows), "tests")}, {}, "tests")
    first = page(store, 0)
    assert "One more record belongs to the incident." in said(first)
    assert f"/record/{KEY}/{record_id(store, 1)}?lang=en" in first
    assert record_id(store, 2) not in first
    assert "No other record" in said(page(store, 2))


def test_the_page_keeps_the_edition_and_says_what_other_versions_say(store: Store) -> None:
    published(store, CASES, CASES.replace("Field B,0", "Field B,1"), corrections=())
    older = page(store, 1, edition="1")
    assert 'class="pinned"' in older
    assert 'class="pinned"' not in page(store, 0)
    assert "Version 2 (edition 2): says otherwise." in said(older)
    assert "Killed 0 1" in said(older)
    assert f"/record/{KEY}/{record_id(store, 1, 2)}?lang=en&amp;edition=2" in older
    assert "edition=1" in re.search(r'record-back"><a href="(/explore[^"]*)"', older).group(1)  # type: ignore[union-attr]
    assert "Version 2 (edition 2): says the same." in said(page(store, 0, edition="1"))


def test_the_way_to_explore_names_day_and_place(store: Store) -> None:
    published(store)
    (link,) = re.findall(r'record-back"><a href="(/explore[^"]*)"', page(store))
    for part in ("dataset=reported_accidents", "from=2024-05-01", "to=2024-05-01", "district=AZ-AGM", "place=Field+A"):
        assert part in html.unescape(link)


def test_a_source_that_is_no_address_of_the_web_is_no_link(store: Store) -> None:
    store.add_dataset(make_dataset(KEY))
    rows = [{"date": "2024", "killed": 1, "injured": 0, "source_url": url, "place": "<b>x</b>"}
            for url in ("javascript:alert(1)", "https://example.org/a?b=1&c=2")]  # fmt: skip
    store.publish({KEY: store.add_version(KEY, make_intake(rows), "tests")}, {}, "tests")
    assert "javascript:" not in page(store, 0)
    assert "<b>x</b>" not in page(store, 0)
    assert 'href="https://example.org/a?b=1&amp;c=2" rel="noopener noreferrer"' in page(store, 1)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("dataset", "record", "edition", "why"),
    [("nothing", "x", "", "reported_accidents"), (KEY, "x", "", "x"), (KEY, "x", "9", "9"), (KEY, "x", "q", "q"),
     (KEY, "<script>" + "x" * 500, "", "&lt;script&gt;")],
)  # fmt: skip
def test_what_is_not_there_says_why(
    store: Store, dataset: str, record: str, edition: str, why: str, language: str
) -> None:
    published(store)
    document, status = answer(store, dataset, record, edition, Words(language), SETTINGS)
    assert status == 404
    assert why in document.split("<main")[1].split("</main>")[0]
    assert "x" * 200 not in said(document)


def test_a_record_of_an_older_edition_is_found_there(store: Store) -> None:
    published(store, CASES, CASES.replace("Field A,1", "Field A,2"), corrections=())
    gone = record_id(store, 0)
    document, status = answer(store, KEY, gone, "", EN, SETTINGS)
    assert status == 404
    assert f"/record/{KEY}/{gone}?lang=en&amp;edition=1" in document
