"""/staff/photos: photos for the slots of the awareness text, with what they show and whose they are."""

from dataclasses import dataclass
from typing import Any

from flask import Blueprint, request

from data.photos import MOST_BYTES, NotAPhoto, redrawn
from data.store import PhotoEntry, TextMeanwhile
from routes.staff.context import Context
from routes.staff.guard import large, person, say_once, signed_in
from routes.staff.writing import Writing, writings
from texts import awareness

SAID = ("alt", "credit")
# More is read than is taken, so that a photo that is too large is answered in words.
MOST_BODY = 4 * MOST_BYTES
LONGEST = 500  # characters of a description


@dataclass(frozen=True, slots=True)
class Slot:
    """`said`: language -> alt and credit, as written or as typed; None for a language without this slot."""

    name: str
    photo: PhotoEntry | None
    said: dict[str, dict[str, str]]


def register(blueprint: Blueprint, context: Context) -> None:
    @blueprint.get("/photos")
    @signed_in
    def photos() -> Any:
        return page(context)

    @blueprint.post("/photos/<slot>")
    @signed_in
    @large(MOST_BODY)
    def put_photo(slot: str) -> Any:
        return put(context, slot)

    @blueprint.post("/photos/<slot>/remove")
    @signed_in
    def remove_photo(slot: str) -> Any:
        return put(context, slot, remove=True)


def page(context: Context, slot: str = "", wrong: tuple[str, dict[str, Any]] | None = None) -> Any:
    """`wrong`: message and params of what is wrong with the form of `slot`, whose fields stay as they were typed."""
    known = {entry.file: entry for entry in context.store.photos()}
    texts = writings(context.store)
    slots = slots_of(texts, known)
    typed = {slot: {language: _typed(language) for language in texts}} if wrong else {}
    slots = [Slot(one.name, one.photo, typed.get(one.name, one.said)) for one in slots]
    marks = {language: one.mark for language, one in texts.items()}
    return context.pages.photos_page.photos_page(context.asked(), slots, list(known.values()), marks, slot, wrong)


def slots_of(texts: dict[str, Writing], known: dict[str, PhotoEntry]) -> list[Slot]:
    """The slots of both texts, in the order of the first that names them."""
    photos = {language: awareness.photos_of(one.markdown) for language, one in texts.items()}
    names = list(dict.fromkeys(name for slots in photos.values() for name in slots))
    found = []
    for name in names:
        own = {language: slots.get(name, {}) for language, slots in photos.items()}
        files = [str(slot.get("file", "")) for slot in own.values()]
        photo = next((known[file] for file in files if file in known), None)
        said = {lang: {key: str(slot.get(key, "")) for key in SAID} for lang, slot in own.items()}
        found.append(Slot(name, photo, said))
    return found


def _typed(language: str) -> dict[str, str]:
    return {key: " ".join(request.form.get(f"{key}-{language}", "").split())[:LONGEST] for key in SAID}


def put(context: Context, slot: str, remove: bool = False) -> Any:
    """Writes the slot into the drafts of both texts; with a new photo, that too, in one transaction."""
    texts = writings(context.store)
    try:
        content = None if remove else _upload()
        with context.store.writing(person().name) as writer:
            chosen: dict[str, Any] = {"file": "", "alt": ""} if remove else _known(context)
            if content is not None:
                file = writer.add_photo(content.content, content.media_type, content.width, content.height)
                chosen = {"file": file, "width": content.width, "height": content.height}
            for language, one in texts.items():
                values = chosen if remove else chosen | _typed(language)
                markdown = awareness.with_photo(one.markdown, slot, values)
                writer.keep_text(language, markdown, request.form.get(f"expected-{language}", ""))
    except NotAPhoto as refused:
        return page(context, slot, (f"photos.refused.{refused.reason}", refused.params)), 422
    except awareness.FrontMatterUnreadable:
        return page(context, slot, ("photos.front_matter", {})), 422
    except TextMeanwhile:
        return page(context, slot, ("writing.changed_meanwhile", {})), 409
    say_once("good", "photos.removed" if remove else "photos.put", slot=slot)
    return context.go("/staff/photos")


def _upload() -> Any:
    """Raises NotAPhoto."""
    sent = request.files.get("photo")
    return redrawn(sent.stream.read(MOST_BYTES + 1)) if sent and sent.filename else None


def _known(context: Context) -> dict[str, Any]:
    """A photo that is here already, {} where none is chosen."""
    found = context.store.photo(request.form.get("known", "") or request.form.get("present", ""))
    return {} if found is None else {"file": found[0].file, "width": found[0].width, "height": found[0].height}
