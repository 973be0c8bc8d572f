"""Drafts from the upload on: what is kept, who sees it, what changes it."""

import hashlib
import io
import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from data.drafts import Desk, Draft, DraftChanged, DraftNotFound, Empty, Mend, NotReadYet, TooLarge
from data.intake import Intake, Limits, NotASpreadsheet
from data.store import Store
from data.store.writing import Writer
from tests.data.drafts.conftest import KEY, MARKER, Clock, spreadsheet

Receives = Callable[..., Draft]
Reads = Callable[[Draft], Draft]


def published(writer: Writer, draft: Draft, intake: Intake) -> int:
    version, _ = writer.add_version(KEY, intake, "")
    return writer.publish({KEY: version}, {}, "")[0]


def files(desk: Desk) -> list[str]:
    return sorted(path.name for path in desk.folder.path.iterdir())


def test_an_upload_is_a_waiting_draft_and_a_file_named_by_chance(desk: Desk, receives: Receives) -> None:
    draft = receives(name="../list.csv")
    assert (draft.state, draft.revision, draft.read_revision, draft.file_name) == ("waiting", 1, 0, "list.csv")
    assert draft.sha256 == hashlib.sha256(spreadsheet()).hexdigest()
    assert files(desk) == [draft.id]
    assert desk.file(draft.id).read_bytes() == spreadsheet()
    assert len(draft.id) == 32
    assert not draft.current


def test_only_the_servers_account_can_look_into_the_folder(desk: Desk, receives: Receives) -> None:
    draft = receives()
    assert stat.S_IMODE(desk.folder.path.stat().st_mode) == 0o700
    assert stat.S_IMODE(desk.file(draft.id).stat().st_mode) == 0o600


def test_what_is_too_large_is_not_read_to_its_end_and_leaves_nothing(store: Store, tmp_path: Path) -> None:
    desk = Desk(store, tmp_path / "small", Limits(bytes=1_000_000))
    stream = io.BytesIO(b"x" * 3_000_000)
    with pytest.raises(TooLarge):
        desk.receive(stream, "large.csv", "editor-1")
    assert stream.tell() < 2_000_000
    assert files(desk) == []
    assert desk.drafts(None) == []


@pytest.mark.parametrize(("content", "error"), [(b"", Empty), (b"%PDF-1.7 ...", NotASpreadsheet)])
def test_what_is_no_spreadsheet_leaves_nothing(
    desk: Desk, receives: Receives, content: bytes, error: type[Exception]
) -> None:
    with pytest.raises(error):
        receives(content)
    assert files(desk) == []
    assert desk.drafts(None) == []


