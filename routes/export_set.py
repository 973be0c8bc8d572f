"""/export/<set>.<format>?charts=...: several charts as one file, or the text (exports/formats.py, SET_FORMATS)."""

from collections.abc import Callable
from datetime import date
from typing import Any

from flask import Flask, Response, request

from data.pinned import edition_asked
from data.selection import BadSelection
from data.store import EditionNotFound, Store
from exports.browser import Browser, NoBrowser
from exports.formats import SET_FORMATS, SetFormat
from exports.kept_files import KeptFiles
from exports.names import set_file_name
from exports.slide_template.taking_in import BadTemplate
from routes import without_browser
from routes.asked import words_of
from routes.asked_set import AskedSet, read_set
from routes.export import file, public
from routes.kept_answers import kept_answer
from routes.refusals import as_text, refusal


def register(
    server: Flask, settings: Any, store: Store, today: Callable[[], date], browser: Browser, kept: KeptFiles
) -> None:
    for format in SET_FORMATS.values():
        address = f"{format.name}.{format.extension}"

        def export(format: SetFormat = format) -> Response:
            return answer(format, settings, store, today(), browser, kept)

        server.add_url_rule(f"/export/{address}", f"export {address}", export, methods=["GET"])


def answer(format: SetFormat, settings: Any, store: Store, today: date, browser: Browser, kept: KeptFiles) -> Response:
    words = words_of(request.args, request.accept_languages.values(), settings.language)
    try:
        asked = read_set(request.args, words, format.options)
        edition, name = edition_asked(store, asked.pinned), file_name_of(format, asked, store)

        def make() -> bytes:
            return format.write(asked.handed(store, today, settings, name), browser)

        # A report too: its page costs more than the question whether the browser has printed it.
        kept_as = f"{format.name}.{format.extension}"
        response = file(format, kept_answer(kept, kept_as, asked.question, edition, today, settings, make), name)
    except NoBrowser as error:
        links = without_browser.instead_of_set(words, request.query_string.decode())
        return without_browser.answer(error, words, links)
    except (BadSelection, BadTemplate, EditionNotFound) as error:
        return as_text(refusal(error, words))
    return public(response, asked.pinned, words)


def file_name_of(format: SetFormat, asked: AskedSet, store: Any) -> str:
    """Without its ending. Raises NothingPublished."""
    edition = store.current().number if asked.pinned is None else asked.pinned
    limits = [one.selection for one in asked.asked] if format.charts else []
    return set_file_name(format.name, limits, edition, asked.words)
