"""Files that were costly to make, kept in a folder for the next reader, by a hash of what they are made of.

Whatever is in the folder may be deleted at any time: what is gone is made again.
"""

import hashlib
import os
import re
import secrets
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from platformdirs import user_data_path

try:
    import fcntl
except ImportError:  # Windows: there two processes may make the same file; both write the same bytes
    fcntl = None  # type: ignore[assignment]

MEGABYTE = 1_000_000
PART, LOCK = ".part", ".lock"
_KEY = re.compile(r"[0-9a-f]{64}")


class KeptFiles:
    """`most_bytes` is how large the folder may grow; what was asked for longest ago goes first.

    In a folder that cannot be written everything is made each time. Nothing here raises because of the disk.
    """

    def __init__(self, folder: Path, most_bytes: int) -> None:
        self.folder, self.most_bytes = folder, most_bytes
        self._making: dict[str, tuple[threading.Lock, int]] = {}
        self._guard = threading.Lock()

    def get(self, key: str, make: Callable[[], bytes]) -> bytes:
        """The file of this key (`key_of`), made by one thread of one process while the others wait for it."""
        if not _KEY.fullmatch(key):
            raise ValueError(f"not a key: {key}")
        found = self._read(key)
        if found is not None:
            return found
        with self._alone(key), self._alone_on_disk(key):
            found = self._read(key)
            if found is None:
                found = make()
                self._write(key, found)
        return found

    def has(self, key: str) -> bool:
        return (self.folder / key).is_file()

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
                        found.append((facts.st_mtime, facts.st_size, path))
        over = sum(size for _, size, _ in found) - self.most_bytes
        for _, size, path in sorted(found):
            if over <= 0:
                return
            if path.name != newest:
                with suppress(OSError):
                    path.unlink()
                over -= size

    @contextmanager
    def _alone(self, key: str) -> Iterator[None]:
        """Among the threads of this process."""
        with self._guard:
            lock, waiting = self._making.get(key, (threading.Lock(), 0))
            self._making[key] = lock, waiting + 1
        try:
            with lock:
                yield
        finally:
            with self._guard:
                lock, waiting = self._making[key]
                self._making[key] = lock, waiting - 1
                if waiting == 1:
                    del self._making[key]

    @contextmanager
    def _alone_on_disk(self, key: str) -> Iterator[None]:
        """Among the processes that share the folder."""
        handle = self._locked(self.folder / f"{key}{LOCK}")
        try:
            yield
        finally:
            if handle is not None:
                with suppress(OSError):
                    (self.folder / f"{key}{LOCK}").unlink()
                os.close(handle)

    def _locked(self, path: Path) -> int | None:
        while fcntl is not None:
            try:
                self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
                handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
            except OSError:
                return None
            fcntl.flock(handle, fcntl.LOCK_EX)
            # The one before may have taken the file away while we waited for it.
            with suppress(OSError):
                if os.fstat(handle).st_ino == path.stat().st_ino:
                    return handle
            os.close(handle)
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        return None


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
