"""The text beside a link that is shared: the finding, the source, the date, within what social networks take."""

from typing import Any

from charts.view import View

MOST = 280


def social_text(view: View, words: Any) -> str:
    """At most 280 characters: what does not fit as a whole is left out, the source first; a finding is never cut off
    in the middle of a number: it ends at a word, with an ellipsis."""
    text = _fitting(view.headline or view.title, MOST)
    parts = [words.say("headlines.social.source", title=one.title) for one in view.sources[:1]]
    parts += [words.say("charts.as_of", day=view.as_of)] if view.as_of else []
    for part in reversed(parts):
        if len(text) + 1 + len(part) <= MOST:
            text = f"{text} {part}"
    return text


def _fitting(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rsplit(" ", 1)[0] + "…"
