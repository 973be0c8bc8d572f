"""The pages of earlier awareness texts: the list of them, and one beside another."""

from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from components.staff.text_page import STYLES, preview
from components.staff_shell import Asked, staff_page
from data.frame import Edition
from texts.awareness.differences import differences


def text_versions_page(
    asked: Asked, entries: dict[str, Sequence[Any]], newest: int, last: tuple[int, dict[str, int]] | None
) -> Markup:
    """`entries`: data.store.TextEntry by language, newest first. `last`: what an undo would bring back."""
    say = asked.words.say
    return staff_page(
        "staff/text_versions.html.j2", asked, say("writing.versions.title"), "text",
        trail=[(say("writing.title"), "/staff/text")], styles=("text.css",), entries=entries, newest=newest, last=last,
    )  # fmt: skip


def text_version_page(
    asked: Asked, entry: Any, numbers: Sequence[int], markdown: str, against: tuple[int, str], mark: str,
    edition: Edition,
) -> Markup:  # fmt: skip
    """`against` is (number, Markdown) of the text that it is compared with; `mark` that of the draft now."""
    say = asked.words.say
    title = say("writing.version.title", number=str(entry.number), language=say(f"writing.in.{entry.language}"))
    trail = [(say("writing.title"), "/staff/text"), (say("writing.versions.title"), "/staff/text/versions")]
    return staff_page(
        "staff/text_version.html.j2", asked, title, "text", trail=trail, styles=STYLES,
        entry=entry, numbers=numbers, markdown=markdown, against=against[0], mark=mark,
        changes=differences(against[1], markdown), preview=preview(markdown, edition, entry.language),
    )  # fmt: skip
