"""Reading in the background: in other processes, under a lease, stopped when nobody wants it any more."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from data.drafts import Desk, Draft, Reading, lease, reader_process, rows
from data.store import Store
from data.store.work_tables import drafts
from tests.data.drafts.conftest import Clock, spreadsheet

ROOT = Path(__file__).parents[3]
PATIENCE = 60
LARGE = 60_000  # rows; some seconds of reading


def until(holds: Callable[[], object]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < deadline, "it never came"
        time.sleep(0.02)


def below(pid: int) -> list[int]:
    """Every process that this one started, and theirs."""
    found = [int(line) for path in Path(f"/proc/{pid}/task").glob("*/children") for line in path.read_text().split()]
    return found + [each for child in found for each in below(child)]


def alive(pid: int) -> bool:
    try:
        return "(zombie)" not in Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return False


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Callable[[], "subprocess.Popen[str]"]]:
    """server(): another process that reads what waits at the same desk."""
    started: list[subprocess.Popen[str]] = []

    def start() -> "subprocess.Popen[str]":
        command = [sys.executable, "-m", "tests.data.drafts.actors", "read", str(tmp_path)]
        started.append(subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True))
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.communicate()


def being_read(desk: Desk, draft: Draft) -> bool:
    now = desk.draft(draft.id)
    return now.state == "reading" and now.progress is not None


def test_what_waits_is_read_in_another_process(desk: Desk, reading: Reading, receives: Callable[..., Draft]) -> None:
    draft = receives()
    assert desk.settled(draft.id, PATIENCE).state == "read"
    assert desk.intake(draft.id).rows == 3


def test_a_small_file_does_not_wait_behind_a_large_one(
    desk: Desk, reading: Reading, receives: Callable[..., Draft]
) -> None:
    large = receives(spreadsheet(LARGE))
    until(lambda: being_read(desk, large))
    small = desk.settled(receives().id, PATIENCE)
    assert (small.state, desk.draft(large.id).state) == ("read", "reading")


def test_cancelling_ends_the_process_and_erases_everything(
    desk: Desk, reading: Reading, receives: Callable[..., Draft]
) -> None:
    desk.settled(receives(who="editor-2").id, PATIENCE)
    before = set(below(os.getpid()))
    draft = receives(spreadsheet(LARGE))
    until(lambda: being_read(desk, draft))
    readers = set(below(os.getpid())) - before
    assert readers
    desk.cancel(draft.id, "editor-1")
    assert not list(desk.folder.path.glob(f"{draft.id}*")), "the file is gone at once"
    until(lambda: not any(map(alive, readers)))
    assert not list(desk.folder.path.glob(f"{draft.id}*"))


def test_a_change_during_a_reading_supersedes_it(desk: Desk, reading: Reading, receives: Callable[..., Draft]) -> None:
    draft = receives(spreadsheet(LARGE))
    until(lambda: being_read(desk, draft))
    desk.change(draft.id, "editor-1", answers={"words:killed": "x"})
    settled = desk.settled(draft.id, PATIENCE)
    assert (settled.state, settled.revision, settled.read_revision) == ("read", 2, 2)
    assert not desk.folder.kept(draft.id, 1).exists()


def test_a_change_counts_even_when_it_comes_as_the_reading_ends(desk: Desk, receives: Callable[..., Draft]) -> None:
    draft = receives()
    with desk.store.writing("") as writer:
        taken = lease.claim(writer.connection, desk.now(), None)
    assert taken is not None
    desk.change(draft.id, "editor-1", answers={"words:killed": "x"})
    with desk.store.writing("") as writer:
        assert not lease.finish(writer.connection, taken, {"killed": 1}, None)
    assert (desk.draft(draft.id).state, desk.draft(draft.id).result) == ("waiting", None)


def test_a_lease_is_given_up_after_its_time_and_a_third_death_is_the_last(
    desk: Desk, receives: Callable[..., Draft], clock: Clock
) -> None:
    draft = receives()
    for _ in range(lease.TRIES):
        with desk.store.writing("") as writer:
            assert lease.claim(writer.connection, clock(), None) is not None
            assert lease.claim(writer.connection, clock(), None) is None, "it is taken"
        clock.passes(seconds=lease.LASTS.total_seconds() + 1)
    Reading(desk).read_next()
    failed = desk.draft(draft.id)
    assert (failed.state, failed.error) == ("failed", ("draft.reading_died", {}))
    changed = desk.change(draft.id, "editor-1", answers={"words:killed": "x"})
    assert changed.state == "waiting", "a change is another chance"


def test_an_error_of_ours_is_told_without_the_cells_of_the_file(
    desk: Desk, receives: Callable[..., Draft], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    class Dying:
        def __init__(self, *_task: object) -> None:
            pass

        def __enter__(self) -> "Dying":
            return self

        def __exit__(self, *_error: object) -> None:
            pass

        def message(self, _seconds: float) -> tuple[str, str]:
            return ("broken", "ValueError\n  File ...")

    monkeypatch.setattr("data.drafts.reading.ReaderProcess", Dying)
    draft = receives()
    Reading(desk).read_next()
    assert desk.draft(draft.id).error == ("draft.reading_broke", {})
    assert "ValueError" in caplog.text


def test_the_words_of_an_exception_stay_in_its_process(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[tuple[str, ...]] = []
    content = "Qzwxv"

    class Pipe:
        def send(self, message: tuple[str, ...]) -> None:
            said.append(message)

    def breaks(*_task: object) -> None:
        raise ValueError(content)

    monkeypatch.setattr(reader_process, "read_one", breaks)
    monkeypatch.setattr(reader_process, "_own_group", lambda: None)
    monkeypatch.setattr(reader_process, "_end_with", lambda _watched: None)
    reader_process._work(Pipe(), None, *[None] * 4)  # type: ignore[arg-type]
    assert said[0][0] == "broken"
    assert "ValueError" in said[0][1]
    assert content not in said[0][1]


def test_each_draft_is_read_once_however_many_servers_there_are(
    desk: Desk, server: Callable[[], "subprocess.Popen[str]"], receives: Callable[..., Draft], store: Store
) -> None:
    servers = [server(), server()]
    for process in servers:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    ours = [receives(spreadsheet(3 + number)) for number in range(6)]
    assert [desk.settled(draft.id, PATIENCE).state for draft in ours] == ["read"] * 6
    assert [len(desk.intake(draft.id).records) for draft in ours] == [3, 4, 5, 6, 7, 8]
    with store.reading() as connection:
        assert {row.tries for row in rows.all_rows(connection)} == {0}


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_a_server_that_ends_leaves_no_process_and_another_reads_on(
    desk: Desk, server: Callable[[], "subprocess.Popen[str]"], receives: Callable[..., Draft], how: signal.Signals
) -> None:
    process = server()
    draft = receives(spreadsheet(LARGE))
    until(lambda: being_read(desk, draft))
    readers = below(process.pid)
    assert len(readers) >= 3, "a fork server, a reader, and its child with the file"
    process.send_signal(how)
    process.wait(PATIENCE)
    until(lambda: not any(map(alive, readers)))
    assert desk.draft(draft.id).state in ("reading", "waiting")
    with desk.store.reading() as connection:
        # Its process is dead, so nobody waits for the lease's time.
        assert lease.waiting(connection, desk.now(), None) is not None
        until_ = connection.execute(drafts.select()).one().lease_until
        assert until_ is None or until_ > desk.now() - timedelta(seconds=PATIENCE)
    server()
    assert desk.settled(draft.id, PATIENCE).state == "read"


def test_threads_do_not_survive_a_fork_so_each_process_starts_its_own(
    desk: Desk, receives: Callable[..., Draft], tmp_path: Path
) -> None:
    """As gunicorn --preload does: the app is made in one process and serves in another."""
    command = [sys.executable, "-m", "tests.data.drafts.actors", "fork", str(tmp_path)]
    draft = receives()
    subprocess.run(command, cwd=ROOT, check=True, timeout=PATIENCE)
    assert desk.draft(draft.id).state == "read"
