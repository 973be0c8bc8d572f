"""Who makes a kept file: one thread of one process at a time, among all that share a folder."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows: there two processes may make the same file; both write the same bytes
    fcntl = None  # type: ignore[assignment]

LOCK = ".lock"


class Locks:
    """Locks by name. Where the folder cannot be written, only the threads of this process are kept apart."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._making: dict[str, tuple[threading.Lock, int]] = {}
        self._guard = threading.Lock()

    @contextmanager
    def held(self, name: str) -> Iterator[None]:
        """Waits for its turn."""
        with self._among_threads(name):
            path = self.folder / f"{name}{LOCK}"
            handle = self._waited(path)
            try:
                yield
            finally:
                if handle is not None:
                    with suppress(OSError):
                        path.unlink()
                    os.close(handle)

    @contextmanager
    def alone(self, name: str) -> Iterator[bool]:
        """True while no other process is inside this of the same name; never waits."""
        handle = self._opened(self.folder / f"{name}{LOCK}")
        try:
            yield handle is None or _taken(handle)
        finally:
            if handle is not None:
                os.close(handle)

    @contextmanager
    def _among_threads(self, name: str) -> Iterator[None]:
        with self._guard:
            lock, waiting = self._making.get(name, (threading.Lock(), 0))
            self._making[name] = lock, waiting + 1
        try:
            with lock:
                yield
        finally:
            with self._guard:
                lock, waiting = self._making[name]
                self._making[name] = lock, waiting - 1
                if waiting == 1:
                    del self._making[name]

    def _waited(self, path: Path) -> int | None:
        while (handle := self._opened(path)) is not None and fcntl is not None:
            fcntl.flock(handle, fcntl.LOCK_EX)
            # The one before may have taken the file away while we waited for it.
            with suppress(OSError):
                if os.fstat(handle).st_ino == path.stat().st_ino:
                    return handle
            os.close(handle)
        return handle

    def _opened(self, path: Path) -> int | None:
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            return os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError:
            return None


def _taken(handle: int) -> bool:
    if fcntl is not None:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
    return True
