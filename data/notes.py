"""What is said to readers about an edition ("what is new"): one text, or one for each language, in one column."""

import json
from collections.abc import Mapping


def note_of(texts: Mapping[str, str]) -> str:
    """The note to keep for texts by language; empty ones are left out."""
    kept = {language: text.strip() for language, text in texts.items() if text.strip()}
    return json.dumps(kept, ensure_ascii=False) if kept else ""


def note_in(note: str, language: str) -> tuple[str, str | None]:
    """(the note for readers of this language, the language it is in: None where that is not known).

    A note in another language is better than none; one that was written as plain text is given as it is.
    """
    texts = _texts(note)
    if texts is None:
        return note, None
    if language in texts:
        return texts[language], language
    other = next(iter(texts), None)
    return (texts[other], other) if other else ("", None)


def _texts(note: str) -> dict[str, str] | None:
    if not note.startswith("{"):
        return None
    try:
        texts = json.loads(note)
    except ValueError:
        return None
    fits = isinstance(texts, dict) and all(isinstance(text, str) for text in texts.values())
    return texts if fits else None
