"""What other processes do in tests of drafts: python -m tests.data.drafts.actors ACTION FOLDER."""

import os
import sys
import time
from pathlib import Path

from data.drafts import Desk, Reading
from data.store import Store


def read(folder: str) -> None:
    """Reads what waits until it is killed."""
    reading = _reading(folder)
    reading.start()
    print("ready", flush=True)
    while True:
        time.sleep(1)


def fork(folder: str) -> None:
    """Makes the desk, forks, and reads in the child."""
    reading = _reading(folder)
    if child := os.fork():
        sys.exit(os.waitpid(child, 0)[1])
    reading.start()
    while any(draft.busy for draft in reading.desk.drafts(None)):
        time.sleep(0.02)
    reading.stop()
    os._exit(0)


def _reading(folder: str) -> Reading:
    return Reading(Desk(Store.open(Path(folder) / "store.sqlite"), Path(folder) / "drafts"))


if __name__ == "__main__":
    {"read": read, "fork": fork}[sys.argv[1]](sys.argv[2])
