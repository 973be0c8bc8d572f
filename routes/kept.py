"""Files that never change under their address (marked with v= or a fingerprint): compressed once, kept for ever."""

import hashlib
import re

import brotli
from flask import Flask, Response, request

FOREVER = "public, max-age=31536000, immutable"
MONTH = "public, max-age=2592000"
# Dash's own scripts carry version and time in their name.
_FINGERPRINT = re.compile(r"^/_dash-component-suites/.*\.v[\w-]+m[0-9a-fA-F]+\.")
_TEXTS = ("text/css", "text/javascript", "application/javascript", "image/svg+xml", "application/json")
# Level 9: Dash's scripts in 0.1 s together, 4 % larger than level 11, which takes 1.4 s.
LEVEL = 9
SMALLEST = 500
# The files of one release; far above their number, so that nothing grows without end.
MOST = 200


def register(server: Flask) -> None:
    """Runs before Flask-Compress, which leaves alone what is encoded already."""
    compressed: dict[str, bytes] = {}

    def keep(response: Response) -> Response:
        if request.method != "GET" or response.status_code != 200:
            return response
        if not (unchanging := _unchanging(request.path, "v" in request.args)):
            return response
        response.headers["Cache-Control"] = unchanging
        if response.mimetype in _TEXTS and "Content-Encoding" not in response.headers:
            _compress(response, compressed)
        return response

    server.after_request(keep)


def _unchanging(path: str, marked: bool) -> str:
    """The Cache-Control of a path that may be kept, "" for every other."""
    if _FINGERPRINT.match(path) or (marked and path.startswith("/assets/")):
        return FOREVER
    # A style sheet names its fonts without a mark; a new cut of a face is a rare thing.
    return MONTH if path.startswith("/assets/fonts/") else ""


def _compress(response: Response, compressed: dict[str, bytes]) -> None:
    response.vary.add("Accept-Encoding")
    if not request.accept_encodings["br"]:
        return
    response.direct_passthrough = False
    body = response.get_data()
    if len(body) < SMALLEST:
        return
    key = hashlib.sha256(body).hexdigest()
    if key not in compressed:
        if len(compressed) >= MOST:
            compressed.clear()
        compressed[key] = brotli.compress(body, mode=brotli.MODE_TEXT, quality=LEVEL)
    response.set_data(compressed[key])
    response.headers["Content-Encoding"] = "br"
    response.set_etag(f"{key[:20]}-br")
