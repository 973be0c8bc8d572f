"""Headings as known data sets abbreviate them, and words that are run together: "bdeadlow", "fatalmin"."""

from functools import cache

from data.intake.mapping.role import CASUALTIES
from data.intake.mapping.words import languages, phrases, single_words, tokens


def spelled_out(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words that are meant; () for an abbreviation that must say nothing (a group inside a count)."""
    meant = _abbreviations().get("".join(words))
    return meant if meant is not None else tuple(part for word in words for part in _apart(word))


@cache
def _abbreviations() -> dict[str, tuple[str, ...]]:
    return {
        "".join(tokens(text)): tokens(meant)
        for words in languages().values()
        for text, meant in words.get("abbreviations", {}).items()
    }


def _apart(word: str) -> tuple[str, ...]:
    """ "killedmin" is "killed min" and "minkilled" the same; a word of the lists stays whole."""
    for bound in _bounds():
        for rest in (word.removesuffix(bound), word.removeprefix(bound)):
            if rest != word and phrases("headings").exact((rest,)) & set(CASUALTIES):
                return (rest, bound)
    return (word,)


@cache
def _bounds() -> tuple[str, ...]:
    """The longest first, so that "minimum" is not read as "min"."""
    found = single_words("qualifiers.bound", "min") | single_words("qualifiers.bound", "max")
    return tuple(sorted(found, key=len, reverse=True))
