"""What is said to readers about an edition ("what is new"): one text, or one for each language, in one column."""

import json
from collections.abc import Mapping

# What a reader of another language is shown before any other.
_FIRST = "en"


def note_of(texts: Mapping[str, str]) -> str:
    """The note to keep for texts by language; empty ones are left out, "" when none says anything."""
    kept = {language: text.strip() for language, text in texts.items() if text.strip()}
    return json.dumps(kept, ensure_ascii=False) if kept else ""


def note_in(note: str, language: str) -> tuple[str, str | None]:
    """(the note for readers of this language, the language it is in: None where that is not known). Not escaped.

    A note in another language is better than none; one that was written as plain text is given as it is.
    """
    texts = _texts(note)
    if texts is None:
        return note.strip(), None
    for other in (language, _FIRST, *texts):
        if texts.get(other):
            return texts[other], other
    return "", None


def _texts(note: str) -> dict[str, str] | None:
    """The texts of a note that has one for each language, None for a plain one, braces or not."""
    if not note.lstrip().startswith("{"):
        return None
    try:
        texts = json.loads(note)
    except ValueError:
        return None
    if not isinstance(texts, dict) or not all(isinstance(text, str) for text in texts.values()):
        return None
    return {language: text.strip() for language, text in texts.items()}
