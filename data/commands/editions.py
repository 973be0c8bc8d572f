"""python -m data editions: everything that was published, oldest first."""

from argparse import ArgumentParser, Namespace
from typing import Any

from data.commands.opening import opened, tells_errors
from data.commands.printing import say, say_below
from data.notes import note_in

NAME = "editions"


def add_arguments(parser: ArgumentParser, words: Any) -> None:
    """There are none."""


@tells_errors
def run(args: Namespace, words: Any) -> int:
    entries = opened(words).editions()
    if not entries:
        say(words, "store.no_editions")
    for entry in entries:
        say(words, "store.edition", edition=str(entry.number), at=entry.at, who=entry.who)
        if entry.restores is not None:
            say_below(words, "store.edition_restores", edition=str(entry.restores))
        for key, version in entry.versions.items():
            say_below(words, "store.edition_holds", dataset=key, version=str(version))
        if note := note_in(entry.note, words.language)[0]:
            print(f"    {note}")
    return 0
