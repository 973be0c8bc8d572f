"""/staff/sign-in and /staff/sign-out."""

from typing import Any

from flask import Blueprint, request, session
from flask_login import login_user, logout_user

from routes.staff.context import Context
from routes.staff.guard import Visitor


def register(blueprint: Blueprint, context: Context) -> None:
    @blueprint.get("/sign-in")
    def sign_in() -> Any:
        return context.pages.sign_in_page.sign_in_page(context.asked(), own_path(request.args.get("next", "")))

    @blueprint.post("/sign-in")
    def signs_in() -> Any:
        account = context.accounts.sign_in(request.form.get("name", ""), request.form.get("password", ""))
        if account is None:
            return context.pages.sign_in_page.sign_in_page(context.asked(), "", wrong=True), 403
        session.clear()
        session.permanent = True
        login_user(Visitor(account))
        return context.go(own_path(request.form.get("next", "")))

    @blueprint.post("/sign-out")
    def sign_out() -> Any:
        logout_user()
        session.clear()
        return context.go("/staff/sign-in")


def own_path(path: str) -> str:
    """A path under /staff, whatever was asked for."""
    return path if path.startswith("/staff") and "//" not in path and "\\" not in path else "/staff"
