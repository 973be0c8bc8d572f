"""The ground on which a layout's slides are shown, as one colour, and whether it is dark."""

import colorsys
import io
from collections.abc import Iterable
from typing import Any

from lxml import etree
from PIL import Image, UnidentifiedImageError
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn

Colour = tuple[float, float, float]
WHITE: Colour = (1.0, 1.0, 1.0)
# A shape that covers so much of the slide in both directions is its ground.
COVERS = 0.9
# The luminance (WCAG 2.2) at which black and white letters have the same contrast.
MIDDLE = 0.179
# Of a picture that is unpacked to be looked at: three bytes each. A slide on a 4K screen has eight million.
MOST_PIXELS = 40_000_000
_EMBED = qn("r:embed")


def ground(layout: Any, width: int, height: int) -> Colour:
    """Red, green and blue from 0 to 1; of gradients and pictures the mean. `width` and `height` are the slide's."""
    master = layout.slide_master
    holders = [layout, master]
    shapes = [layout] if layout._element.get("showMasterSp") == "0" else holders
    for holder in shapes:
        for shape in reversed(list(holder.shapes)):
            if not shape.is_placeholder and _covers(shape, width, height):
                properties = shape._element.find(qn("p:spPr"))
                found = _of_fill(properties, layout, holder) if properties is not None else None
                found = found or _of_fill(shape._element, layout, holder)
                if found:
                    return found
    for holder in holders:
        background = holder._element.find(f"{qn('p:cSld')}/{qn('p:bg')}")
        if background is not None:
            return _of_background(background, layout, holder) or WHITE
    return scheme_colour("bg1", layout) or WHITE


def is_dark(colour: Colour) -> bool:
    """Whether light letters are easier to read on it than dark ones."""
    return luminance(colour) < MIDDLE


def luminance(colour: Colour) -> float:
    """Relative luminance, from 0 to 1 (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance)."""
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: Colour, other: Colour) -> float:
    """From 1 to 21 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _covers(shape: Any, width: int, height: int) -> bool:
    return bool((shape.width or 0) >= width * COVERS and (shape.height or 0) >= height * COVERS)


def _of_background(background: Any, layout: Any, holder: Any) -> Colour | None:
    reference = background.find(qn("p:bgRef"))
    if reference is not None:
        return _first(_colour(child, layout) for child in reference)
    return _of_fill(background.find(qn("p:bgPr")), layout, holder)


def _of_fill(properties: Any, layout: Any, holder: Any) -> Colour | None:
    """Of the fill inside an element, None where there is none or it is not known."""
    if properties is None:
        return None
    for child in properties:
        match etree.QName(child).localname:
            case "solidFill":
                return _first(_colour(one, layout) for one in child)
            case "gradFill":
                stops = [_first(_colour(one, layout) for one in stop) for stop in child.iter(qn("a:gs"))]
                return _mean([stop for stop in stops if stop])
            case "blipFill":
                return _of_picture(child, holder)
    return None


def _of_picture(fill: Any, holder: Any) -> Colour | None:
    blip = fill.find(qn("a:blip"))
    try:
        image = holder.part.related_part(blip.get(_EMBED)).blob
        with Image.open(io.BytesIO(image)) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                return None
            picture.draft("RGB", (64, 64))
            small = picture.convert("RGB").resize((1, 1), Image.Resampling.BOX)
            red, green, blue = small.tobytes()
            return red / 255, green / 255, blue / 255
    except (KeyError, AttributeError, UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        return None


def _first(colours: Iterable[Colour | None]) -> Colour | None:
    return next((colour for colour in colours if colour), None)


def _mean(colours: list[Colour]) -> Colour | None:
    if not colours:
        return None
    red, green, blue = (sum(parts) / len(colours) for parts in zip(*colours, strict=True))
    return red, green, blue


def _colour(element: Any, layout: Any) -> Colour | None:
    kind, value = etree.QName(element).localname, element.get("val", "")
    if kind == "srgbClr":
        found = _hex(value)
    elif kind == "sysClr":
        found = _hex(element.get("lastClr", ""))
    elif kind == "schemeClr":
        found = scheme_colour(value, layout)
    else:
        found = None
    return _changed(found, element) if found else None


def _changed(colour: Colour, element: Any) -> Colour:
    """A theme's colour made lighter or darker: lumMod and lumOff, in thousandths of a per cent."""
    hue, light, saturation = colorsys.rgb_to_hls(*colour)
    for child in element:
        share = int(child.get("val", "0")) / 100_000
        match etree.QName(child).localname:
            case "lumMod":
                light *= share
            case "lumOff":
                light += share
            case "shade":
                light *= share
            case "tint":
                light = 1 - (1 - light) * share
    return colorsys.hls_to_rgb(hue, min(max(light, 0.0), 1.0), saturation)


def scheme_colour(name: str, layout: Any) -> Colour | None:
    """A colour of the theme by its name, through the map of the master or the layout's own."""
    master = layout.slide_master
    own = layout._element.find(f"{qn('p:clrMapOvr')}/{qn('a:overrideClrMapping')}")
    mapped = own if own is not None else master._element.find(qn("p:clrMap"))
    key = mapped.get(name, name) if mapped is not None else name
    theme = etree.fromstring(master.part.part_related_by(RELATIONSHIP_TYPE.THEME).blob)
    entry = theme.find(f".//{qn('a:clrScheme')}/{qn(f'a:{key}')}")
    return None if entry is None else _first(_colour(child, layout) for child in entry)


def _hex(text: str) -> Colour | None:
    try:
        red, green, blue = (int(text[place : place + 2], 16) / 255 for place in (0, 2, 4))
    except ValueError:
        return None
    return red, green, blue
