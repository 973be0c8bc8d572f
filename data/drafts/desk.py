"""The Desk: drafts of spreadsheets from the upload to their publication or their end."""

import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, BinaryIO

from data.drafts import ending, rows
from data.drafts.draft import READ, REPLACE, WAITING, Draft, Mend
from data.drafts.errors import DraftNotFound, FileGone, NotReadYet
from data.drafts.folder import Folder, Incoming, folder_of
from data.drafts.shown_name import shown_name
from data.intake import Intake, Limits
from data.intake.kept import NotKept, kept
from data.intake.readers.limits import MEGABYTE
from data.intake.readers.recognise import recognise
from data.store import Store

# Long enough for a week's work with the source in between, short enough that nobody's file lies about (issue 4).
KEEP_FOR = timedelta(days=7)
# Readings follow one another; each look that misses one sees the next.
_AGAIN = 5
_LOOK_EVERY = 0.02
_LOOKED_INTO_AT_ONCE = 10 * MEGABYTE
_UNSAID: Any = object()


class Desk:
    """Every method is one transaction; any number of threads and processes may use the same desk at once.

    `folder` holds the files of drafts (mode 0700). `who` is the person who acts and is written into the trail; whom
    `draft` may be shown to is its own parameter. Raises DraftNotFound, and StoreUnreadable as a Store does.
    """

    def __init__(
        self, store: Store, folder: Path, limits: Limits | None = None, today: Callable[[], date] = date.today,
        now: Callable[[], datetime] = lambda: datetime.now(UTC), quiet: timedelta = ending.QUIET,
    ) -> None:  # fmt: skip
        self.store, self.folder, self.limits = store, Folder(folder), limits or Limits()
        self.today, self.now = today, now
        self._quiet = quiet
        self.wake: Callable[[], None] = lambda: None

    @classmethod
    def of(cls, store: Store, settings: Any, today: Callable[[], date] = date.today) -> "Desk":
        """The desk of a store, as the settings say."""
        folder = folder_of(settings.drafts_folder, store.file, store.place)
        return cls(store, folder, Limits.of(settings), today)

    def incoming(self) -> Incoming:
        """Where an arriving file is written to; hand it to `keep`, or close it and it is gone."""
        return self.folder.incoming(self.limits.bytes)

    def receive(
        self, stream: BinaryIO, file_name: str, who: str, mode: str = REPLACE, dataset: str | None = None
    ) -> Draft:
        """A new draft, its file on the disk. Raises TooLarge, Empty, NotASpreadsheet."""
        with self.incoming() as incoming:
            incoming.read_from(stream)
            return self.keep(incoming, file_name, who, mode, dataset)

    def keep(
        self, incoming: Incoming, file_name: str, who: str, mode: str = REPLACE, dataset: str | None = None
    ) -> Draft:
        """A draft of what has arrived: first the file, then the row. Raises Empty, NotASpreadsheet.

        A small file that is none is refused here; of a large one the reading says so.
        """
        if 0 < incoming.size <= _LOOKED_INTO_AT_ONCE:
            recognise(incoming.content(), self.limits)
        incoming.keep()
        name, now = shown_name(file_name), self.now()
        facts = {"size": incoming.size, "sha256": incoming.sha256}
        with self.store.writing(who) as writer:
            connection = writer.connection
            base = rows.published_version(connection, dataset)
            rows.add_row(connection, id=incoming.id, who=who, at=now, file_name=name, mode=mode, dataset=dataset,
                         base_version=base, expires=now + KEEP_FOR, **facts)  # fmt: skip
            writer.note("draft_received", draft=incoming.id, file=name, **facts)
        self.wake()
        return self.draft(incoming.id)

    def drafts(self, who: str | None) -> list[Draft]:
        """Newest first: one person's own, or (None) all of them, for publishers."""
        with self.store.reading() as connection:
            return [rows.draft_of(connection, row) for row in rows.all_rows(connection, who)]

    def draft(self, id: str, who: str | None = None) -> Draft:
        """One draft; with `who` only their own. Raises DraftNotFound."""
        with self.store.reading() as connection:
            row = rows.row_of(connection, id)
            if who is not None and row.who != who:
                raise DraftNotFound
            return rows.draft_of(connection, row)

    def file(self, id: str) -> Path:
        """The uploaded file. Raises DraftNotFound, FileGone."""
        self.draft(id)
        file = self.folder.file(id)
        if not file.is_file():
            raise FileGone
        return file

    def change(
        self, id: str, who: str, *, answers: dict[str, Any] | None = None, dataset: Any = _UNSAID, mode: Any = _UNSAID,
        sheet: Any = _UNSAID,
    ) -> Draft:  # fmt: skip
        """Answers (None takes one back), dataset, mode, sheet: what is given changes, and the file is read again.

        Another dataset or mode alone needs no reading: the file is understood the same.
        """
        with self.store.writing(who) as writer:
            connection = writer.connection
            row = rows.row_of(connection, id)
            said = {key: value for key, value in (row.answers | (answers or {})).items() if value is not None}
            changed: dict[str, Any] = {"answers": said}
            if dataset is not _UNSAID:
                changed |= {"dataset": dataset, "base_version": rows.published_version(connection, dataset)}
            changed |= {"mode": mode} if mode is not _UNSAID else {}
            changed |= {"sheet": sheet} if sheet is not _UNSAID else {}
            read_again = said != row.answers or changed.get("sheet", row.sheet) != row.sheet
            rows.change_row(connection, id, **changed)
            if read_again:
                self._read_again(connection, row)
        self.wake()
        return self.draft(id)

    def mend(self, id: str, who: str, mends: Sequence[Mend]) -> Draft:
        """Cells mended, rows set aside; read again."""
        with self.store.writing(who) as writer:
            connection = writer.connection
            row = rows.row_of(connection, id)
            rows.add_mends(connection, id, who, mends)
            self._read_again(connection, row)
            writer.note("draft_mended", draft=id, file=row.file_name, count=len(mends))
        self.wake()
        return self.draft(id)

    def take_back(self, id: str, who: str, numbers: Sequence[int]) -> Draft:
        """Mends that no longer hold; read again."""
        with self.store.writing(who) as writer:
            connection = writer.connection
            row = rows.row_of(connection, id)
            rows.take_mends_back(connection, id, numbers)
            self._read_again(connection, row)
            writer.note("draft_mends_taken_back", draft=id, file=row.file_name, count=len(numbers))
        self.wake()
        return self.draft(id)

    def choose(self, id: str, who: str, **choices: Any) -> Draft:
        """Decisions about overlaps, confirmations: nothing is read again. None takes a choice back."""
        with self.store.writing(who) as writer:
            connection = writer.connection
            row = rows.row_of(connection, id)
            said = {key: value for key, value in (row.choices | choices).items() if value is not None}
            rows.change_row(connection, id, choices=said)
        return self.draft(id)

    def compared(self, id: str, who: str) -> Draft:
        """The draft now goes on from the version that readers see at this moment."""
        with self.store.writing(who) as writer:
            connection = writer.connection
            row = rows.row_of(connection, id)
            rows.change_row(connection, id, base_version=rows.published_version(connection, row.dataset))
        return self.draft(id)

    def intake(self, id: str) -> Intake:
        """What the newest finished reading found, perhaps of an earlier revision (Draft.current).

        Raises NotReadYet; where a finished reading is gone from the disk, or damaged, the file is read once more.
        """
        for _ in range(_AGAIN):
            draft = self.draft(id)
            if not draft.read_revision:
                break
            with suppress(NotKept):  # a newer reading has just taken its place
                return kept(self.folder.kept(id, draft.read_revision))
        if draft.read_revision and draft.state == READ:
            self._read_lost(draft)
        raise NotReadYet(file=draft.file_name)

    def settled(self, id: str, seconds: float) -> Draft:
        """The draft as soon as it is not being read any more, or as it is after so many seconds."""
        until = time.monotonic() + seconds
        while (draft := self.draft(id)).busy and time.monotonic() < until:
            time.sleep(_LOOK_EVERY)
        return draft

    def publish(self, id: str, who: str, note: str, publish: ending.Publish) -> int:
        """The edition: `publish` writes it, and in the same transaction the draft ends. Its file is erased after.

        What was answered is remembered for the next file of the same headings. Raises NotReadYet when the draft was not
        read since its last change, DraftChanged when it is changed meanwhile, and what `publish` raises: then nothing
        was done.
        """
        return ending.published(self, id, who, note, publish)

    def cancel(self, id: str, who: str) -> None:
        """Stops the reading and erases the draft."""
        ending.ended(self, id, who, "draft_cancelled")

    def discard(self, id: str, who: str) -> None:
        """Erases the draft and its file."""
        ending.ended(self, id, who, "draft_discarded")

    def sweep(self) -> None:
        """Erases drafts that are past their time, and files that belong to no draft."""
        ending.swept(self, self._quiet)

    def forget(self, id: str) -> None:
        """Erases the files of a draft that is no more; of one that is, nothing."""
        try:
            self.draft(id)
        except DraftNotFound:
            self.folder.erase(id)

    def _read_lost(self, draft: Draft) -> None:
        with self.store.writing("") as writer:
            row = rows.row_of(writer.connection, draft.id)
            if (row.state, row.revision) == (READ, draft.revision):
                rows.change_row(writer.connection, draft.id, state=WAITING, tries=0)
        self.wake()

    def _read_again(self, connection: Any, row: Any) -> None:
        fresh = {"state": WAITING, "revision": row.revision + 1, "lease": None, "lease_until": None, "tries": 0}
        rows.change_row(connection, row.id, done=None, known=None, error=None, **fresh)
