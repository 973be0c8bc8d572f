"""/embed/<chart>?<selection>: one chart as a light page of its own, and .json: the figures it draws when it is used."""

from collections.abc import Callable
from datetime import date
from typing import Any

from flask import Flask, Response, request

from charts import ChartNotFound
from charts.config import GRAPH_CONFIG, PLOTLY_LOCALES
from data.selection import BadSelection
from data.store import EditionNotFound, Store
from exports import json
from exports.embed_code import OPTIONS, SCRIPT
from routes.asked import Asked, kept_for, read, words_of
from routes.embed_page import ASSETS, document, refusal_document
from routes.refusals import as_json, refusal
from routes.stills import Stills


def register(server: Flask, settings: Any, store: Store, today: Callable[[], date], stills: Stills) -> None:
    def embed(chart: str) -> Response:
        return answer(chart, settings, store, today(), stills)

    def figures(chart: str) -> Response:
        return drawn(chart, settings, store, today())

    server.add_url_rule("/embed/<chart>", "embed", embed, methods=["GET"])
    server.add_url_rule("/embed/<chart>.json", "embed_figures", figures, methods=["GET"])
    server.add_url_rule(SCRIPT, "embed_script", script, methods=["GET"])


def answer(chart: str, settings: Any, store: Store, today: date, stills: Stills) -> Response:
    words = words_of(request.args, request.accept_languages.values(), settings.language)
    try:
        asked = read(chart, request.args, words, OPTIONS)
        handed = asked.handed(store, today, settings)
        edition = asked.edition(store)
    except (BadSelection, ChartNotFound, EditionNotFound) as error:
        refused = refusal(error, words)
        response = Response(refusal_document(refused, words), refused.status, mimetype="text/html")
        response.headers["Cache-Control"] = "no-store"
        return response
    pictures = stills.found(handed)
    html = document(handed, edition, pictures, stills.possible)
    headers = {"Vary": "Accept-Language", "Content-Language": words.language}
    response = Response(html, headers=headers, mimetype="text/html")
    if asked.dataset and asked.dataset not in edition.frames:
        # As the API answers; a frame shows all the same what is said here in words.
        response.status_code = 404
        response.headers["Cache-Control"] = "no-store"
        return response
    # A page whose pictures are still being made is not kept: the next one has them.
    waiting = stills.possible and not pictures and not handed.view.empty
    response.headers["Cache-Control"] = "no-cache" if waiting else kept_for(asked.pinned)
    response.add_etag()
    response.make_conditional(request)
    return response


def drawn(chart: str, settings: Any, store: Store, today: date) -> Response:
    """{wide, narrow, config}. The page asks for them with its own edition, so that words and marks stay the same."""
    words = words_of(request.args, request.accept_languages.values(), settings.language)
    try:
        asked = read(chart, request.args, words)
        told = figures_of(asked, store, today)
    except (BadSelection, ChartNotFound, EditionNotFound) as error:
        return as_json(refusal(error, words))
    response = Response(json.text(told), mimetype="application/json")
    response.headers.extend({"Vary": "Accept-Language", "Cache-Control": kept_for(asked.pinned)})
    response.add_etag()
    response.make_conditional(request)
    return response


def figures_of(asked: Asked, store: Any, today: date) -> dict[str, Any]:
    config = GRAPH_CONFIG | {"locale": PLOTLY_LOCALES[asked.words.language], "responsive": False}
    wide, narrow = asked.view(store, today), asked.view(store, today, narrow=True)
    return {"wide": wide.figure, "narrow": narrow.figure, "config": config}


def script() -> Response:
    """For sites that embed: gives each of our frames the height that the page in it says. An address for ever."""
    text = (ASSETS / "embed_frame.js").read_text(encoding="utf-8")
    response = Response(text, mimetype="text/javascript")
    response.headers["Cache-Control"] = "public, max-age=86400"
    response.add_etag()
    response.make_conditional(request)
    return response
