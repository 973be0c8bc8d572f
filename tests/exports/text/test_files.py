"""The text as Markdown, HTML and a Word document: read back by a reader of each, with the same words and figures."""

import io
import re
import zipfile

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree, html
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from exports.handed_set import HandedSet
from exports.text import markdown
from exports.text.edition_text import text_of
from exports.text.page import page
from exports.text.word import word
from tests.exports.text.conftest import PHOTO, handed_text

SITE = "https://figures.example.org"
TITLE = "A title with <signs> & stars"


def figure(handed: HandedSet) -> str:
    """The computed figure with its word, as the structure has it."""
    text = text_of(handed.edition, handed.words, SITE)
    return next(run.text for part in text.parts for block in part.blocks for run in block.runs if run.outcome)


def test_markdown_reads_back_as_the_same_text(handed: HandedSet) -> None:
    written = markdown.document(handed).decode()
    shown = html.fromstring(MarkdownIt("commonmark").use(footnote_plugin).render(written))
    assert shown.findtext(".//h1") == TITLE
    assert figure(handed) in shown.text_content()
    assert [one.get("href") for one in shown.iterfind(".//li//a") if "example.org/a" in one.get("href")] == [
        "https://example.org/a_%28b%29"
    ]
    assert len(shown.findall(".//section/ol/li")) == 2
    assert shown.find(".//ul/li/ul/li/code").text == "deep"
    assert "A source with 3 * 4" in shown.text_content()
    assert shown.find(".//img").get("src") == f"{SITE}/photo/{PHOTO}"
    assert "edition 1 of Figures" in shown.text_content()


@pytest.mark.parametrize(
    "line", ["1. no list", "- no list", "# no heading", "> none", "*no* [link](a) `b`", "&amp; _a_"]
)
def test_words_that_look_like_marks_stay_words(line: str) -> None:
    escaped = re.sub(r"([\\`*_\[\]<>#&.-])", r"\\\1", line)
    written = markdown.document(handed_text(f"# T\n\n{escaped}\n")).decode()
    shown = html.fromstring(MarkdownIt("commonmark").render(written))
    assert shown.find(".//p").text == line


def test_the_html_document_fetches_nothing_and_its_notes_lead_back(handed: HandedSet) -> None:
    written = page(handed).decode()
    shown = html.fromstring(written)
    assert shown.get("lang") == "en"
    assert [one.text for one in shown.iterfind(".//h1")] == [TITLE]
    outside = [one.get(name) for name in ("src", "srcset") for one in shown.iterfind(f".//*[@{name}]")]
    assert all(one.startswith("data:") for one in outside)
    assert not re.search(r"url\((?!\"?data:)", written)
    assert not shown.findall(".//script")
    ids = [one.get("id") for one in shown.iterfind(".//*[@id]")]
    assert len(ids) == len(set(ids))
    for link in shown.xpath("//a[starts-with(@href, '#')]"):
        assert link.get("href")[1:] in ids
    assert shown.find(".//img").get("alt") == "A lane with red signs"
    assert "default-src 'none'" in shown.find(".//meta[@http-equiv]").get("content")


def test_the_word_document_has_styles_footnotes_links_and_a_photo(handed: HandedSet) -> None:
    document = Document(io.BytesIO(word(handed)))
    styled = [(one.style.name if one.style else "", one.text) for one in document.paragraphs]
    assert styled[0] == ("Title", TITLE)
    assert ("Heading 1", "A part") in styled
    assert ("List Bullet 2", "two deep") in styled
    assert figure(handed) in "".join(text for _, text in styled)
    assert document.core_properties.title == TITLE
    assert document.core_properties.language == "en-GB"
    assert document.inline_shapes[0]._inline.docPr.get("descr") == "A lane with red signs"
    targets = {one.target_ref for one in document.part.rels.values() if one.is_external}
    assert f"{SITE}/method" in targets
    body = document.element.body
    assert [one.get(qn("w:id")) for one in body.iter(qn("w:footnoteReference"))] == ["1", "2"]
    notes = next(one.target_part for one in document.part.rels.values() if one.reltype.endswith("/footnotes"))
    told = etree.fromstring(notes.blob)
    assert "Of the first" in "".join(told.itertext())
    assert {one.target_ref for one in notes.rels.values()} == {"https://example.org/a_(b)"}


def test_the_word_document_is_the_same_every_time(handed: HandedSet) -> None:
    first = word(handed)
    assert word(handed) == first
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {one.date_time[0] for one in archive.infolist()} == {handed.edition.published_at.year}


@pytest.mark.parametrize("language", ["nb", "en"])
def test_an_edition_without_a_text_says_so_in_every_file(language: str) -> None:
    without = handed_text("", language)
    said = without.words.say("text_export.none")
    assert said in markdown.document(without).decode()
    assert said in page(without).decode()
    assert said in [one.text for one in Document(io.BytesIO(word(without))).paragraphs]
