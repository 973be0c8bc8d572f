"""/staff/text: the awareness text in both languages, saved as a draft while it is being written."""

from typing import Any

from flask import Blueprint, abort, request

from data.store import TextMeanwhile
from routes.staff.context import Context
from routes.staff.guard import person, say_once, signed_in
from routes.staff.writing import MOST, citable, edition_now, writings, written
from texts.words import LANGUAGES

OUTCOMES = ("killed", "injured", "casualties")


def register(blueprint: Blueprint, context: Context) -> None:
    @blueprint.get("/text")
    @signed_in
    def text() -> Any:
        return page(context)

    @blueprint.post("/text/<language>/draft")
    @signed_in
    def keep_text(language: str) -> Any:
        return keep(context, known(language))

    @blueprint.post("/text/<language>/discard")
    @signed_in
    def discard_text(language: str) -> Any:
        return discard(context, known(language))


def known(language: str) -> str:
    if language not in LANGUAGES:
        abort(404)
    return language


def page(context: Context, typed: dict[str, str] | None = None, meanwhile: TextMeanwhile | None = None) -> Any:
    """`typed`: what was sent and could not be saved, by language."""
    edition = edition_now(context.store)
    offers = [(one, {o: written(one, o) for o in OUTCOMES if one.value(o) is not None}) for one in citable(edition)]
    texts = list(writings(context.store).values())
    return context.pages.text_page.text_page(context.asked(), texts, edition, offers, typed or {}, meanwhile)


def keep(context: Context, language: str) -> Any:
    """A script asks for its part of the page (X-Part), and then again while one types on."""
    markdown = request.form.get("markdown", "").replace("\r\n", "\n")
    if len(markdown) > MOST:
        abort(413)
    part = bool(request.headers.get("X-Part"))
    try:
        with context.store.writing(person().name) as writer:
            writer.keep_text(language, markdown, request.form.get("expected", ""))
    except TextMeanwhile as meanwhile:
        if not part:
            return page(context, {language: markdown}, meanwhile), 409
        return _part(context, language, meanwhile, markdown), 409
    if part:
        return _part(context, language)
    say_once("good", "writing.kept")
    return context.go("/staff/text")


def _part(context: Context, language: str, meanwhile: TextMeanwhile | None = None, markdown: str = "") -> Any:
    one = writings(context.store)[language]
    edition = edition_now(context.store)
    return context.pages.text_page.text_part(context.asked(), one, edition, meanwhile, markdown)


def discard(context: Context, language: str) -> Any:
    try:
        with context.store.writing(person().name) as writer:
            writer.drop_text(language, request.form.get("expected", ""))
            writer.note("text_discarded", language=language)
    except TextMeanwhile:
        say_once("warn", "writing.changed_meanwhile")
    else:
        say_once("good", "writing.discarded")
    return context.go("/staff/text")
