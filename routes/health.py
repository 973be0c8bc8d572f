"""/health: whether figures can be shown, for those who run the site."""

from typing import Any

from flask import Flask

from data.store import EditionNotFound, Store, StoreError


def register(server: Flask, store: Store) -> None:
    """200 with the number of the edition, or 503 with the reason; never cached."""

    def health() -> tuple[dict[str, Any], int, dict[str, str]]:
        headers = {"Cache-Control": "no-store"}
        try:
            edition = store.current()
        except EditionNotFound:
            return {"status": "nothing_published", "edition": None}, 503, headers
        except StoreError as error:
            return {"status": "store_unreadable", "edition": None, "reason": error.message}, 503, headers
        published = edition.published_at.isoformat()
        return {"status": "ok", "edition": edition.number, "published_at": published}, 200, headers

    server.add_url_rule("/health", "health", health, methods=["GET"])
