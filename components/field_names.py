"""The fields of a menu: their names as a person reads them who says what a column holds, and what each is about."""

from typing import Any

from data.problems import field_name

IGNORE, PERSONAL = "ignore", "personal"
# What a field is about, by the beginning of its key; it decides the tint of a column and its place in the menu.
SUBJECTS = {
    "killed": ("killed", "outcome"),
    "injured": ("injured",),
    "when": ("date", "since", "year", "month", "day"),
    "where": ("district", "place", "latitude", "longitude"),
    "unused": (IGNORE, PERSONAL),
}


def column_name(field: str, words: Any) -> str:
    """A column with the date of each row is called that, though its field is the first day of what a row covers."""
    if field in (IGNORE, PERSONAL):
        return str(words.say(f"understood.value.{field}"))
    message = f"understood.field.{field}"
    return str(words.say(message)) if words.has(message) else field_name(field, words)


def subject(field: str) -> str:
    first = field.split(".")[0]
    return next((name for name, beginnings in SUBJECTS.items() if first.startswith(beginnings)), "other")
