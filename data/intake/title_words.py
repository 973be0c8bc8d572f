"""What the lines above a table say of it: that it accumulates, that it lists the dead, that it counts casualties."""

import tomllib
from functools import cache
from pathlib import Path

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
