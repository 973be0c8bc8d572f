"""What python-pptx has no word for, written into a chart's XML in the order that the schema asks for."""

from collections.abc import Sequence
from typing import Any

from lxml import etree
from pptx.oxml.ns import qn

# CT_BarSer, CT_LineSer, CT_ScatterSer (ECMA-376, dml-chart.xsd): these stand after error bars.
_AFTER_BARS = ("c:cat", "c:xVal", "c:val", "c:yVal", "c:smooth", "c:shape", "c:extLst")


def add_interval(series: Any, low: Sequence[float | None], high: Sequence[float | None], direction: str) -> None:
    """The ends of an interval round each value of a series, as error bars. `direction` is x or y, "" for bars."""
    values = [float(v) if v is not None else None for v in series.values]
    over = [0.0 if v is None or h is None else h - v for v, h in zip(values, high, strict=True)]
    under = [0.0 if v is None or lo is None else v - lo for v, lo in zip(values, low, strict=True)]
    bars = etree.Element(qn("c:errBars"))
    if direction:
        etree.SubElement(bars, qn("c:errDir"), val=direction)
    etree.SubElement(bars, qn("c:errBarType"), val="both")
    etree.SubElement(bars, qn("c:errValType"), val="cust")
    etree.SubElement(bars, qn("c:noEndCap"), val="0")
    for name, numbers in (("c:plus", over), ("c:minus", under)):
        literal = etree.SubElement(etree.SubElement(bars, qn(name)), qn("c:numLit"))
        etree.SubElement(literal, qn("c:formatCode")).text = "General"
        etree.SubElement(literal, qn("c:ptCount"), val=str(len(numbers)))
        for place, number in enumerate(numbers):
            point = etree.SubElement(literal, qn("c:pt"), idx=str(place))
            etree.SubElement(point, qn("c:v")).text = repr(round(number, 6))
    line = etree.SubElement(etree.SubElement(bars, qn("c:spPr")), qn("a:ln"), w="15875")
    fill = etree.SubElement(line, qn("a:solidFill"))
    etree.SubElement(fill, qn("a:srgbClr"), val="2B2E34")
    element = series._element
    following = next(child for child in element if child.tag in {qn(name) for name in _AFTER_BARS})
    following.addprevious(bars)


def skip_labels(axis: Any, every: int) -> None:
    """A name under each n-th category only. CT_CatAx: tickLblSkip, tickMarkSkip, noMultiLvlLbl stand last."""
    element = axis._element
    for name in ("c:tickLblSkip", "c:tickMarkSkip"):
        old = element.find(qn(name))
        if old is not None:
            element.remove(old)
    last = element.find(qn("c:noMultiLvlLbl"))
    for name in ("c:tickLblSkip", "c:tickMarkSkip"):
        child = etree.Element(qn(name), val=str(every))
        if last is not None:
            last.addprevious(child)
        else:
            element.append(child)


def keep_gaps(chart: Any) -> None:
    """What is not recorded is a gap, never a zero."""
    element = chart._chartSpace.chart
    old = element.find(qn("c:dispBlanksAs"))
    if old is None:
        old = etree.Element(qn("c:dispBlanksAs"))
        element.find(qn("c:plotVisOnly")).addnext(old)
    old.set("val", "gap")


def by_year(axis: Any, unit: str) -> None:
    """An axis of days (months) with a mark at each year. CT_DateAx: these three elements stand last.

    The first mark is the first day there is, seldom a January: a year alone would stand beside the wrong months.
    """
    axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = "mmm yyyy", False
    element = axis._element
    for name in ("c:baseTimeUnit", "c:majorUnit", "c:majorTimeUnit", "c:minorUnit", "c:minorTimeUnit"):
        old = element.find(qn(name))
        if old is not None:
            element.remove(old)
    for name, value in (("c:baseTimeUnit", unit), ("c:majorUnit", "1"), ("c:majorTimeUnit", "years")):
        etree.SubElement(element, qn(name), val=value)


def small_ids(chart: Any) -> None:
    """Axes are numbered below zero by python-pptx 1.0.2; the schema (ST_UnsignedInt) has no such numbers.

    Numbers above 2**31 are in the schema, but LibreOffice then mixes up the axes.
    """
    numbers: dict[str, str] = {}
    for element in chart._chartSpace.iter(qn("c:axId"), qn("c:crossAx")):
        element.set("val", numbers.setdefault(element.get("val"), str(len(numbers) + 1)))
