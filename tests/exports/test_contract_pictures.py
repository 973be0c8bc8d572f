"""Every chart as PNG, SVG and PDF of the server's browser, in both languages, as it is, with one record, with nothing.

Each is of the promised size, with the labels of its marks, and its title, source, edition and address inside.
"""

import io
import os
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator

import pytest
from PIL import Image
from pypdf import PdfReader

from charts import ALL_CHARTS
from exports.browser import NoBrowser
from exports.chrome import Chrome, found
from exports.formats import FORMATS, SET_FORMATS
from exports.kept_files import KeptFiles
from exports.picture import of_handed
from tests.exports.contract import CASES, STATES, Case, case, edition_said, handed_set, missing, plain, written
from texts.words import LANGUAGES

pytestmark = pytest.mark.browser
SVG = "{http://www.w3.org/2000/svg}"
# Smaller is quicker, and nothing here depends on it.
BAR = re.compile(r"M([-\d.]+),([-\d.]+)V([-\d.]+)H([-\d.]+)V[-\d.]+Z")
REPORTED = ("published_totals", "by_district", "season", "cross", "district_map")
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
    """What the figure writes on its marks."""
    bars = [trace for trace in asked.view.figure.get("data", []) if trace.get("type") == "bar"]
    written = [text for trace in bars for text in trace.get("text") or [] if isinstance(text, str)]
    return [re.sub("<[^>]*>", "", text) for text in written]


def lengths(asked: Case) -> list[list[float]]:
    """For each trace of bars its values as shares of the largest, without those that have no length."""
    found = []
    for trace in asked.view.figure.get("data", []):
        if trace.get("type") == "bar":
            along = trace["x"] if trace.get("orientation") == "h" else trace["y"]
            found.append([abs(value) for value in along if value])
    return [[value / max(values) for value in values] for values in found if values]


def drawn(root: ET.Element, across: bool) -> list[list[float]]:
    """The same of the bars that stand in an SVG."""
    found = []
    for trace in root.iter(f"{SVG}g"):
        if (trace.get("class") or "").startswith("trace bars"):
            paths = [BAR.fullmatch(path.get("d", "")) for path in trace.iter(f"{SVG}path")]
            ends = [[float(end) for end in path.groups()] for path in paths if path]
            found.append([abs(x1 - x0) if across else abs(y1 - y0) for x0, y0, y1, x1 in ends])
    return [[length / max(bars) for length in bars] for bars in found if bars]


def unmatched(wanted: list[list[float]], found: list[list[float]]) -> list[list[float]]:
    """The traces that are not drawn as long as their numbers; to 2 % of the longest bar, less than a pixel or two."""
    left = list(found)
    missed = []
    for values in wanted:
        like = next((bars for bars in left if bars == pytest.approx(values, abs=0.02)), None)
        if like is None:
            missed.append(values)
        else:
            left.remove(like)
    return missed


@pytest.mark.parametrize(("chart", "language", "state"), CASES)
def test_svg(chrome: Chrome, chart: str, language: str, state: str) -> None:
    asked = case(chart, language, state)
    root = ET.fromstring(written(asked, FORMATS["svg"], chrome, width="640"))
    text = "".join(root.itertext())
    proven(asked, text)
    assert not missing(text, labels(asked))
    across = any(trace.get("orientation") == "h" for trace in asked.view.figure.get("data", []))
    assert unmatched(lengths(asked), drawn(root, across)) == []
    assert root.find(f"{SVG}desc").text == asked.view.alt  # type: ignore[union-attr]


@pytest.mark.parametrize(("chart", "state"), HALF)
def test_pdf(chrome: Chrome, chart: str, state: str) -> None:
    """The SVG printed, and so of one language."""
    language = LANGUAGES[len(chart + state) % 2]
    asked = case(chart, language, state)
    [page] = PdfReader(io.BytesIO(written(asked, FORMATS["pdf"], chrome, width="640"))).pages
    proven(asked, page.extract_text())


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_report(chrome: Chrome, language: str, state: str) -> None:
    """Of some charts of each kind: its page is held for all of them in test_contract_sets.py."""
    format = SET_FORMATS["report", "pdf"]
    handed = handed_set(format, language, state, REPORTED)
    pages = PdfReader(io.BytesIO(format.write(handed, chrome))).pages
    text = " ".join(page.extract_text() for page in pages)
    for one in handed.charts:
        proven(Case(one, state), text)
    assert len(pages) > 1
    assert all(f"{number}" in page.extract_text() for number, page in enumerate(pages, 1))


@pytest.mark.parametrize(("chart", "state"), HALF)
def test_png(chrome: Chrome, chart: str, state: str) -> None:
    """The pixels of one language; the layout of the other is that of its picture as JSON, in test_contract.py."""
    language = LANGUAGES[len(chart + state) % 2]
    asked = case(chart, language, state)
    picture = Image.open(io.BytesIO(written(asked, FORMATS["png"], chrome, **SMALL)))
    laid = of_handed(asked.handed.with_options(SMALL))
    assert picture.size == (laid["width"] * laid["scale"], laid["height"] * laid["scale"])
    assert len(picture.convert("L").getcolors(256) or range(256)) > 20, "something is drawn and written"
