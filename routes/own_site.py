"""No page of another site makes a reader's browser change or ask anything here: POST is for our own pages."""

from typing import Any

from flask import Flask, Response, request

from data.web_address import parts_of
from routes.asked import words_of
from routes.refusals import Refusal, as_text

CHANGING = frozenset({"POST", "PUT", "PATCH", "DELETE"})


def register(server: Flask, settings: Any) -> None:
    """For every address of the server, Dash's own too. Embeds and exports are GET and stay open to all sites."""
    public = _origin(settings.public_url)

    def refuse() -> Response | None:
        if request.method not in CHANGING or ours(public):
            return None
        say = words_of(request.args, request.accept_languages.values(), settings.language).say
        return as_text(Refusal(403, "other_site", say("accounts.other_site"), (say("accounts.other_site.line"),)))

    server.before_request(refuse)


def ours(public: tuple[str, str]) -> bool:
    """What the browser says of the page that asks: Sec-Fetch-Site, which no page can forge, else Origin.

    Programs that are no browsers send neither; they carry no one's cookie.
    """
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = request.headers.get("Origin")
    # Behind a proxy the scheme of the request may differ from the browser's, so hosts are compared there.
    return origin is None or _origin(origin) == public or _origin(origin)[1] == request.host.lower()


def _origin(address: str) -> tuple[str, str]:
    parts = parts_of(address)
    return parts.scheme, parts.netloc.lower()
