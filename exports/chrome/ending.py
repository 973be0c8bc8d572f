"""The end of a browser: politely, and then for certain, so that no process of it stays."""

import asyncio
import os
import signal
from contextlib import suppress
from typing import Any

from exports.chrome.tabs import Tabs


async def ended(tabs: Tabs) -> None:
    """Also when it never began: the wrapper, the browser and its children are one process group."""
    with suppress(Exception):
        await asyncio.wait_for(tabs.close(), 6)
    process: Any = getattr(tabs, "process", None)
    if process is not None and os.name != "nt":
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        with suppress(Exception):
            await asyncio.to_thread(process.wait, 5)
        # What the browser left behind is ours to bury where this process is the first one (in a container).
        with suppress(ChildProcessError):
            while os.waitpid(-process.pid, os.WNOHANG)[0]:
                pass
