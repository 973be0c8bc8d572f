"""/template/<kind>.xlsx?lang=: a workbook to fill in, in the reader's language."""

from functools import cache
from typing import Any

from flask import Flask, Response, request

from data.selection import BadParameter, BadSelection
from data.template import KINDS
from data.template.workbook import file_name, workbook
from exports.names import attachment
from routes.asked import words_of
from routes.refusals import Refusal, as_text, refusal
from texts.words import LANGUAGES, Words

FORMATS = ("xlsx",)
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# The same until the next release; asked for again after an hour, answered by ETag.
HEADERS = {"Cache-Control": "public, max-age=3600", "Vary": "Accept-Language"}


def register(server: Flask, settings: Any) -> None:
    def template(kind: str, extension: str) -> Response:
        return answer(kind, extension, settings.language)

    server.add_url_rule("/template/<kind>.<extension>", "template", template, methods=["GET"])


def answer(kind: str, extension: str, default: str) -> Response:
    words = words_of(request.args, request.accept_languages.values(), default)
    if refused := _refused(kind, extension, words):
        return as_text(refused)
    response = Response(_workbook(kind, words), mimetype=TYPE, headers=HEADERS)
    response.headers["Content-Language"] = words.language
    response.headers.set("Content-Disposition", "attachment", **attachment(file_name(kind, words)))
    response.add_etag()
    response.make_conditional(request)
    return response


def _refused(kind: str, extension: str, words: Words) -> Refusal | None:
    """Why there is no such file; None when there is."""
    if kind not in KINDS:
        return Refusal(404, "template_not_found", words.say("embed.no_template", name=kind[:60]), choices=KINDS)
    if extension not in FORMATS:
        title = words.say("embed.no_template_format", name=extension[:20], formats=", ".join(FORMATS))
        return Refusal(404, "format_not_found", title, choices=FORMATS)
    language = request.args.get("lang", "")
    if language and language not in LANGUAGES:
        return refusal(BadSelection([BadParameter("lang", language[:60], "embed.no_value", LANGUAGES)]), words)
    return None


@cache
def _workbook(kind: str, words: Words) -> bytes:
    """Made once for each kind and language."""
    return workbook(kind, words)
