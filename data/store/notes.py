"""The note of an edition: plain text, or one text for each language, kept in the one column as JSON."""

import json

# What a reader of another language is shown before nothing at all.
_FIRST = "en"


def both(nb: str, en: str) -> str:
    """One note in two languages, as it is kept; "" when neither says anything."""
    said = {language: text.strip() for language, text in (("nb", nb), ("en", en)) if text.strip()}
    return json.dumps(said, ensure_ascii=False) if said else ""


def note_in(note: str, language: str) -> str:
    """The note as plain text, not escaped: in this language, else in English, else in the one there is."""
    said = _by_language(note)
    if said is None:
        return note.strip()
    return said.get(language) or said.get(_FIRST) or next((text for text in said.values() if text), "")


def _by_language(note: str) -> dict[str, str] | None:
    """The texts of a note that has one for each language, None for a plain one, braces or not."""
    if not note.lstrip().startswith("{"):
        return None
    try:
        said = json.loads(note)
    except ValueError:
        return None
    if not isinstance(said, dict) or not all(isinstance(text, str) for text in said.values()):
        return None
    return {str(language): text.strip() for language, text in said.items()}
