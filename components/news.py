"""What is new: the editions with what was said of each, as the readers see it."""

from collections.abc import Sequence
from typing import Any

from data.frame import Edition
from data.notes import note_in
from data.store import EditionEntry

# The newest that stand open on the method page; the rest is behind a disclosure.
OPEN = 10
# Characters of a note on the front page.
SHORT = 160


def news(editions: Sequence[EditionEntry], last: int, words: Any) -> dict[str, Any]:
    """`recent` and `older` for the method page, newest first. `last`: the edition shown, later ones are not told of."""
    told = [_told(one, words) for one in reversed(editions) if one.number <= last]
    older = told[OPEN:]
    return {
        "recent": told[:OPEN],
        "older": older,
        "more": words.say("edition.news.more", count=len(older)) if older else "",
    }


def _told(edition: EditionEntry, words: Any) -> dict[str, Any]:
    lines = [words.say("edition.news.back", edition=str(edition.restores))] if edition.restores else []
    note, _ = note_in(edition.note, words.language)
    lines += [note] if note else []
    if not lines:
        lines = [words.say("edition.news.first" if edition.number == 1 else "edition.news.silent")]
    return {
        "published": edition.at.date(),
        "lines": lines,
        "link": f"/?lang={words.language}&edition={edition.number}",
        "name": words.say("edition.news.edition", edition=str(edition.number)),
    }


def newest_note(edition: Edition, words: Any, pinned: int | None = None) -> dict[str, str] | None:
    """One line for the front page: the note of the edition shown, None where it has none."""
    note, _ = note_in(edition.note, words.language)
    if not note:
        return None
    published = edition.published_at.date()
    return {
        "said": words.say("edition.updated", published=published, note=shortened(note)),
        "link": f"/method?lang={words.language}{f'&edition={pinned}' if pinned else ''}#news",
    }


def shortened(note: str) -> str:
    """On one line, cut at a word where it is long."""
    line = " ".join(note.split())
    if len(line) <= SHORT:
        return line
    cut = line[: SHORT - 1]
    return (cut.rpartition(" ")[0] or cut).rstrip(" ,;:–-") + "…"


def newer(edition: Edition, words: Any) -> dict[str, Any]:
    """What assets/newer.js needs to know of the page: its edition, and what to say of a newer one ({date})."""
    return {"edition": edition.number, "said": words.say("edition.newer", published="{date}")}
