"""plotly.js: our small build of it, compressed, at its own address and at the one where Dash looks for it."""

import hashlib
from pathlib import Path

from flask import Flask, Response, request

BUNDLE = Path(__file__).parent.parent / "assets" / "plotly" / "plotly.min.js"
ADDRESS = "/assets/plotly/plotly.min.js"
# dash-renderer asks for this one, without a version, when no Plotly is on the page yet.
DASH_ADDRESS = "/_dash-component-suites/plotly/package_data/plotly.min.js"
FOREVER = "public, max-age=31536000, immutable"
SHORT = "public, max-age=3600"


def register(server: Flask) -> None:
    """Answers both addresses before Dash does. The three forms are read once, 1.5 MB."""
    forms = {"br": _read(".br"), "gzip": _read(".gz"), "": _read("")}
    mark = hashlib.sha256(forms[""]).hexdigest()[:20]

    def plotly() -> Response | None:
        if request.path not in (ADDRESS, DASH_ADDRESS) or request.method not in ("GET", "HEAD"):
            return None
        encoding = next((name for name in ("br", "gzip") if request.accept_encodings[name]), "")
        response = Response(forms[encoding], mimetype="text/javascript")
        response.headers["Cache-Control"] = FOREVER if "v" in request.args else SHORT
        response.headers["Vary"] = "Accept-Encoding"
        if encoding:
            response.headers["Content-Encoding"] = encoding
        response.set_etag(f"{mark}-{encoding or 'plain'}")
        response.make_conditional(request)
        return response

    server.before_request(plotly)


def _read(suffix: str) -> bytes:
    return BUNDLE.with_name(BUNDLE.name + suffix).read_bytes()
