"""/export/<chart>.<format>?<selection>: a chart as a file of any format there is (exports/formats.py)."""

from collections.abc import Callable
from datetime import date
from typing import Any
from urllib.parse import urlencode

from flask import Flask, Response, request

from charts import ChartNotFound
from data.frame import Edition
from data.selection import BadSelection
from data.store import EditionNotFound, Store
from exports.browser import Browser, NoBrowser
from exports.formats import FORMATS, Format
from exports.handed import Handed
from exports.kept_files import KeptFiles
from exports.names import attachment
from exports.slide_template.taking_in import BadTemplate
from routes import without_browser
from routes.asked import Asked, kept_for, read, words_of
from routes.kept_answers import kept_answer
from routes.refusals import Refusal, as_json, as_text, refusal
from texts.words import Words

# The figures are public: a script of any site may fetch them.
HEADERS = {"Access-Control-Allow-Origin": "*", "Vary": "Accept-Language"}


def register(
    server: Flask, settings: Any, store: Store, today: Callable[[], date], browser: Browser, kept: KeptFiles
) -> None:
    def export(chart: str, extension: str) -> Response:
        return answer(chart, extension, settings, store, today(), browser, kept)

    server.add_url_rule("/export/<chart>.<extension>", "export", export, methods=["GET"])


def answer(
    chart: str, extension: str, settings: Any, store: Store, today: date, browser: Browser, kept: KeptFiles
) -> Response:
    words = words_of(request.args, request.accept_languages.values(), settings.language)
    refuse = as_json if extension == "json" else as_text
    if extension not in FORMATS:
        title = words.say("embed.no_format", name=extension[:20], formats=", ".join(FORMATS))
        return refuse(Refusal(404, "format_not_found", title, choices=tuple(FORMATS)))
    format = FORMATS[extension]
    try:
        asked = read(chart, request.args, words, format.options)
        handed = asked.handed(store, today, settings)
        body = _made(format, asked, handed, asked.edition(store), today, browser, kept)
        response = file(format, body, handed.name)
    except NoBrowser as error:
        return without_browser.answer(error, words, without_browser.instead_of_chart(asked, settings.public_url))
    except (BadSelection, BadTemplate, ChartNotFound, EditionNotFound) as error:
        return refuse(refusal(error, words))
    return public(response, asked.pinned, words)


def _made(
    format: Format, asked: Asked, handed: Handed, edition: Edition, today: date, browser: Browser, kept: KeptFiles
) -> bytes:
    """What the browser makes it keeps by itself."""
    if format.quick or format.browser:
        return format.write(handed, browser)
    question = f"{handed.query}&{urlencode(asked.format_options)}"
    name = f"{asked.chart}.{format.extension}"
    return kept_answer(kept, name, question, edition, today, handed.settings, lambda: format.write(handed, browser))


def public(response: Response, pinned: int | None, words: Words) -> Response:
    """The answer with what others may do: fetch it from their pages, keep it a while, ask whether it changed."""
    response.headers.extend(HEADERS)
    response.headers["Cache-Control"] = kept_for(pinned)
    response.headers["Content-Language"] = words.language
    response.add_etag()
    response.make_conditional(request)
    return response


def file(format: Any, body: bytes, name: str) -> Response:
    """The answer that is saved under a name, or shown where the format is for that. `format`: a Format or SetFormat."""
    response = Response(body, mimetype=format.mimetype)
    kind = "inline" if format.inline else "attachment"
    if format.extension != "json":
        response.headers.set("Content-Disposition", kind, **attachment(f"{name}.{format.extension}"))
    return response
