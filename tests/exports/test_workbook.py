"""The workbook of a chart runs nothing. What it holds of every chart: tests/exports/test_contract.py."""

import io

import openpyxl

from charts.view import Column, Source, Table, View
from exports.workbook import document
from texts.words import Words

ADDRESS = "https://figures.example.org/?lang=en#card-main"
HOSTILE = ("=cmd|' /C calc'!A0", "+1", "-2", "@x", "\t=1")


def test_no_cell_and_no_heading_is_a_formula() -> None:
    columns = tuple(Column(f"c{place}", text) for place, text in enumerate(HOSTILE))
    view = View(
        "by_district", "=title", "=subtitle", Table(columns, (HOSTILE,)), {},
        (Source("d", "=d", "=who", 1),), 1, None, notes=("=note",),
    )  # fmt: skip
    book = openpyxl.load_workbook(io.BytesIO(document(view, Words("en"), ADDRESS)))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert tuple(cell.value for cell in book.worksheets[0][2]) == HOSTILE
