"""The server's real Chrome or Chromium: pictures of the promised size, words and type inside, prints; and its life."""

import os
import re
import signal
import struct
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader

from exports.browser import NoBrowser, Without, of_settings
from exports.chrome import Chrome
from exports.chrome.warm import MOST_WAITING
from exports.picture import picture
from settings import Settings
from tests.exports.real_chrome import real_chrome
from tests.exports.views import WHOLE
from texts import Words

pytestmark = pytest.mark.browser
ADDRESS = "https://figures.example.org/?lang=en#card-by_district"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def chrome(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    with real_chrome(tmp_path_factory, "the server's pictures") as there:
        yield there


def finished(**how):
    return picture(WHOLE, Words("en"), ADDRESS, "name", **how)


def test_a_png_has_the_size_and_the_sharpness_that_were_asked_for(chrome: Chrome) -> None:
    png = chrome.picture(finished(size="social", scale=1), "png")
    assert struct.unpack(">II", png[16:24]) == (1200, 630)
    assert chrome.picture(finished(size="social", scale=1), "png") == png


def test_an_svg_carries_words_description_and_fonts_and_comes_out_the_same(chrome: Chrome) -> None:
    made = chrome.picture(finished(), "svg")
    root = ElementTree.fromstring(made)
    text = "".join("".join(root.itertext()).split())
    assert (root.get("width"), root.find(f"{SVG}title").text, root.find(f"{SVG}desc").text) == (
        "1200", WHOLE.title, WHOLE.alt)  # fmt: skip
    assert "".join(ADDRESS.split()) in text
    assert "url(data:font/woff2;base64," in root.find(f"{SVG}style").text
    assert made == chrome.picture(finished(), "svg")
    inline = chrome.picture(finished() | {"fonts": False}, "svg")
    assert b"<style" not in inline.split(b"<defs")[0]
    assert len(inline) < len(made) / 4


def test_a_pdf_is_one_page_of_text_in_our_type(chrome: Chrome) -> None:
    made = chrome.picture(finished(size="square"), "pdf")
    (page,) = PdfReader(BytesIO(made)).pages
    assert abs(float(page.mediabox.width) - 1080 * 0.75) < 1
    assert abs(float(page.mediabox.height) - 1080 * 0.75) < 1
    assert "public reports" in page.extract_text()
    assert re.search(rb"/FontName /\w+\+Inter", made)
    assert made == chrome.picture(finished(size="square"), "pdf")


def test_a_print_is_a4_with_page_numbers_and_runs_and_fetches_nothing(chrome: Chrome) -> None:
    html = """<!doctype html><html lang="en"><title>Report</title><style>@page { size: A4; margin: 20mm;
        @bottom-center { content: counter(page) " / " counter(pages) } } h1 + p { break-before: page }</style>
        <h1>One</h1><p>Two</p><p id="s">still</p><script>document.getElementById("s").textContent = "ran"</script>
        <img src="https://figures.example.org/a.png" alt="">"""
    pages = PdfReader(BytesIO(chrome.printed(html))).pages
    assert [round(float(pages[0].mediabox.width)), round(float(pages[0].mediabox.height))] == [595, 842]
    assert ["1 / 2" in pages[0].extract_text(), "2 / 2" in pages[1].extract_text()] == [True, True]
    assert "still" in pages[1].extract_text()


def test_many_may_ask_at_once_and_one_that_died_is_started_again(chrome: Chrome) -> None:
    asked = [finished(width=width, scale=1) for width in (700, 710, 720, 730)]
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda one: chrome.picture(one, "png"), asked))
    assert [struct.unpack(">I", png[16:20])[0] for png in made] == [700, 710, 720, 730]
    (process,) = chrome.warm.processes()
    os.killpg(process, signal.SIGKILL)
    assert chrome.picture(asked[0], "png") == made[0]
    assert chrome.warm.processes() != [process]
    (process,) = chrome.warm.processes()
    chrome.close()
    assert chrome.warm.processes() == []
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def test_what_takes_too_long_is_given_up_and_what_does_not_start_is_said(chrome: Chrome, tmp_path: Path) -> None:
    hurried = Chrome(chrome.warm.path, chrome.kept, limit=0.0001)
    with pytest.raises(NoBrowser) as late:
        hurried.picture(finished(), "png")
    assert late.value.params == {"reason": "late"}
    hurried.close()
    crowded = Chrome(chrome.warm.path, chrome.kept)
    for _ in range(MOST_WAITING):
        assert crowded.warm._room.acquire(blocking=False)
    with pytest.raises(NoBrowser) as full:
        crowded.picture(finished(), "png")
    assert full.value.params == {"reason": "late"}
    (program := tmp_path / "chrome").write_text("#!/bin/sh\nexit 3\n")
    program.chmod(0o755)
    broken = of_settings(Settings(browser=str(program), kept_folder=str(tmp_path / "kept")))
    for _ in range(2):
        with pytest.raises(NoBrowser) as error:
            broken.picture(finished(), "png")
        assert error.value.params == {"reason": "broken"}
        # The second time it is not even tried.
        program.write_text(f"#!/bin/sh\ntouch {tmp_path}/tried\n")
    assert not (tmp_path / "tried").exists()


def test_without_one_the_reason_is_told() -> None:
    for setting, reason in (("off", "off"), ("/nowhere/chrome", "path")):
        browser = of_settings(Settings(browser=setting))
        assert isinstance(browser, Without)
        with pytest.raises(NoBrowser) as error:
            browser.picture({}, "png")
        assert error.value.params == {"reason": reason}
