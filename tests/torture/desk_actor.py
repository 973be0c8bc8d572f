"""A server that works until it is killed: uploads, mends, publishes, and says what it was told is done."""

import io
import os
import signal
import sys
from itertools import count
from pathlib import Path
from random import Random
from typing import Any, Self

import sqlalchemy
from sqlalchemy import Engine

from data.drafts import Desk, Draft, Mend, Reading
from data.drafts import reading as background
from data.drafts.reading_one import read_one
from data.intake import Intake
from data.store import Store
from data.store.writing import Writer
from tests.data.drafts.conftest import KEY, spreadsheet
from tests.data.factory import make_dataset

PATIENCE = 60


class InThisProcess:
    """A reading without a process of its own: what the process itself does when it dies is tested elsewhere."""

    def __init__(self, *task: Any) -> None:
        self._task = task

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        pass

    def message(self, _seconds: float) -> tuple[str, Any]:
        draft, folder, limits, today = self._task
        return ("read", read_one(draft, folder, limits, lambda _signature: {}, today))


def desk_at(folder: Path) -> Desk:
    return Desk(Store.open(folder / "store.sqlite"), folder / "drafts")


def dies_after(steps: int) -> None:
    """Kill -9 before the step of that number: a statement that writes, a commit, or a file opened, named or erased."""
    left = count(steps, -1)

    def step(*_what: Any) -> None:
        if next(left) <= 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def statement(_connection: Any, _cursor: Any, text: str, *_rest: Any) -> None:
        if not text.startswith(("SELECT", "PRAGMA")):
            step()

    def audited(event: str, what: tuple[Any, ...]) -> None:
        if event in ("open", "os.rename", "os.remove") and "drafts" in str(what[0]):
            step()

    sqlalchemy.event.listen(Engine, "before_cursor_execute", statement)
    sqlalchemy.event.listen(Engine, "commit", step)
    sys.addaudithook(audited)


def work(folder: Path, seed: str, steps: int | None) -> None:
    """Never returns. Each line is printed after the desk has answered: it was promised to a person.

    Killed after so many steps; with None by someone else, and then files are read in processes of their own.
    """
    random, desk = Random(seed), desk_at(folder)
    desk.store.add_dataset(make_dataset(KEY), "tests")
    if steps is not None:
        background.ReaderProcess = InThisProcess  # type: ignore[assignment,misc]
        dies_after(steps)
    Reading(desk).start()
    if steps is None:  # the fork server takes its time, and is not what is tried here
        warming = desk.receive(io.BytesIO(spreadsheet()), "3 1.csv", "editor-1")
        desk.settled(warming.id, PATIENCE)
        desk.discard(warming.id, "editor-1")
    told("ready")
    for draft in desk.drafts(None):  # of a server that was killed before
        _through(desk, draft, random)
    while True:
        rows, after = random.randint(2, 40), random.randint(2, 9)
        content = spreadsheet(rows, marker=str(random.random()))
        draft = desk.receive(io.BytesIO(content), f"{rows} {after}.csv", "editor-1", dataset=KEY)
        told("received", draft.id, draft.sha256)
        _through(desk, draft, random)


def _through(desk: Desk, draft: Draft, random: Random) -> None:
    """The whole way of a draft: read, one cell mended, read again, and published or (one of six) discarded."""
    draft = desk.settled(draft.id, PATIENCE)
    if draft.state == "read" and not draft.mends:
        after = draft.file_name.split()[1].removesuffix(".csv")
        sheet = desk.intake(draft.id).sheets[0]
        draft = desk.mend(draft.id, "editor-1", [Mend("value", sheet, 2, "C", "1", after, "a slip")])
        told("mended", draft.id, str(draft.revision))
        draft = desk.settled(draft.id, PATIENCE)
    if draft.state != "read" or random.random() < 1 / 6:
        desk.discard(draft.id, "editor-1")
        told("discarded", draft.id)
    else:
        told("published", draft.id, str(desk.publish(draft.id, "publisher-1", "", _publish)))


def _publish(writer: Writer, draft: Draft, intake: Intake) -> int:
    version, _ = writer.add_version(KEY, intake, "")
    return writer.publish({KEY: version}, {}, "")[0]


def told(*what: str) -> None:
    os.write(1, (" ".join(what) + "\n").encode())


if __name__ == "__main__":
    work(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]) if sys.argv[3:] else None)