def test_an_upload_that_breaks_off_leaves_nothing(desk: Desk) -> None:
    class Broken(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            if self.tell():
                raise ConnectionError
            return super().read(10)

    with pytest.raises(ConnectionError):
        desk.receive(Broken(spreadsheet()), "june.csv", "editor-1")
    assert files(desk) == []


def test_an_editor_sees_their_own_drafts_and_a_publisher_all(desk: Desk, receives: Receives) -> None:
    one, two = receives(who="editor-1"), receives(who="editor-2")
    assert [draft.id for draft in desk.drafts("editor-1")] == [one.id]
    assert {draft.id for draft in desk.drafts(None)} == {one.id, two.id}
    assert desk.draft(two.id, "editor-2").id == two.id
    with pytest.raises(DraftNotFound):
        desk.draft(two.id, "editor-1")
    with pytest.raises(DraftNotFound):
        desk.draft("0" * 32)


def test_a_reading_is_kept_with_its_report(desk: Desk, receives: Receives, reads: Reads) -> None:
    draft = receives()
    with pytest.raises(NotReadYet):
        desk.intake(draft.id)
    draft = reads(draft)
    assert (draft.state, draft.current, draft.error) == ("read", True, None)
    assert draft.result is not None
    assert (draft.result["killed"], draft.result["injured"], draft.result["records"]) == (3, 6, 3)
    intake = desk.intake(draft.id)
    assert (intake.file, intake.sha256) == ("june.csv", draft.sha256)
    assert MARKER not in str(draft.result)


def test_a_change_is_read_again_and_replaces_what_was_read(desk: Desk, receives: Receives, reads: Reads) -> None:
    draft = reads(receives())
    changed = desk.change(draft.id, "editor-1", answers={"words:killed": "x"})
    assert (changed.state, changed.revision, changed.current) == ("waiting", 2, False)
    assert changed.result == draft.result, "what was read last stays until the next reading"
    assert reads(changed).current
    assert files(desk) == [draft.id, f"{draft.id}.2.kept"]
    assert desk.change(draft.id, "editor-1", answers={"words:killed": None}).answers == {}


def test_a_choice_of_dataset_or_mode_needs_no_reading(desk: Desk, receives: Receives, reads: Reads) -> None:
    draft = reads(receives())
    changed = desk.change(draft.id, "editor-1", dataset=KEY, mode="add")
    assert (changed.dataset, changed.mode, changed.current, changed.base_version) == (KEY, "add", True, None)
    assert desk.choose(draft.id, "editor-1", overlap="keep_old").choices == {"overlap": "keep_old"}
    assert desk.draft(draft.id).current


def test_mends_change_the_figures_and_can_be_taken_back(desk: Desk, receives: Receives, reads: Reads) -> None:
    draft = reads(receives())
    cell = Mend("value", draft.result["sheets"][0], 2, "C", "1", "4", "typed wrongly")  # type: ignore[index]
    mended = reads(desk.mend(draft.id, "editor-2", [cell]))
    assert mended.result is not None
    assert mended.result["killed"] == 6
    assert [(mend.number, mend.who, mend.before, mend.after) for mend in mended.mends] == [(1, "editor-2", "1", "4")]
    again = reads(desk.mend(draft.id, "editor-1", [replace(cell, after="2")]))
    assert again.result is not None
    assert again.result["killed"] == 4
    assert [mend.number for mend in again.mends_in_force] == [2]
    back = reads(desk.take_back(draft.id, "editor-1", [2]))
    assert back.result is not None
    assert back.result["killed"] == 3
    assert len(back.mends) == 2, "the story stays"


def test_a_row_that_is_set_aside_counts_no_more(desk: Desk, receives: Receives, reads: Reads) -> None:
    draft = reads(receives())
    row = Mend("set_aside", draft.result["sheets"][0], 3, why="told twice")  # type: ignore[index]
    aside = reads(desk.mend(draft.id, "editor-1", [row]))
    assert aside.result is not None
    assert (aside.result["killed"], aside.result["records"]) == (2, 2)


def test_what_cannot_be_read_says_why(desk: Desk, receives: Receives, reads: Reads) -> None:
    draft = receives(b"PK\x03\x04" + b"\x00" * (11 * 1024 * 1024))  # too large to be looked into at once
    failed = reads(draft)
    assert failed.state == "failed"
    assert failed.error is not None
    assert failed.error[0].startswith("refused.")


def test_a_file_that_counts_nobody_is_read_and_refused(receives: Receives, reads: Reads) -> None:
    draft = reads(receives(b"Fruit,Price\nApple,3\nPear,4\n"))
    assert draft.state == "read"
    assert draft.result is not None
    assert draft.result["refused"]["message"].startswith("refused.")
    assert "params" in draft.result["refused"]


def test_a_file_that_was_damaged_on_the_disk_is_not_read(desk: Desk, receives: Receives, reads: Reads) -> None:
    draft = receives()
    desk.file(draft.id).write_bytes(spreadsheet(4))
    assert reads(draft).error == ("draft.file_gone", {})


def test_a_publication_ends_the_draft_and_remembers_its_answers(
    desk: Desk, store: Store, receives: Receives, reads: Reads
) -> None:
    draft = receives(dataset=KEY)
    desk.change(draft.id, "editor-1", answers={"words:killed": "x", "year": "2024"})
    draft = reads(draft)
    signature = desk.intake(draft.id).signature
    assert desk.publish(draft.id, "publisher-1", "new", published) == 1
    assert store.current().frames[KEY].n.sum() == 9
    assert store.remembered(signature) == {"words:killed": "x"}
    assert desk.drafts(None) == []
    assert files(desk) == []
    assert [entry.action for entry in store.log()][-2:] == ["answers_remembered", "draft_published"]
    assert receives(dataset=KEY).base_version == 1


def test_a_publication_that_fails_changes_nothing(desk: Desk, store: Store, receives: Receives, reads: Reads) -> None:
    draft = receives()
    with pytest.raises(NotReadYet):
        desk.publish(draft.id, "publisher-1", "", published)
    draft = reads(draft)

    def breaks(writer: Writer, draft: Draft, intake: Intake) -> int:
        published(writer, draft, intake)
        raise RuntimeError

    with pytest.raises(RuntimeError):
        desk.publish(draft.id, "publisher-1", "", breaks)
    assert store.versions(KEY) == []
    assert desk.draft(draft.id).current
    desk.change(draft.id, "editor-1", answers={"words:killed": "x"})
    with pytest.raises(NotReadYet):
        desk.publish(draft.id, "publisher-1", "", published)


def test_a_draft_that_is_changed_during_its_publication_is_not_published(
    desk: Desk, store: Store, receives: Receives, reads: Reads, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = reads(receives())
    intake = desk.intake(draft.id)

    def meanwhile(id: str) -> Intake:
        desk.change(id, "editor-2", answers={"words:killed": "x"})
        return intake

    monkeypatch.setattr(desk, "intake", meanwhile)
    with pytest.raises(DraftChanged):
        desk.publish(draft.id, "publisher-1", "", published)
    assert store.versions(KEY) == []


def test_two_changes_at_once_do_not_mix(desk: Desk, store: Store, tmp_path: Path, receives: Receives) -> None:
    """Another process has a desk of its own; each change takes in what was changed before it."""
    draft, other = receives(), Desk(Store.open(store.file or ""), tmp_path / "drafts")
    desk.change(draft.id, "editor-1", answers={"words:killed": "x"})
    other.change(draft.id, "publisher-1", answers={"words:injured": "y", "words:killed": "z"})
    assert desk.draft(draft.id).answers == {"words:killed": "z", "words:injured": "y"}
    assert desk.draft(draft.id).revision == 3
    assert desk.drafts(None) == other.drafts(None)


def test_the_time_of_a_draft_ends(desk: Desk, receives: Receives, clock: Clock, store: Store) -> None:
    draft = receives()
    clock.passes(days=6, hours=23)
    desk.sweep()
    assert files(desk) == [draft.id]
    clock.passes(hours=2)
    desk.sweep()
    assert files(desk) == []
    assert store.log()[-1].action == "draft_expired"
