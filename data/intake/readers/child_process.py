"""The parent's side of the reading: starts the child, watches its time and memory, says why it died."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, cast

from data.intake.readers.cell_stream import DamagedStream, read_frame, write_frame
from data.intake.readers.limits import MEGABYTE, Limits
from data.intake.readers.memory_use import memory_of
from data.intake.readers.refusal import REASONS, NotASpreadsheet

_SCRIPT = Path(__file__).with_name("child.py")
# What an interpreter needs to start, and nothing else of ours: no keys, no addresses of databases.
_ENVIRONMENT = ("SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "TZ")
_LOOK_EVERY = 0.25
# A child whose answer breaks off is dying; one that then lives on has answered nonsense.
_TO_DIE = 1.0
# How Rust ends a process that got no memory: SIGABRT, or on Windows STATUS_STACK_BUFFER_OVERRUN (fast fail).
_ABORTED = (-getattr(signal, "SIGABRT", 6), -getattr(signal, "SIGKILL", 9), 0xC0000409)
_OUT_OF_TIME = -getattr(signal, "SIGXCPU", 24)


class ReadingChild:
    """One child reading one file; `frames()` gives its answer. A context manager: the child never outlives it.

    `script` is what it runs, `more` stands in its task beside format and limits; `folder` is where it may write
    temporary files, if it writes any.
    """

    def __init__(
        self, content: bytes, format_: str, limits: Limits, script: Path | None = None,
        more: Mapping[str, Any] | None = None, folder: str | None = None,
    ) -> None:  # fmt: skip
        self._content, self._format, self._limits = content, format_, limits
        self._script, self._more = script or _SCRIPT, more or {}
        self._folder = {"TMPDIR": folder, "TEMP": folder, "TMP": folder} if folder else {}
        self._stopped: str | None = None
        self._done = threading.Event()

    def __enter__(self) -> "ReadingChild":
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and script
            [sys.executable, "-I", "-B", "-X", "utf8", str(self._script)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={name: os.environ[name] for name in _ENVIRONMENT if name in os.environ} | self._folder,
        )
        self._given = cast(BinaryIO, self._process.stdin)
        self._answer = cast(BinaryIO, self._process.stdout)
        self._watchdog = threading.Thread(target=self._watch, daemon=True)
        self._watchdog.start()
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._done.set()
        self._process.kill()
        for pipe in (self._given, self._answer):
            with contextlib.suppress(OSError):  # what was still to be written has no reader any more
                pipe.close()
        self._process.wait()
        self._watchdog.join()

    def _watch(self) -> None:
        """Kills the child when its time is over, or when it holds more memory than the system's own limit stopped."""
        waited = 0.0
        while not self._done.wait(_LOOK_EVERY):
            waited += _LOOK_EVERY
            if waited >= self._limits.wall_seconds:
                self._stopped = "timeout"
            elif (memory_of(self._process) or 0) > self._limits.memory:
                self._stopped = "out_of_memory"
            if self._stopped:
                self._process.kill()
                return

    def frames(self) -> Iterator[tuple[bytes, bytes]]:
        """The child's frames up to its end. Raises NotASpreadsheet when it refuses or dies."""
        received = 0
        try:
            self._give_task()
            while frame := read_frame(self._answer, self._limits.memory - received):
                received += len(frame[1])
                if frame[0] == b"E":
                    return
                if frame[0] == b"N":
                    raise _refusal(frame[1])
                yield frame
        except (DamagedStream, OSError, ValueError):
            pass
        raise self._cause_of_death()

    def _give_task(self) -> None:
        task = json.dumps({"format": self._format, "limits": asdict(self._limits), **self._more}).encode()
        write_frame(self._given, b"J", task)
        write_frame(self._given, b"B", self._content)
        self._given.close()

    def _cause_of_death(self) -> NotASpreadsheet:
        try:
            code = self._process.wait(timeout=_TO_DIE)
        except subprocess.TimeoutExpired:
            return NotASpreadsheet("damaged")
        if self._stopped == "timeout":
            return NotASpreadsheet("timeout", most=self._limits.wall_seconds)
        if code == _OUT_OF_TIME:
            return NotASpreadsheet("timeout", most=self._limits.cpu_seconds)
        if self._stopped or code in _ABORTED:
            return NotASpreadsheet("out_of_memory", most=self._limits.memory / MEGABYTE)
        return NotASpreadsheet("damaged")


def _refusal(payload: bytes) -> NotASpreadsheet:
    """The child's refusal, of which nothing is believed but a reason that exists. Raises DamagedStream."""
    try:
        refusal = json.loads(payload)
        reason, params = refusal["reason"], refusal["params"]
        if reason in REASONS and all(isinstance(value, str | int | float) for value in params.values()):
            return NotASpreadsheet(reason, **params)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise DamagedStream("no refusal") from error
    raise DamagedStream("no such refusal")
