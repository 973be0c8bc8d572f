"""Puts the rooms together: create_app for tests, `server` for gunicorn and waitress, and the command line."""

import gc
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any

import waitress
from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

import routes
import routes.staff
from accounts import Accounts
from accounts.commands import tell_first_link
from charts import ALL_CHARTS, ChartNotFound
from command_line import export, parser
from components import graphs
from components import staff as staff_pages
from components.document_app import DocumentApp
from components.portal import Portal
from data.drafts import Desk, Reading
from data.pinned import edition_asked
from data.selection import BadSelection, sentence
from data.store import Store, StoreError
from data.store.seed import Loaded, load_shipped
from exports import kept_files
from exports.browser import Browser, NoBrowser, Without, of_settings
from exports.slide_template.taking_in import BadTemplate, of_file
from pages import EXPLORE, SHARE, SLOTS, Site
from routes.ahead import MADE, Ahead
from routes.stills import Stills
from settings import Settings, SettingsError
from texts import awareness
from texts.command_line import WRONG_USAGE, Parser
from texts.spoken import of_terminal
from texts.words import LANGUAGES, Words

FAILED = 1


def create_app(
    settings: Settings, store: Store | None = None, today: Callable[[], date] = date.today,
    accounts: Accounts | None = None, browser: Browser | None = None,
) -> DocumentApp:  # fmt: skip
    """The whole site. Tests hand in a store, a day, accounts and a browser; servers leave them out."""
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
    browser = browser or of_settings(settings)
    site = Site(app, settings, store, today, pictures=not isinstance(browser, Without))
    pages = {"/": site.front, "/method": site.method, EXPLORE: site.explore, SHARE: site.share_set}
    app.pages = {path: site.told(page) for path, page in pages.items()} | {f"{EXPLORE}.json": site.explore_json}
    app.missing = site.not_found
    server.add_url_rule("/record/<dataset>/<record_id>", "record", site.told(site.record))
    server.add_url_rule(f"{SHARE}/<chart>", "share", site.told(site.share_chart))
    graphs.register_callbacks(app, SLOTS, site.repaint)
    server.register_error_handler(405, site.only_read)
    server.register_error_handler(500, site.broken)
    routes.register(server, settings, store, today, browser, app.csp_hashes())
    kept = kept_files.of_settings(settings)
    stills = Stills(browser, kept, today, partial(edition_asked, store))
    app.ahead = Ahead(settings, store, today, browser, kept, (*MADE, stills.made))
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


def tell_bad_template(settings: Settings, words: Words) -> None:
    """Said at the start; the site is served all the same, and slides say it again when they are asked for."""
    try:
        if settings.slide_template:
            of_file(settings.slide_template)
    except BadTemplate as error:
        print(words.say("deck.refused"), words.say(error.message, **error.params), file=sys.stderr)


def settle() -> None:
    """What was made at the start stays to the end: looking through it for waste costs a reader 100 ms now and then."""
    gc.collect()
    gc.freeze()


def __getattr__(name: str) -> Any:
    """`app:server` is made when it is asked for, so that importing this module opens nothing."""
    if name != "server":
        raise AttributeError(name)
    settings = Settings.read(os.environ)
    app = create_app(settings, opened(settings)[0])
    app.server.before_request(app.ahead.asked)
    globals()[name] = app.server
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
    site[0].server.before_request(site[0].ahead.asked)
    for key, records in loaded.records.items():
        print(words.say("run.loaded", count=records, dataset=key))
    print(words.say("run.store", edition=str(store.current().number), store=settings.store))
    tell_bad_template(settings, words)
    print(words.say("run.address", address=f"http://{settings.host}:{settings.port}"), flush=True)
    if settings.staff:
        tell_first_link(Accounts(store), settings, words)
    settle()
    listener.run()
    return 0


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
        return export(args, settings, opened(settings)[0], of_settings(settings), words)
    except BadSelection as bad:
        problems = [sentence(problem, words) for problem in bad.problems]
    except ChartNotFound as unknown:
        problems = [words.say("run.no_chart", chart=str(unknown.args[0]), charts=", ".join(ALL_CHARTS))]
    except (StoreError, NoBrowser, BadTemplate) as error:
        print(words.say(error.message, **error.params), file=sys.stderr)
        return FAILED
    except OSError as error:
        print(words.say("run.not_written", reason=str(error)), file=sys.stderr)
        return FAILED
    print("\n".join(problems), file=sys.stderr)
    return WRONG_USAGE


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
