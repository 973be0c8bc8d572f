"""What a word of a file can be said to mean: a district or a category, and its name in the reader's language."""

from typing import Any

from data.fields import BY_KEY
from data.places import PLACES


def meanings(field: str) -> list[str]:
    """The values that a word of this field may stand for; empty where words cannot be explained."""
    if field == "district":
        return list(PLACES)
    return list(BY_KEY[field].categories) if field in BY_KEY else []


def meaning_name(field: str, value: str, words: Any) -> str:
    """The value in the reader's language; one that has no name reads as it is."""
    if field == "district":
        return PLACES[value].names[words.language] if value in PLACES else value
    return words.say(f"value.{field}.{value}") if words.has(f"value.{field}.{value}") else value
