"""A server on this machine with the embeds and exports of a small edition, and a page of buttons that make pictures."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from types import SimpleNamespace

from flask import Flask
from werkzeug.serving import make_server

import charts
import routes
from exports.browser import Without
from settings import Settings
from tests.data.factory import make_edition

ROOT = Path(__file__).parents[2]
BUTTON = (
    '<button data-picture="{form}" data-chart="{chart}" data-query="lang=nb" data-options="">{chart} {form}</button>'
)
SHEET = """<!doctype html><html lang="nb"><title>Sheet</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/fonts.css"><script defer src="/assets/plotly/plotly.min.js"></script>
<script defer src="/assets/picture.js"></script>
<div class="sheet">{buttons}<p role="status" data-making="making" data-made="saved" data-failed="failed"
data-copied="copied" data-no-copy="not allowed"></p></div>"""


@contextmanager
def running(server: Flask) -> Iterator[int]:
    """Serves in a thread; gives the port."""
    listener = make_server("127.0.0.1", 0, server, threaded=True)
    thread = threading.Thread(target=listener.serve_forever)
    thread.start()
    yield listener.server_port
    listener.shutdown()
    thread.join()


@contextmanager
def charts_server() -> Iterator[str]:
    """Its address, such as http://127.0.0.1:40123."""
    server = Flask("tests", root_path=str(ROOT), static_folder=str(ROOT / "assets"), static_url_path="/assets")
    edition = make_edition()
    store = SimpleNamespace(current=lambda: edition)
    settings = Settings(public_url="http://127.0.0.1:8050")
    routes.register(server, settings, store, lambda: date(2026, 3, 20), Without())  # type: ignore[arg-type]
    buttons = "".join(
        BUTTON.format(form=form, chart=chart) for chart in charts.CHARTS for form in ("png", "svg", "copy")
    )
    server.add_url_rule("/sheet", "sheet", lambda: SHEET.format(buttons=buttons))
    with running(server) as port:
        yield f"http://127.0.0.1:{port}"


@contextmanager
def other_site(html: str) -> Iterator[str]:
    """A page of another site: a browser tells localhost and 127.0.0.1 apart."""
    server = Flask("tests", root_path=str(ROOT), static_folder=None)
    server.add_url_rule("/", "page", lambda: html)
    with running(server) as port:
        yield f"http://localhost:{port}/"
