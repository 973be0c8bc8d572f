"""Dash as these pages use it: every page is a document of ours, into which Dash's own pieces are put."""

from collections.abc import Callable
from typing import Any

import flask
from dash import Dash
from flask import Response, request

from data.drafts import Reading

# Dash serves these on every page; no component of ours needs them.
UNUSED_SCRIPTS = ("/dash_table/", "/dash_html_components")


class DocumentApp(Dash):
    """A Dash app whose pages are documents: `pages` maps a path to what answers it, and every other path is a 404."""

    pages: dict[str, Callable[[], Response]]
    missing: Callable[[], Response]
    # What reads uploads in the background; None without staff pages. Whoever ends the site before the process stops it.
    reading: Reading | None = None
    # What makes pictures in the background (routes.ahead.Ahead); servers tell it of every request.
    ahead: Any = None

    def index(self, *_args: Any, **_kwargs: Any) -> Response:
        return self.pages.get(request.path, self.missing)()

    def pieces(self) -> dict[str, str]:
        """What Dash itself needs in a document, without the scripts that are not used."""
        super().index()
        scripts = [line for line in flask.g.dash["scripts"].splitlines() if not any(u in line for u in UNUSED_SCRIPTS)]
        return flask.g.dash | {"scripts": "\n".join(scripts)}

    def interpolate_index(self, **pieces: str) -> str:  # type: ignore[override]
        flask.g.dash = pieces
        return "".join(pieces.values())
