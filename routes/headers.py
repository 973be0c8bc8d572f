"""What every answer tells the browser it may do: nothing from elsewhere, nothing inside other sites but embeds."""

from collections.abc import Sequence
from typing import Any

from flask import Flask, Response, request

FRAMED = "/embed/"
STAFF = "/staff"
# What other sites may take into their pages.
SHARED = ("/export/", "/embed/", "/embed.js", "/oembed")
EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


def policy(script_hashes: Sequence[str], frame_ancestors: str) -> str:
    """A Content-Security-Policy. Plotly writes styles into elements, hence unsafe-inline for styles only."""
    scripts = " ".join(("'self'", *script_hashes))
    return "; ".join((
        "default-src 'self'",
        f"script-src {scripts}",
        "style-src 'self' 'unsafe-inline'",
        # A picture is drawn from an SVG in memory, with its fonts inside.
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "worker-src 'self' blob:",
        "connect-src 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        f"frame-ancestors {frame_ancestors}",
    ))  # fmt: skip


def register(server: Flask, settings: Any, script_hashes: Sequence[str]) -> None:
    """`script_hashes`: Dash's inline scripts. An embed is no Dash page and gets none of them."""
    page = policy(script_hashes, "'self'")
    # A staff page is no Dash page, and nobody frames it, so that no click on it can be stolen.
    staff = policy((), "'none'")
    embed = policy((), settings.frame_ancestors)

    def protect(response: Response) -> Response:
        response.headers.extend(EVERYWHERE)
        if request.path.startswith(FRAMED):
            response.headers["Content-Security-Policy"] = embed
        elif request.path == STAFF or request.path.startswith(f"{STAFF}/"):
            response.headers["Content-Security-Policy"] = staff
            response.headers["X-Frame-Options"] = "DENY"
            # One-time links stand in addresses: no other site is told them.
            response.headers["Referrer-Policy"] = "same-origin"
        else:
            response.headers["Content-Security-Policy"] = page
            response.headers["X-Frame-Options"] = "SAMEORIGIN"
        if not request.path.startswith(SHARED):
            response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        return response

    server.after_request(protect)
