"""/staff: the list of drafts and the place to upload; and how a draft is given back or ends."""

from typing import Any

from flask import Blueprint, send_file

from exports.names import attachment
from routes.staff import own_draft as own
from routes.staff.context import Context
from routes.staff.guard import person, say_once, signed_in
from routes.staff.own_draft import own_draft, whose


def register(blueprint: Blueprint, context: Context) -> None:
    own.register(blueprint, context)

    @blueprint.get("")
    @signed_in
    def drafts() -> Any:
        return context.pages.drafts_page.drafts_page(
            context.asked(),
            context.desk.drafts(whose()),
            context.store.datasets(),
            context.desk.limits.bytes,
            context.store.archived(),
        )

    @blueprint.get("/drafts/<id>/file")
    @signed_in
    def draft_file(id: str) -> Any:
        draft = own_draft(context, id)
        file = context.desk.file(id)
        context.store.note(person().name, "draft_downloaded", draft=id, file=draft.file_name)
        answer = send_file(file, "application/octet-stream", max_age=0)
        answer.headers.set("Content-Disposition", "attachment", **attachment(draft.file_name))
        return answer

    @blueprint.post("/drafts/<id>/cancel")
    @signed_in
    def draft_cancel(id: str) -> Any:
        draft = own_draft(context, id)
        context.desk.cancel(id, person().name)
        say_once("good", "draft.cancelled", file=draft.file_name)
        return context.go("/staff")

    @blueprint.post("/drafts/<id>/discard")
    @signed_in
    def draft_discard(id: str) -> Any:
        draft = own_draft(context, id)
        context.desk.discard(id, person().name)
        say_once("good", "draft.discarded", file=draft.file_name)
        return context.go("/staff")
