"""Photos for the text: redrawn() gives one without anything that the camera or its owner wrote into the file."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from data.intake.readers.limits import MEGABYTE

MOST_BYTES = 15 * MEGABYTE
REASONS = ("animated", "damaged", "dimensions", "empty", "expensive", "format", "too_large", "too_small")
_SCRIPT = Path(__file__).with_name("child.py")
# What an interpreter needs to start, and nothing else of ours.
_ENVIRONMENT = ("SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
_SECONDS = 30


class NotAPhoto(ValueError):
    """`reason` is one of REASONS, the message photos.refused.<reason>; `params` are those of its sentence."""

    def __init__(self, reason: str, **params: Any) -> None:
        super().__init__(f"{reason}: {params}")
        self.reason, self.params = reason, params


@dataclass(frozen=True, slots=True)
class Redrawn:
    """A JPEG, upright, in sRGB, no side longer than child.LONGEST pixels, without metadata."""

    content: bytes
    width: int
    height: int
    media_type: str = "image/jpeg"


def redrawn(content: bytes) -> Redrawn:
    """Reads a JPEG, PNG or WebP in a process with limits of its own. Raises NotAPhoto."""
    if not content:
        raise NotAPhoto("empty")
    if len(content) > MOST_BYTES:
        raise NotAPhoto("too_large", most=MOST_BYTES // MEGABYTE)
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and script
            [sys.executable, "-I", "-B", str(_SCRIPT)],
            input=content, capture_output=True, timeout=_SECONDS, check=False,
            env={name: os.environ[name] for name in _ENVIRONMENT if name in os.environ},
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise NotAPhoto("expensive") from None
    head, _, drawn = done.stdout.partition(b"\n")
    if done.returncode or not head:
        raise NotAPhoto("expensive" if done.returncode < 0 else "damaged")
    said = json.loads(head)
    if "refused" in said:
        raise NotAPhoto(said["refused"], **said["params"])
    return Redrawn(drawn, said["width"], said["height"])
