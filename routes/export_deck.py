"""POST /export/deck.pptx: the deck on a PowerPoint template that is sent along, which is not kept.

A multipart form with `template`, a .pptx or .potx of up to 30 MB. What GET takes (charts, lang, length, text, limits of
the charts ...) stands in the address or in further fields of the form; a field goes before the address. The answer is
the file, or 400 with a sentence that says what is wrong with the template or the address, 413 where it is too large,
503 where too many are being read.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

from flask import Flask, Response, request
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import RequestEntityTooLarge

from data.selection import BadSelection
from data.store import EditionNotFound, Store
from exports.deck.document import on_template
from exports.formats import SET_FORMATS
from exports.slide_template.taking_in import LIMITS, BadTemplate, taken_in
from routes.asked import words_of
from routes.asked_set import read_set
from routes.export import file
from routes.export_set import file_name_of
from routes.refusals import Refusal, as_text, refusal

# The file, and a megabyte for the fields and what divides them.
LARGEST_BODY = LIMITS.bytes + (1 << 20)
FIELD = "template"
# Fields of a form that ask for nothing.
NOT_ASKED = (FIELD, "csrf_token")


def register(server: Flask, settings: Any, store: Store, today: Callable[[], date]) -> None:
    """Without a token: the form changes nothing here and keeps nothing, and what it gives is there for everybody.

    Other sites' pages cannot send it all the same (own_site.py), since reading a template costs something.
    """

    def export() -> Response:
        request.max_content_length = LARGEST_BODY
        return answer(settings, store, today())

    server.add_url_rule("/export/deck.pptx", "export deck.pptx on a template", export, methods=["POST"])


def answer(settings: Any, store: Store, today: date) -> Response:
    words = words_of(request.args, request.accept_languages.values(), settings.language)
    format = SET_FORMATS["deck", "pptx"]
    try:
        query = _query()
        words = words_of(query, request.accept_languages.values(), settings.language)
        asked = read_set(query, words, format.options)
        name = file_name_of(format, asked, store)
        handed = asked.handed(store, today, settings, name)
        sent = request.files.get(FIELD)
        if sent is None or not sent.filename:
            return as_text(Refusal(400, "no_template", words.say("deck.no_file")))
        response = file(format, on_template(handed, taken_in(sent.read())), name)
    except RequestEntityTooLarge:
        return as_text(refusal(BadTemplate.too_large(), words))
    except (BadSelection, EditionNotFound, BadTemplate) as error:
        return as_text(refusal(error, words))
    response.headers["Cache-Control"] = "no-store"
    response.headers["Content-Language"] = words.language
    return response


def _query() -> MultiDict[str, str]:
    """The address, with the fields of the form in the place of parameters of the same name."""
    query = MultiDict(list(request.args.items(multi=True)))
    for name in request.form:
        if name not in NOT_ASKED:
            query.setlist(name, request.form.getlist(name))
    return query
