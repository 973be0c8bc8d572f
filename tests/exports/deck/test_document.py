"""The deck as a reader opens it: what stands on its slides, in its notes and sections, on any template."""

import io
import re
import zipfile
from dataclasses import replace
from typing import Any

import pytest
from pptx import Presentation
from pptx.oxml.ns import qn
from werkzeug.datastructures import MultiDict

from exports.browser import Without
from exports.deck.document import document, on_template
from exports.deck.options import OPTIONS
from exports.handed_set import HandedSet
from exports.slide_template.cleaning import clean
from routes.asked_set import read_set
from tests.data.factory import make_edition
from tests.exports.slide_template import templates
from tests.routes.conftest import SETTINGS, TODAY, Shelf
from texts.words import Words

TEXT = (
    "# Why it matters\n\nThe first sentence. The second.[^a]\n\n{{photo 1}}\n\n# More\n\n- A point.\n\n[^a]: A note.\n"
)
PHOTO = '+++\n[photo.1]\nfile = "' + "a" * 64 + '.webp"\nalt = "A marked lane"\ncredit = "An office"\n+++\n'


def handed(query: str = "", language: str = "en", text: str = TEXT) -> HandedSet:
    edition = replace(make_edition(), texts={"en": text, "nb": text})
    pairs = [tuple(pair.split("=")) for pair in f"charts=by_status,by_district&{query}".split("&") if pair]
    asked = read_set(MultiDict(pairs), Words(language), OPTIONS)
    return replace(asked.handed(Shelf(edition), TODAY, SETTINGS, "deck"), photo=lambda file: _photo())


def _photo() -> bytes:
    from PIL import Image

    stream = io.BytesIO()
    Image.new("RGB", (40, 30), (90, 90, 90)).save(stream, "WEBP")
    return stream.getvalue()


def opened(content: bytes) -> Any:
    return Presentation(io.BytesIO(content))


def texts(slide: Any) -> str:
    return "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def test_the_same_question_gives_the_same_bytes() -> None:
    one = document(handed("length=full"), Without())
    assert one == document(handed("length=full"), Without())
    assert {entry.date_time for entry in zipfile.ZipFile(io.BytesIO(one)).infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize(
    ("language", "published"), [("en", "published 1 March 2026"), ("nb", "publisert 1. mars 2026")]
)
def test_the_first_slide_says_what_who_when_and_where(language: str, published: str) -> None:
    asked = handed("status=civilian&by_district.from=2022", language)
    first = texts(opened(document(asked, Without())).slides[0])
    assert Words(language).say("deck.title") in first
    assert Words(language).say("value.status.civilian").lower() in first.lower()
    assert Words(language).say("report.more_limits") in first
    assert "2022" not in first
    assert "figures.example.org/share" in first
    edition = asked.edition
    assert Words(language).date(edition.published_at.date()) in first


def test_every_slide_has_notes_with_an_address_and_the_parts_are_sections() -> None:
    presentation = opened(document(handed("length=full"), Without()))
    slides = list(presentation.slides)
    assert all(slide.notes_slide.notes_text_frame.text.strip() for slide in slides)
    sections = presentation.part._element.findall(".//{*}section")
    names = [section.get("name") for section in sections]
    assert names == ["Title", "Key numbers", "Charts", "The text", "Method and sources"]
    assert sum(len(section.findall(".//{*}sldId")) for section in sections) == len(slides)


def test_the_text_is_whole_with_its_marks_notes_and_photo() -> None:
    presentation = opened(document(handed("text=yes", text=PHOTO + TEXT), Without()))
    told = [texts(slide) for slide in presentation.slides]
    (one,) = [text for text in told if "The first sentence. The second.1" in text]
    assert one.startswith("Why it matters")
    assert any("A note." in text and text.startswith("Notes to the text") for text in told)
    (picture,) = [shape for slide in presentation.slides for shape in slide.shapes if shape.shape_type == 13]
    assert picture._element.nvPicPr.cNvPr.get("descr") == "A marked lane"
    assert picture.image.content_type == "image/jpeg"
    noted = next(slide for slide in presentation.slides if "The second." in texts(slide))
    assert "1. A note." in noted.notes_slide.notes_text_frame.text


def test_method_and_sources_name_licence_version_and_definition() -> None:
    asked = handed()
    told = "\n".join(texts(slide) for slide in opened(document(asked, Without())).slides)
    for chart in asked.charts:
        for source in chart.view.sources:
            assert source.title in told
            frame = asked.edition.frames[source.dataset]
            assert frame.dataset.definition["en"] in told
            assert f"Version {source.version}." in told


@pytest.mark.parametrize("make", [templates.plain, templates.dark, templates.black, templates.bare])
def test_any_template_gives_slides_within_their_edges_and_no_small_type(make: Any) -> None:
    presentation = opened(on_template(handed("length=full", text=PHOTO + TEXT), clean(make())))
    wide, high = presentation.slide_width, presentation.slide_height
    assert "Old slide" not in [texts(slide) for slide in presentation.slides]
    for slide in presentation.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= wide + 10
            assert shape.top + shape.height <= high + 10
        sizes = [int(size) for size in re.findall(r'\bsz="(\d+)"', slide.part.blob.decode())]
        assert all(size >= 1400 for size in sizes), sizes
        empty = [one for one in slide.placeholders if one.has_text_frame and not one.text_frame.text.strip()]
        assert not empty


def test_links_on_a_dark_ground_have_the_colour_of_the_text() -> None:
    slide = opened(on_template(handed(), clean(templates.dark()))).slides[0]
    mapping = slide._element.find(f".//{qn('a:overrideClrMapping')}")
    assert mapping.get("hlink") == mapping.get("tx1") == "lt1"
    light = opened(on_template(handed(), clean(templates.plain()))).slides[0]
    assert light._element.find(f".//{qn('a:overrideClrMapping')}") is None


def test_a_table_has_the_numbers_of_the_view_in_words() -> None:
    asked = handed("tables=yes")
    presentation = opened(document(asked, Without()))
    tables = [shape for slide in presentation.slides for shape in slide.shapes if shape.has_table]
    view = asked.charts[0].view
    (table,) = [one.table for one in tables if one.table.cell(0, 0).text_frame.text == view.table.columns[0].label][-1:]
    shown = [[cell.text_frame.text for cell in row.cells] for row in table.rows]
    assert shown[0] == [column.label for column in view.table.columns if column.kind != "link"][: len(shown[0])]
    assert shown[1][0] == view.table.rows[0][0]
    assert all(one._element.nvGraphicFramePr.cNvPr.get("descr") for one in tables)
