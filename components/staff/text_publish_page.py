"""The page where drafts of the awareness text are compared with what is published, and published."""

from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from components.staff_shell import Asked, staff_page
from data.frame import Edition
from texts.awareness.differences import differences


def text_publish_page(
    asked: Asked, drafts: Sequence[Any], edition: Edition, chosen: Sequence[str], note: str, wrong: str = ""
) -> Markup:
    """`drafts` are routes.staff.writing.Writing that have a draft; `chosen` their languages that are ticked."""
    say = asked.words.say
    texts = [(one, differences(edition.texts.get(one.language, ""), one.markdown)) for one in drafts]
    return staff_page(
        "staff/text_publish.html.j2", asked, say("writing.publish.title"), "text",
        trail=[(say("writing.title"), "/staff/text")], styles=("text.css",),
        texts=texts, chosen=chosen, note=note, wrong=wrong, edition=edition,
    )  # fmt: skip
