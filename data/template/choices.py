"""What each drop-down offers, in the words of one language that the importer reads back as the same category."""

from typing import Any

from data.fields import BY_KEY, NOT_STATED
from data.places import PLACES

# A date of a template is a day unless its row says that less is known.
PRECISIONS = ("day", "month", "quarter", "year")
SCOPES = ("all_casualties", "civilians_only", "not_clear")


def choices(key: str, words: Any) -> dict[str, str]:
    """Category -> its words, in the order of the drop-down. What is not stated is left blank, so it is no choice."""
    if key == "district":
        names = {code: place.names.get(words.language, place.names["en"]) for code, place in PLACES.items()}
        return dict(sorted(names.items(), key=lambda named: named[1].casefold()))
    if key == "date_precision":
        return {one: words.say(f"template.precision.{one}") for one in PRECISIONS}
    if key == "scope":
        return {one: words.say(f"value.scope.{one}") for one in SCOPES}
    return {one: _said(key, one, words) for one in BY_KEY[key].categories if one != NOT_STATED}


def _said(key: str, category: str, words: Any) -> str:
    """A row of a list of people is one person: a woman or girl, where charts say women and girls."""
    of_one = f"template.one.{key}.{category}"
    return words.say(of_one if words.has(of_one) else f"value.{key}.{category}")
