"""Which grounds are dark: by a theme's colours, a colour of their own, a shape or a picture that covers the slide."""

import io
from typing import Any

import pytest
from PIL import Image
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.oxml.ns import qn

from exports.slide_template.ground import ground, is_dark, luminance
from tests.exports.slide_template import templates


def of(content: bytes) -> tuple[float, float, float]:
    presentation = Presentation(io.BytesIO(content))
    return ground(presentation.slide_layouts[1], presentation.slide_width, presentation.slide_height)


def with_shape(fill: Any) -> bytes:
    """A layout that is covered by a rectangle; `fill` gives it its colour."""
    presentation = Presentation()
    layout, maker = presentation.slide_layouts[1], presentation.slides.add_slide(presentation.slide_layouts[6])
    shape = maker.shapes.add_shape(1, 0, 0, presentation.slide_width, presentation.slide_height)
    fill(shape.fill)
    layout._element.find(f"{qn('p:cSld')}/{qn('p:spTree')}").append(shape._element)
    return templates.saved(presentation)


def dark_blue(fill: Any) -> None:
    fill.solid()
    fill.fore_color.rgb = RGBColor(0, 0, 0x60)


def test_a_plain_template_is_light_and_a_map_or_a_colour_makes_it_dark() -> None:
    assert not is_dark(of(templates.plain()))
    assert is_dark(of(templates.dark()))
    assert of(templates.black()) == pytest.approx((0x10 / 255, 0x18 / 255, 0x20 / 255))


def test_a_shape_that_covers_the_slide_is_its_ground() -> None:
    assert of(with_shape(dark_blue)) == pytest.approx((0, 0, 0x60 / 255))


def test_a_picture_is_its_mean() -> None:
    stream = io.BytesIO()
    Image.new("RGB", (40, 30), (20, 30, 40)).save(stream, "PNG")
    presentation = Presentation()
    master = presentation.slide_master
    _, relation = master.part.get_or_add_image_part(stream)
    fill = master.background.fill
    fill.solid()
    properties = fill._xPr
    properties.remove(properties.find(qn("a:solidFill")))
    picture = properties.makeelement(qn("a:blipFill"), {})
    picture.append(picture.makeelement(qn("a:blip"), {qn("r:embed"): relation}))
    properties.insert(0, picture)
    assert of(templates.saved(presentation)) == pytest.approx((20 / 255, 30 / 255, 40 / 255))


def test_luminance_is_that_of_the_rules_for_contrast() -> None:
    assert luminance((1, 1, 1)) == pytest.approx(1)
    assert luminance((1, 0, 0)) == pytest.approx(0.2126)
