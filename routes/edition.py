"""/edition: the number of the newest edition and when it was published, for pages that are open already."""

from flask import Flask, Response, request

from data.store import EditionNotFound, Store
from exports import json


def register(server: Flask, store: Store) -> None:
    """Tiny, asked for every 15 seconds by every page in sight: the same as before is answered with 304 and no body."""

    def edition() -> Response:
        try:
            newest = store.current()
        except EditionNotFound:
            return Response('{"edition":null}', 503, {"Cache-Control": "no-store"}, mimetype="application/json")
        told = {"edition": newest.number, "published_at": newest.published_at.isoformat()}
        response = Response(json.text(told), headers={"Cache-Control": "no-cache"}, mimetype="application/json")
        response.set_etag(f"edition-{newest.number}")
        response.make_conditional(request)
        return response

    server.add_url_rule("/edition", "edition", edition, methods=["GET"])
