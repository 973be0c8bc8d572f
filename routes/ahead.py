"""The pictures of the public charts, made in the background once per edition, so that no reader waits for the first."""

import atexit
import logging
import os
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from typing import Any

from charts import CHARTS
from data.store import EditionNotFound, Store
from exports.browser import Browser, NoBrowser, Without
from exports.formats import FORMATS
from exports.handed import Handed
from exports.kept_files import KeptFiles
from routes.asked import read
from texts.words import LANGUAGES, Words

log = logging.getLogger(__name__)
Make = Callable[[Handed, Browser], Any]
# Seconds between two pictures, in which readers' own go first, and between two looks for a new edition.
PAUSE, REST = 0.5, 30.0
LOWEST = 19


def _png(**options: str) -> Make:
    """As the address /export/<chart>.png has it with these options."""
    format = FORMATS["png"]

    def make(handed: Handed, browser: Browser) -> bytes:
        chosen = {option.name: option.default for option in format.options} | options
        return format.write(handed.with_options(chosen), browser)

    return make


# What is made of every chart: the one to save, and the one that other sites show of a link.
MADE: tuple[Make, ...] = (_png(), _png(size="social", scale="1"))


class Ahead:
    """`asked` is told of every request: the first starts the thread, the others make it look for a new edition.

    Of several server processes one makes the pictures; the others find them kept. What happened once for an edition, a
    day and a language is not tried again.
    """

    def __init__(
        self, settings: Any, store: Store, today: Callable[[], date], browser: Browser, kept: KeptFiles,
        made: tuple[Make, ...] = MADE, pause: float = PAUSE, rest: float = REST,
    ) -> None:  # fmt: skip
        self.settings, self.store, self.today, self.browser, self.kept = settings, store, today, browser, kept
        self.made, self.pause, self.rest = made, pause, rest
        self.done: set[tuple[int, date]] = set()
        self._wanted, self._ended = threading.Event(), threading.Event()
        self._thread: threading.Thread | None = None
        self._guard = threading.Lock()

    def asked(self) -> None:
        if isinstance(self.browser, Without) or self._ended.is_set():
            return
        self._wanted.set()
        if self._thread is None:
            with self._guard:
                if self._thread is None:
                    self._thread = threading.Thread(target=self._run, name="pictures ahead", daemon=True)
                    self._thread.start()
                    atexit.register(self.end)

    def end(self) -> None:
        """Stops after the picture that is being made."""
        self._ended.set()
        self._wanted.set()
        if self._thread is not None:
            self._thread.join(10)

    def _run(self) -> None:
        # On Linux a thread has a priority of its own.
        with suppress(OSError, AttributeError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), LOWEST)
        while self._wanted.wait() and not self._ended.is_set():
            self._wanted.clear()
            try:
                self._look()
            except EditionNotFound:
                log.debug("nothing is published yet")
            except NoBrowser as error:
                log.warning("no pictures are made ahead: %s", error.params["reason"])
                if error.lasting:
                    return
            except Exception:
                log.exception("pictures could not be made ahead")
            self._ended.wait(self.rest)

    def _look(self) -> None:
        this = (self.store.current().number, self.today())
        if this in self.done:
            return
        with self.kept.locks.alone("ahead") as alone:
            if alone:
                for language in LANGUAGES:
                    for chart in CHARTS:
                        self._make(chart, Words(language))
                self.done = {this}
            else:
                self._wanted.set()

    def _make(self, chart: str, words: Words) -> None:
        handed = read(chart, {}, words).handed(self.store, self.today(), self.settings)
        for make in self.made:
            if self._ended.wait(self.pause):
                return
            make(handed, self.browser)
