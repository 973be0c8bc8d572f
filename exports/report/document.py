"""The report of a set as HTML made for A4, and as PDF."""

from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from charts.config import GRAPH_CONFIG, PLOTLY_LOCALES
from charts.options import Option
from exports.browser import Browser, NoBrowser
from exports.documents import asset, document, style
from exports.handed_set import HandedSet
from exports.json import for_html
from exports.report.foot import foot
from exports.report.pictures import drawn
from exports.set_told import ChartTold, chart_told, edition_line, head_lines, method_told, numbers_told
from exports.text.as_html import article
from exports.text.edition_text import text_of

# short: head, charts, method and sources. full: key numbers, tables and the text too.
OPTIONS = (Option("length", ("full", "short")),)
# Where the server has no browser: the reader's draws the charts, with what the site serves to its pages too.
OWN_SCRIPTS = ("/assets/plotly/plotly.min.js", "/assets/report.js")


@dataclass(frozen=True, slots=True)
class Pictures:
    """`still`: SVG by number of the chart, None where the server draws none. `figures`: then JSON for the script."""

    still: dict[int, Markup | None]
    figures: str = ""


def page(handed: HandedSet, browser: Browser) -> bytes:
    """The document. With a browser on the server its charts stand in it; without, the reader's own draws them.

    Raises NoBrowser where there is one that fails just now.
    """
    return _document(handed, _pictures(handed, browser))


def pdf(handed: HandedSet, browser: Browser) -> bytes:
    """The same printed. Raises NoBrowser."""
    html = _document(handed, Pictures(drawn(handed.charts, browser)))
    return browser.printed(html.decode())


def _pictures(handed: HandedSet, browser: Browser) -> Pictures:
    try:
        return Pictures(drawn(handed.charts, browser))
    except NoBrowser as error:
        if not error.lasting:
            raise  # an answer is kept, and this one would be better in a minute
        config = GRAPH_CONFIG | {"locale": PLOTLY_LOCALES[handed.words.language], "responsive": False}
        charts = {number: one.view.figure for number, one in enumerate(handed.charts, 1) if not one.view.empty}
        return Pictures(dict.fromkeys(range(1, len(handed.charts) + 1)), for_html({"config": config, "charts": charts}))


def _document(handed: HandedSet, pictures: Pictures) -> bytes:
    words, settings = handed.words, handed.settings
    full = handed.options.get("length", "full") == "full"
    charts = [chart_told(one, number) for number, one in enumerate(handed.charts, 1)]
    text = text_of(handed.edition, words, settings.public_url, handed.pinned) if full else None
    told = article(text, words, handed.photo, top=2) if text else ""
    return document(
        "report.html.j2", words,
        (asset("minetall.css"), style("text.css"), style("report.css"), foot(handed)), own_site=bool(pictures.figures),
        title=words.say("report.title"), site=settings.site_name,
        emergency=settings.emergency_number.strip(), organisation=settings.organisation,
        lines=head_lines(handed), address=handed.address, numbers=numbers_told(handed) if full else None,
        charts=charts, pictures=pictures.still, tables=full, article=Markup(told),  # noqa: S704
        contents=_contents(charts, text.title if text else "", words), method=method_told(handed),
        edition=edition_line(handed), figures=Markup(pictures.figures), own_scripts=OWN_SCRIPTS,  # noqa: S704
    )  # fmt: skip


def _contents(charts: list[ChartTold], text: str, words: Any) -> list[tuple[str, str]]:
    """(id, name) of each section."""
    named = [(f"chart-{one.number}", one.view.title) for one in charts]
    return [*named, *([("text", text)] if text else []), ("method", words.say("report.method"))]
