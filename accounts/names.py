"""How a person is called: the one spelling under which an account is kept and found."""

import re
import unicodedata

from accounts.errors import BadName

SHORTEST, LONGEST = 2, 60
# Letters and digits of any script; inside also . _ - @ and single spaces.
_NAME = re.compile(r"\w(?:[\w.@-]| (?! ))*[\w.]", re.UNICODE)


def normalised(name: str) -> str:
    """Composed (NFC) and in small letters, so that one name cannot be two accounts. Raises BadName."""
    composed = unicodedata.normalize("NFC", name).strip()
    small = unicodedata.normalize("NFC", composed.casefold())
    if not SHORTEST <= len(small) <= LONGEST or not _NAME.fullmatch(small):
        raise BadName(shortest=SHORTEST, longest=LONGEST)
    return small


def found_under(name: str) -> str:
    """The same for a name that was typed to sign in: what no account can have is found under no name at all."""
    try:
        return normalised(name)
    except BadName:
        return ""


def shown(name: str) -> str:
    """Anything that was given as a name, fit to be printed."""
    return "".join(
        character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in name[:LONGEST]
    )
