"""/photo/<sha256>.<ext>: a photo of the awareness text, for staff until an edition shows it, then for everyone."""

from typing import Any

from flask import Flask, Response, abort, request

from data.store import Store
from routes.kept import FOREVER
from routes.staff.guard import visitor


def register(server: Flask, store: Store) -> None:
    def photo(sha256: str, ending: str) -> Response:
        return answer(store, f"{sha256}.{ending}")

    server.add_url_rule("/photo/<sha256>.<ending>", "photo", photo, methods=["GET"])


def answer(store: Any, file: str) -> Response:
    public = store.photo_published(file)
    found = store.photo(file) if public or visitor() is not None else None
    if found is None:
        abort(404)
    entry, content = found
    response = Response(content, mimetype=entry.media_type)
    # A name that is a digest of the content never stands for anything else.
    response.headers["Cache-Control"] = FOREVER if public else "private, no-store"
    response.set_etag(entry.sha256)
    response.make_conditional(request)
    return response
