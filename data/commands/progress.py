"""How far a long reading has come: one line on standard error, only for files of many rows."""

import sys
from typing import Any

MANY_ROWS = 100_000
STEP = 50_000


class Progress:
    """Called with (rows read, rows known of so far)."""

    def __init__(self, words: Any) -> None:
        self.words, self.told = words, 0

    def __enter__(self) -> "Progress":
        return self

    def __call__(self, done: int, known: int) -> None:
        if max(done, known) >= MANY_ROWS and done - self.told >= STEP:
            self.told = done
            print(self.words.say("cli.progress", count=done), file=sys.stderr, flush=True)

    def __exit__(self, *error: object) -> None:
        if self.told:
            print(self.words.say("cli.progress_done"), file=sys.stderr, flush=True)
