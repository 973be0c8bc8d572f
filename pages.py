"""Site: the answers of one app, documents for readers and figures for Dash."""

from collections.abc import Callable
from datetime import date
from typing import Any

import flask
from flask import Response, request
from werkzeug.exceptions import MethodNotAllowed

from charts import EDITION_BEFORE, ChartNotFound
from charts.options import read_options
from components import (
    explore_page,
    front_page,
    method_page,
    record_answer_page,
    share_chart_page,
    share_panel,
    share_set_page,
)
from components.document_app import DocumentApp
from components.error_page import error_page
from components.explore_address import ExploreAddress
from components.share_items import One
from components.share_set import SetAddress
from components.share_takes import START, kinds
from components.share_takes import options_of as kind_options
from data.pinned import PARAMETER, edition_against, edition_asked, edition_number, edition_shown
from data.selection import BadParameter, BadSelection
from data.store import EditionNotFound, Store
from exports import json
from exports.formats import SET_FORMATS
from exports.names import standing_alone
from routes.asked import read
from routes.asked_set import read_set
from routes.export_set import file_name_of
from routes.refusals import as_json, refusal
from routes.renamed import present
from settings import Settings
from texts.spoken import language_of
from texts.words import Words

# Dash draws into these, whichever page they stand on.
SLOTS = (*front_page.SLOTS, *explore_page.SLOTS)
EXPLORE, SHARE = "/explore", "/share"


