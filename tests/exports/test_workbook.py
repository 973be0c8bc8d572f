"""The workbook of a chart: its numbers as numbers, texts as texts, and where they come from, in both languages."""

import io
from datetime import date

import openpyxl
import pytest

import charts
from charts.view import Column, Source, Table, View
from data.selection import Selection
from exports.workbook import document
from tests.data.factory import make_edition
from texts.words import LANGUAGES, Words

ADDRESS = "https://figures.example.org/?lang=en#card-main"
HOSTILE = ("=cmd|' /C calc'!A0", "+1", "-2", "@x", "\t=1")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("chart", charts.CHARTS)
def test_it_holds_the_table_of_the_chart_and_its_source(chart: str, language: str) -> None:
    words = Words(language)
    view = charts.draw(chart, make_edition(), Selection(), words, today=date(2026, 3, 20))
    book = openpyxl.load_workbook(io.BytesIO(document(view, words, ADDRESS)))
    assert book.sheetnames == [words.say("takeaway.sheet.data"), words.say("takeaway.sheet.about")]
    rows = [*book.worksheets[0].iter_rows(values_only=True)]
    width, minima = len(view.table.columns), view.table.lower_bounds(words)
    heads = [words.say("exports.at_least")] if minima else []
    assert list(rows[0]) == [*(column.label for column in view.table.columns), *heads]
    assert [row[width] or "" for row in rows[1:] if minima] == minima
    for row, cells in zip(rows[1:], view.table.rows, strict=True):
        wanted = [cell or None if isinstance(cell, str) else cell for cell in cells]
        assert [cell.date() if hasattr(cell, "date") else cell for cell in row[:width]] == wanted
    told = {row[0]: row[1] for row in book.worksheets[1].iter_rows(values_only=True)}
    assert told[view.title] == view.subtitle
    assert told[words.say("takeaway.about.address")] == ADDRESS
    assert told[words.say("takeaway.about.edition")] == "1"


def test_no_cell_and_no_heading_is_a_formula() -> None:
    columns = tuple(Column(f"c{place}", text) for place, text in enumerate(HOSTILE))
    view = View(
        "by_district", "=title", "=subtitle", "", Table(columns, (HOSTILE,)), {},
        (Source("d", "=d", "=who", 1),), 1, None, notes=("=note",),
    )  # fmt: skip
    book = openpyxl.load_workbook(io.BytesIO(document(view, Words("en"), ADDRESS)))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert tuple(cell.value for cell in book.worksheets[0][2]) == HOSTILE
