"""A personal column of an uploaded file is nowhere on the disk once its draft has ended."""

import errno
import io
import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from data.drafts import Desk, Draft, Mend
from data.store import Store
from tests.data.drafts.conftest import HEADINGS, KEY, MARKER, Clock, spreadsheet
from tests.data.drafts.test_desk import published

# Stands in a cell that is mended: not personal, and gone with the draft all the same.
MENDED = "Vqxjw"


def found(folder: Path, mark: str) -> list[str]:
    """Every file below the folder that holds the mark: drafts, store, its write-ahead log."""
    spellings = [mark.encode(), mark.encode("utf-16-le")]
    return [
        path.name for path in folder.rglob("*")
        if path.is_file() and any(spelling in path.read_bytes() for spelling in spellings)
    ]  # fmt: skip


def ended_by_publication(desk: Desk, draft: Draft, clock: Clock) -> None:
    desk.publish(draft.id, "publisher-1", "", published)


def ended_by_discarding(desk: Desk, draft: Draft, clock: Clock) -> None:
    desk.discard(draft.id, "editor-1")


def ended_by_time(desk: Desk, draft: Draft, clock: Clock) -> None:
    clock.passes(days=7)
    desk.sweep()


@pytest.mark.parametrize("end", [ended_by_publication, ended_by_discarding, ended_by_time])
def test_nothing_is_left(
    desk: Desk, store: Store, tmp_path: Path, clock: Clock, reads: Callable[[Draft], Draft],
    receives: Callable[..., Draft], end: Callable[..., None],
) -> None:  # fmt: skip
    draft = reads(receives(spreadsheet().replace(b",2,", MENDED.encode().join([b",", b","]), 1), dataset=KEY))
    assert found(tmp_path, MARKER) == [draft.id], "the file, and nothing that was made of it"
    sheet = desk.intake(draft.id).sheets[0]
    reads(desk.mend(draft.id, "editor-1", [Mend("value", sheet, 2, "D", MENDED, "2", "a slip")]))
    assert {"store.sqlite", draft.id} & set(found(tmp_path, MENDED))
    end(desk, draft, clock)
    assert found(tmp_path, MARKER) == []
    left = found(tmp_path, MENDED)
    # The original of a mended cell stands beside what was published; otherwise nothing knows of it.
    assert end is ended_by_publication or left == []
    assert all(heading not in str(store.log()) for heading in HEADINGS[-1:])


def test_what_a_crash_left_behind_is_erased(desk: Desk, receives: Callable[..., Draft], clock: Clock) -> None:
    draft = receives()
    folder = desk.folder.path
    left = ["1" * 32, "2" * 32 + ".part", f"{draft.id}.7.kept", f"{draft.id}.1.kept.part-77"]
    for name in left[:2]:
        (folder / name).write_bytes(b"left behind")
    for name in left[2:]:
        (folder / name).mkdir()
    (folder / "README").write_text("of the owner of this folder")
    desk.sweep()
    assert len(list(folder.iterdir())) == 6, "someone may still be writing to them"
    clock.passes(minutes=20)
    desk.sweep()
    assert sorted(path.name for path in folder.iterdir()) == sorted([draft.id, "README"])


def test_a_file_that_is_still_arriving_stays(desk: Desk, clock: Clock) -> None:
    with desk.incoming() as incoming:
        incoming.write(b"Date,Killed\n")
        os.utime(desk.folder.path / f"{incoming.id}.part", times=(clock().timestamp(),) * 2)
        clock.passes(minutes=10)
        desk.sweep()
        assert len(list(desk.folder.path.iterdir())) == 1


def test_a_reading_that_counts_stays_however_old(
    desk: Desk, clock: Clock, receives: Callable[..., Draft], reads: Callable[[Draft], Draft]
) -> None:
    draft = reads(receives())
    clock.time += timedelta(days=6)
    desk.sweep()
    assert desk.intake(draft.id).rows == 3


def test_a_file_that_found_the_disk_full_leaves_nothing(desk: Desk) -> None:
    """What could not be written is tried once more when the file is closed, and fails again."""

    class Full(io.BytesIO):
        def close(self) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

    incoming = desk.incoming()
    incoming._stream.close()
    incoming._stream = Full()
    incoming.close()
    assert list(desk.folder.path.glob("*")) == []
