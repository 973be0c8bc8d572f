"""Text onto slides: nothing is lost, nothing overflows, and paragraphs end where sentences do."""

import pytest

from exports.deck.blocks import Block, Run, marks, notes, paragraph, parts, sources
from exports.deck.fitting import Room, height, pages
from exports.deck.sentences import joined, split
from exports.text.from_html import structure
from exports.text.structure import Text
from texts import awareness
from texts.words import LANGUAGES, Words


def article(language: str) -> Text:
    rendered = awareness.render(awareness.seed(language), lambda binding: None, Words(language))
    return structure(rendered, "https://figures.example.org")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [14, 24, 44])
def test_the_shipped_text_fits_and_is_whole(language: str, size: int) -> None:
    room = Room(830, 330, size)
    for part in parts(article(language)):
        found = pages(part.blocks, room)
        assert all(height(page, room) <= room.height for page in found)
        told = " ".join(block.text for page in found for block in page)
        assert told.split() == " ".join(block.text for block in part.blocks).split()
        for page in found if size < 40 else ():
            assert page[-1].text.rstrip("0123456789").endswith((".", "…", "?", "!")), page[-1].text


def test_notes_and_sources_keep_their_marks_and_links() -> None:
    found = notes(article("en"))
    assert list(found) == [str(number) for number in range(1, 10)]
    assert found["1"].mark == "1"
    assert any(run.link.startswith("https://www.azernews.az") for run in found["1"].runs)
    assert "↩" not in found["1"].text
    assert len(sources(article("en"))) == 7
    assert marks(parts(article("en"))[0].blocks) == ["1", "2", "3", "4"]


@pytest.mark.parametrize(("text", "ends"), [
    ("One. Two! Three? Four.", ["One.", "Two!", "Three?", "Four."]),
    ("Mr Hale met Dr. Moe on 10. November. Then “he left.” After", ["Mr Hale met Dr. Moe on 10. November.",
                                                                   "Then “he left.”", "After"]),
    ("Det er f.eks. Oslo, bl.a. Moss. Åsen også.", ["Det er f.eks. Oslo, bl.a. Moss.", "Åsen også."]),
    ("About 1.5 million. 164 countries", ["About 1.5 million.", "164 countries"]),
])  # fmt: skip
def test_sentences_end_where_a_reader_ends_them(text: str, ends: list[str]) -> None:
    found = split(paragraph(text))
    assert [block.text.strip() for block in found] == ends
    assert [block.text for block in joined(found)] == [text]


def test_the_mark_of_a_note_stays_with_its_sentence() -> None:
    block = Block("text", (Run("It is so."), Run("1", raised=True), Run(" And so on.")))
    assert [one.text for one in split(block)] == ["It is so.1 ", "And so on."]


def test_a_sentence_longer_than_a_slide_is_taken_apart_by_words() -> None:
    room = Room(400, 200, 24)
    found = pages([paragraph("word " * 400)], room)
    assert len(found) > 3
    assert all(height(page, room) <= room.height for page in found)


def test_a_heading_is_never_left_alone_at_the_end() -> None:
    room = Room(400, 200, 24)
    blocks = [block for number in range(6) for block in
              (paragraph(f"Heading {number}", "heading"), paragraph("Words about it. " * 4))]  # fmt: skip
    assert all(page[-1].kind != "heading" for page in pages(blocks, room))
