"""A chart's slide: its numbers are those of the View, its type is large enough, and its file is the same each time."""

import io
import zipfile
from typing import Any

import openpyxl
import pytest
from lxml import etree
from pptx import Presentation
from pptx.oxml.ns import qn

from exports.browser import Without
from exports.deck.finishing import timeless
from exports.deck.layouts import Area
from exports.formats import FORMATS
from exports.slides import opened
from exports.slides.drawing import draw
from exports.slides.look import Look
from exports.slides.make_template import FILE, template
from exports.slides.native import Bars, Series
from tests.exports.contract import case, written


def slide(chart: str, state: str = "normal") -> Any:
    body = written(case(chart, "en", state), FORMATS["pptx"], Without())
    return Presentation(io.BytesIO(body)).slides[0]


def drawn(chart: str) -> Any:
    return next(shape.chart for shape in slide(chart).shapes if shape.has_chart)


def test_bars_have_the_numbers_of_the_view() -> None:
    view = case("by_device", "en", "normal").view
    keys = [column.key for column in view.table.columns]
    series = {one.name: list(one.values) for one in drawn("by_device").plots[0].series}
    for key in ("killed", "injured"):
        place = keys.index(key)
        assert series[view.table.columns[place].label] == [row[place] for row in view.table.rows]


def test_what_is_not_recorded_is_a_gap_in_the_chart() -> None:
    view = case("by_period", "en", "normal").view
    place = [column.key for column in view.table.columns].index("killed")
    chart = drawn("by_period")
    assert None in [row[place] for row in view.table.rows]
    assert list(chart.plots[0].series[0].values) == [row[place] for row in view.table.rows]
    assert chart._chartSpace.chart.find(qn("c:dispBlanksAs")).get("val") == "gap"


@pytest.mark.parametrize("chart", ["by_period", "season", "killed_share", "district_map", "rates"])
def test_no_type_is_under_14_points(chart: str) -> None:
    made = slide(chart)
    roots = [made._element, *(shape.chart._chartSpace for shape in made.shapes if shape.has_chart)]
    sizes = [int(size) for root in roots for size in root.xpath("//@sz") if size.isdigit()]
    assert sizes
    assert min(sizes) >= 1400


@pytest.mark.parametrize("chart", ["rates", "killed_share"])
def test_no_end_of_an_interval_is_cut_off(chart: str) -> None:
    made = drawn(chart)
    ends = [float(value) + float(plus.findtext(f".//{qn('c:v')}"))
            for one in made.plots[0].series for plus in one._element.iter(qn("c:plus"))
            for value in one.values[:1] if value is not None]  # fmt: skip
    assert ends
    assert made.value_axis.maximum_scale >= max(ends)


def test_axes_are_numbered_as_the_schema_and_libreoffice_ask() -> None:
    ids = drawn("over_time")._chartSpace.xpath("//c:axId/@val | //c:crossAx/@val")
    assert len(set(ids)) == 2
    assert all(0 <= int(number) < 2**31 for number in ids)


def test_it_links_to_its_page_and_says_what_it_shows_to_who_cannot_see_it() -> None:
    asked, made = case("by_device", "en", "normal"), slide("by_device")
    assert asked.handed.address in [one.target_ref for one in made.part.rels.values() if one.is_external]
    assert asked.view.alt in made._element.xpath("//p:graphicFrame/p:nvGraphicFramePr/p:cNvPr/@descr")
    notes = made.notes_slide.notes_text_frame.text
    assert asked.handed.address in notes
    assert asked.view.headline in notes


@pytest.mark.parametrize("state", ["one record", "nothing found"])
def test_where_no_share_can_be_said_the_slide_opens_all_the_same(state: str) -> None:
    made = slide("killed_share", state)
    assert not [shape for shape in made.shapes if shape.has_chart]
    assert etree.tostring(made._element)


def test_the_workbook_of_a_chart_does_not_say_when_it_was_made() -> None:
    workbook = drawn("by_device").part.chart_workbook.xlsx_part.blob
    assert timeless(workbook) == workbook
    assert b"2020-01-01T00:00:00Z" in zipfile.ZipFile(io.BytesIO(workbook)).read("docProps/core.xml")


def test_the_template_is_the_one_that_its_script_makes() -> None:
    assert template() == FILE.read_bytes()


def test_a_name_that_looks_like_a_formula_is_a_text_in_the_workbook_of_the_chart() -> None:
    presentation = opened(None)
    shown = Bars(("=1+1", "{=1+1}", "@SUM(1)"), (Series("=2+2", (1.0, None, 3.0)),))
    draw(
        presentation.slides.add_slide(presentation.slide_layouts[2]),
        shown,
        Area(0, 0, 9_000_000, 5_000_000),
        Look(),
        "",
        "",
    )
    (chart,) = [shape.chart for shape in presentation.slides[0].shapes if shape.has_chart]
    sheet = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)).active
    assert [cell.data_type for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)] == ["s"] * 4
    assert sheet["A2"].value == "'=1+1"
