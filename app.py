"""Puts the rooms together: create_app for tests, `server` for gunicorn and waitress, and the command line."""

import argparse
import gc
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import flask
import waitress
from flask import Flask, Response, request
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import MethodNotAllowed
from werkzeug.middleware.proxy_fix import ProxyFix

import routes
import routes.staff
from accounts import Accounts
from accounts.commands import tell_first_link
from charts import ALL_CHARTS, CHARTS, EDITION_BEFORE, ChartNotFound
from components import explore_page, front_page, graphs, method_page, record_answer_page
from components import staff as staff_pages
from components.document_app import DocumentApp
from components.error_page import error_page
from components.explore_address import ExploreAddress
from components.portal import Portal
from data.drafts import Desk, Reading
from data.pinned import PARAMETER, edition_against, edition_asked, edition_number, edition_shown
from data.selection import BadParameter, BadSelection, sentence
from data.store import EditionNotFound, Store, StoreError
from data.store.seed import Loaded, load_shipped
from exports import csv, json
from exports.names import file_name
from routes.asked import read
from routes.refusals import as_json, refusal
from settings import Settings, SettingsError
from texts import awareness
from texts.command_line import WRONG_USAGE, Parser
from texts.spoken import language_of, of_terminal
from texts.words import LANGUAGES, Words

FAILED = 1
# Dash draws into these, whichever page they stand on.
SLOTS = (*front_page.SLOTS, *explore_page.SLOTS)
EXPLORE = "/explore"


class Site:
    """The answers of one app: documents for readers, figures for Dash."""

    def __init__(self, app: DocumentApp, settings: Settings, store: Store, today: Callable[[], date]) -> None:
        self.app, self.settings, self.store, self.today = app, settings, store, today

    def words(self) -> Words:
        asked = request.args.get("lang", "")
        return Words(language_of(asked, request.accept_languages.values(), self.settings.language))

    def shown(self, query: list[tuple[str, str]], made: int | None = None) -> front_page.Shown:
        """`made`: the edition that an open page was made from. Raises BadSelection and EditionNotFound."""
        language = language_of(dict(query).get("lang", ""), request.accept_languages.values(), self.settings.language)
        address = front_page.read_address(query, language)
        words = Words(address.language)
        edition = edition_shown(self.store, address.edition, made)
        return front_page.Shown(edition, address, words, self.settings, self.today(), self.store.current())

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
            tuple(store.editions()), against,
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

    def repaint(self, asked: dict[str, Any]) -> list[Any]:
        """What Dash shows for an address: figures and parts of the document."""
        if not isinstance(asked, dict) or not isinstance(asked.get("search"), str):
            flask.abort(400)  # nothing that a page of ours asks
        made, query = asked.get("made"), front_page.query_of(asked["search"])
        made = made if isinstance(made, int) else None
        how = bool(asked.get("narrow")), bool(asked.get("first"))
        try:
            if asked.get("path") == EXPLORE:
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


def create_app(
    settings: Settings, store: Store | None = None, today: Callable[[], date] = date.today,
    accounts: Accounts | None = None,
) -> DocumentApp:  # fmt: skip
    """The whole site. Tests hand in a store, a day and accounts; servers leave them out."""
    store = store or opened(settings)[0]
    server: Any = Flask("minetall", static_folder=None)
    if settings.proxies:
        server.wsgi_app = ProxyFix(server.wsgi_app, x_for=settings.proxies, x_proto=0, x_host=0)
    server.config |= {"COMPRESS_ALGORITHM": ["br", "gzip"], "COMPRESS_BR_LEVEL": 4, "COMPRESS_LEVEL": 4}
    app = DocumentApp(
        "app", server=server, compress=True, serve_locally=True, update_title="", title=settings.site_name,
        enable_mcp=False, include_assets_files=False, suppress_callback_exceptions=True, add_log_handler=False,
    )  # fmt: skip
    app.layout = graphs.layout(Portal, SLOTS)
    site = Site(app, settings, store, today)
    pages = {"/": site.front, "/method": site.method, EXPLORE: site.explore}
    app.pages = {path: site.told(page) for path, page in pages.items()} | {f"{EXPLORE}.json": site.explore_json}
    app.missing = site.not_found
    server.add_url_rule("/record/<dataset>/<record_id>", "record", site.told(site.record))
    graphs.register_callbacks(app, SLOTS, site.repaint)
    server.register_error_handler(405, site.only_read)
    server.register_error_handler(500, site.broken)
    routes.register(server, settings, store, today, app.csp_hashes())
    if settings.staff:
        desk = Desk.of(store, settings, today)
        app.reading = Reading(desk)
        server.before_request(app.reading.start)
        routes.staff.register(server, settings, store, accounts or Accounts(store), desk, staff_pages, today)
    return app


