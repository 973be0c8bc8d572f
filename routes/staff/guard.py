"""Who may open a staff page, and what is said to them once on the next one."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from flask import abort, current_app, flash, get_flashed_messages
from flask_login import UserMixin, current_user

from accounts import Account

View = TypeVar("View", bound=Callable[..., Any])


class Visitor(UserMixin):
    """An account as Flask-Login wants it: a session names the account and its mark."""

    def __init__(self, account: Account) -> None:
        self.account = account

    def get_id(self) -> str:
        return f"{self.account.mark}:{self.account.name}"


def visitor() -> Account | None:
    """Who is signed in, None for everyone else; also where the site has no staff part."""
    if not hasattr(current_app, "login_manager"):
        return None
    return current_user.account if current_user.is_authenticated else None


def person() -> Account:
    """Who is signed in, on a page that asks for it (@signed_in, @publisher)."""
    account = visitor()
    if account is None:
        abort(401)
    return account


def signed_in(view: View) -> View:
    """For staff: everyone else is asked to sign in first."""

    @wraps(view)
    def guarded(*args: Any, **kwargs: Any) -> Any:
        person()
        return view(*args, **kwargs)

    return cast(View, guarded)


def publisher(view: View) -> View:
    """For publishers: editors are told that it is not for them."""

    @wraps(view)
    def guarded(*args: Any, **kwargs: Any) -> Any:
        if not person().may_publish:
            abort(403)
        return view(*args, **kwargs)

    return cast(View, guarded)


def large(size: Callable[[], int] | int) -> Callable[[View], View]:
    """Of a signed-in person the body may have so many bytes; every other one is limited (session.py)."""

    def marked(view: View) -> View:
        view.largest_body = size  # type: ignore[attr-defined]
        return view

    return marked


def say_once(kind: str, message: str, **params: Any) -> None:
    """A sentence on the next page: `kind` good, warn or bad; `params` as for Words.say, made of JSON."""
    flash([message, params], kind)  # type: ignore[arg-type]


def said_once() -> list[tuple[str, str, dict[str, Any]]]:
    """(kind, message id, params) of what say_once left."""
    kept: Any = get_flashed_messages(with_categories=True)
    return [(kind, message, params) for kind, (message, params) in kept]
