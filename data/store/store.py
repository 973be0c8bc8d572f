"""The Store: one object for everything that is kept, over SQLAlchemy."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pandas as pd
from sqlalchemy import Connection

from data.frame import Dataset, Edition, Frame
from data.store import archiving, awareness, listing
from data.store import trail as log_pages
from data.store.database import Database
from data.store.dataset_list import DatasetEntry, dataset_list
from data.store.origins import FilePart, Remark, mappings_of
from data.store.shelf import Shelf
from data.store.writing import Writer


class Store:
    """Made by Store.open. Every method is one transaction; any number of threads and processes may use it at once.

    Raises StoreUnreadable where the database cannot be used, and the errors of data.store.errors that are named below.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._shelf = Shelf(database)

    @classmethod
    def open(cls, place: str | Path) -> "Store":
        """Opens a store, creating or migrating it first. `place` is a file path or a SQLAlchemy address."""
        database = Database(place)
        database.open()
        return cls(database)

    @property
    def place(self) -> str:
        """Its address for people, without a password."""
        return self._database.place

    @property
    def file(self) -> Path | None:
        """Where a SQLite store lies; None for a database server."""
        return self._database.file

    def current(self) -> Edition:
        """The newest edition; follows other processes within about a second. Raises NothingPublished."""
        return self._shelf.newest()

    def edition(self, number: int) -> Edition:
        """Raises EditionNotFound."""
        return self._shelf.numbered(number)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One unchanging state, for those who ask the tables themselves (accounts, drafts)."""
        with self._database.reading() as connection:
            yield connection

    @contextmanager
    def writing(self, who: str) -> Iterator[Writer]:
        """Several steps in one transaction: with store.writing("name") as writer: writer.add_version(...)."""
        with self._database.writing() as connection:
            yield Writer(connection, who)
        self._shelf.look_now()

    def settle(self) -> None:
        """After rows were deleted: nothing of them is left in the files of the database."""
        self._database.settle()

    def add_dataset(self, dataset: Dataset, who: str = "", *, expected: int | None = None) -> None:
        """Adds a dataset or a new description of it; it shows once a version of the dataset is published.

        `expected`: the number of the description that the person saw, 0 for a new dataset. Raises DescribedMeanwhile.
        """
        with self.writing(who) as writer:
            writer.add_dataset(dataset, expected)

    def add_version(
        self, key: str, intake: Any, who: str, note: str = "", *,
        files: Sequence[FilePart] | None = None, remarks: Sequence[Remark] = (),
    ) -> int:  # fmt: skip
        """A draft of a data.intake.Intake, or the version that it already is. Raises DatasetNotFound, LayoutDiffers."""
        with self.writing(who) as writer:
            return writer.add_version(key, intake, note, files, remarks)[0]

    def publish(
        self, versions: dict[str, int] | None, texts: dict[str, str] | None, who: str, note: str = "", *,
        expected: Mapping[str, int | None] | None = None, without: Collection[str] = (),
    ) -> int:  # fmt: skip
        """A new edition: the newest one with these versions and texts (language -> Markdown) in place of the old.

        Gives the newest edition back when it already holds all of it. `expected`: dataset -> the version believed to be
        published now; `without`: datasets to leave out, beside the archived ones. Raises VersionNotFound,
        QuestionsOpen, PublishedMeanwhile, DatasetArchived.
        """
        with self.writing(who) as writer:
            return writer.publish(versions or {}, texts or {}, note, expected, without)[0]

    def go_back(self, edition_number: int, who: str, note: str = "", *, expected: int | None = None) -> int:
        """Publishes the state of an older edition as a new one. `expected`: the edition believed to be the newest.

        Raises EditionNotFound, EditionMeanwhile.
        """
        with self.writing(who) as writer:
            return writer.go_back(edition_number, note, expected)[0]

    def archive(self, key: str, who: str, archived: bool = True) -> bool:
        """Whether that was new: an archived dataset leaves with the next edition and is in every older one as before.

        Raises DatasetNotFound.
        """
        with self.writing(who) as writer:
            return writer.archive(key, archived)

    def archived(self) -> frozenset[str]:
        """The keys of the datasets that are put away."""
        with self._database.reading() as connection:
            return archiving.archived_keys(connection)

    def dataset_list(self) -> list[DatasetEntry]:
        """Every dataset by key, with its versions, what is published of it, and whether it is archived."""
        with self._database.reading() as connection:
            return dataset_list(connection)

    def datasets(self) -> dict[str, Dataset]:
        """Every dataset by key, as described last."""
        with self._database.reading() as connection:
            return listing.dataset_entries(connection)

    def versions(self, key: str) -> list[listing.VersionEntry]:
        """Oldest first. Raises DatasetNotFound."""
        with self._database.reading() as connection:
            return listing.version_entries(connection, key)

    def editions(self) -> list[listing.EditionEntry]:
        """Oldest first."""
        with self._database.reading() as connection:
            return listing.edition_entries(connection)

    def remembered(self, signature: str) -> dict[str, Any]:
        """Question id -> answer: what was said of earlier files with the same headings (data.intake.answers)."""
        with self._database.reading() as connection:
            return listing.answers_of(connection, signature)

    def remember(self, signature: str, answers: dict[str, Any], who: str) -> None:
        """Adds answers to those of the signature; None takes one back. The same again changes nothing."""
        with self.writing(who) as writer:
            writer.remember(signature, answers)

    def note(self, who: str, action: str, /, **details: Any) -> None:
        """One line of the log: what `who` did that wrote nothing else. `details` can be JSON, never personal data."""
        with self.writing(who) as writer:
            writer.note(action, **details)

    def texts(self, language: str) -> list[awareness.TextEntry]:
        """The awareness texts of a language, oldest first."""
        with self._database.reading() as connection:
            return awareness.text_entries(connection, language)

    def text(self, language: str, number: int) -> str:
        """Its Markdown. Raises TextNotFound."""
        with self._database.reading() as connection:
            return awareness.markdown_of(connection, language, number)

    def text_drafts(self) -> dict[str, awareness.TextDraft]:
        """The texts that are being written, by language."""
        with self._database.reading() as connection:
            return awareness.drafts(connection)

    def photos(self) -> list[awareness.PhotoEntry]:
        """Newest first."""
        with self._database.reading() as connection:
            return awareness.photo_entries(connection)

    def photo(self, file: str) -> tuple[awareness.PhotoEntry, bytes] | None:
        """A photo by its file name (<sha256>.jpg), None where there is none."""
        with self._database.reading() as connection:
            return awareness.photo(connection, file)

    def photo_published(self, file: str) -> bool:
        """Whether the text of any edition, old or new, shows the photo."""
        with self._database.reading() as connection:
            return awareness.photo_published(connection, file)

    def log(self) -> list[listing.LogEntry]:
        """Oldest first."""
        with self._database.reading() as connection:
            return listing.log_entries(connection)

    def trail(
        self, asked: log_pages.TrailQuery, limit: int | None = None, offset: int = 0
    ) -> tuple[list[listing.LogEntry], int]:
        """(lines of the log, newest first, how many there are without the limit)."""
        with self._database.reading() as connection:
            return log_pages.entries(connection, asked, limit, offset), log_pages.number(connection, asked)

    def trail_values(self) -> tuple[list[str], list[str]]:
        """(actions, people) that the log knows."""
        with self._database.reading() as connection:
            return log_pages.values(connection)

    def raw_row(self, key: str, version: int, position: int) -> dict[str, str]:
        """The cells of one record's row, heading -> text. Raises VersionNotFound, IndexError."""
        return self._shelf.raw_row(key, version, position)

    def mappings(self, key: str, version: int, sha256: str) -> tuple[dict[str, Any], ...]:
        """Field -> heading and column, for each time that a file of the version was read for it or an earlier one."""
        with self._database.reading() as connection:
            return mappings_of(connection, key, version, sha256)

    def raw(self, key: str, version: int) -> list[pd.DataFrame]:
        """The raw cells as text, one table for each of the version's files, one row per record."""
        return self._shelf.raw(key, version)

    def frame(self, key: str, version: int) -> Frame:
        """Any version, published or not, with the dataset as described last. Raises DatasetNotFound, VersionNotFound.

        Where it was never published, published_at and published_by are those of the version itself.
        """
        return self._shelf.frame(key, version)
