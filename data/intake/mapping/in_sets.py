"""Headings that mean something only side by side: "VM", "FG", "FL"; "Serious" and "Slight" beside "Killed"."""

from collections.abc import Mapping, Sequence
from functools import cache

from data.intake.mapping.words import languages, tokens


def meant_in_sets(headings: Sequence[str]) -> dict[str, str]:
    """Heading -> the words it stands for ("" for none), of every set that is there whole and with no heading twice."""
    said: dict[str, list[str]] = {}
    for heading in headings:
        said.setdefault("".join(tokens(heading)), []).append(heading)
    return {
        said[short][0]: meant
        for each in _sets()
        if all(len(said.get(short, ())) == 1 for short in each)
        for short, meant in each.items()
    }


@cache
def _sets() -> tuple[Mapping[str, str], ...]:
    return tuple(each for words in languages().values() for each in words.get("sets", {}).values())
