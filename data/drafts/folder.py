"""The files of drafts on the disk: whole or not there, named by random ids, for the server's own account only."""

import hashlib
import os
import re
import secrets
import shutil
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Self

from platformdirs import user_data_path

from data.drafts.errors import Empty, TooLarge
from data.intake.readers.limits import MEGABYTE

CHUNK = 1 << 18
PART = ".part"
_OURS = re.compile(r"[0-9a-f]{32}(\.|$)")


class Folder:
    """Every file of a draft is named <id> or <id>.<something>; what is still arriving ends in .part."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def make(self) -> None:
        """Only the server's own account may look into it; one that is there already stays as its owner made it."""
        if not self.path.is_dir():
            self.path.mkdir(parents=True, exist_ok=True, mode=0o700)

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
            gone(path)

    def erase_reading(self, id: str, revision: int) -> None:
        for path in self.path.glob(f"{id}.{revision}.*"):
            gone(path)

    def erase_older_readings(self, id: str, revision: int) -> None:
        for path in self.path.glob(f"{id}.*"):
            number = path.name.split(".")[1]
            if number.isdigit() and int(number) < revision:
                gone(path)

    def old_files(self, before: datetime) -> list[Path]:
        """Those of ours that nobody wrote to since."""
        if not self.path.is_dir():
            return []
        return [path for path in self.path.iterdir()
                if _OURS.match(path.name) and _written(path) <= before.timestamp()]  # fmt: skip

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


def gone(path: Path) -> None:
    """A file, or the folder of a kept reading, is no more; also when another process was quicker."""
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


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
        try:
            self._stream.close()
        except OSError:  # a full disk refuses what was not written yet, once more
            pass
        finally:
            self._part.unlink(missing_ok=True)


def folder_of(set_to: str, store_file: Path | None, store_place: str) -> Path:
    """As set; else <store>.drafts beside a SQLite file; else a folder of this store's own in the user's data folder.

    Never one that two stores share: what belongs to no draft of a store is erased from its folder.
    """
    if set_to:
        return Path(set_to).expanduser().absolute()
    if store_file:
        return store_file.with_name(store_file.name + ".drafts")
    mark = hashlib.sha256(store_place.encode()).hexdigest()[:12]
    return user_data_path("minetall", appauthor=False) / f"drafts-{mark}"
