"""python -m data publish DATASET VERSION, or --edition N to go back to an older state."""

from argparse import ArgumentParser, Namespace
from typing import Any

from data.commands.opening import opened, person, tells_errors
from data.commands.printing import complain, say
from texts.command_line import WRONG_USAGE

NAME = "publish"


def add_arguments(parser: ArgumentParser, words: Any) -> None:
    parser.add_argument("dataset", metavar="DATASET", nargs="?")
    parser.add_argument("version", metavar="VERSION", nargs="?", type=int)
    parser.add_argument("--edition", metavar="N", type=int)
    parser.add_argument("--note", metavar="TEXT", default="")


@tells_errors
def run(args: Namespace, words: Any) -> int:
    """0 = published, or nothing to publish; 1 = the version leaves questions open; 64 = wrong usage."""
    going_back = args.edition is not None
    if going_back == (args.dataset is not None) or (args.version is None) != going_back:
        complain(words, "store.publish_usage")
        return WRONG_USAGE
    store = opened(words)
    with store.writing(person()) as writer:
        if going_back:
            edition, new = writer.go_back(args.edition, args.note)
        else:
            edition, new = writer.publish({args.dataset: args.version}, {}, args.note)
    say(words, "store.published" if new else "store.published_already", edition=str(edition))
    return 0
