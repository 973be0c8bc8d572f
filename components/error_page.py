"""The documents for what cannot be shown: an address that says what is wrong with it, a page that does not exist."""

from typing import Any

from components.document import fill
from components.site import head, languages, site
from data.selection import BadParameter, sentence
from texts.words import LANGUAGES, Words

STYLES = ("fonts.css", "minetall.css")


def error_page(kind: str, words: Words, settings: Any, problems: tuple[BadParameter, ...] = ()) -> str:
    """`kind`: bad_address (with `problems`), not_found, only_read, nothing_published or broken.

    In the language of `words`.
    """
    title = words.say(f"page.error.{kind}.title")
    line = words.say(f"page.error.{kind}.line")
    return fill(
        "error.html.j2",
        words,
        head=head(settings, words, title, line, ""),
        site=site(settings, words, "", None),
        languages=languages({code: f"/?lang={code}" for code in LANGUAGES}, words),
        styles=STYLES,
        title=title,
        lines=[line],
        problems=[sentence(problem, words) for problem in problems],
    )
