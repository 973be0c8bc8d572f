"""python -m data versions [DATASET]: the versions of one dataset, or of all."""

from argparse import ArgumentParser, Namespace
from typing import Any

from data.commands.opening import opened, tells_errors
from data.commands.printing import say, say_below
from data.notes import note_in
from data.store import Store, VersionEntry

NAME = "versions"


def add_arguments(parser: ArgumentParser, words: Any) -> None:
    parser.add_argument("dataset", metavar="DATASET", nargs="?")


@tells_errors
def run(args: Namespace, words: Any) -> int:
    store = opened(words)
    current = _published(store)
    for key in [args.dataset] if args.dataset else sorted(store.datasets()):
        print(key)
        for entry in store.versions(key):
            _line(entry, current.get(key), words)
    return 0


def _published(store: Store) -> dict[str, int]:
    """Version per dataset of the newest edition, without reading any frame."""
    editions = store.editions()
    return editions[-1].versions if editions else {}


def _line(entry: VersionEntry, current: int | None, words: Any) -> None:
    say(
        words,
        "store.version",
        version=str(entry.number),
        at=entry.at,
        file=entry.file_name,
        count=entry.record_count,
    )
    if entry.number == current:
        say_below(words, "store.version_current")
    elif entry.editions:
        say_below(words, "store.version_editions", editions=words.list(str(number) for number in entry.editions))
    else:
        say_below(words, "store.version_draft")
    if entry.questions:
        say_below(words, "store.version_questions", count=entry.questions)
    if note := note_in(entry.note, words.language)[0]:
        print(f"    {note}")
