"""Sessions of staff: their cookie, whose they are, and the token that every form must carry."""

import secrets
from datetime import UTC, datetime, timedelta
from typing import Any

from flask import Blueprint, Flask, Response, current_app, request, session
from flask_login import LoginManager, login_user, logout_user
from flask_wtf.csrf import validate_csrf
from werkzeug.exceptions import BadRequest
from wtforms import ValidationError

from accounts import Account
from accounts.sessions import IDLE
from routes.own_site import CHANGING
from routes.staff.context import Context
from routes.staff.guard import Visitor, visitor

# How often a session that is in use is signed anew.
RENEWED = timedelta(minutes=5)


class FormExpired(BadRequest):
    """A form without the token of the session: it was left open until the session was over, or is not ours."""


def register(server: Flask, blueprint: Blueprint, context: Context) -> None:
    server.secret_key = context.accounts.session_key()
    server.config |= cookie(secure=context.settings.public_url.startswith("https://"))
    # Not init_app: it would look for a cookie to be remembered by in every session, and so mark every public answer
    # as one that differs by cookie (Vary). There is no such cookie here.
    manager = server.login_manager = LoginManager()  # type: ignore[attr-defined]
    # The token, the mark and the end of a session hold it; a phone changes its address while it is in use.
    manager.session_protection = None

    @manager.user_loader
    def of_session(kept: str) -> Visitor | None:
        mark, _, name = kept.partition(":")
        account = context.accounts.of_session(session.get("session", ""), name, mark)
        return None if account is None else Visitor(account)

    blueprint.before_request(_admit)
    blueprint.after_request(_private)


def cookie(secure: bool) -> dict[str, Any]:
    """Never read by scripts nor sent along by other sites' forms; __Host- ties it to this host and to TLS."""
    return {
        "SESSION_COOKIE_NAME": "__Host-minetall" if secure else "minetall",
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_SECURE": secure,
        # Else every public page and file would set the cookie of a signed-in reader again, for shared caches to keep.
        "SESSION_REFRESH_EACH_REQUEST": False,
        "PERMANENT_SESSION_LIFETIME": IDLE,
        # A form may stay open as long as the session lasts.
        "WTF_CSRF_TIME_LIMIT": None,
    }


def begin(account: Account) -> None:
    """A new session; nothing of what the browser had before goes on in it."""
    session.clear()
    session.permanent = True
    session["session"], session["renewed"] = secrets.token_hex(16), _now()
    login_user(Visitor(account))


def end(context: Context) -> None:
    """Ends the session for everyone who has a copy of its cookie."""
    account = visitor()
    if account is not None:
        context.accounts.sign_out(session.get("session", ""), account.name)
    logout_user()
    session.clear()


def _admit() -> None:
    """A larger body only for those who are signed in, and no change without the token of the session."""
    if not session.permanent:
        session.permanent = True
    signed_in = visitor() is not None
    if not signed_in and "session" in session:
        # A copy of a cookie whose session is over must not be signed anew, or it would outlive what ended it.
        session.clear()
    if signed_in and _now() - session.get("renewed", 0) > RENEWED.total_seconds():
        session["renewed"] = _now()
    view: Any = current_app.view_functions.get(request.endpoint or "")
    size = getattr(view, "largest_body", None)
    if size is not None and signed_in:
        request.max_content_length = size() if callable(size) else size
    if request.method in CHANGING:
        _check_token()


def _check_token() -> None:
    """The header first: a body of many megabytes is not taken apart before it is known to be wanted."""
    try:
        validate_csrf(request.headers.get("X-CSRFToken") or request.form.get("csrf_token"))
    except ValidationError as problem:
        raise FormExpired from problem


def _private(response: Response) -> Response:
    response.headers["Cache-Control"] = "no-store"
    return response


def _now() -> int:
    return int(datetime.now(UTC).timestamp())
