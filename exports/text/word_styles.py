"""The styles of a Word document: faces that every machine has, in the language of the text."""

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

SERIF, SANS = "Georgia", "Arial"
INK, DIM, ACCENT = RGBColor(0x1D, 0x1F, 0x23), RGBColor(0x66, 0x6C, 0x75), RGBColor(0x1F, 0x5F, 0x8B)
# name: (face, size in pt, colour, bold, space before, space after)
_PARAGRAPHS = {
    "Normal": (SERIF, 11, INK, False, 0, 7),
    "Title": (SERIF, 24, INK, True, 0, 14),
    "Heading 1": (SERIF, 16, INK, True, 20, 6),
    "Heading 2": (SERIF, 13, INK, True, 12, 4),
    "List Bullet": (SERIF, 11, INK, False, 0, 4),
    "List Bullet 2": (SERIF, 11, INK, False, 0, 4),
    "Quote": (SERIF, 11, INK, False, 0, 7),
    "Caption": (SANS, 9, DIM, False, 0, 10),
    "Footer": (SANS, 8.5, DIM, False, 0, 0),
}
_OWN = {
    "List Number Written": (SERIF, 11, INK, False, 0, 4),
    "Photo": (SERIF, 11, INK, False, 6, 4),
    "Code": ("Courier New", 10, INK, False, 0, 7),
    "Proof": (SANS, 9, DIM, False, 4, 2),
    "footnote text": (SANS, 9, INK, False, 0, 2),
}


def locale_of(words: Any) -> str:
    """nb-NO, en-GB: as Word names languages."""
    return str(words.locale).replace("_", "-")


def set_styles(document: Any, locale: str) -> None:
    """Changes the styles that the document has, and adds those it lacks."""
    styles = document.styles
    for name, look in _PARAGRAPHS.items():
        _set(styles[name], *look)
    for name, look in _OWN.items():
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=name == "footnote text")
        style.base_style = styles["Normal"]
        _set(style, *look)
    link = styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER, builtin=True)
    link.font.color.rgb, link.font.underline = ACCENT, True
    mark = styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER, builtin=True)
    mark.font.superscript = True
    styles["Quote"].paragraph_format.left_indent = Cm(0.8)
    written = styles["List Number Written"].paragraph_format
    written.left_indent, written.first_line_indent = Cm(0.75), Cm(-0.75)
    _without_rule(styles["Title"])
    for place in styles.element.iter(qn("w:lang")):
        place.set(qn("w:val"), locale)


def _set(style: Any, face: str, size: float, colour: RGBColor, bold: bool, before: float, after: float) -> None:
    font, paragraph = style.font, style.paragraph_format
    font.name, font.size, font.bold, font.italic = face, Pt(size), bold, False
    font.color.rgb = colour
    faces = style.element.rPr.rFonts
    # The template's headings take their face from its theme, which would win.
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        faces.attrib.pop(qn(f"w:{name}"), None)
    for name in ("ascii", "hAnsi", "cs"):
        faces.set(qn(f"w:{name}"), face)
    paragraph.space_before, paragraph.space_after = Pt(before), Pt(after)
    paragraph.line_spacing_rule, paragraph.line_spacing = WD_LINE_SPACING.MULTIPLE, 1.15
    paragraph.widow_control = True
    paragraph.keep_with_next = style.name.startswith(("Heading", "Title"))


def _without_rule(style: Any) -> None:
    for border in style.element.pPr.findall(qn("w:pBdr")):
        style.element.pPr.remove(border)
