"""/staff/text/publish and /staff/text/undo: the drafts of the text as readers get them, and the way back."""

from typing import Any

from flask import Blueprint, request

from data.store import TextMeanwhile
from routes.staff.context import Context
from routes.staff.guard import person, publisher, say_once, signed_in
from routes.staff.writing import Writing, before_last_change, edition_now, writings


def register(blueprint: Blueprint, context: Context) -> None:
    @blueprint.get("/text/publish")
    @signed_in
    def publish_text() -> Any:
        return page(context)

    @blueprint.post("/text/publish")
    @publisher
    def publishes_text() -> Any:
        return publish(context)

    @blueprint.post("/text/undo")
    @publisher
    def undo_text() -> Any:
        return undo(context)


def page(context: Context, wrong: str = "") -> Any:
    """`wrong` is the message of what is missing."""
    drafts = [one for one in writings(context.store).values() if one.draft]
    chosen = request.form.getlist("language") if request.form else [one.language for one in drafts if not one.errors]
    note, edition = request.form.get("note", ""), edition_now(context.store)
    return context.pages.text_publish_page.text_publish_page(context.asked(), drafts, edition, chosen, note, wrong)


def publish(context: Context) -> Any:
    """Both texts or one, with their drafts' end, in one transaction. Refused where a draft is not the one shown."""
    chosen = [one for key, one in writings(context.store).items() if key in request.form.getlist("language")]
    if wrong := _missing(chosen):
        return page(context, wrong), 422
    note = request.form["note"].strip()
    try:
        with context.store.writing(person().name) as writer:
            for one in chosen:
                writer.drop_text(one.language, request.form.get(f"expected-{one.language}", ""))
            number, new = writer.publish({}, {one.language: one.markdown for one in chosen}, note)
    except TextMeanwhile:
        return page(context, "writing.changed_meanwhile"), 409
    say_once("good", "writing.published" if new else "writing.published_already", edition=str(number))
    return context.go("/staff/text")


def _missing(chosen: list[Writing]) -> str:
    """Why it cannot be published yet."""
    if not chosen or not all(one.draft for one in chosen):
        return "writing.choose_one"
    if any(one.errors for one in chosen):
        return "writing.errors_first"
    if any(one.moved and f"compared-{one.language}" not in request.form for one in chosen):
        return "writing.compare_first"
    return "" if request.form.get("note", "").strip() else "writing.note_needed"


def undo(context: Context) -> Any:
    """The texts before the last change, published anew. Refused where another change came in between."""
    last, note = before_last_change(context.store), request.form.get("note", "").strip()
    if last is None or str(last[0]) != request.form.get("edition"):
        say_once("warn", "writing.changed_meanwhile")
        return context.go("/staff/text/versions")
    if not note:
        say_once("bad", "writing.note_needed")
        return context.go("/staff/text/versions")
    texts = {language: context.store.text(language, number) for language, number in last[1].items()}
    edition = context.store.publish(None, texts, person().name, note)
    say_once("good", "writing.published", edition=str(edition))
    return context.go("/staff/text/versions")
