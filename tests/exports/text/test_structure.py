"""The awareness text as structure: the same words as the page, its figures computed, nothing lost on the way."""

from dataclasses import replace

from exports.text.edition_text import text_of
from tests.data.factory import make_edition
from texts.words import Words

MARKDOWN = """
# A title

First *words* with a [link](/method) and a note.[^a]

- one
    - two `deep`
1. numbered

# A part

> Quoted **loudly**.

Figure: {{latest killed one="person" other="people"}}.[^b]

[^a]: Of the [first](https://example.org/a).
[^b]: Of the second.

---

# Sources

- A source
"""
EN = Words("en")


def made(markdown: str = MARKDOWN):
    return text_of(replace(make_edition(), texts={"en": markdown}), EN, "https://figures.example.org")


def test_parts_notes_and_sources_stand_in_their_order() -> None:
    text = made()
    assert text.title == "A title"
    assert [part.heading for part in text.parts] == ["", "A part"]
    assert [note.number for note in text.notes] == [1, 2]
    assert text.notes[0].blocks[0].plain == "Of the first."
    assert text.sources[0].heading == "Sources"
    assert text.sources[0].blocks[0].kind == "item"


def test_blocks_keep_their_kind_and_depth() -> None:
    kinds = [(block.kind, block.number, block.depth, block.plain) for part in made().parts for block in part.blocks]
    assert kinds[:4] == [
        ("paragraph", 0, 0, "First words with a link and a note."),
        ("item", 0, 0, "one"), ("item", 0, 1, "two deep"), ("item", 1, 0, "numbered"),
    ]  # fmt: skip
    assert kinds[4][0] == "quote"


def test_runs_have_links_marks_and_computed_figures() -> None:
    text = made()
    first, figure = text.parts[0].blocks[0].runs, text.parts[1].blocks[1].runs
    assert [run.note for run in first if run.note] == [1]
    assert [run.href for run in first if run.href] == ["https://figures.example.org/method"]
    assert [run.text for run in first if run.italic] == ["words"]
    computed = next(run for run in figure if run.outcome)
    assert computed.outcome == "killed"
    assert computed.text.endswith("people")
    assert computed.href.startswith("https://figures.example.org/?lang=en&tab=table#statement-")


def test_an_edition_without_a_text_has_none() -> None:
    text = made("")
    assert (text.title, text.parts, text.notes, text.sources) == ("", (), (), ())
