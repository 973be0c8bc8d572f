"""Every set that needs no browser, of every chart, in both languages, as it is, with one record, with nothing.

Each opens in a reader of its format, names each chart, who counted, the edition and its address; offline pages and
reports hold the tables of the Views, decks their headlines; a text holds its computed figure.
"""

import io
import re
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any

import pytest
from docx import Document
from lxml import html
from markdown_it import MarkdownIt
from pptx import Presentation

from exports.browser import Without
from exports.formats import SET_FORMATS
from exports.handed_set import HandedSet
from tests.exports.contract import STATES, handed_set, missing, plain
from texts.words import LANGUAGES

Texts = list[list[str]]
FULL = {"length": "full"}


def of_deck(body: bytes) -> tuple[str, list[Texts]]:
    """All its text with the notes, and its tables."""
    said, tables = [], []
    for slide in Presentation(io.BytesIO(body)).slides:
        said += [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        said.append(slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else "")
        for shape in slide.shapes:
            if shape.has_table:
                tables.append([[cell.text for cell in row.cells] for row in shape.table.rows])
                said += [text for row in tables[-1] for text in row]
    return " ".join(said), tables


def of_html(body: bytes) -> tuple[str, list[Texts]]:
    page = html.fromstring(body)
    tables = [
        [[cell.text_content() for cell in row.iterfind("./*")] for row in table.iterfind(".//tr")]
        for table in page.iterfind(".//table")
    ]
    for script in page.xpath("//script|//style"):
        script.drop_tree()
    links = " ".join(link.get("href") for link in page.iterfind(".//a[@href]"))
    return f"{page.text_content()} {links}", tables


def of_markdown(body: bytes) -> tuple[str, list[Texts]]:
    return of_html(MarkdownIt("commonmark").render(body.decode()).encode())


def of_word(body: bytes) -> tuple[str, list[Texts]]:
    document = Document(io.BytesIO(body))
    links = [part.target_ref for part in document.part.rels.values() if part.is_external]
    return " ".join([*(paragraph.text for paragraph in document.paragraphs), *links]), []


READ: dict[tuple[str, str], Callable[[bytes], tuple[str, list[Texts]]]] = {
    ("deck", "pptx"): of_deck, ("offline", "html"): of_html, ("report", "html"): of_html, ("text", "md"): of_markdown,
    ("text", "html"): of_html, ("text", "docx"): of_word,
}  # fmt: skip
WITH_TABLES = (("offline", "html"), ("report", "html"))


def test_every_set_has_a_reader_here_or_beside() -> None:
    assert set(READ) == {key for key, format in SET_FORMATS.items() if not format.browser}


@cache
def made(key: tuple[str, str], language: str, state: str) -> tuple[HandedSet, bytes]:
    format = SET_FORMATS[key]
    handed = handed_set(format, language, state, **{name: value for name, value in FULL.items() if _has(format, name)})
    return handed, format.write(handed, Without())


def _has(format: Any, name: str) -> bool:
    return name in {option.name for option in format.options}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", READ, ids=".".join)
def test_a_set_says_what_it_shows_and_where_it_is_from(key: tuple[str, str], language: str, state: str) -> None:
    handed, body = made(key, language, state)
    told, tables = READ[key](body)
    assert any(one in plain(told) for one in (f"edition{handed.edition.number}", f"utgave{handed.edition.number}"))
    assert handed.settings.public_url in told
    if not SET_FORMATS[key].charts:
        assert not missing(told, ["Counting office"])
        return
    for one in handed.charts:
        # A slide has its finding as headline in the place of the title.
        title = [] if key[0] == "deck" and one.view.headline else [one.view.title]
        counted = [source.counted_by for source in one.view.sources]
        assert (one.view.chart, missing(told, [*title, one.view.headline, one.view.empty_reason, *counted])) == (
            one.view.chart, [])  # fmt: skip
    if key in WITH_TABLES:
        for one in handed.charts:
            assert any(holds(table, one.view.table, handed.words) for table in tables) or not one.view.table.rows, (
                one.view.chart
            )


def holds(written: Texts, table: Any, words: Any) -> bool:
    """Whether this is the table, each number in the reader's language, each gap said in words."""
    heading, *rows = written or [[]]
    if [plain(text) for text in heading[: len(table.columns)]] != [plain(column.label) for column in table.columns]:
        return False
    if len(rows) != len(table.rows):
        return False
    return all(
        _is(text, cell, (i, j) in table.minima, words)
        for i, (row, cells) in enumerate(zip(rows, table.rows, strict=True))
        for j, (text, cell) in enumerate(zip(row, cells, strict=False))
    )


def _is(text: str, cell: Any, at_least: bool, words: Any) -> bool:
    if isinstance(cell, int | float):
        return plain(words.say("charts.at_least", number=cell) if at_least else words.number(cell)) == plain(text)
    if cell is None:
        return bool(text.strip()) and not re.search(r"\d", text)
    return isinstance(cell, date) or bool(plain(text)) == bool(cell)


@pytest.mark.parametrize("key", READ, ids=".".join)
def test_the_same_question_gives_the_same_bytes(key: tuple[str, str]) -> None:
    handed, body = made(key, "nb", "normal")
    assert SET_FORMATS[key].write(handed, Without()) == body
