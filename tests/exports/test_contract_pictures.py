"""Every chart as PNG, SVG and PDF of the server's browser, in both languages, as it is, with one record, with nothing.

Each is of the promised size, with the labels of its marks, and its title, source, edition and address inside.
"""

import io
import os
import xml.etree.ElementTree as ET
from collections.abc import Iterator

import pytest
from PIL import Image
from pypdf import PdfReader

from charts import ALL_CHARTS
from exports.browser import NoBrowser
from exports.chrome import Chrome, found
from exports.formats import FORMATS
from exports.kept_files import KeptFiles
from exports.picture import of_handed
from tests.exports.contract import CASES, STATES, Case, case, edition_said, missing, plain, written
from texts.words import LANGUAGES

pytestmark = pytest.mark.browser
SVG = "{http://www.w3.org/2000/svg}"
# Smaller is quicker, and nothing here depends on it.
HALF = [(chart, state) for chart in ALL_CHARTS for state in STATES]
SMALL = {"width": "640", "scale": "1"}


@pytest.fixture(scope="module")
def chrome(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    """One warm browser for the whole file."""
    try:
        path = found("auto")
    except NoBrowser:
        reason = "no Chromium or Chrome on this machine: the contract of the server's pictures is not tested"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    chrome = Chrome(path, KeptFiles(tmp_path_factory.mktemp("kept"), 200_000_000), idle=120)
    yield chrome
    chrome.close()


def proven(asked: Case, text: str) -> None:
    """Title, selection, source, edition and address stand in the text that a reader of the format finds."""
    view = asked.view
    assert not missing(text, [view.title, view.subtitle, view.empty_reason, *asked.proof()])
    assert any(one in plain(text) for one in edition_said(asked))


def labels(asked: Case) -> list[str]:
    """What the figure writes on its marks: its numbers."""
    written: list[str] = []
    for trace in asked.view.figure.get("data", []):
        if "text" in trace.get("mode", "text") and trace.get("type") in ("bar", "scatter", "heatmap", None):
            text = trace.get("text") if trace.get("texttemplate") is None else None
            written += [text] if isinstance(text, str) else [one for one in text or [] if isinstance(one, str)]
    return [one.replace("<br>", "").replace("<b>", "").replace("</b>", "") for one in written]


@pytest.mark.parametrize(("chart", "language", "state"), CASES)
def test_svg(chrome: Chrome, chart: str, language: str, state: str) -> None:
    asked = case(chart, language, state)
    root = ET.fromstring(written(asked, FORMATS["svg"], chrome, width="640"))
    text = "".join(root.itertext())
    proven(asked, text)
    assert not missing(text, labels(asked))
    assert root.find(f"{SVG}desc").text == asked.view.alt  # type: ignore[union-attr]


@pytest.mark.parametrize(("chart", "state"), HALF)
def test_pdf(chrome: Chrome, chart: str, state: str) -> None:
    """The SVG printed, and so of one language."""
    language = LANGUAGES[len(chart + state) % 2]
    asked = case(chart, language, state)
    [page] = PdfReader(io.BytesIO(written(asked, FORMATS["pdf"], chrome, width="640"))).pages
    proven(asked, page.extract_text())


@pytest.mark.parametrize(("chart", "state"), HALF)
def test_png(chrome: Chrome, chart: str, state: str) -> None:
    """The pixels of one language; the layout of the other is that of its picture as JSON, in test_contract.py."""
    language = LANGUAGES[len(chart + state) % 2]
    asked = case(chart, language, state)
    picture = Image.open(io.BytesIO(written(asked, FORMATS["png"], chrome, **SMALL)))
    laid = of_handed(asked.handed.with_options(SMALL))
    assert picture.size == (laid["width"] * laid["scale"], laid["height"] * laid["scale"])
    assert len(picture.convert("L").getcolors(256) or range(256)) > 20, "something is drawn and written"
