"""Text onto a slide: headings that fit their place, paragraphs and points with runs, links and raised marks."""

from typing import Any

from lxml import etree
from pptx.oxml.ns import qn
from pptx.util import Emu, Pt

from exports.deck.blocks import BULLET, Block
from exports.deck.fitting import BETWEEN, HEADING, INDENT, WIDER
from exports.deck.layouts import EMU, TITLES, Layouts, placeholder
from exports.text_lines import lines

# PowerPoint's names of our languages, for its spelling.
LANGUAGES = {"nb": "nb-NO", "en": "en-GB"}
# Sizes of a heading, on a slide 7.5 inches high; the first at which it has room.
HEADINGS = (32, 30, 28, 26, 24, 22, 20)


def write_heading(slide: Any, layouts: Layouts, text: str, language: str, sizes: tuple[int, ...] = HEADINGS) -> Any:
    """Into the layout's title; where it has none, into a frame at the top. Gives the shape."""
    shape = placeholder(slide, TITLES)
    if shape is None:
        area = layouts.area
        top = round(layouts.height * 0.04)
        shape = slide.shapes.add_textbox(area.left, top, area.width, max(area.top - top, round(layouts.height * 0.1)))
        shape.text_frame.word_wrap = True
    frame = shape.text_frame
    frame.text = text
    width, height = shape.width / EMU - 14.4, shape.height / EMU - 7.2
    points = [layouts.size(size, 20) for size in sizes]
    fitting = (one for one in points if len(lines(text, one * WIDER, width)) * one * 1.2 <= height)
    _size(frame.paragraphs[0].runs, next(fitting, points[-1]), language)
    return shape


def write_blocks(frame: Any, blocks: list[Block], size: float, language: str) -> None:
    """Blocks as the paragraphs of a text frame, at a size of type in points."""
    _plain_frame(frame)
    for number, block in enumerate(blocks):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        own = size * (HEADING if block.kind == "heading" else 1)
        _space(paragraph, before=size * BETWEEN if number else 0)
        _indent(paragraph, block, size)
        if block.kind == "point" and block.mark not in ("", BULLET):
            _size([_run(paragraph, f"{block.mark}\t")], own, language)
        for run in block.runs:
            added = _run(paragraph, run.text)
            _size([added], own, language)
            added.font.bold = True if run.bold or block.kind == "heading" else None
            added.font.italic = True if run.italic else None
            if run.raised:
                added._r.get_or_add_rPr().set("baseline", "30000")
            if run.link:
                added.hyperlink.address = run.link


def write_lines(frame: Any, texts: list[str], sizes: list[float], language: str, bold: bool = False) -> None:
    """Plain lines, each a paragraph at its own size."""
    _plain_frame(frame)
    for number, (text, size) in enumerate(zip(texts, sizes, strict=True)):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        _space(paragraph, before=size * BETWEEN / 2 if number else 0)
        _indent(paragraph, Block("text"), size)
        run = _run(paragraph, text)
        _size([run], size, language)
        run.font.bold = True if bold else None


def add_frame(slide: Any, left: int, top: int, width: int, height: int) -> Any:
    """A new text frame that keeps its size."""
    shape = slide.shapes.add_textbox(Emu(left), Emu(top), Emu(width), Emu(height))
    shape.text_frame.word_wrap = True
    return shape.text_frame


def write_notes(slide: Any, texts: list[str] | tuple[str, ...]) -> None:
    """What the speaker sees: one line for each text."""
    slide.notes_slide.notes_text_frame.text = "\n".join(texts)


def _plain_frame(frame: Any) -> None:
    """The text keeps its size, from the top, whatever the template does with long texts."""
    body = frame._txBody.find(qn("a:bodyPr"))
    for child in list(body):
        if etree.QName(child).localname in ("normAutofit", "spAutoFit", "noAutofit"):
            body.remove(child)
    etree.SubElement(body, qn("a:noAutofit"))
    body.set("wrap", "square")
    body.set("anchor", "t")
    for side, inset in (("lIns", 91440), ("tIns", 45720), ("rIns", 91440), ("bIns", 45720)):
        body.set(side, str(inset))


def _space(paragraph: Any, before: float) -> None:
    paragraph.line_spacing = 1.0
    paragraph.space_before, paragraph.space_after = Pt(round(before)), Pt(0)


def _indent(paragraph: Any, block: Block, size: float) -> None:
    """Set in for points; no bullet of the template, and our own where the block has one."""
    properties = paragraph._p.get_or_add_pPr()
    inset = round(size * INDENT * EMU) if block.kind == "point" else 0
    properties.set("marL", str(inset))
    properties.set("indent", str(-inset if block.mark else 0))
    properties.set("algn", "l")
    if block.mark == BULLET:
        etree.SubElement(properties, qn("a:buFont"), typeface="Arial")
        etree.SubElement(properties, qn("a:buChar"), char=BULLET)
    else:
        etree.SubElement(properties, qn("a:buNone"))


def _run(paragraph: Any, text: str) -> Any:
    run = paragraph.add_run()
    run.text = text
    return run


def _size(runs: Any, size: float, language: str) -> None:
    for run in runs:
        run.font.size = Pt(round(size))
        run._r.get_or_add_rPr().set("lang", LANGUAGES[language])
