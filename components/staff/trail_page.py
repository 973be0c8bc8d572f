"""The trail: who did what and when, with a form that narrows it and a file of the same lines."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from markupsafe import Markup

from components.staff_shell import Asked, staff_page
from data.store import LogEntry
from exports.trail import name, sentence

PATH = "/staff/trail"


def trail_page(
    asked: Asked, entries: Sequence[LogEntry], number: int, shown: Any, on_page: int, *,
    actions: Sequence[str], people: Sequence[str],
) -> Markup:  # fmt: skip
    """`shown`: what, who, first, last, page and wrong of the address; `number`: lines on all pages together."""
    words = asked.words
    query = {key: value for key in ("what", "who", "first", "last") if (value := getattr(shown, key))}
    pages = max(1, -(-number // on_page))
    return staff_page(
        "staff/trail.html.j2", asked, words.say("trail.title"), "trail",
        lines=[(entry.at, entry.who, sentence(entry, words)) for entry in entries],
        number=number, shown=shown, pages=pages,
        actions=sorted(((action, name(action, words)) for action in actions), key=lambda pair: pair[1].casefold()),
        people=[person for person in people if person], nobody="" in people,
        newer=_page(asked, query, shown.page - 1) if shown.page > 1 else "",
        older=_page(asked, query, shown.page + 1) if shown.page < pages else "",
        file=asked.link(f"{PATH}.csv" + (f"?{urlencode(query)}" if query else "")), path=PATH,
    )  # fmt: skip


def _page(asked: Asked, query: dict[str, str], page: int) -> str:
    return asked.link(f"{PATH}?{urlencode({**query, 'page': page})}")
