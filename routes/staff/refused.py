"""What a staff page answers when it is not for this person: the way to sign in, or a page that says so."""

from typing import Any
from urllib.parse import quote

from flask import Blueprint, request

from routes.staff.context import Context, here


def register(blueprint: Blueprint, context: Context) -> None:
    @blueprint.errorhandler(401)
    def unknown(_error: Exception) -> Any:
        back = here() if request.method == "GET" else "/staff"
        return context.go(f"/staff/sign-in?next={quote(back, safe='/')}")

    @blueprint.errorhandler(403)
    def forbidden(_error: Exception) -> Any:
        return context.pages.refused_page.refused_page(context.asked(), "forbidden"), 403
