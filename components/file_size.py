"""The size of a file as people read it."""

from typing import Any

from data.intake.readers.limits import MEGABYTE

KILOBYTE = 1024


def file_size(bytes: int, words: Any) -> str:
    """Megabytes with one decimal; below a tenth of one whole kilobytes, one at the least."""
    if bytes >= MEGABYTE / 10:
        return str(words.say("draft.megabytes", size=round(bytes / MEGABYTE, 1)))
    return str(words.say("draft.kilobytes", size=max(1, round(bytes / KILOBYTE))))
