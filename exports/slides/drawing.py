"""Draws what a View becomes onto a slide, inside an area: charts, tables and maps that PowerPoint can edit."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_MARKER_STYLE, XL_TICK_LABEL_POSITION
from pptx.util import Emu, Pt

from exports.csv import defused
from exports.deck.layouts import EMU, Area
from exports.slides.chart_xml import add_interval, by_year, keep_gaps, skip_labels, small_ids
from exports.slides.look import Look, whole_interval
from exports.slides.maps import draw_map
from exports.slides.native import Bars, Dots, Grid, Lines, Map, Native, Series
from exports.slides.tables import draw_grid
from exports.text_lines import width

_BARS = {
    (True, True): XL_CHART_TYPE.BAR_STACKED, (True, False): XL_CHART_TYPE.BAR_CLUSTERED,
    (False, True): XL_CHART_TYPE.COLUMN_STACKED, (False, False): XL_CHART_TYPE.COLUMN_CLUSTERED,
}  # fmt: skip
_DOTS = {"": XL_MARKER_STYLE.CIRCLE, "other": XL_MARKER_STYLE.CIRCLE, "may_grow": XL_MARKER_STYLE.CIRCLE,
         "part": XL_MARKER_STYLE.DIAMOND}  # fmt: skip


def draw(slide: Any, native: Native, area: Area, look: Look, alt: str, name: str) -> None:
    """`alt` is read out in place of the drawing, `name` is its name in PowerPoint's list of objects."""
    match native:
        case Bars():
            frame = _bars(slide, native, area, look)
        case Lines():
            frame = _lines(slide, native, area, look)
        case Dots():
            frame = _dots(slide, native, area, look)
        case Grid():
            frame = draw_grid(slide, native, area, look)
        case Map():
            half = area.width * 55 // 100
            frame = draw_map(slide, native, Area(area.left, area.top, half, area.height), look)
            right = Area(area.left + half, area.top, area.width - half, area.height)
            _describe(_bars(slide, native.beside, right, look), alt, name)
    _describe(frame, alt, name)


def _describe(frame: Any, alt: str, name: str) -> None:
    properties = frame._element.xpath("./*/p:cNvPr")[0]
    properties.set("descr", alt)
    properties.set("name", name)


def _data(categories: Sequence[Any], series: Sequence[Series]) -> CategoryChartData:
    """Names come from spreadsheets, and stand in the chart's own workbook, where "=..." would be a formula."""
    data = CategoryChartData(number_format="General")
    data.categories = [defused(one) if isinstance(one, str) else one for one in categories]
    for one in series:
        data.add_series(defused(one.name), one.values)
    return data


def _joined(series: Any, one: Series, look: Look) -> None:
    series.format.line.color.rgb, series.format.line.width = look.colour(one.colour), Pt(2.25)


def _bars(slide: Any, native: Bars, area: Area, look: Look) -> Any:
    kind = _BARS[native.horizontal, native.stacked]
    frame = _added(slide, kind, area, _data(native.categories, native.series), look, len(native.series) > 1)
    chart = frame.chart
    plot = chart.plots[0]
    plot.gap_width, plot.overlap = (45 if native.horizontal else 30), (100 if native.stacked else 0)
    if native.horizontal:
        chart.category_axis.reverse_order = True
        # Left to itself LibreOffice, and PowerPoint with many bars, leaves out every second name with its numbers.
        skip_labels(chart.category_axis, 1)
        chart.value_axis.tick_label_position = XL_TICK_LABEL_POSITION.HIGH
    else:
        _names_below(chart.category_axis, native.categories, area, look)
    for series, one in zip(plot.series, native.series, strict=True):
        look.fill(series.format, one.colour)
        _mark(series, one, look)
        if one.low:
            add_interval(series, one.low, one.high, "")
            whole_interval(chart, one)
    return frame


def _lines(slide: Any, native: Lines, area: Area, look: Look) -> Any:
    frame = _added(
        slide, XL_CHART_TYPE.LINE_MARKERS, area, _data(native.categories, native.series), look, len(native.series) > 1
    )
    chart = frame.chart
    _names_below(chart.category_axis, native.categories, area, look)
    many = len(native.categories) > 24
    for series, one in zip(chart.plots[0].series, native.series, strict=True):
        series.smooth = False
        if native.dotted:
            series.format.line.fill.background()
        else:
            _joined(series, one, look)
        series.marker.style = XL_MARKER_STYLE.NONE if many and not native.dotted else XL_MARKER_STYLE.CIRCLE
        series.marker.size = 10 if native.dotted else 6
        look.fill(series.marker.format, one.colour)
        if not many or native.dotted:
            _mark_dots(series, one, look)
        if one.low:
            add_interval(series, one.low, one.high, "y")
            whole_interval(chart, one)
    return frame


def _dots(slide: Any, native: Dots, area: Area, look: Look) -> Any:
    """Over an axis of days, so that a long time between two statements is a wide gap."""
    data = _data(native.days, native.series)
    frame = _added(slide, XL_CHART_TYPE.LINE_MARKERS, area, data, look, True)
    chart = frame.chart
    by_year(chart.category_axis, "days")
    for place, (series, one) in enumerate(zip(chart.plots[0].series, native.series, strict=True)):
        series.smooth = False
        if place in native.joined:
            _joined(series, one, look)
            series.marker.style = XL_MARKER_STYLE.NONE
            continue
        series.format.line.fill.background()
        series.marker.style, series.marker.size = XL_MARKER_STYLE.CIRCLE, 8
        look.fill(series.marker.format, one.colour)
        _mark_dots(series, one, look)
    return frame


def _added(slide: Any, kind: Any, area: Area, data: Any, look: Look, legend: bool) -> Any:
    place = (Emu(area.left), Emu(area.top), Emu(area.width), Emu(area.height))
    frame = slide.shapes.add_chart(kind, *place, data)
    chart = frame.chart
    look.write(chart.font)
    chart.has_title, chart.has_legend = False, legend
    if legend:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
        look.write(chart.legend.font)
    look.axis(chart.category_axis, numbers=False)
    look.axis(chart.value_axis, numbers=True)
    chart.value_axis.minimum_scale = 0
    keep_gaps(chart)
    small_ids(chart)
    return frame


def _mark(series: Any, one: Series, look: Look) -> None:
    for place, mark in enumerate(one.marks):
        if mark:
            look.fill(series.points[place].format, one.colour, mark)


def _mark_dots(series: Any, one: Series, look: Look) -> None:
    for place, mark in enumerate(one.marks):
        if mark:
            marker = series.points[place].marker
            marker.style, marker.size = _DOTS[mark], 8
            look.fill(marker.format, one.colour, "other" if mark == "may_grow" else mark)


def _names_below(axis: Any, names: tuple[Any, ...], area: Area, look: Look) -> None:
    if isinstance(names[0], date):
        by_year(axis, "months")
    else:
        skip_labels(axis, _every(names, area, look))


def _every(names: tuple[str, ...], area: Area, look: Look) -> int:
    """Each n-th name has room beside the next; twelve months make a year."""
    longest = max((width(name, look.size * 1.15) for name in names), default=0) + look.size * 2
    room = max(int(area.width * 0.9 / EMU / longest), 1)
    least = max(-(-len(names) // room), 12 if len(names) > 36 else 1)
    return next((step for step in (1, 2, 3, 4, 6, 12, 24, 36, 48, 60, 120) if step >= least), least)
