"""What the lines above a table say of it: that it accumulates, that it lists the dead, that it counts casualties."""

import tomllib
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

from data.intake.mapping.words import phrases, tokens
from data.places.spelling import fold


def says(line: str, what: str) -> bool:
    """Does the line hold a word for `what` (cumulative, everyone_killed, anyone_hurt) in any language?"""
    folded = " ".join(fold(line).split())
    if what == "anyone_hurt":  # "victims killed", "víctimas mortales" are the dead, though "victims" may be anyone
        for phrase in _words()["everyone_killed"]:
            folded = folded.replace(phrase, " ") if " " in phrase else folded
    return any(word in folded for word in _words()[what])


@cache
def _words() -> dict[str, tuple[str, ...]]:
    """What -> its words, folded, the longest first."""
    read = tomllib.loads(Path(__file__).with_name("title_words.toml").read_text(encoding="utf-8"))
    return {
        what: tuple(sorted({fold(word) for words in by.values() for word in words}, key=len, reverse=True))
        for what, by in read.items()
    }


def measured_by(lines: Sequence[str]) -> str | None:
    """What lines such as a title say that the figures below count: killed, injured or total (either); None: nothing."""
    named = {category for line in lines for match in phrases("headings").find(tokens(line)) for category in match[0]}
    if any(_is_rate(tokens(line)) for line in lines):
        return None
    either = any(says(line, "anyone_hurt") for line in lines)
    if "killed" in named and not named & {"injured", "missing"}:
        return None if either else "killed"
    if "injured" in named and "killed" not in named:
        return None if any(says(line, "everyone_killed") for line in lines) else "injured"
    return "total" if either or "killed" in named else None


def _is_rate(words: tuple[str, ...]) -> bool:
    """ "Deaths per 100 000", "Share of casualties"; "deaths per month" counts people."""
    for match in phrases("headings").find(words):
        if "rate" in match.categories and words[match.start : match.end] != ("per",):
            return True
    return any(word == "per" and (after.isdigit() or after == "capita") for word, after in pairwise(words))
