"""A foreign file -> a clean template, or the reason why it cannot be one; the file is never opened in this process."""

import threading
from functools import lru_cache
from pathlib import Path

from data.fact import Fact
from data.intake.readers import Limits, NotASpreadsheet
from data.intake.readers.archive import check_archive
from data.intake.readers.child_process import ReadingChild
from data.intake.readers.limits import MEGABYTE

# Templates with photographs have 5 to 20 MB.
LIMITS = Limits(
    bytes=30 * MEGABYTE, memory=1024 * MEGABYTE, cpu_seconds=15, wall_seconds=20.0, zip_entries=3_000,
    unpacked_bytes=200 * MEGABYTE,
)  # fmt: skip
REASONS = (
    "empty", "not_powerpoint", "old_powerpoint", "encrypted", "damaged", "macros", "no_layouts", "too_many_bytes",
    "too_many_parts", "too_large_unpacked", "timeout", "out_of_memory", "busy", "not_there",
)  # fmt: skip
# So many files are cleaned at once; one takes up to a gigabyte while it lasts, mostly a second.
AT_ONCE = 2
PATIENCE = 5.0
_SCRIPT = Path(__file__).with_name("child.py")
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_places = threading.BoundedSemaphore(AT_ONCE)


class BadTemplate(Fact):
    """A file that slides cannot be made on: `reason` is one of REASONS, the message deck.template.<reason>."""

    def __init__(self, reason: str, **params: object) -> None:
        super().__init__(f"deck.template.{reason}", **params)
        self.reason = reason

    @classmethod
    def too_large(cls) -> "BadTemplate":
        """A file of more bytes than are read."""
        return cls("too_many_bytes", most=LIMITS.bytes // MEGABYTE)

    @property
    def status(self) -> int:
        """That of HTTP: what the file is, or what the server cannot do now."""
        return {"too_many_bytes": 413, "busy": 503, "not_there": 503}.get(self.reason, 400)


def taken_in(content: bytes, limits: Limits = LIMITS) -> bytes:
    """A .pptx with masters, layouts and theme of the file and nothing else. Raises BadTemplate."""
    _recognise(content, limits)
    if not _places.acquire(timeout=PATIENCE):
        raise BadTemplate("busy")
    try:
        return _cleaned(content, limits)
    except NotASpreadsheet as died:
        raise _fact(died) from died
    finally:
        _places.release()


def of_file(path: str) -> bytes:
    """The template of the settings; made once for each state of the file. Raises BadTemplate."""
    try:
        file = Path(path).expanduser()
        state = file.stat()
        return _of_state(str(file), state.st_mtime_ns, state.st_size)
    except OSError as error:
        raise BadTemplate("not_there", file=path, why=error.strerror or str(error)) from error


@lru_cache(maxsize=2)
def _of_state(path: str, _changed: int, size: int) -> bytes:
    if size > LIMITS.bytes:
        raise BadTemplate.too_large()
    return taken_in(Path(path).read_bytes())


def _recognise(content: bytes, limits: Limits) -> None:
    if not content.strip(b"\x00 \r\n\t"):
        raise BadTemplate("empty")
    if len(content) > limits.bytes:
        raise BadTemplate("too_many_bytes", most=limits.bytes // MEGABYTE)
    if content.startswith(_OLE):
        encrypted = "EncryptedPackage".encode("utf-16-le") in content
        raise BadTemplate("encrypted" if encrypted else "old_powerpoint")
    if not content.startswith(_ZIP):
        raise BadTemplate("not_powerpoint")
    try:
        check_archive(content, limits)
    except NotASpreadsheet as refusal:
        raise _fact(refusal) from refusal


def _cleaned(content: bytes, limits: Limits) -> bytes:
    with ReadingChild(content, "pptx", limits, _SCRIPT) as child:
        for mark, payload in child.frames():
            if mark == b"X":
                return payload
            if mark == b"R":
                reason = payload.decode("ascii", "replace")
                raise BadTemplate(reason if reason in REASONS else "damaged", **_most(reason, limits))
    raise BadTemplate("damaged")


def _fact(died: NotASpreadsheet) -> BadTemplate:
    reason = died.reason if died.reason in REASONS else "damaged"
    return BadTemplate(reason, **_most(reason, LIMITS))


def _most(reason: str, limits: Limits) -> dict[str, int]:
    """What the sentence of a reason names."""
    most = {
        "too_many_parts": limits.zip_entries, "too_large_unpacked": limits.unpacked_bytes // MEGABYTE,
        "timeout": round(limits.wall_seconds), "out_of_memory": limits.memory // MEGABYTE,
    }  # fmt: skip
    return {"most": most[reason]} if reason in most else {}
