"""Links in a colour that can be read: PowerPoint takes it from the template's theme, whatever the ground is."""

from typing import Any

from lxml import etree
from pptx.oxml.ns import qn

from exports.slide_template.ground import contrast, ground, scheme_colour

# Of text of any size (WCAG 2.2, 1.4.3).
LEAST = 4.5


def keep_links_readable(slide: Any, width: int, height: int) -> None:
    """Where the theme's colour of links is too close to the ground, links get that of the text; they are underlined."""
    layout = slide.slide_layout
    colour = scheme_colour("hlink", layout)
    if slide._element.find(f".//{qn('a:hlinkClick')}") is None or colour is None:
        return
    if contrast(colour, ground(layout, width, height)) >= LEAST:
        return
    own = layout._element.find(f"{qn('p:clrMapOvr')}/{qn('a:overrideClrMapping')}")
    names = own if own is not None else layout.slide_master._element.find(qn("p:clrMap"))
    mapped = dict(names.attrib) | {"hlink": names.get("tx1"), "folHlink": names.get("tx1")}
    override = slide._element.find(qn("p:clrMapOvr"))
    if override is None:
        override = etree.Element(qn("p:clrMapOvr"))
        slide._element.find(qn("p:cSld")).addnext(override)
    for child in list(override):
        override.remove(child)
    etree.SubElement(override, qn("a:overrideClrMapping"), mapped)