def opened(settings: Settings) -> tuple[Store, Loaded]:
    """The store of the settings, filled with the shipped spreadsheets and text when it is empty."""
    store = Store.open(settings.store)
    return store, load_shipped(store, {language: awareness.seed(language) for language in LANGUAGES})


def settle() -> None:
    """What was made at the start stays to the end: looking through it for waste costs a reader 100 ms now and then."""
    gc.collect()
    gc.freeze()


def __getattr__(name: str) -> Any:
    """`app:server` is made when it is asked for, so that importing this module opens nothing."""
    if name != "server":
        raise AttributeError(name)
    settings = Settings.read(os.environ)
    globals()[name] = create_app(settings, opened(settings)[0]).server
    settle()
    return globals()[name]


def serve(settings: Settings, words: Words) -> int:
    """Serves until Ctrl+C. The port is taken first: that it is in use is said before anything is loaded."""
    site: list[DocumentApp] = []
    try:
        listener = waitress.create_server(
            lambda *call: site[0].server(*call),
            host=settings.host,
            port=settings.port,
            threads=settings.threads,
            # waitress would take the header away from which ProxyFix reads whom the proxies speak for.
            clear_untrusted_proxy_headers=not settings.proxies,
        )
    except OSError as error:
        print(words.say("run.port", port=str(settings.port), reason=error.strerror or str(error)), file=sys.stderr)
        return FAILED
    store, loaded = opened(settings)
    site.append(create_app(settings, store))
    for key, records in loaded.records.items():
        print(words.say("run.loaded", count=records, dataset=key))
    print(words.say("run.store", edition=str(store.current().number), store=settings.store))
    print(words.say("run.address", address=f"http://{settings.host}:{settings.port}"), flush=True)
    if settings.staff:
        tell_first_link(Accounts(store), settings, words)
    settle()
    listener.run()
    return 0


def export(args: argparse.Namespace, settings: Settings, words: Words) -> int:
    """Writes each chart that is named, or all of them, as a file."""
    target = Path(args.output)
    as_file = target.suffix == f".{args.format}"
    if as_file and len(args.charts) != 1:
        print(words.say("run.one_file", file=str(target)), file=sys.stderr)
        return WRONG_USAGE
    store = opened(settings)[0]
    for chart in args.charts or CHARTS:
        asked = read(chart, MultiDict(parse_qsl(args.query)), words)
        view, address = asked.view(store, date.today()), asked.page(settings.public_url)
        if args.format == "csv":
            content = csv.document(view, words, address)
        else:
            content = json.text(json.document(view, words.language, asked.selection.query(), address)).encode()
        path = target if as_file else target / file_name(view, asked.selection, words, args.format)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        print(path)
    return 0


def parser(words: Words) -> argparse.ArgumentParser:
    root = Parser(prog="python app.py", description=words.say("run.about"))
    commands = root.add_subparsers(dest="command", metavar="COMMAND")
    commands.add_parser("serve", help=words.say("run.serve"))
    command = commands.add_parser("export", help=words.say("run.export"), description=words.say("run.export"))
    charts = words.say("run.export.charts", charts=", ".join(ALL_CHARTS))
    command.add_argument("charts", nargs="*", metavar="CHART", help=charts)
    command.add_argument("--format", choices=("csv", "json"), default="csv", help=words.say("run.export.format"))
    command.add_argument("--lang", choices=LANGUAGES, default=words.language, help=words.say("run.export.lang"))
    command.add_argument("--query", default="", help=words.say("run.export.query"))
    command.add_argument("--output", default=".", help=words.say("run.export.output"))
    return root


def main(arguments: Sequence[str]) -> int:
    try:
        settings = Settings.read(os.environ)
    except SettingsError as error:
        print(error, file=sys.stderr)
        return WRONG_USAGE
    words = Parser.words = Words(of_terminal(os.environ, settings.language))
    args = parser(words).parse_args(arguments)
    try:
        if args.command != "export":
            return serve(settings, words)
        words = Words(args.lang)
        return export(args, settings, words)
    except BadSelection as bad:
        problems = [sentence(problem, words) for problem in bad.problems]
    except ChartNotFound as unknown:
        problems = [words.say("run.no_chart", chart=str(unknown.args[0]), charts=", ".join(ALL_CHARTS))]
    except StoreError as error:
        print(words.say(error.message, **error.params), file=sys.stderr)
        return FAILED
    except OSError as error:
        print(words.say("run.not_written", reason=str(error)), file=sys.stderr)
        return FAILED
    print("\n".join(problems), file=sys.stderr)
    return WRONG_USAGE


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
