"""The offline page of a set: figures, tables, text, faces, the plotting library and the script in one document."""

import base64
from typing import Any, NamedTuple

from markupsafe import Markup

from charts.config import GRAPH_CONFIG, PLOTLY_LOCALES
from exports import csv
from exports.documents import asset, document, style
from exports.handed import Handed
from exports.handed_set import HandedSet
from exports.json import for_html
from exports.set_told import ChartTold, chart_told, edition_line, head_lines, method_told, numbers_told
from exports.text.as_html import article
from exports.text.edition_text import text_of

STYLES = ("minetall.css", "dark_charts.css")
OWN_STYLES = ("text.css", "offline.css")


class SavedFile(NamedTuple):
    """A table to be saved from the page: the name it gets and its data: address."""

    name: str
    data: str


def page(handed: HandedSet) -> bytes:
    """The whole file, UTF-8. Without scripts it shows the tables; with them the charts, one below or after another."""
    words, settings = handed.words, handed.settings
    charts = [chart_told(one, number) for number, one in enumerate(handed.charts, 1)]
    text = text_of(handed.edition, words, settings.public_url, handed.pinned)
    numbers, told = numbers_told(handed), article(text, words, handed.photo, top=2)
    return document(
        "offline.html.j2", words,
        (*map(asset, STYLES), *map(style, OWN_STYLES)), (asset("plotly/plotly.min.js"), style("offline.js")),
        title=words.say("report.title"), site=settings.site_name,
        emergency=settings.emergency_number.strip(), lines=head_lines(handed), address=handed.address,
        numbers=numbers, charts=charts, files=[_saved(one) for one in handed.charts], article=Markup(told),  # noqa: S704
        text_title=text.title, method=method_told(handed), edition=edition_line(handed),
        contents=_contents(charts, numbers["title"], text.title, words), figures=Markup(_figures(charts, words)),  # noqa: S704
    )  # fmt: skip


def _contents(charts: list[ChartTold], numbers: str, text: str, words: Any) -> list[tuple[str, str]]:
    """(id, name) of each section."""
    named = [("numbers", numbers), *((f"chart-{one.number}", one.view.title) for one in charts)]
    if text:
        named.append(("text", text))
    return [*named, ("method", words.say("report.method"))]


def _figures(charts: list[ChartTold], words: Any) -> str:
    """JSON for the script: the config, and for each chart by its id the figure drawn wide and narrow."""
    return for_html({
        "config": GRAPH_CONFIG | {"locale": PLOTLY_LOCALES[words.language], "responsive": False},
        "charts": {
            f"chart-{one.number}": {
                "wide": one.view.figure, "narrow": one.narrow.figure,
                "height": one.view.height, "narrowHeight": one.narrow.height,
            }
            for one in charts if not one.view.empty
        },
    })  # fmt: skip


def _saved(handed: Handed) -> SavedFile:
    content = csv.document(handed.view, handed.words, handed.address)
    return SavedFile(f"{handed.name}.csv", f"data:text/csv;charset=utf-8;base64,{base64.b64encode(content).decode()}")
