"""Every address of tests/addresses answers, with what the list says it holds; also after names have changed."""

import csv
import io
from collections.abc import Callable
from datetime import date
from html import escape
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

import openpyxl
import pytest
from flask.testing import FlaskClient
from pptx import Presentation
from werkzeug.datastructures import MultiDict
from werkzeug.test import TestResponse

from app import create_app
from charts.view import View
from data.store import Store
from data.store.seed import load_shipped
from exports.browser import Browser
from exports.names import file_name, standing_alone
from routes.asked import read
from routes.renamed import present
from settings import Settings
from texts import awareness
from texts.words import LANGUAGES, Words

LISTS = Path(__file__).parent / "addresses"
TODAY = date(2026, 4, 2)
# So many lines the lists have had. Whoever adds some writes the new number.
AT_FIRST = {"embeds.csv": 100, "exports.csv": 440, "files.csv": 41, "pages.csv": 142, "programs.csv": 49}


class Drawn:
    """A browser that writes the title instead of drawing it."""

    def picture(self, finished: dict, extension: str) -> bytes:
        return f"{extension} {finished['title']}".encode()

    def printed(self, html: str, **_how: object) -> bytes:
        return html.encode()


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The shipped figures, and an edition after them."""
    store = Store.open(tmp_path_factory.mktemp("addresses") / "minetall.sqlite")
    load_shipped(store, {language: awareness.seed(language) for language in LANGUAGES})
    with store.writing("publisher-1") as writer:
        writer.publish({}, {language: f"# {language}" for language in LANGUAGES}, "")
    return store


@pytest.fixture(scope="module")
def client(store: Store) -> FlaskClient:
    browser: Browser = Drawn()
    settings = Settings(public_url="https://figures.example.org", staff=False)
    return create_app(settings, store, lambda: TODAY, browser=browser).server.test_client()


def listed(name: str) -> list[tuple[str, str]]:
    with (LISTS / name).open(newline="", encoding="utf-8") as file:
        return [(held, address) for held, address in csv.reader(file)]


def expected(store: Store, chart: str, address: str) -> tuple[View, str, str]:
    """The View that the chart of the list must be, the name of its file, the format."""
    parts = urlsplit(address)
    _, pairs = present(parts.path, parse_qsl(parts.query))
    asked = read(chart, MultiDict(pairs), Words(dict(pairs).get("lang", "nb")))
    view = standing_alone(asked.view(store, TODAY), asked.words)
    extension = parts.path.rpartition(".")[2]
    return view, file_name(view, asked.selection, asked.words, extension), extension


def wrong_of_chart(store: Store, chart: str, address: str, answer: TestResponse) -> str:
    """What is not as it should be; "" where all is."""
    if answer.status_code != 200:
        return str(answer.status_code)
    view, name, extension = expected(store, chart, address)
    if address.startswith("/embed/"):
        return "" if escape(view.title) in answer.text else "another title"
    if extension == "json":
        told = answer.get_json()
        shown = told.get("title"), told.get("chart", chart), len(told.get("rows", view.table.rows))
        return "" if shown == (view.title, chart, len(view.table.rows)) else f"shows {shown}"
    sent = unquote(answer.headers["Content-Disposition"].partition("filename*=UTF-8''")[2])
    if sent != name:
        return f"is called {sent}"
    return "" if HOLDS[extension](view, answer.data) else "holds something else"


def _title(view: View, body: bytes) -> bool:
    return view.title in body.decode()


def _rows(view: View, body: bytes) -> bool:
    text = body.decode("utf-8-sig")
    return len(list(csv.reader(io.StringIO(text, newline="")))) == 1 + len(view.table.rows)


def _sheet(view: View, body: bytes) -> bool:
    sheet = openpyxl.load_workbook(io.BytesIO(body), read_only=True).worksheets[1]
    return view.title in {cell for row in sheet.iter_rows(max_row=3, values_only=True) for cell in row}


def _slide(view: View, body: bytes) -> bool:
    [slide] = Presentation(io.BytesIO(body)).slides
    return any(view.title in shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


HOLDS: dict[str, Callable[[View, bytes], bool]] = {
    "csv": _rows, "xlsx": _sheet, "png": _title, "svg": _title, "pdf": _title,
    "pptx": _slide,
}  # fmt: skip


@pytest.mark.parametrize("name", ["embeds.csv", "exports.csv"])
def test_charts(client: FlaskClient, store: Store, name: str) -> None:
    found = {
        address: wrong_of_chart(store, chart, address, client.get(address, follow_redirects=True))
        for chart, address in listed(name)
    }
    assert {address: wrong for address, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("name", ["pages.csv", "files.csv"])
def test_pages_and_files(client: FlaskClient, name: str) -> None:
    wrong = []
    for held, address in listed(name):
        answer = client.get(address, follow_redirects=True)
        if answer.status_code != 200 or held.encode() not in answer.data:
            wrong.append((address, answer.status_code))
    assert wrong == []


def test_programs(client: FlaskClient) -> None:
    wrong = []
    for held, address in listed("programs.csv"):
        answer = client.get(address, follow_redirects=True)
        if answer.status_code != 200 or held not in answer.get_json():
            wrong.append((address, answer.status_code))
    assert wrong == []


def test_lines_are_only_added_and_every_list_is_asked() -> None:
    lists = {path.name: listed(path.name) for path in LISTS.glob("*.csv")}
    assert set(lists) == set(AT_FIRST)
    for name, lines in lists.items():
        assert len(set(lines)) == len(lines) >= AT_FIRST[name], name
