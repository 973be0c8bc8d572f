"""The files of drafts on the disk: whole or not there, named by random ids, for the server's own account only."""

import hashlib
import os
import secrets
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Self

from data.drafts.errors import Empty, TooLarge
from data.intake.readers.limits import MEGABYTE

CHUNK = 1 << 18
PART = ".part"


class Folder:
    """Every file of a draft is named <id> or <id>.<something>; what is still arriving ends in .part."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def make(self) -> None:
        """Only the server's own account may look into it."""
        self.path.mkdir(parents=True, exist_ok=True, mode=0o700)
        self.path.chmod(0o700)

    def file(self, id: str) -> Path:
        return self.path / id

    def kept(self, id: str, revision: int) -> Path:
        """Where the reading of one revision is kept."""
        return self.path / f"{id}.{revision}.kept"

    def incoming(self, most: int) -> "Incoming":
        self.make()
        return Incoming(self, most)

    def erase(self, id: str) -> None:
        """Everything of a draft."""
        for path in [self.file(id), *self.path.glob(f"{id}.*")]:
            path.unlink(missing_ok=True)

    def erase_reading(self, id: str, revision: int) -> None:
        for path in self.path.glob(f"{id}.{revision}.*"):
            path.unlink(missing_ok=True)

    def erase_older_readings(self, id: str, revision: int) -> None:
        for path in self.path.glob(f"{id}.*"):
            number = path.name.split(".")[1]
            if number.isdigit() and int(number) < revision:
                path.unlink(missing_ok=True)

    def old_files(self, before: datetime) -> list[Path]:
        """Those that nobody wrote to since."""
        return [path for path in self.path.iterdir() if _written(path) <= before.timestamp()]

    def belongs(self, path: Path, known: Mapping[str, frozenset[int]]) -> bool:
        """Whether it is the file of a draft, or of a reading that counts (id -> the revisions that do)."""
        id, *rest = path.name.split(".")
        return id in known and (not rest or (rest[1:] == ["kept"] and rest[0] in map(str, known[id])))

    def sync(self) -> None:
        """A new name is on the disk only when its folder is (not on Windows, where folders cannot be opened)."""
        if os.name != "nt":
            handle = os.open(self.path, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


def _written(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except FileNotFoundError:
        return float("inf")


class Incoming:
    """A file while it arrives: `write` counts and hashes; `keep` makes it whole; leaving without it erases it.

    Raises TooLarge as soon as it is, and Empty at the end.
    """

    def __init__(self, folder: Folder, most: int) -> None:
        self.id = secrets.token_hex(16)
        self.size = 0
        self._folder, self._most, self._hash = folder, most, hashlib.sha256()
        self._part = folder.file(self.id + PART)
        self._stream: BinaryIO = os.fdopen(os.open(self._part, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "w+b")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    @property
    def sha256(self) -> str:
        return self._hash.hexdigest()

    def write(self, chunk: bytes) -> int:
        self.size += len(chunk)
        if self.size > self._most:
            raise TooLarge(most=self._most / MEGABYTE)
        self._hash.update(chunk)
        return self._stream.write(chunk)

    def read_from(self, stream: BinaryIO) -> None:
        while chunk := stream.read(CHUNK):
            self.write(chunk)

    def keep(self) -> None:
        """From here on the file is there under its own name, whatever happens to the machine."""
        if not self.size:
            raise Empty
        self._stream.flush()
        os.fsync(self._stream.fileno())
        self._stream.close()
        self._part.replace(self._folder.file(self.id))
        self._folder.sync()

    def content(self) -> bytes:
        self._stream.flush()
        return self._part.read_bytes()

    def seek(self, place: int, whence: int = 0) -> int:
        return self._stream.seek(place, whence)

    def read(self, size: int = -1) -> bytes:
        return self._stream.read(size)

    def close(self) -> None:
        """What was not kept is gone."""
        self._stream.close()
        self._part.unlink(missing_ok=True)
