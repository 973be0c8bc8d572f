"""What a staff page answers when it cannot do what was asked: the way to sign in, or a page that says why."""

from typing import Any
from urllib.parse import quote

from flask import Blueprint, request

from routes.staff.context import Context, here
from routes.staff.guard import visitor
from routes.staff.session import FormExpired

KINDS = {400: "not_understood", 403: "forbidden", 404: "not_found", 413: "too_large"}
# Fields of a form that are never shown again.
SECRET = {"csrf_token", "password", "again"}


def register(blueprint: Blueprint, context: Context) -> None:
    for status, kind in KINDS.items():
        blueprint.register_error_handler(status, _page(context, status, kind))

    @blueprint.errorhandler(401)
    def unknown(_error: Exception) -> Any:
        if request.method == "GET":
            return context.go(f"/staff/sign-in?next={quote(here(), safe='/')}")
        return _expired(context, 401, "signed_out")

    @blueprint.errorhandler(FormExpired)
    def expired(_error: Exception) -> Any:
        return _expired(context, 400, "expired") if visitor() else _expired(context, 401, "signed_out")


def _page(context: Context, status: int, kind: str) -> Any:
    def answer(_error: Exception) -> Any:
        return context.pages.refused_page.refused_page(context.asked(), kind), status

    return answer


def _expired(context: Context, status: int, kind: str) -> Any:
    """What was typed stands on the page. Whoever is signed in can send it again as it is, but for files."""
    typed = [(name, value) for name, value in request.form.items(multi=True) if name not in SECRET and value.strip()]
    again = here() if kind == "expired" and not request.files and typed else ""
    return context.pages.refused_page.expired_page(context.asked(), kind, typed, again), status
