"""Every chart in every format that needs no browser, in both languages, as it is, with one record and with nothing:
opens in a reader of that format, holds the numbers of the View, names source, edition and address."""

import csv
import io
import json
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import openpyxl
import plotly.graph_objects as go
import pytest
from pptx import Presentation

from exports.browser import Without
from exports.formats import FORMATS
from exports.json import text
from tests.exports.contract import CASES, Case, case, edition_said, missing, plain, written


def _number(text_: str) -> Any:
    return float(text_) if text_ else None


def as_csv(case: Case, body: bytes) -> None:
    heading, *rows = csv.reader(io.StringIO(body.decode("utf-8-sig"), newline=""))
    table = case.view.table
    assert heading[: len(table.columns)] == [column.label for column in table.columns]
    assert len(rows) == len(table.rows)
    for row, cells in zip(rows, table.rows, strict=True):
        for told, cell in zip(row, cells, strict=False):
            if cell is None or isinstance(cell, int | float):
                assert _number(told) == cell
            elif isinstance(cell, date):
                assert told == cell.isoformat()
            else:
                assert told.lstrip("'") == str(cell).lstrip("'")
    for row in rows:
        assert {case.handed.address, str(case.view.edition)} <= set(row)
        assert not missing(" ".join(row), case.proof())


def as_json(case: Case, body: bytes) -> None:
    told = json.loads(body, parse_constant=lambda sign: pytest.fail(sign))
    view = case.view
    raw = json.loads(text({"rows": view.table.rows, "figure": view.figure}))
    assert (told["chart"], told["title"], told["edition"]) == (view.chart, view.title, view.edition)
    assert told["rows"] == raw["rows"]
    assert told["figure"] == raw["figure"]
    assert {tuple(one) for one in told["minima"]} == set(view.table.minima)
    assert told["empty_reason"] == view.empty_reason
    assert not missing(json.dumps(told, ensure_ascii=False), case.proof())


def as_xlsx(case: Case, body: bytes) -> None:
    data, about = openpyxl.load_workbook(io.BytesIO(body), read_only=True).worksheets
    rows = [*data.iter_rows(values_only=True)]
    assert len(rows) == 1 + len(case.view.table.rows)
    assert rows[0][0] == (case.view.table.columns[0].label if case.view.table.columns else case.view.empty_reason)
    for row, cells in zip(rows[1:], case.view.table.rows, strict=True):
        wanted = [None if cell == "" or cell != cell else cell for cell in cells]
        found = [cell.date() if isinstance(cell, datetime) else cell for cell in row]
        assert found[: len(wanted)] == wanted
    minima = case.view.table.lower_bounds(case.handed.words)
    assert [row[-1] or "" for row in rows[1:] if minima] == minima
    pairs = [*about.iter_rows(values_only=True)]
    assert (case.view.title, case.view.subtitle) == pairs[0]
    told = [value for row in pairs for value in row]
    assert str(case.view.edition) in told
    assert not missing(" ".join(map(str, told)), [case.view.title, case.view.empty_reason, *case.proof()])


def as_pptx(case: Case, body: bytes) -> None:
    (slide,) = Presentation(io.BytesIO(body)).slides
    notes = slide.notes_slide.notes_text_frame.text
    told = " ".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
    view = case.view
    assert not missing(notes, case.proof())
    assert any(one in plain(told) for one in edition_said(case))
    assert not missing(told, [view.headline or view.title, view.subtitle.rstrip("."), view.empty_reason])
    drawn = [shape for shape in slide.shapes if shape.has_chart or shape.has_table]
    assert bool(drawn) == bool(view.table.rows and not view.empty)


READ: dict[str, Callable[[Case, bytes], None]] = {"csv": as_csv, "json": as_json, "xlsx": as_xlsx, "pptx": as_pptx}


def test_every_format_has_a_reader_here_or_beside() -> None:
    assert set(READ) == {extension for extension, format in FORMATS.items() if not format.browser}


@pytest.mark.parametrize("extension", READ)
@pytest.mark.parametrize(("chart", "language", "state"), CASES)
def test_a_file_holds_what_the_chart_shows(chart: str, language: str, state: str, extension: str) -> None:
    asked = case(chart, language, state)
    body = written(asked, FORMATS[extension], Without())
    READ[extension](asked, body)
    assert written(asked, FORMATS[extension], Without()) == body


def numbers(figure: dict[str, Any]) -> list[tuple[Any, ...]]:
    """What the marks of a figure stand for."""
    return [tuple(trace.get(name) for name in ("x", "y", "z", "base", "text")) for trace in figure.get("data", [])]


@pytest.mark.parametrize(("chart", "language", "state"), CASES)
def test_a_finished_picture_says_what_it_shows(chart: str, language: str, state: str) -> None:
    """The figure that the browser of a reader or of the server draws (json?picture=1)."""
    asked = case(chart, language, state)
    told = json.loads(written(asked, FORMATS["json"], Without(), picture="1"))
    words = " ".join(one["text"] for one in told["figure"]["layout"]["annotations"])
    proof = [asked.view.title, asked.view.subtitle, asked.view.empty_reason, *asked.proof()]
    assert not missing(words.replace("<br>", "").replace("<b>", "").replace("</b>", ""), proof)
    assert any(one in plain(words) for one in edition_said(asked))
    assert told["alt"] == asked.view.alt
    assert numbers(told["figure"]) == numbers(json.loads(text(asked.view.figure)))
    go.Figure(told["figure"])
