"""What a chart, and a set of charts, can be taken away as: one line for each ending of an address under /export."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from charts.options import Option
from exports import csv, json, workbook
from exports.browser import Browser
from exports.deck import document as deck
from exports.deck import options as deck_options
from exports.handed import Handed
from exports.handed_set import HandedSet
from exports.offline import document as offline
from exports.picture import of_handed
from exports.picture_sizes import OPTIONS as PICTURE
from exports.report import document as report
from exports.slides import PRESENTATION
from exports.slides import document as slide
from exports.text import markdown
from exports.text.page import page
from exports.text.word import word


@dataclass(frozen=True, slots=True)
class Format:
    """`write` makes the file. `options` are parameters of the address beside those of the chart.

    `inline`: a browser shows it rather than saving it. `browser`: made by the server's Chrome, and costly: kept.
    `quick`: made in some milliseconds, so that keeping it would save nothing.
    """

    extension: str
    mimetype: str
    write: Callable[[Handed, Browser], bytes]
    options: tuple[Option, ...] = ()
    inline: bool = False
    browser: bool = False
    quick: bool = False


@dataclass(frozen=True, slots=True)
class SetFormat:
    """The same for a set: /export/<name>.<extension>. `charts`: whether it shows any."""

    name: str
    extension: str
    mimetype: str
    write: Callable[[HandedSet, Browser], bytes]
    options: tuple[Option, ...] = ()
    inline: bool = False
    browser: bool = False
    charts: bool = True


def _csv(handed: Handed, _browser: Browser) -> bytes:
    headings: Any = handed.options["headings"]
    separator = csv.SEPARATORS[handed.options["separator"]]
    return csv.document(handed.view, handed.words, handed.address, headings, separator)


def _json(handed: Handed, _browser: Browser) -> bytes:
    if handed.options["picture"] == "1":
        document = of_handed(handed)
    else:
        document = json.document(handed.view, handed.words.language, handed.selection, handed.address)
    return json.text(document).encode()


def _xlsx(handed: Handed, _browser: Browser) -> bytes:
    return workbook.document(handed.view, handed.words, handed.address)


def _picture(extension: str, mimetype: str) -> Format:
    def write(handed: Handed, browser: Browser) -> bytes:
        return browser.picture(of_handed(handed), extension)

    return Format(extension, mimetype, write, PICTURE, inline=True, browser=True)


WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_ALL = (
    Format(
        "csv",
        "text/csv",
        _csv,
        (Option("headings", csv.HEADINGS), Option("separator", tuple(csv.SEPARATORS))),
        quick=True,
    ),
    Format("json", "application/json", _json, (Option("picture", ("0", "1")), *PICTURE), inline=True, quick=True),
    Format("xlsx", WORKBOOK, _xlsx, quick=True),
    Format("pptx", PRESENTATION, slide),
    _picture("png", "image/png"),
    _picture("svg", "image/svg+xml"),
    _picture("pdf", "application/pdf"),
)
FORMATS = {format.extension: format for format in _ALL}
_ALL_SETS: tuple[SetFormat, ...] = (
    SetFormat("deck", "pptx", PRESENTATION, deck.document, deck_options.OPTIONS),
    SetFormat("offline", "html", "text/html", lambda handed, _: offline.page(handed)),
    SetFormat("report", "html", "text/html", report.page, report.OPTIONS, inline=True),
    SetFormat("report", "pdf", "application/pdf", report.pdf, report.OPTIONS, inline=True, browser=True),
    SetFormat("text", "md", "text/markdown", lambda handed, _: markdown.document(handed), charts=False),
    SetFormat("text", "html", "text/html", lambda handed, _: page(handed), charts=False),
    SetFormat("text", "docx", DOCUMENT, lambda handed, _: word(handed), charts=False),
)
SET_FORMATS = {(format.name, format.extension): format for format in _ALL_SETS}
