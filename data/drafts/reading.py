"""Reading: the drafts that wait are read in the background, each in a process of its own."""

import atexit
import logging
import os
import threading
import time

from data.drafts import lease
from data.drafts.desk import Desk
from data.drafts.lease import Lease
from data.drafts.reader_process import ReaderProcess, warm
from data.store import StoreError

# Seconds between two looks at the table, for drafts that another process received.
LOOK_EVERY = 0.5
# Seconds between two looks whether the draft is still wanted, and between two renewals of the lease.
STILL_WANTED, RENEW = 0.2, 1.0
SWEEP_EVERY = 60.0
# A small file never waits behind a large one: a second thread reads only those (bytes).
SMALL = 2 * 1024 * 1024
LANES: tuple[int | None, ...] = (None, SMALL)
_LOG = logging.getLogger("minetall.drafts")


class Reading:
    """Threads of this process that read what waits at a desk. `start` may be called at every request.

    Threads do not survive a fork: gunicorn --preload makes the app before it forks, so nothing starts before the first
    request, and a process that was forked afterwards starts threads of its own.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._process: int | None = None
        self._guard = threading.Lock()
        desk.wake = self._woken

    def start(self) -> None:
        """Once per process, however often it is called."""
        if self._process == os.getpid():
            return
        with self._guard:
            if self._process == os.getpid():
                return
            self._stopped = threading.Event()
            self._news, self._number = threading.Condition(), 0
            self._swept = float("-inf")
            self._threads = [
                threading.Thread(target=self._lane, args=(most,), name=f"drafts-{number}", daemon=True)
                for number, most in enumerate(LANES)
            ]
            self._process = os.getpid()
            atexit.register(self.stop)
            for thread in self._threads:
                thread.start()

    def stop(self) -> None:
        """Ends the threads and the processes they wait for; what was being read is left to others."""
        if self._process != os.getpid():
            return
        self._stopped.set()
        self._woken()
        for thread in self._threads:
            thread.join(10)
        self._process = None
        atexit.unregister(self.stop)

    def _woken(self) -> None:
        if self._process == os.getpid():
            with self._news:
                self._number += 1
                self._news.notify_all()

    def _lane(self, most: int | None) -> None:
        warm()
        while not self._stopped.is_set():
            seen = self._number
            try:
                if most is None and time.monotonic() - self._swept > SWEEP_EVERY:
                    self._swept = time.monotonic()
                    self._desk.sweep()
                if self.read_next(most):
                    continue
            except (StoreError, OSError):
                _LOG.exception("drafts cannot be read now")
            with self._news:
                self._news.wait_for(lambda seen=seen: self._number != seen, LOOK_EVERY)  # type: ignore[misc]

    def read_next(self, most: int | None = None) -> bool:
        """Reads the draft that has waited longest, here and now; False when none waits."""
        desk = self._desk
        with desk.store.reading() as connection:
            if lease.waiting(connection, desk.now(), most) is None:
                return False
        with desk.store.writing("") as writer:
            taken = lease.claim(writer.connection, desk.now(), most)
        if taken is not None:
            self._read(taken)
        return True

    def _read(self, taken: Lease) -> None:
        desk, folder, draft = self._desk, self._desk.folder, taken.draft
        with ReaderProcess(draft, folder, desk.limits, desk.today()) as process:
            ending = self._follow(process, taken)
        if ending is None:  # changed, cancelled or stopped: its reading counts no more
            folder.erase_reading(draft.id, draft.revision)
            desk.forget(draft.id)
            return
        kind, *rest = ending
        if kind == "broken":
            _LOG.error("draft %s could not be read: %s", draft.id, rest[0])
            kind, rest = "failed", ["draft.reading_broke", {}]
        result, error = (rest[0], None) if kind == "read" else (None, (rest[0], rest[1]))
        with desk.store.writing("") as writer:
            counts = lease.finish(writer.connection, taken, result, error)
        if not counts:
            folder.erase_reading(draft.id, draft.revision)
            desk.forget(draft.id)
        elif error is None:
            folder.erase_older_readings(draft.id, draft.revision)

    def _follow(self, process: ReaderProcess, taken: Lease) -> tuple | None:  # type: ignore[type-arg]
        """How it ended; None when it does not matter any more."""
        desk = self._desk
        began = renewed = time.monotonic()
        progress: tuple[int, int] | None = None
        while True:
            message = process.message(STILL_WANTED)
            now = time.monotonic()
            if message is not None and message[0] == "progress":
                progress = message[1:]
            elif message is not None and message[0] == "asked":
                process.answer(desk.store.remembered(message[1]))
            elif message is not None:
                return message
            if not self._wanted(taken):
                return None
            # As long again for understanding as the reading of the cells may take.
            if now - began > 2 * desk.limits.wall_seconds:
                return ("failed", "refused.timeout", {"most": 2 * desk.limits.wall_seconds})
            if now - renewed > RENEW:
                renewed = now
                with desk.store.writing("") as writer:
                    lease.renew(writer.connection, taken, desk.now(), progress)

    def _wanted(self, taken: Lease) -> bool:
        if self._process is not None and self._stopped.is_set():
            with self._desk.store.writing("") as writer:
                lease.hand_back(writer.connection, taken)
            return False
        with self._desk.store.reading() as connection:
            return lease.held(connection, taken)
