"""Makes template.pptx, the site's own PowerPoint template: `python -m exports.slides.make_template`.

16:9, one master, four layouts (title slide, title and text, title alone, blank). The faces are Georgia for titles and
Arial for the rest: both come with Windows and macOS, and everything else knows faces of the same widths. The colours of
the theme are those of the charts, so that what somebody adds by hand matches. The same file each time it is made.
"""

from datetime import datetime
from pathlib import Path
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

from charts.palette import ACCENT, CARD, DIM, GREY, INJURED, INK, SHADES, TEXT
from exports.deck.finishing import saved

FILE = Path(__file__).with_name("template.pptx")
DAY = datetime(2026, 1, 1)
TITLE_FACE, TEXT_FACE = "Georgia", "Arial"
WIDTH, HEIGHT = Inches(13.333), Inches(7.5)
KEPT = ("title", "obj", "titleOnly", "blank")
# dk1, lt1, dk2, lt2, six accents, links seen and not yet seen.
COLOURS = {
    "dk1": INK, "lt1": CARD, "dk2": TEXT, "lt2": "#f6f4ef", "accent1": INK, "accent2": INJURED, "accent3": SHADES[3],
    "accent4": GREY, "accent5": ACCENT, "accent6": SHADES[2], "hlink": ACCENT, "folHlink": DIM,
}  # fmt: skip
# Left, top, width, height in inches; the size of the type in points.
TITLE = (0.6, 0.35, 12.13, 1.15)
BODY = (0.6, 1.75, 12.13, 4.85)
NUMBER = (11.73, 6.95, 1.0, 0.4)
OPENING = {"title": (0.9, 1.6, 11.53, 2.0), "subtitle": (0.9, 3.75, 11.53, 2.6)}


def template() -> bytes:
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = WIDTH, HEIGHT
    _keep_layouts(presentation)
    _theme(presentation)
    master = presentation.slide_master
    for shape in list(master.placeholders):
        _master_shape(shape)
    _styles(master)
    for layout in presentation.slide_layouts:
        for shape in list(layout.placeholders):
            _layout_shape(layout, shape)
    properties = presentation.core_properties
    properties.title = properties.author = properties.last_modified_by = "Minetall"
    properties.created = properties.modified = properties.last_printed = DAY
    return saved(presentation)


def _keep_layouts(presentation: Any) -> None:
    layouts = presentation.slide_layouts
    for layout in list(layouts):
        if layout._element.get("type") not in KEPT:
            layouts.remove(layout)


def _theme(presentation: Any) -> None:
    part = presentation.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    root = etree.fromstring(part.blob)
    root.set("name", "Minetall")
    scheme = root.find(f".//{qn('a:clrScheme')}")
    scheme.set("name", "Minetall")
    for entry in scheme:
        for child in list(entry):
            entry.remove(child)
        colour = COLOURS[etree.QName(entry).localname].lstrip("#").upper()
        etree.SubElement(entry, qn("a:srgbClr"), val=colour)
    fonts = root.find(f".//{qn('a:fontScheme')}")
    fonts.set("name", "Minetall")
    for name, face in (("a:majorFont", TITLE_FACE), ("a:minorFont", TEXT_FACE)):
        fonts.find(f"{qn(name)}/{qn('a:latin')}").set("typeface", face)
    part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _place(shape: Any, box: tuple[float, float, float, float]) -> None:
    shape.left, shape.top, shape.width, shape.height = (Inches(side) for side in box)


def _kind(shape: Any) -> str:
    return str(shape.placeholder_format.type.name)


def _master_shape(shape: Any) -> None:
    match _kind(shape):
        case "TITLE":
            _place(shape, TITLE)
        case "BODY":
            _place(shape, BODY)
        case "SLIDE_NUMBER":
            _place(shape, NUMBER)
        case _:
            shape._element.getparent().remove(shape._element)


def _layout_shape(layout: Any, shape: Any) -> None:
    opening = layout._element.get("type") == "title"
    match _kind(shape):
        case "CENTER_TITLE" if opening:
            _place(shape, OPENING["title"])
            _left(shape)
        case "SUBTITLE" if opening:
            _place(shape, OPENING["subtitle"])
            _left(shape)
        case "DATE" | "FOOTER":
            shape._element.getparent().remove(shape._element)
        case _:
            # As on the master: a place of its own would be a second truth.
            properties = shape._element.spPr
            if (own := properties.find(qn("a:xfrm"))) is not None:
                properties.remove(own)


def _left(shape: Any) -> None:
    """The opening stands to the left, its title at the lower edge of its place and dark."""
    style = shape._element.txBody.find(qn("a:lstStyle"))
    for level in list(style):
        style.remove(level)
    level = etree.SubElement(style, qn("a:lvl1pPr"), algn="l", marL="0", indent="0")
    etree.SubElement(level, qn("a:buNone"))
    body = shape._element.txBody.find(qn("a:bodyPr"))
    body.set("anchor", "b" if "TITLE" in _kind(shape) and "SUB" not in _kind(shape) else "t")


def _styles(master: Any) -> None:
    """Titles of 28 points to the left; text of 20 and 18 points; slide numbers of 14."""
    styles = master._element.find(qn("p:txStyles"))
    title = styles.find(f"{qn('p:titleStyle')}/{qn('a:lvl1pPr')}")
    title.set("algn", "l")
    title.find(qn("a:defRPr")).set("sz", str(Pt(28).centipoints))
    for number, level in enumerate(styles.find(qn("p:bodyStyle"))):
        level.find(qn("a:defRPr")).set("sz", str(Pt(20 if number == 0 else 18).centipoints))
    for shape in master.placeholders:
        body = shape._element.txBody.find(qn("a:bodyPr"))
        if _kind(shape) == "TITLE":
            body.set("anchor", "b")
        if _kind(shape) == "SLIDE_NUMBER":
            for properties in shape._element.iter(qn("a:defRPr")):
                properties.set("sz", str(Pt(14).centipoints))


if __name__ == "__main__":
    FILE.write_bytes(template())
    print(FILE)
