"""Which drafts a person may see: an editor their own, a publisher all of them."""

from typing import Any

from flask import Blueprint, request

from data.drafts import Draft, DraftChanged, DraftNotFound, FileGone, NotReadYet
from routes.staff.context import Context
from routes.staff.guard import person, say_once


def whose() -> str | None:
    """Whose drafts this person may see; None: everyone's."""
    return None if person().may_publish else person().name


def own_draft(context: Context, id: str) -> Draft:
    """The draft, for whoever may see it. Raises DraftNotFound, which is answered below."""
    draft: Draft = context.desk.draft(id, whose())
    return draft


def register(blueprint: Blueprint, context: Context) -> None:
    """What is answered, on every staff page, when a draft is gone or was changed meanwhile."""

    @blueprint.errorhandler(DraftNotFound)
    def gone(error: DraftNotFound) -> Any:
        if request.method == "GET":
            return context.pages.drafts_page.gone_page(context.asked()), 404
        say_once("warn", error.message)
        return context.go("/staff")

    @blueprint.errorhandler(NotReadYet)
    @blueprint.errorhandler(DraftChanged)
    @blueprint.errorhandler(FileGone)
    def not_now(error: NotReadYet | DraftChanged | FileGone) -> Any:
        say_once("warn", error.message, **error.params)
        id = (request.view_args or {}).get("id")
        return context.go(f"/staff/drafts/{id}" if id else "/staff")
