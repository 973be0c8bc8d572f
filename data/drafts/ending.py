"""How a draft ends: published, cancelled, discarded or past its time; its file and all that came of it are erased."""

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

from data.drafts import rows
from data.drafts.draft import READ, Draft
from data.drafts.errors import DraftChanged, DraftNotFound, NotReadYet
from data.drafts.folder import gone
from data.intake import Intake
from data.intake.answers import worth_keeping
from data.store.writing import Writer

if TYPE_CHECKING:
    from data.drafts.desk import Desk

Publish = Callable[[Writer, Draft, Intake], int]
# A file that nobody wrote to for so long, and that belongs to no draft, is what a crash left behind. Longer than a
# writer waits for the store (60 s): between the file's end and its draft there may be a publication.
QUIET = timedelta(minutes=15)


def published(desk: "Desk", id: str, who: str, note: str, publish: Publish) -> int:
    draft = desk.draft(id)
    if draft.state != READ or not draft.current:
        raise NotReadYet(file=draft.file_name)
    intake = desk.intake(id)
    with desk.store.writing(who) as writer:
        if rows.row_of(writer.connection, id).revision != draft.revision:
            raise DraftChanged(file=draft.file_name)
        edition = publish(writer, draft, intake)
        if intake.signature and worth_keeping(draft.answers):
            writer.remember(intake.signature, worth_keeping(draft.answers))
        rows.delete_row(writer.connection, id)
        writer.note("draft_published", draft=id, file=draft.file_name, edition=edition, note=note)
    _erase(desk, id)
    return edition


def ended(desk: "Desk", id: str, who: str, action: str) -> None:
    """First the row, then the files: what is left after a crash in between is an orphan, which a sweep erases."""
    with desk.store.writing(who) as writer:
        row = rows.row_of(writer.connection, id)
        rows.delete_row(writer.connection, id)
        writer.note(action, draft=id, file=row.file_name)
    _erase(desk, id)
    desk.wake()


def swept(desk: "Desk", quiet: timedelta) -> None:
    for draft in desk.drafts(None):
        if draft.expires <= desk.now():
            try:
                ended(desk, draft.id, "", "draft_expired")
            except DraftNotFound:  # another process was first
                continue
    # The list of files is made before that of drafts: a file without a draft in both was never going to have one.
    found = desk.folder.old_files(desk.now() - quiet)
    known = {draft.id: frozenset({draft.revision, draft.read_revision}) for draft in desk.drafts(None)}
    orphans = [path for path in found if not desk.folder.belongs(path, known)]
    for path in orphans:
        gone(path)


def _erase(desk: "Desk", id: str) -> None:
    desk.folder.erase(id)
    desk.store.settle()
