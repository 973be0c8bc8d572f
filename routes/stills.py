"""The kept still pictures of embeds: taken when they are there, else made in the background for the next reader."""

import logging
import queue
import threading
from collections.abc import Callable
from datetime import date
from typing import Any

from data.frame import Edition
from exports.browser import Browser, NoBrowser, Without
from exports.handed import Handed
from exports.kept_files import KeptFiles
from exports.still import still
from routes.kept_answers import question_key

log = logging.getLogger(__name__)
# Embeds that wait for their pictures; what is asked for beyond is asked for again by its next reader.
MOST_WAITING = 40
NAME = "still"


class Stills:
    """No reader waits: a browser that is started for the first picture takes seconds, a page has 300 ms.

    `editions` gives the edition of a number.
    """

    def __init__(
        self, browser: Browser, kept: KeptFiles, today: Callable[[], date], editions: Callable[[int], Edition]
    ) -> None:
        self.browser, self.kept, self.today, self.editions = browser, kept, today, editions
        self._waiting: queue.Queue[tuple[str, Handed]] = queue.Queue(MOST_WAITING)
        self._known: set[str] = set()
        self._guard = threading.Lock()
        self._thread: threading.Thread | None = None

    @property
    def possible(self) -> bool:
        return not isinstance(self.browser, Without)

    def found(self, handed: Handed) -> bytes:
        """The pictures (exports.still), b"" where they are not made yet: then they will be."""
        if not self.possible or handed.view.empty:
            return b""
        key = self._key(handed)
        pictures = self.kept.found(key)
        if pictures is None:
            self._later(key, handed)
        return pictures or b""

    def made(self, handed: Handed, _browser: Any = None) -> bytes:
        """Now. Raises NoBrowser."""
        return self.kept.get(self._key(handed), lambda: still(handed, self.browser))

    def _key(self, handed: Handed) -> str:
        edition = self.editions(handed.view.edition)
        question = f"{handed.view.chart}?{handed.query}"
        return question_key(NAME, question, edition, self.today(), handed.settings)

    def _later(self, key: str, handed: Handed) -> None:
        with self._guard:
            if key in self._known or self._waiting.full():
                return
            self._known.add(key)
            self._waiting.put_nowait((key, handed))
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="stills", daemon=True)
                self._thread.start()

    def _work(self) -> None:
        """Ends when nothing has waited for a while."""
        while True:
            try:
                key, handed = self._waiting.get(timeout=30)
            except queue.Empty:
                with self._guard:
                    if self._waiting.empty():
                        self._thread = None
                        return
                continue
            try:
                self.made(handed)
                self._known.discard(key)
            except NoBrowser as error:
                log.warning("no still picture is made: %s", error.params["reason"])
                if not error.lasting:
                    self._known.discard(key)
            except Exception:
                # Not tried again before the server is started anew.
                log.exception("a still picture could not be made")
