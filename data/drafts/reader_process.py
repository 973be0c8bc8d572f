"""The process that reads one draft: forked from a small server where there is one, and gone when its parent is."""

import contextlib
import multiprocessing
import os
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from multiprocessing import forkserver
from multiprocessing.connection import Connection, wait
from types import ModuleType
from typing import Any, Self

from data.drafts.draft import Draft
from data.drafts.folder import Folder
from data.drafts.reading_one import read_one
from data.intake import Limits, NotASpreadsheet

# A page asks twice a second; more would only be work.
TELL_EVERY = 0.2
# Those who read the dashboard go before those who wait for a file.
NICENESS = 5
_starting = threading.Lock()


class ReaderProcess:
    """A context manager: `message` gives what the process says; leaving ends it and what it started.

    Messages: ("progress", done, known) | ("asked", signature) -> `answer` | ("read", report) |
    ("failed", message id, params) | ("broken", where, without the cells that an exception may speak of) | None.
    """

    def __init__(self, draft: Draft, folder: Folder, limits: Limits, today: date) -> None:
        self._task = (draft, folder, limits, today)

    def __enter__(self) -> Self:
        context = _context()
        self._ours, theirs = context.Pipe()
        watched, self._life = context.Pipe(duplex=False)
        self._process = context.Process(target=_work, args=(theirs, watched, *self._task), daemon=True)
        with _starting, _without_main():
            self._process.start()
        theirs.close()
        watched.close()
        return self

    def __exit__(self, *_error: object) -> None:
        pid = self._process.pid
        if pid and self._process.is_alive() and hasattr(os, "killpg"):
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(pid, signal.SIGKILL)  # with the child that holds the file open
        self._process.kill()
        self._process.join(5)
        for end in (self._ours, self._life):
            end.close()

    def message(self, seconds: float) -> tuple[Any, ...] | None:
        """What it says within so many seconds; ("broken", ...) when it died."""
        if not wait([self._ours, self._process.sentinel], seconds):
            return None
        try:
            return self._ours.recv() if self._ours.poll() else ("broken", f"ended with {self._process.exitcode}")
        except (EOFError, OSError):
            return ("broken", "ended without a word")

    def answer(self, known: Mapping[str, Any]) -> None:
        with contextlib.suppress(OSError):
            self._ours.send(dict(known))


def _context() -> Any:
    """forkserver: a fork costs 20 ms, and a thread of ours is never forked. Windows: spawn."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["data.drafts.preloaded"])
    return context


def warm() -> None:
    """Starts the fork server, so that the first file does not wait for it."""
    if _context().get_start_method() == "forkserver":
        with _starting, _without_main():
            forkserver.ensure_running()


@contextlib.contextmanager
def _without_main() -> Iterator[None]:
    """multiprocessing would run the main program's file anew in each process (app.py: 1.5 s), for nothing of ours."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


def _work(said: Connection, watched: Connection, draft: Draft, folder: Folder, limits: Limits, today: date) -> None:
    _own_group()
    threading.Thread(target=_end_with, args=(watched,), daemon=True).start()

    def remembered(signature: str) -> Mapping[str, Any]:
        said.send(("asked", signature))
        known: Mapping[str, Any] = said.recv()
        return known

    try:
        said.send(("read", read_one(draft, folder, limits, remembered, today, _teller(said))))
    except NotASpreadsheet as refusal:
        said.send(("failed", refusal.message, refusal.params))
    except FileNotFoundError:
        said.send(("failed", "draft.file_gone", {}))
    except Exception as error:
        # Its words may hold a cell of the file, so only its kind and place are told.
        places = "".join(traceback.format_tb(error.__traceback__))
        said.send(("broken", f"{type(error).__name__}\n{places}"))


def _teller(said: Connection) -> Callable[[int, int], None]:
    told = 0.0

    def tell(done: int, known: int) -> None:
        nonlocal told
        if time.monotonic() - told >= TELL_EVERY or done == known:
            told = time.monotonic()
            said.send(("progress", done, known))

    return tell


def _own_group() -> None:
    if hasattr(os, "setsid"):
        os.setsid()
        os.nice(NICENESS)


def _end_with(watched: Connection) -> None:
    """The parent holds the other end: when it is closed, by whatever death, this ends with all it started."""
    with contextlib.suppress(EOFError, OSError):
        watched.recv()
    if hasattr(os, "killpg"):
        os.killpg(0, signal.SIGKILL)
    os._exit(1)
