"""/staff/password/<token>: where a one-time link leads, to set a password once."""

from typing import Any

from flask import Blueprint, request

from accounts import AccountsError, LinkGone, OneTimeLink
from routes.staff.context import Context
from routes.staff.guard import say_once


def register(blueprint: Blueprint, context: Context) -> None:
    def page(link: OneTimeLink | None, name: str = "", problem: str = "") -> Any:
        return context.pages.password_page.password_page(context.asked(), link, name, problem)

    @blueprint.get("/password/<token>")
    def password(token: str) -> Any:
        try:
            return page(context.accounts.link(token))
        except LinkGone:
            return page(None), 410

    @blueprint.post("/password/<token>")
    def sets_password(token: str) -> Any:
        name, secret = request.form.get("name", ""), request.form.get("password", "")
        try:
            link = context.accounts.link(token)
            if secret != request.form.get("again", ""):
                return page(link, name[:100], context.words().say("accounts.error.not_the_same")), 400
            account = context.accounts.use_link(token, secret, name)
        except LinkGone:
            return page(None), 410
        except AccountsError as refused:
            return page(link, name[:100], context.sentence(refused)), 400
        say_once("good", "accounts.password.set", name=account.name)
        return context.go("/staff/sign-in")
