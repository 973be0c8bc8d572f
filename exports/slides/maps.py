"""A map of districts as shapes that PowerPoint can edit: each one is selected, filled and named by itself."""

import math
from typing import Any

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Emu, Pt

from charts.palette import CARD, GREY, GRID, INK
from exports.deck.layouts import EMU, Area
from exports.slides.look import Look
from exports.slides.native import Map, Region
from exports.slides.tables import DEEP


def draw_map(slide: Any, native: Map, area: Area, look: Look) -> Any:
    """The outlines in one group, in the middle of the area; an equirectangular map at the middle latitude."""
    place = _placed(native, area)
    group = slide.shapes.add_group_shape()
    for region in native.regions:
        for ring in region.rings:
            _shape(group, region, [place(*point) for point in ring], look)
    for region in native.regions:
        if region.label and region.middle:
            _label(group, region, place(*region.middle), look)
    return group


def _placed(native: Map, area: Area) -> Any:
    points = [point for region in native.regions for ring in region.rings for point in ring]
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    flat = math.cos(math.radians((south + north) / 2))
    scale = min(area.width / ((east - west) * flat), area.height / (north - south))
    left = area.left + (area.width - (east - west) * flat * scale) / 2
    top = area.top + (area.height - (north - south) * scale) / 2
    return lambda x, y: (round(left + (x - west) * flat * scale), round(top + (north - y) * scale))


def _shape(group: Any, region: Region, points: list[tuple[int, int]], look: Look) -> None:
    builder = group.shapes.build_freeform(*points[0], scale=1.0)
    builder.add_line_segments(points[1:], close=True)
    shape = builder.convert_to_shape()
    shape.name = region.name
    look.fill(shape, region.shade or GRID)
    shape.line.color.rgb, shape.line.width = look.colour(GREY if not region.shade else CARD), Pt(0.5)
    shape.shadow.inherit = False


def _label(group: Any, region: Region, middle: tuple[int, int], look: Look) -> None:
    wide, tall = round(look.size * 3 * EMU), round(look.size * 1.5 * EMU)
    box = group.shapes.add_textbox(Emu(middle[0] - wide // 2), Emu(middle[1] - tall // 2), Emu(wide), Emu(tall))
    frame = box.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.vertical_anchor, frame.word_wrap = MSO_ANCHOR.MIDDLE, False
    paragraph = frame.paragraphs[0]
    run = paragraph.add_run()
    run.text = region.label
    paragraph.alignment = PP_ALIGN.CENTER
    look.write(run.font)
    run.font.bold = True
    run.font.color.rgb = look.colour(CARD if region.shade in DEEP else INK)
