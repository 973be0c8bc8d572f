"""Single cells that hold something personal, wherever they stand: an address, a telephone, a number, a name."""

import re
from collections.abc import Iterable
from dataclasses import replace

from data.intake.mapping.headings import roles
from data.intake.mapping.words import phrases, tokens
from data.intake.personal_names import like_name, patronymic, says_something
from data.intake.personal_numbers import bare_phone, checked_number, document, phone
from data.intake.privacy import has_email, has_flat
from data.intake.result import Dropped
from data.places import resolve

_LONGEST = 300
# A telephone or a number within a line: digits with the signs between them.
_NUMBERS = re.compile(r"[+(]?\d[\d\s().-]{6,18}\d")


def is_personal(text: str) -> bool:
    """Does the text hold what belongs to one person, in a column that says nothing else?"""
    text = text[:_LONGEST].strip()
    if not text or len(text) < 5:
        return False
    if has_email(text) or has_flat(text) or patronymic(text) or checked_number(text) or document(text):
        return True
    return phone(text) or bare_phone(text) or any(phone(found.strip()) for found in _NUMBERS.findall(text))


def is_contact(text: str, before: str = "") -> bool:
    """The same, and names of people: what stands above or below a table, or in a note. `before`: the cell to the left.

    A name is two to five words with capitals that say nothing else; or what follows a word such as "Contact:".
    """
    if is_personal(text):
        return True
    text = text[:_LONGEST].strip()
    if like_name(text) and not says_something(text) and not _known(text):
        return True
    return _says_a_person(before) or (":" in text and _says_a_person(text.split(":")[0]))


def told(lines: Iterable[str]) -> list[str]:
    """Those of the lines above a table that tell nothing of a person."""
    return [line for line in lines if not is_contact(line)]


def without_names(dropped: Dropped) -> Dropped:
    """The heading of a column of names may be one of them, in a file without headings: then it is not told."""
    named = dropped.reason not in ("heading", "said") and is_contact(dropped.heading)
    return replace(dropped, heading="") if named else dropped


def _says_a_person(label: str) -> bool:
    meant = roles(label.rstrip(" :"))[:1] if label.strip() and len(label) <= 60 else []
    return bool(meant) and meant[0].field == "personal"


def _known(text: str) -> bool:
    """A place of the country, or words that stand in our lists of headings and sheets."""
    return bool(resolve(text)) or bool(phrases("headings").find(tokens(text)))
