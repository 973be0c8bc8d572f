"""The awareness text as a Word document: real styles, footnotes, links, page numbers; the same bytes every time."""

import io
from typing import Any

from docx import Document
from docx.shared import Cm, Emu, Pt

from exports.handed_set import HandedSet
from exports.text.edition_text import text_of
from exports.text.photos import as_jpeg
from exports.text.proof import front_page, proof, title_of
from exports.text.structure import Block, Part, Photo
from exports.text.word_file import saved
from exports.text.word_footnotes import Footnotes
from exports.text.word_runs import Writer
from exports.text.word_styles import locale_of, set_styles

WIDTH = Cm(16)
# What python-docx takes for a property.
LONGEST = 255


def word(handed: HandedSet) -> bytes:
    """The whole file. Links stand as links, notes at the foot of their page, a photo with its alt text and credit."""
    words, settings = handed.words, handed.settings
    text = text_of(handed.edition, words, settings.public_url, handed.pinned)
    document = Document()
    set_styles(document, locale_of(words))
    _set_page(document, handed)
    _set_properties(document, handed, title_of(text.title, words))
    footnotes = Footnotes(document, {note.number: note.blocks for note in text.notes})
    document.add_paragraph(title_of(text.title, words), style="Title")
    for part in (*text.parts, *text.sources):
        _part(document, part, footnotes, handed)
    _proof(document, handed)
    footnotes.finish()
    return saved(document, handed.edition.published_at)


def _proof(document: Any, handed: HandedSet) -> None:
    """The last lines, together on one page."""
    for number, line in enumerate(proof(handed)):
        paragraph = document.add_paragraph(line, style="Proof")
        paragraph.paragraph_format.keep_with_next = True
        if number == 0:
            paragraph.paragraph_format.space_before = Pt(18)
    Writer(document.part).link(document.add_paragraph(style="Proof"), front_page(handed), front_page(handed))


def _part(document: Any, part: Part, footnotes: Footnotes, handed: HandedSet) -> None:
    if part.heading:
        document.add_heading(part.heading, 1)
    for block in part.blocks:
        if block.photo:
            _photo(document, block.photo, handed)
        else:
            _block(document, block, footnotes)


def _block(document: Any, block: Block, footnotes: Footnotes) -> None:
    """Numbered items keep the number that the text gives them."""
    style = {"heading": "Heading 2", "quote": "Quote", "code": "Code", "item": "List Bullet"}.get(block.kind, "Normal")
    if block.kind == "item":
        style = "List Number Written" if block.number else ("List Bullet 2" if block.depth else "List Bullet")
    paragraph = document.add_paragraph(f"{block.number}.\t" if block.number else "", style=style)
    Writer(document.part, footnotes.mark).write(paragraph, block.runs)


def _photo(document: Any, photo: Photo, handed: HandedSet) -> None:
    """Nothing where the file is not there."""
    content = handed.photo(photo.file)
    if content is None:
        return
    paragraph = document.add_paragraph(style="Photo")
    shape = paragraph.add_run().add_picture(io.BytesIO(as_jpeg(content)))
    if shape.width > WIDTH:
        shape.height, shape.width = Emu(round(shape.height * WIDTH / shape.width)), WIDTH
    properties = shape._inline.docPr
    properties.set("descr", photo.alt)
    properties.set("name", photo.alt[:60] or photo.caption[:60])
    paragraph.paragraph_format.keep_with_next = bool(photo.caption)
    if photo.caption:
        document.add_paragraph(photo.caption, style="Caption")


def _set_page(document: Any, handed: HandedSet) -> None:
    """A4, with the site, the edition and the page numbers in the foot."""
    section, words = document.sections[0], handed.words
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin, section.bottom_margin = Cm(2.3), Cm(2.3)
    foot = section.footer.paragraphs[0]
    foot.style = document.styles["Footer"]
    edition = words.say("text_export.of_edition", edition=str(handed.edition.number))
    writer = Writer(section.footer.part)
    writer.plain(foot, f"{handed.settings.site_name} · {edition} · {handed.settings.public_url}\t")
    writer.fields(foot, words.say("text_export.page", page="\x00PAGE\x00", pages="\x00NUMPAGES\x00"))


def _set_properties(document: Any, handed: HandedSet, title: str) -> None:
    properties, settings = document.core_properties, handed.settings
    moment = handed.edition.published_at.replace(tzinfo=None, microsecond=0)
    properties.title, properties.language = title[:LONGEST], locale_of(handed.words)
    properties.author = (settings.organisation or settings.site_name)[:LONGEST]
    properties.last_modified_by, properties.comments, properties.keywords = "", "", ""
    properties.subject = proof(handed)[-1][:LONGEST]
    properties.identifier, properties.version = front_page(handed)[:LONGEST], str(handed.edition.number)
    properties.created = properties.modified = moment
    properties.revision = 1
