"""/embed/<chart>?<selection>: one chart as a light page of its own, for other people's sites and slides."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from flask import Flask, Response, redirect, request
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from charts import ChartNotFound
from charts.config import GRAPH_CONFIG, PLOTLY_LOCALES
from charts.sentences import recorded
from charts.view import View
from data.frame import Edition
from data.selection import BadSelection
from data.store import EditionNotFound, Store
from exports.json import for_html
from exports.picture import source_line
from routes.asked import Asked, kept_for, read, renamed, words_of
from routes.refusals import Refusal, refusal
from texts.words import Words

ASSETS = Path(__file__).parent.parent / "assets"
TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True, undefined=StrictUndefined,
    trim_blocks=True, lstrip_blocks=True,
)  # fmt: skip
STYLES = ("fonts.css", "embed.css", "dark_charts.css")


def register(server: Flask, settings: Any, store: Store, today: Callable[[], date]) -> None:
    def embed(chart: str) -> Any:
        if new := renamed(chart):
            query = f"?{request.query_string.decode()}" if request.query_string else ""
            return redirect(f"/embed/{new}{query}", 301)
        return answer(chart, settings, store, today())

    server.add_url_rule("/embed/<chart>", "embed", embed, methods=["GET"])


def answer(chart: str, settings: Any, store: Store, today: date) -> Response:
    words = words_of(request.args, request.accept_languages.values(), settings.language)
    try:
        asked = read(chart, request.args, words)
        edition = asked.edition(store)
        wide, narrow = asked.view(store, today), asked.view(store, today, narrow=True)
        html = document(asked, edition, wide, narrow, settings)
    except (BadSelection, ChartNotFound, EditionNotFound) as error:
        refused = refusal(error, words)
        response = Response(refusal_document(refused, words), refused.status, mimetype="text/html")
        response.headers["Cache-Control"] = "no-store"
        return response
    headers = {"Cache-Control": kept_for(asked.pinned), "Vary": "Accept-Language", "Content-Language": words.language}
    response = Response(html, headers=headers, mimetype="text/html")
    response.add_etag()
    response.make_conditional(request)
    return response


def document(asked: Asked, edition: Edition, wide: View, narrow: View, settings: Any) -> str:
    """The page. Its table is there before any script; the script draws `wide` or `narrow`, by the width it finds."""
    words = asked.words
    figures = {
        "wide": wide.figure,
        "narrow": narrow.figure,
        "config": GRAPH_CONFIG | {"locale": PLOTLY_LOCALES[words.language]},
    }
    return TEMPLATES.get_template("embed.html.j2").render(
        say=words.say, words=words, view=wide, narrow_height=narrow.height, table=_cells(wide, words),
        source=source_line(wide, words) if wide.sources else "", site_name=settings.site_name,
        page=asked.page(settings.public_url), pinned=_pinned(asked, edition),
        figures=for_html(figures), styles=styles(), asset=asset,
    )  # fmt: skip


def _pinned(asked: Asked, edition: Edition) -> dict[str, str] | None:
    """What an embed says of an edition that it holds fast. That is true for ever, so that the page may be kept long."""
    if asked.pinned is None:
        return None
    said = asked.words.say("embed.pinned", edition=str(edition.number), published=edition.published_at.date())
    return {"said": said, "link": f"/embed/{asked.chart}?{replace(asked, pinned=None).query}"}


def refusal_document(refused: Refusal, words: Words) -> str:
    links = [(name, f"/embed/{name}?lang={words.language}") for name in refused.choices]
    return TEMPLATES.get_template("refused.html.j2").render(words=words, refused=refused, links=links, styles=styles())


@cache
def asset(path: str) -> str:
    """The address of a file in assets/ with a mark of its content, so that it may be kept for ever (routes/kept.py)."""
    return f"/assets/{path}?v={hashlib.sha256((ASSETS / path).read_bytes()).hexdigest()[:12]}"


@cache
def styles() -> str:
    """The style sheets, to stand in the page itself: 3 kB compressed that the first paint need not wait for."""
    return "\n".join((ASSETS / name).read_text(encoding="utf-8") for name in STYLES)


def _cells(view: View, words: Words) -> list[list[tuple[str, str, str]]]:
    """The table in words: (text, kind, link) for each cell."""
    kinds = [column.kind for column in view.table.columns]
    minima = view.table.minima
    return [
        [
            _cell(words.say("charts.at_least", number=value) if (i, j) in minima else value, kinds[j], words)
            for j, value in enumerate(row)
        ]
        for i, row in enumerate(view.table.rows)
    ]


def _cell(value: Any, kind: str, words: Words) -> tuple[str, str, str]:
    if value is None:
        return recorded(None, words), f"{kind} missing", ""
    if kind == "link":
        parts = urlsplit(value)
        host = parts.hostname if parts.scheme in ("http", "https") else None
        return (host.removeprefix("www."), kind, value) if host else (value, kind, "")
    if isinstance(value, date):
        return words.date(value), kind, ""
    return (words.number(value) if isinstance(value, int | float) else str(value)), kind, ""
