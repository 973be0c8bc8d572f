"""The two texts that the product ships: whole, bound to the data, and typeset as their language is."""

import re
from datetime import date

import pytest

from texts import LANGUAGES, Words
from texts.awareness import Binding, Bound, bindings, malformed, render, seed, typed_digits

CITED = {"casualties": 382, "killed": 70, "injured": 312}
LATEST = {"casualties": 419, "killed": 72, "injured": 347}
VALUES = [*CITED.values(), *LATEST.values()]


def resolve(binding: Binding) -> Bound:
    """A newspaper's worth of data that is none of ours: every figure differs from the shipped ones."""
    numbers, day = (CITED, date(2024, 11, 11)) if binding.kind == "statement" else (LATEST, date(2030, 5, 1))
    return Bound(numbers[binding.outcome] + 1000, f"{binding.kind}-1", day, "Agency", "?#s")


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def paragraphs(body: str) -> list[int]:
    """How many paragraphs each part has."""
    return [part.count("<p>") for part in re.split(r"<h[12]", body)[1:]]


def test_two_parts_of_five_and_three_paragraphs(language: str) -> None:
    article = render(seed(language), resolve, Words(language))
    assert paragraphs(article.body_html) == [5, 3]
    assert len(article.parts) == 2


def test_the_figures_are_bound_to_the_statement_they_cite_and_to_the_latest(language: str) -> None:
    asked = bindings(seed(language))
    cited = {Binding("statement", outcome, "ANAMA", date(2024, 11, 11)) for outcome in CITED}  # type: ignore[arg-type]
    assert set(asked) == cited | {Binding("latest", outcome) for outcome in LATEST}  # type: ignore[arg-type]
    article = render(seed(language), resolve, Words(language))
    for outcome, value in CITED.items():
        assert Words(language).number(value + 1000) in article.body_html.replace("&nbsp;", "\u00a0"), outcome
    for outcome, value in LATEST.items():
        assert Words(language).number(value + 1000) in article.notes_html.replace("&nbsp;", "\u00a0"), outcome
    assert Words(language).date(date(2030, 5, 1)) in article.notes_html


def test_nothing_is_unresolved_or_malformed(language: str) -> None:
    article = render(seed(language), resolve, Words(language))
    assert (article.unresolved, article.malformed, malformed(seed(language))) == ([], [], [])


def test_no_bound_figure_stands_as_typed_digits(language: str) -> None:
    assert typed_digits(seed(language), VALUES) == []


def test_the_same_lint_finds_one_that_does(language: str) -> None:
    text = re.sub(r"\{\{statement killed.*?\}\}", "70", seed(language))
    assert [typed.value for typed in typed_digits(text, VALUES)] == [70]


def test_both_languages_have_the_same_notes_in_the_same_places() -> None:
    places = [
        [note for paragraph in re.findall(r"<p>.*?</p>", body, re.DOTALL) for note in [paragraph.count("note-ref")]]
        for body in (render(seed(language), resolve, Words(language)).body_html for language in LANGUAGES)
    ]
    assert places[0] == places[1]
    assert sum(places[0]) > 0


def test_both_languages_link_to_the_same_sources() -> None:
    links = [set(re.findall(r'href="(https?://[^"]+)"', html)) for html in map(whole, LANGUAGES)]
    assert links[0] == links[1]
    assert len(links[0]) > 5


def test_every_note_says_where_it_is_from_or_is_the_appeal_of_the_text_itself(language: str) -> None:
    article = render(seed(language), resolve, Words(language))
    notes = re.findall(r'<li id="note-\d+">(.*?)</li>', article.notes_html, re.DOTALL)
    undated = [note for note in notes if not re.search(r"(19|20)\d\d", note)]
    assert len(notes) >= 8
    assert len(undated) == 1, undated


def test_an_empty_photo_slot_shows_nothing(language: str) -> None:
    assert "[photo." in seed(language)
    shown = render(seed(language), resolve, Words(language), lambda file: f"/photos/{file}")
    assert "<figure" not in shown.body_html
    assert "<img" not in shown.body_html


def test_quotes_and_spaces_are_those_of_the_language(language: str) -> None:
    text = re.sub(r"<[^>]*>", "", whole(language))
    assert "'" not in text
    assert '"' not in text
    assert not re.search(r"\S  +\S", text), "two spaces"
    assert not re.search(r"\d \d{3}\b", text), "digits are grouped with a space that may break"
    wrong = "“”" if language == "nb" else "«»"
    assert not set(wrong) & set(text)


def whole(language: str) -> str:
    article = render(seed(language), resolve, Words(language))
    return article.body_html + article.notes_html
