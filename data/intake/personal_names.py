"""Whether texts are names of people: a few words, with capitals where the script has them, that say nothing else."""

import re
from collections.abc import Sequence

from data.intake.mapping.words import phrases, tokens

_WORD = r"[^\W\d_](?:[^\W\d_]|['’ʼ`.׳-])*"
_NAME = re.compile(rf"{_WORD},?(?:\s+{_WORD}){{1,4}}")
# Azerbaijani and Russian fathers' names give themselves away.
_PATRONYMIC = re.compile(
    r"\b(?:oğlu|ogly|oglu|qızı|gizi|kızı|oglı|оглы|кызы|"
    r"\w+(?:ович|евич|овна|евна|ївна|івна|ovich|evich|ovna|evna))\b",
    re.IGNORECASE,
)
# Words that describe an accident, a place or a group: what holds one of them is no name, unless somebody is called so.
_SAYING = ("values.device", "values.activity", "values.outcome", "values.status", "missing")
_SAYING_HEADINGS = frozenset(("place", "district", "region", "device", "killed", "injured", "objects", "incidents"))
_CALLED_SO = 0.25  # of the names may hold such a word: Miller, Shepherd, Hunter


def patronymic(text: str) -> bool:
    return bool(_PATRONYMIC.search(text))


def like_name(text: str) -> bool:
    """Two to five words of letters, each with a capital where its script has any."""
    words = text.split()
    return bool(_NAME.fullmatch(text)) and all(
        word[0].isupper() or word[0].lower() == word[0].upper() for word in words
    )


def says_something(text: str) -> bool:
    """Whether a word of the text is one that our lists know: of "Gunshot Wound" the second is."""
    words = tokens(text)
    if any(phrases(path).find(words) for path in _SAYING):
        return True
    return any(match.categories & _SAYING_HEADINGS for match in phrases("headings").find(words))


def names(texts: Sequence[str], share: float) -> bool:
    """Whether at least this share of the texts are like names, and few of these say anything else."""
    like = [text for text in texts if like_name(text)]
    return len(like) >= share * len(texts) and sum(map(says_something, like)) <= _CALLED_SO * len(like)


def no_names(texts: Sequence[str]) -> bool:
    """Whether at least half of the texts are numbers, or words that our lists know."""
    return 2 * sum(not any(map(str.isalpha, text)) or says_something(text) for text in texts) >= len(texts)
