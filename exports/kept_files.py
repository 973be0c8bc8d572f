"""Files that were costly to make, kept in a folder for the next reader, by a hash of what they are made of.

Whatever is in the folder may be deleted at any time: what is gone is made again.
"""

import hashlib
import os
import re
import secrets
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from platformdirs import user_data_path

from exports.kept_locks import LOCK, Locks

MEGABYTE = 1_000_000
PART = ".part"
_KEY = re.compile(r"[0-9a-f]{64}")


class KeptFiles:
    """`most_bytes` is how large the folder may grow; what was asked for longest ago goes first.

    In a folder that cannot be written everything is made each time. Nothing here raises because of the disk.
    """

    def __init__(self, folder: Path, most_bytes: int) -> None:
        self.folder, self.most_bytes = folder, most_bytes
        self.locks = Locks(folder)

    def get(self, key: str, make: Callable[[], bytes]) -> bytes:
        """The file of this key (`key_of`), made by one thread of one process while the others wait for it."""
        if not _KEY.fullmatch(key):
            raise ValueError(f"not a key: {key}")
        found = self._read(key)
        if found is not None:
            return found
        with self.locks.held(key):
            found = self._read(key)
            if found is None:
                found = make()
                self._write(key, found)
        return found

    def found(self, key: str) -> bytes | None:
        """The file of this key where it is there already; never waits for one that is being made."""
        return self._read(key)

    def _read(self, key: str) -> bytes | None:
        path = self.folder / key
        try:
            content = path.read_bytes()
        except OSError:
            return None
        with suppress(OSError):
            os.utime(path)
        return content

    def _write(self, key: str, content: bytes) -> None:
        part = self.folder / f"{key}.{secrets.token_hex(4)}{PART}"
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            with part.open("wb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
            part.replace(self.folder / key)
        except OSError:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            return
        self._shrink(key)

    def _shrink(self, newest: str) -> None:
        """Down to the size that is allowed; the newest stays, however large."""
        found = []
        with suppress(OSError):
            for path in self.folder.iterdir():
                with suppress(OSError):
                    facts = path.stat()
                    if _KEY.match(path.name) and path.suffix != LOCK:
                        found.append((facts.st_mtime_ns, facts.st_size, path))
        over = sum(size for _, size, _ in found) - self.most_bytes
        for _, size, path in sorted(found):
            if over <= 0:
                return
            if path.name != newest:
                with suppress(OSError):
                    path.unlink()
                over -= size


def key_of(*parts: str | bytes) -> str:
    """A key from all that a file depends on."""
    found = hashlib.sha256()
    for part in parts:
        encoded = part.encode() if isinstance(part, str) else part
        found.update(len(encoded).to_bytes(8, "big") + encoded)
    return found.hexdigest()


def of_settings(settings: Any) -> KeptFiles:
    """In the folder that is set; else <store>.kept beside a SQLite file; else in the user's data folder."""
    if settings.kept_folder:
        folder = Path(settings.kept_folder).expanduser().absolute()
    elif settings.store and "://" not in settings.store:
        store = Path(settings.store)
        folder = store.with_name(store.name + ".kept")
    else:
        mark = hashlib.sha256(settings.store.encode()).hexdigest()[:12]
        folder = user_data_path("minetall", appauthor=False) / f"kept-{mark}"
    return KeptFiles(folder, settings.kept_mb * MEGABYTE)
