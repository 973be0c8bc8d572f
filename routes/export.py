"""/export/<chart>.<format>?<selection>: the numbers of a chart as a file, for people (csv, xlsx) and programs (json).

json with picture=1 is the finished picture of the chart, for the browser to draw (assets/picture.js). csv takes
headings=keys and separator=semicolon (exports/csv.py).
"""

from collections.abc import Callable
from datetime import date
from typing import Any

from flask import Flask, Response, redirect, request

from charts import ChartNotFound
from charts.view import View
from data.selection import BadParameter, BadSelection
from data.store import EditionNotFound, Store
from exports import csv, json, workbook
from exports.names import attachment, file_name
from exports.picture import picture
from routes.asked import Asked, kept_for, read, renamed, words_of
from routes.refusals import Refusal, as_json, as_text, refusal

FORMATS = ("csv", "json", "xlsx")
# The figures are public: a script of any site may fetch them.
HEADERS = {"Access-Control-Allow-Origin": "*", "Vary": "Accept-Language"}


def register(server: Flask, settings: Any, store: Store, today: Callable[[], date]) -> None:
    def export(chart: str, extension: str) -> Any:
        if new := renamed(chart):
            query = f"?{request.query_string.decode()}" if request.query_string else ""
            return redirect(f"/export/{new}.{extension}{query}", 301)
        return answer(chart, extension, settings, store, today())

    server.add_url_rule("/export/<chart>.<extension>", "export", export, methods=["GET"])


def answer(chart: str, extension: str, settings: Any, store: Store, today: date) -> Response:
    words = words_of(request.args, request.accept_languages.values(), settings.language)
    refuse = as_json if extension == "json" else as_text
    if extension not in FORMATS:
        title = words.say("embed.no_format", name=extension[:20], formats=", ".join(FORMATS))
        return refuse(Refusal(404, "format_not_found", title, choices=FORMATS))
    try:
        asked = read(chart, request.args, words)
        view = asked.view(store, today)
        response = _WRITERS[extension](view, asked, settings.public_url)
    except (BadSelection, ChartNotFound, EditionNotFound) as error:
        return refuse(refusal(error, words))
    response.headers.extend(HEADERS)
    response.headers["Cache-Control"] = kept_for(asked)
    response.headers["Content-Language"] = words.language
    response.add_etag()
    response.make_conditional(request)
    return response


def _json(view: View, asked: Asked, public_url: str) -> Response:
    words, address = asked.words, asked.page(public_url)
    if request.args.get("picture") == "1":
        document = picture(view, words, address, file_name(view, asked.selection, words))
    else:
        document = json.document(view, words.language, asked.selection.query(), address)
    return Response(json.text(document), mimetype="application/json")


def _csv(view: View, asked: Asked, public_url: str) -> Response:
    headings = _choice("headings", csv.HEADINGS)
    separator = csv.SEPARATORS[_choice("separator", tuple(csv.SEPARATORS))]
    body = csv.document(view, asked.words, asked.page(public_url), headings, separator)  # type: ignore[arg-type]
    response = Response(body, mimetype="text/csv")
    name = file_name(view, asked.selection, asked.words, "csv")
    response.headers.set("Content-Disposition", "attachment", **attachment(name))
    return response


def _xlsx(view: View, asked: Asked, public_url: str) -> Response:
    response = Response(workbook.document(view, asked.words, asked.page(public_url)), mimetype=_WORKBOOK)
    name = file_name(view, asked.selection, asked.words, "xlsx")
    response.headers.set("Content-Disposition", "attachment", **attachment(name))
    return response


_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_WRITERS = {"csv": _csv, "json": _json, "xlsx": _xlsx}


def _choice(name: str, allowed: tuple[str, ...]) -> str:
    """A parameter with few values, the first of them the default. Raises BadSelection."""
    value = request.args.get(name) or allowed[0]
    if value not in allowed:
        raise BadSelection([BadParameter(name, value[:60], "embed.no_value", allowed)])
    return value
