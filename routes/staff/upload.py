"""POST /staff/upload: spreadsheets, each of which becomes a draft."""

from typing import Any, cast

from flask import Blueprint, Request, jsonify, request
from werkzeug.exceptions import RequestEntityTooLarge

from data.drafts import Draft, Empty, TooLarge
from data.drafts.draft import MODES, REPLACE
from data.drafts.folder import Incoming
from data.drafts.shown_name import shown_name
from data.intake import NotASpreadsheet
from data.intake.readers.limits import MEGABYTE
from routes.staff.arriving import arriving_at
from routes.staff.context import Context
from routes.staff.guard import large, person, say_once, signed_in

# What a form has beside its files: names of fields, boundaries.
_BESIDE = MEGABYTE
# Refused files that are named on the next page: what is to be said travels in a cookie of 4 kB.
_NAMED = 3
Refused = tuple[str, str, dict[str, Any]]  # file name, message id, params


def register(blueprint: Blueprint, context: Context) -> None:
    blueprint.record(lambda state: setattr(state.app, "request_class", arriving_at(context.desk)))

    @blueprint.post("/upload")
    @large(context.desk.limits.bytes + _BESIDE)
    @signed_in
    def upload() -> Any:
        received, refused = _received(context, request)
        if not received and not refused:
            refused = [("", "draft.no_file", {})]
        return _answer(context, received, refused)

    @blueprint.errorhandler(TooLarge)
    @blueprint.errorhandler(RequestEntityTooLarge)
    def too_large(error: Exception) -> Any:
        if request.endpoint != f"{blueprint.name}.upload":
            return error
        return _answer(context, [], [("", TooLarge.message, {"most": context.desk.limits.bytes / MEGABYTE})], 413)


def _received(context: Context, asked: Request) -> tuple[list[Draft], list[Refused]]:
    """Each file is whole at the desk or refused with a reason; one does not stop the others.

    Their streams are the desk's own (routes.staff.arriving).
    """
    dataset = asked.form.get("dataset") or None
    dataset = dataset if dataset in context.open_datasets() else None
    mode = asked.form.get("mode", REPLACE)
    received, refused = [], list[Refused]()
    for file in asked.files.getlist("file"):
        if not file.filename:
            continue  # a form that was sent without a choice
        try:
            received.append(
                context.desk.keep(
                    cast(Incoming, file.stream),
                    file.filename,
                    person().name,
                    mode if mode in MODES else REPLACE,
                    dataset,
                )
            )
        except (Empty, NotASpreadsheet) as error:
            refused.append((shown_name(file.filename), error.message, error.params))
    return received, refused


def _answer(context: Context, received: list[Draft], refused: list[Refused], status: int = 422) -> Any:
    """JSON for scripts, for people the list of drafts with what is to be said."""
    if request.accept_mimetypes.best_match(("text/html", "application/json")) == "application/json":
        words = context.words()
        drafts = [
            {"id": draft.id, "file": draft.file_name, "address": f"/staff/drafts/{draft.id}"} for draft in received
        ]
        errors = [
            {"file": name, "message": message, "sentence": words.say(message, **params)}
            for name, message, params in refused
        ]
        return jsonify(drafts=drafts, errors=errors), 201 if received else status
    if received:
        say_once("good", "draft.received", count=len(received), file=received[0].file_name)
    for name, message, params in refused[:_NAMED]:
        if name:
            say_once("bad", "draft.refused_file", file=name)
        say_once("bad", message, **params)
    if len(refused) > _NAMED:
        say_once("bad", "draft.refused_more", count=len(refused) - _NAMED)
    return context.go("/staff")
