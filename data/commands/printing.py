"""Sentences to the terminal: what was done on standard output, what went wrong on standard error."""

import sys
from typing import Any


def say(words: Any, message: str, **params: Any) -> None:
    print(words.say(message, **params))


def complain(words: Any, message: str, **params: Any) -> None:
    """Lists among the parameters become "a, b and c"."""
    spoken = {name: words.list(value) if isinstance(value, list) else value for name, value in params.items()}
    print(words.say(message, **spoken), file=sys.stderr)


def say_below(words: Any, message: str, **params: Any) -> None:
    """A sentence that belongs to the line above it."""
    print(f"    {words.say(message, **params)}")
