"""/staff/text/versions: every text there ever was, compared with another one, and taken back into the draft."""

from typing import Any

from flask import Blueprint, abort, request

from data.store import TextMeanwhile, TextNotFound
from routes.staff.context import Context
from routes.staff.guard import person, say_once, signed_in
from routes.staff.numbers import NUMBER, whole
from routes.staff.text import known
from routes.staff.writing import before_last_change, edition_now, published_text, writings
from texts.words import LANGUAGES


def register(blueprint: Blueprint, context: Context) -> None:
    @blueprint.get("/text/versions")
    @signed_in
    def text_versions() -> Any:
        entries = {language: list(reversed(context.store.texts(language))) for language in LANGUAGES}
        newest = edition_now(context.store).number
        last = before_last_change(context.store)
        return context.pages.text_versions_page.text_versions_page(context.asked(), entries, newest, last)

    @blueprint.get(f"/text/versions/<language>/{NUMBER}")
    @signed_in
    def text_version(language: str, number: int) -> Any:
        return one_version(context, known(language), number)

    @blueprint.post(f"/text/versions/<language>/{NUMBER}/take")
    @signed_in
    def take_text(language: str, number: int) -> Any:
        return take(context, known(language), number)


def one_version(context: Context, language: str, number: int) -> Any:
    """Against the text that is published, or the one that `against` asks for."""
    entries = context.store.texts(language)
    entry = next((one for one in entries if one.number == number), None)
    published = published_text(context.store, language)
    against = request.args.get("against", type=whole) or (published.number if published else number)
    if entry is None or against not in {one.number for one in entries}:
        abort(404)
    markdown, other = context.store.text(language, number), context.store.text(language, against)
    mark, edition = writings(context.store)[language].mark, edition_now(context.store)
    return context.pages.text_versions_page.text_version_page(
        context.asked(), entry, [one.number for one in entries], markdown, (against, other), mark, edition
    )


def take(context: Context, language: str, number: int) -> Any:
    try:
        markdown = context.store.text(language, number)
    except TextNotFound:
        abort(404)
    try:
        with context.store.writing(person().name) as writer:
            writer.keep_text(language, markdown, request.form.get("expected", ""))
    except TextMeanwhile:
        say_once("warn", "writing.draft_in_the_way")
        return context.go(f"/staff/text/versions/{language}/{number}")
    say_once("good", "writing.taken", number=str(number))
    return context.go("/staff/text")
