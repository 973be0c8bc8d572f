"""Files that cost and need no browser, made once for an edition, a question, a day and a release, and then kept."""

import threading
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from data.frame import Edition
from exports.browser import NoBrowser
from exports.kept_files import KeptFiles, key_of
from exports.release import release

# What of the settings stands in files. Others (ports, limits, folders) do not change them.
SAID = ("site_name", "organisation", "contact", "public_url", "emergency_number")

# Of the 8 threads of a server, so that pages are answered however many sets are asked for.
MOST_MADE = 4
_ROOM = threading.Semaphore(MOST_MADE)


def kept_answer(
    kept: KeptFiles, name: str, question: str, edition: Edition, today: date, settings: Any, make: Callable[[], bytes],
) -> bytes:  # fmt: skip
    """`name` is that of the format (deck.pptx), `question` its canonical query with language and options.

    `today` decides which months are unfinished. Raises what `make` raises, and keeps nothing then;
    NoBrowser (late) where too many are being made already.
    """
    key = question_key(name, question, edition, today, settings)
    if (found := kept.found(key)) is not None:
        return found
    if not _ROOM.acquire(blocking=False):
        raise NoBrowser(reason="late")
    try:
        return kept.get(key, make)
    finally:
        _ROOM.release()


def question_key(name: str, question: str, edition: Edition, today: date, settings: Any) -> str:
    """The key under which the answer is kept: of all that it depends on."""
    said = [str(getattr(settings, field, "")) for field in SAID]
    facts = (name, question, _mark(edition), today.isoformat(), release())
    return key_of(*facts, *said, _template(settings))


@lru_cache(maxsize=8)
def _marked(number: int, at: str, *frames: tuple[str, int, str, int]) -> str:
    return key_of(str(number), at, repr(frames))


def _mark(edition: Edition) -> str:
    """Its number is that of one store only; a folder may be shared, and a store be set up anew."""
    frames = ((key, one.version, one.sha256, len(one.records)) for key, one in sorted(edition.frames.items()))
    return _marked(edition.number, edition.published_at.isoformat(), *frames)


def _template(settings: Any) -> str:
    """The organisation's slide template by size and time: it may be replaced under its name."""
    if not settings.slide_template:
        return ""
    try:
        facts = Path(settings.slide_template).expanduser().stat()
    except OSError:
        return "missing"
    return f"{facts.st_size} {facts.st_mtime_ns}"
