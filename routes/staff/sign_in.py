"""/staff/sign-in and /staff/sign-out."""

from typing import Any

from flask import Blueprint, request

from accounts import AccountsError, TooManyAttempts
from routes.staff import session
from routes.staff.context import Context
from routes.staff.guard import say_once, visitor

HOME = "/staff"


def register(blueprint: Blueprint, context: Context) -> None:
    def page(then: str, name: str = "", problem: str = "") -> Any:
        return context.pages.sign_in_page.sign_in_page(context.asked(), then, name, problem)

    @blueprint.get("/sign-in")
    def sign_in() -> Any:
        then = own_path(request.args.get("next", ""))
        return page(then) if visitor() is None else context.go(then)

    @blueprint.post("/sign-in")
    def signs_in() -> Any:
        name, then = request.form.get("name", ""), own_path(request.form.get("next", ""))
        try:
            account = context.accounts.sign_in(name, request.form.get("password", ""), request.remote_addr or "")
        except AccountsError as refused:
            return page(then, name[:100], context.sentence(refused)), 429 if isinstance(
                refused, TooManyAttempts
            ) else 403
        session.begin(account)
        return context.go(then)

    @blueprint.post("/sign-out")
    def sign_out() -> Any:
        session.end(context)
        say_once("good", "accounts.signed_out")
        return context.go("/staff/sign-in")


def own_path(path: str) -> str:
    """A path of the staff pages, whatever was asked for: never another site's, never the sign-in page itself."""
    plain = path.isprintable() and "//" not in path and "\\" not in path
    own = path == HOME or path.startswith((f"{HOME}/", f"{HOME}?"))
    return path if plain and own and not path.startswith(f"{HOME}/sign-") else HOME
