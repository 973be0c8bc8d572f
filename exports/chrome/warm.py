"""One Chrome or Chromium, kept warm in a thread of its own: started when it is first asked, closed when it rests."""

import asyncio
import atexit
import logging
import os
import threading
import time
from collections.abc import Awaitable, Callable
from concurrent.futures import TimeoutError as TooLate
from contextlib import suppress

from exports.chrome.ending import ended
from exports.chrome.tabs import Tabs

log = logging.getLogger(__name__)
Job = Callable[[Tabs], Awaitable[bytes]]
# Seconds: without a question until it is closed; for one job; for starting; for a job with all that wait before it.
IDLE, LIMIT, STARTING, PATIENCE = 300.0, 30.0, 60.0, 180.0
# Of the 8 threads of a server, so that pages are answered however many pictures are asked for.
MOST_WAITING = 6
# Seconds for which one that did not start is not tried again, so that nobody waits for it in vain.
GIVEN_UP = 60.0


class NotStarted(Exception):
    """It does not start, or dies again and again; the argument is what it said, in English."""


class Warm:
    """`run` may be called by many threads at once, and in every process after a fork; jobs run one after the other."""

    def __init__(self, path: str, idle: float = IDLE, limit: float = LIMIT) -> None:
        self.path, self.idle, self.limit = path, idle, limit
        self._fresh()

    def _fresh(self) -> None:
        self._process = os.getpid()
        self._guard = threading.Lock()
        self._room = threading.Semaphore(MOST_WAITING)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._tabs: Tabs | None = None
        self._turn = asyncio.Lock()
        self._rest: asyncio.TimerHandle | None = None
        self._broken: tuple[float, str] = (-GIVEN_UP, "")

    def run(self, job: Job) -> bytes:
        """What the job gives. Raises NotStarted, and TimeoutError when it takes too long or too many wait already."""
        if self._process != os.getpid():
            self._fresh()
        if not self._room.acquire(blocking=False):
            raise TimeoutError
        try:
            return self._result(job)
        finally:
            self._room.release()

    def _result(self, job: Job) -> bytes:
        future = asyncio.run_coroutine_threadsafe(self._in_turn(job), self._running())
        try:
            return future.result(PATIENCE)
        except TooLate as late:
            future.cancel()
            raise TimeoutError from late

    def close(self) -> None:
        """Ends the browser and the thread; a later `run` starts both again."""
        loop = self._loop
        if loop is None or self._process != os.getpid():
            return
        with suppress(Exception):
            asyncio.run_coroutine_threadsafe(self._finish(), loop).result(15)
        loop.call_soon_threadsafe(loop.stop)
        self._loop = None
        atexit.unregister(self.close)

    def processes(self) -> list[int]:
        """The process that the browser runs under, [] while it rests."""
        return [self._tabs.process.pid] if self._tabs else []

    def _running(self) -> asyncio.AbstractEventLoop:
        with self._guard:
            if self._loop is None:
                self._loop = asyncio.new_event_loop()
                self._turn = asyncio.Lock()
                threading.Thread(target=_turn_round, args=(self._loop,), name="chrome", daemon=True).start()
                atexit.register(self.close)
            return self._loop

    async def _in_turn(self, job: Job) -> bytes:
        async with self._turn:
            if self._rest:
                self._rest.cancel()
            try:
                return await self._tried(job)
            finally:
                loop = asyncio.get_running_loop()
                self._rest = loop.call_later(self.idle, lambda: loop.create_task(self._rested()))

    async def _tried(self, job: Job) -> bytes:
        """Once more in a new browser where the one that was warm has died in the meantime."""
        was_warm = self._tabs is not None
        try:
            return await self._once(job)
        except (NotStarted, TimeoutError):
            raise
        except Exception:
            dead = self._tabs is None or not self._tabs.alive
            await self._end()
            if not (was_warm and dead):
                raise
        return await self._once(job)

    async def _once(self, job: Job) -> bytes:
        if self._tabs and not self._tabs.alive:
            await self._end()
        if self._tabs is None:
            self._tabs = await self._opened()
        task = asyncio.ensure_future(job(self._tabs))
        done, _ = await asyncio.wait({task}, timeout=self.limit)
        if not done:
            # Whatever it hangs in is gone with the browser.
            task.cancel()
            await self._end()
            await asyncio.wait({task}, timeout=5)
            raise TimeoutError
        if task.cancelled():
            # The library cancels what waits for a browser that has died.
            raise ConnectionAbortedError
        return task.result()

    async def _opened(self) -> Tabs:
        at, said = self._broken
        if time.monotonic() - at < GIVEN_UP:
            raise NotStarted(said)
        tabs = Tabs(self.path)
        try:
            await asyncio.wait_for(tabs.open(), STARTING)
        except Exception as error:
            await ended(tabs)
            self._broken = time.monotonic(), str(error) or type(error).__name__
            raise NotStarted(self._broken[1]) from error
        return tabs

    async def _rested(self) -> None:
        if not self._turn.locked():
            async with self._turn:
                await self._end()

    async def _finish(self) -> None:
        """Nothing of the library's own is left waiting in a loop that does not turn any more."""
        if self._rest:
            self._rest.cancel()
        await self._end()
        left = asyncio.all_tasks() - {asyncio.current_task()}
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)

    async def _end(self) -> None:
        tabs, self._tabs = self._tabs, None
        if tabs:
            await ended(tabs)


def _turn_round(loop: asyncio.AbstractEventLoop) -> None:
    asyncio.set_event_loop(loop)
    # The library leaves some answers of a closed browser unread; asyncio would print each with its traceback.
    loop.set_exception_handler(lambda _loop, context: log.debug("left over: %s", context.get("message")))
    loop.run_forever()
    loop.close()
