"""The page where photos are put into the slots of the awareness text."""

from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from components.staff_shell import Asked, staff_page
from exports.article import photo_address


def photos_page(
    asked: Asked, slots: Sequence[Any], known: Sequence[Any], marks: dict[str, str],
    slot: str = "", wrong: tuple[str, dict[str, Any]] | None = None,
) -> Markup:  # fmt: skip
    """`slots` are routes.staff.photos.Slot, `known` data.store.PhotoEntry; `wrong` is about the form of `slot`."""
    say = asked.words.say
    said = say(wrong[0], **wrong[1]) if wrong else ""
    return staff_page(
        "staff/photos.html.j2", asked, say("photos.title"), "text",
        trail=[(say("writing.title"), "/staff/text")], styles=("text.css",),
        slots=slots, known=known, marks=marks, wrong_in=slot, wrong=said, address=photo_address,
    )  # fmt: skip