class Site:
    """`page` methods are views of Flask; `told` wraps those whose address may be refused."""

    def __init__(
        self, app: DocumentApp, settings: Settings, store: Store, today: Callable[[], date], pictures: bool = False
    ) -> None:
        """`pictures`: whether the server has a browser that makes them."""
        self.app, self.settings, self.store, self.today, self.pictures = app, settings, store, today, pictures

    def words(self) -> Words:
        asked = request.args.get("lang", "")
        return Words(language_of(asked, request.accept_languages.values(), self.settings.language))

    def shown(self, query: list[tuple[str, str]], made: int | None = None) -> front_page.Shown:
        """`made`: the edition that an open page was made from. Raises BadSelection and EditionNotFound."""
        language = language_of(dict(query).get("lang", ""), request.accept_languages.values(), self.settings.language)
        address = front_page.read_address(query, language)
        words = Words(address.language)
        edition = edition_shown(self.store, address.edition, made)
        return front_page.Shown(
            edition, address, words, self.settings, self.today(), self.store.current(), self.pictures
        )

    def front(self) -> Response:
        shown = self.shown(list(request.args.items(multi=True)))
        return _document(front_page.document(shown, self.app.pieces()), shown.words)

    def explored(self, query: list[tuple[str, str]], made: int | None = None) -> explore_page.Explored:
        """As `shown`, of the page for analysts."""
        language = language_of(dict(query).get("lang", ""), request.accept_languages.values(), self.settings.language)
        address, store = ExploreAddress.read(query, language), self.store
        edition = edition_shown(store, address.edition, made)
        against = edition_against(store, address.against, edition, address.chart in EDITION_BEFORE)
        return explore_page.Explored(
            edition, address, Words(address.language), self.settings, self.today(), store.current(),
            tuple(store.editions()), against, self.pictures,
        )  # fmt: skip

    def explore(self) -> Response:
        shown = self.explored(list(request.args.items(multi=True)))
        return _document(explore_page.document(shown, self.app.pieces()), shown.words)

    def explore_json(self) -> Response:
        try:
            told = explore_page.as_json(self.explored(list(request.args.items(multi=True))))
        except (BadSelection, EditionNotFound) as error:
            return as_json(refusal(error, self.words()))
        return Response(json.text(told), headers={"Cache-Control": "no-cache"}, mimetype="application/json")

    def method(self) -> Response:
        words, problems = self.words(), list[BadParameter]()
        number = edition_number(request.args.get(PARAMETER, ""), problems)
        if problems:
            raise BadSelection(problems)
        edition, newest = edition_asked(self.store, number), self.store.current()
        html = method_page.method_page(
            edition, words, self.settings, self.store.editions(), pinned=number, newest=newest
        )
        return _document(html, words)

    def record(self, dataset: str, record_id: str) -> Response:
        words, asked = self.words(), request.args.get(PARAMETER, "")
        html, status = record_answer_page.answer(self.store, dataset, record_id, asked, words, self.settings)
        return _document(html, words, status)

    def share_set(self) -> Response:
        words, settings = self.words(), self.settings
        options = SET_FORMATS["deck", "pptx"].options
        asked = read_set(request.args, words, options)
        edition, today = edition_asked(self.store, asked.pinned), self.today()
        ones = tuple(
            One(name, one.chart, standing_alone(one.view(self.store, today), words), one.query, one.options)
            for name, one in zip(asked.names, asked.asked, strict=True)
        )
        names = {f"{f.name}.{f.extension}": file_name_of(f, asked, self.store) for f in SET_FORMATS.values()}
        shown = share_set_page.Together(
            SetAddress.of(asked.query, [(one.name, one.default) for one in options]),
            ones,
            edition,
            asked.pinned,
            words,
            settings,
            names,
            self.pictures,
        )
        return _document(share_set_page.document(shown), words)

    def share_chart(self, chart: str) -> Response:
        words, problems = self.words(), list[BadParameter]()
        panel = read_options(share_panel.OPTIONS, request.args, problems)
        there, taken_in = kinds(self.settings.embeds), panel[share_panel.TAKEN_IN] or words.language
        kind = panel[share_panel.KIND] if panel[share_panel.KIND] in there else START
        # The chart is asked for in the language in which it is taken.
        query = request.args.copy()
        query["lang"] = taken_in
        asked = read(chart, query, Words(taken_in), kind_options(kind))
        if problems:
            raise BadSelection(problems)
        edition, handed = asked.edition(self.store), asked.handed(self.store, self.today(), self.settings)
        own = (*asked.selection.query(), *asked.chosen)
        shared = share_panel.Shared(handed, own, kind, there, edition.number, words, taken_in)
        return _document(share_chart_page.document(shared, edition, self.settings, self.pictures), words)

    def repaint(self, asked: dict[str, Any]) -> list[Any]:
        """What Dash shows for an address: figures and parts of the document."""
        if not isinstance(asked, dict) or not isinstance(asked.get("search"), str):
            flask.abort(400)  # nothing that a page of ours asks
        path = str(asked.get("path"))
        # A view that a browser kept may be older than a name.
        made, query = asked.get("made"), present(path, front_page.query_of(asked["search"]))[1]
        made = made if isinstance(made, int) else None
        how = bool(asked.get("narrow")), bool(asked.get("first"))
        try:
            if path == EXPLORE:
                *charts, told = explore_page.answer(self.explored(query, made), *how)
                return [*[None] * len(front_page.SLOTS), *charts, told]
            *charts, told = front_page.answer(self.shown(query, made), *how)
            return [*charts, *[None] * len(explore_page.SLOTS), told]
        except BadSelection:
            flask.abort(400)
        except EditionNotFound:
            flask.abort(503)

    def told(self, page: Callable[..., Response]) -> Callable[..., Response]:
        """A page, or the one that says why its address cannot be answered."""

        def answer(**values: str) -> Response:
            try:
                return page(**values)
            except BadSelection as bad:
                return self._error("bad_address", 400, tuple(bad.problems))
            except ChartNotFound:
                return self._error("not_found", 404)
            except EditionNotFound:
                return self._error("nothing_published", 503)

        return answer

    def not_found(self) -> Response:
        return self._error("not_found", 404)

    def only_read(self, error: MethodNotAllowed) -> Response:
        response = self._error("only_read", 405)
        response.allow.update(error.valid_methods or ())
        return response

    def broken(self, _error: Exception) -> Response:
        return self._error("broken", 500)

    def _error(self, kind: str, status: int, problems: tuple[BadParameter, ...] = ()) -> Response:
        words = self.words()
        return _document(error_page(kind, words, self.settings, problems), words, status)


def _document(html: str, words: Words, status: int = 200) -> Response:
    headers = {"Content-Language": words.language, "Vary": "Accept-Language", "Cache-Control": "no-cache"}
    return Response(html, status, headers, mimetype="text/html")
