"""What every command line of ours has: complaints in the reader's language, and an output that may end early."""

import argparse
import sys
from collections.abc import Callable, Sequence
from typing import NoReturn

from texts.words import Words

WRONG_USAGE = 64  # EX_USAGE of sysexits.h


class Parser(argparse.ArgumentParser):
    """A parser that says what is wrong in the reader's language and ends with EX_USAGE."""

    words = Words("en")

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        print(self.words.say("cli.wrong_usage", reason=message, command=self.prog), file=sys.stderr)
        raise SystemExit(WRONG_USAGE)


def run(main: Callable[[Sequence[str]], int]) -> NoReturn:
    """Ends the process with the exit status of `main`."""
    for stream in (sys.stdout, sys.stderr):
        # A file's name may hold bytes that are no text, and a terminal may lack letters that a sentence has.
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        sys.exit(main(sys.argv[1:]))
    except BrokenPipeError:  # the reader of the output (head, less) has seen enough
        sys.stderr.close()
        sys.exit(0)
