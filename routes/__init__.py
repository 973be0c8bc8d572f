"""What answers beside the pages: one file per family of addresses. Nothing is registered at import."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any

from flask import Flask

from data.pinned import edition_asked
from data.store import Store
from exports import kept_files
from exports.browser import Browser
from routes import (
    api,
    bundle,
    edition,
    embed,
    export,
    export_deck,
    export_records,
    export_set,
    headers,
    health,
    kept,
    oembed,
    own_site,
    photo,
    renamed,
    template,
)
from routes.stills import Stills

# Bytes of a request, of an upload apart (routes/staff/guard.py, `large`): Dash's own questions are a few kilobytes.
LARGEST_BODY = 2_000_000
# A sheet of 1000 columns has three fields for each (staff/choices_form.py).
MOST_FIELDS = 5_000


def register(
    server: Flask, settings: Any, store: Store, today: Callable[[], date], browser: Browser,
    script_hashes: Sequence[str] = (),
) -> None:  # fmt: skip
    """All of them, on one server. `browser` makes pictures and PDFs.

    `script_hashes`: Dash's inline scripts, app.csp_hashes() after its last callback.
    """
    server.config |= {"MAX_CONTENT_LENGTH": LARGEST_BODY, "MAX_FORM_MEMORY_SIZE": LARGEST_BODY}
    server.config["MAX_FORM_PARTS"] = MOST_FIELDS
    own_site.register(server, settings)
    renamed.register(server)
    bundle.register(server)
    health.register(server, store)
    edition.register(server, store)
    made_once = kept_files.of_settings(settings)
    export.register(server, settings, store, today, browser, made_once)
    export_set.register(server, settings, store, today, browser, made_once)
    export_deck.register(server, settings, store, today)
    export_records.register(server, settings, store)
    api.register(server, settings, store, today)
    template.register(server, settings)
    photo.register(server, store)
    if settings.embeds:
        stills = Stills(browser, made_once, today, partial(edition_asked, store))
        embed.register(server, settings, store, today, stills)
        oembed.register(server, settings, store, today, browser)
    # What runs last on the way out is registered first: headers see the final answer.
    headers.register(server, settings, script_hashes)
    kept.register(server)
