"""Sessions of staff: their cookie, who they belong to, and the token that every form must carry."""

from datetime import timedelta
from typing import Any

from flask import Blueprint, Flask, Response, abort, current_app, request, session
from flask_login import LoginManager
from flask_wtf.csrf import validate_csrf
from wtforms import ValidationError

from routes.staff.context import Context
from routes.staff.guard import Visitor, visitor

IDLE = timedelta(hours=12)
CHANGING = {"POST", "PUT", "PATCH", "DELETE"}


def register(server: Flask, blueprint: Blueprint, context: Context) -> None:
    secure = context.settings.public_url.startswith("https://")
    server.secret_key = context.accounts.session_key()
    server.config |= {
        "SESSION_COOKIE_NAME": "__Host-minetall" if secure else "minetall",
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_SECURE": secure,
        "SESSION_REFRESH_EACH_REQUEST": False,
        "PERMANENT_SESSION_LIFETIME": IDLE,
        "WTF_CSRF_TIME_LIMIT": None,
    }
    manager = LoginManager(server)
    manager.session_protection = None

    @manager.user_loader
    def of_session(kept: str) -> Visitor | None:
        mark, _, name = kept.partition(":")
        account = context.accounts.of_session(name, mark)
        return None if account is None else Visitor(account)

    blueprint.before_request(_admit)
    blueprint.after_request(_private)


def _admit() -> None:
    """A larger body only for those who are signed in, and no change without the token of the session."""
    session.permanent = True
    view: Any = current_app.view_functions.get(request.endpoint or "")
    size = getattr(view, "largest_body", None)
    if size is not None and visitor() is not None:
        request.max_content_length = size() if callable(size) else size
    if request.method in CHANGING:
        try:
            validate_csrf(request.headers.get("X-CSRFToken") or request.form.get("csrf_token"))
        except ValidationError:
            abort(400)


def _private(response: Response) -> Response:
    response.headers["Cache-Control"] = "no-store"
    return response
