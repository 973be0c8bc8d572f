"""How a chart on a slide looks: sizes of type, and colours on a light or a dark ground."""

import math
from dataclasses import dataclass
from typing import Any

from lxml import etree
from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_PATTERN
from pptx.oxml.ns import qn
from pptx.util import Pt

from charts.palette import CARD, GREY, GRID, TEXT
from exports.picture_theme import DARK

# No type on a slide is smaller.
LEAST = 14


@dataclass(frozen=True, slots=True)
class Look:
    """`dark`: the ground is dark, and the palette is that of the pages' dark scheme. `size` in points."""

    dark: bool = False
    size: int = LEAST

    def colour(self, light: str) -> RGBColor:
        return RGBColor.from_string((DARK.get(light, light) if self.dark else light).lstrip("#").upper())

    def write(self, font: Any) -> None:
        font.size = Pt(self.size)
        font.color.rgb = self.colour(TEXT)

    def fill(self, format: Any, colour: str, mark: str = "") -> None:
        """The fill of a bar or a dot; what may grow, or is not stated, has a pattern of its own."""
        fill = format.fill
        if mark in ("may_grow", "not_stated"):
            fill.patterned()
            fill.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL if mark == "may_grow" else MSO_PATTERN.LIGHT_UPWARD_DIAGONAL
            fill.fore_color.rgb = self.colour(GREY if mark == "not_stated" else colour)
            fill.back_color.rgb = self.colour(CARD)
            format.line.color.rgb = self.colour(GREY if mark == "not_stated" else colour)
        elif mark in ("other", "part"):
            fill.solid()
            fill.fore_color.rgb = self.colour(CARD)
            format.line.color.rgb = self.colour(colour)
        else:
            fill.solid()
            fill.fore_color.rgb = self.colour(colour)

    def axis(self, axis: Any, numbers: bool) -> None:
        self.write(axis.tick_labels.font)
        axis.has_major_gridlines = numbers
        if numbers:
            axis.major_gridlines.format.line.color.rgb = self.colour(GRID)
            axis.major_gridlines.format.line.width = Pt(0.75)
            axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = "#,##0", False
            axis.format.line.fill.background()
        else:
            axis.format.line.color.rgb = self.colour(GREY)

    def shade(self, cell: Any, colour: str) -> None:
        """The ground of a table's cell; without a colour none."""
        if colour:
            cell.fill.solid()
            cell.fill.fore_color.rgb = self.colour(colour)
        else:
            cell.fill.background()


def whole_interval(chart: Any, series: Any) -> None:
    """An axis up to the highest end of an interval: PowerPoint makes it for the values alone, and cuts the rest off."""
    highest = max((end for end in (*series.values, *series.high) if end is not None), default=1) or 1
    power = 10 ** math.floor(math.log10(highest))
    chart.value_axis.maximum_scale = math.ceil(highest * 2 / power) * power / 2


def no_style(table: Any) -> None:
    """The plain table style of PowerPoint (No Style, Table Grid is another), so that a template's colours stay out."""
    properties = table._tbl.tblPr
    for name in ("firstRow", "bandRow"):
        properties.set(name, "0")
    style = properties.find(qn("a:tableStyleId"))
    if style is None:
        style = etree.SubElement(properties, qn("a:tableStyleId"))
    style.text = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
