"""python -m data seed: the shipped spreadsheets into an empty store, as the first start of the site does it."""

from argparse import ArgumentParser, Namespace
from typing import Any

from data.commands.opening import opened, tells_errors
from data.commands.printing import say

NAME = "seed"


def add_arguments(parser: ArgumentParser, words: Any) -> None:
    """There are none."""


@tells_errors
def run(args: Namespace, words: Any) -> int:
    """0, whether the store was empty or not."""
    store = opened(words)
    say(words, "store.editions", count=len(store.editions()), place=store.place)
    return 0
