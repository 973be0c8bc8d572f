"""What the lines above a table say of it: that it accumulates, that it lists the dead, that it counts casualties."""

import tomllib
from functools import cache
from pathlib import Path


def says(line: str, what: str) -> bool:
    """Does the line hold a word for `what` (cumulative, everyone_killed, anyone_hurt) in any language?"""
    folded = line.casefold()
    return any(word in folded for word in _words()[what])


@cache
def _words() -> dict[str, tuple[str, ...]]:
    read = tomllib.loads(Path(__file__).with_name("title_words.toml").read_text(encoding="utf-8"))
    return {what: tuple(word.casefold() for words in by.values() for word in words) for what, by in read.items()}
