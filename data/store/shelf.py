"""Editions ready to read: loaded once, kept, and followed when another process publishes."""

import hashlib
import time
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Any
from weakref import WeakValueDictionary

import pandas as pd
import pyarrow as pa
from sqlalchemy import Connection, func, select

from data.frame import Edition, Frame
from data.store.database import Database
from data.store.errors import NothingPublished, StoreUnreadable
from data.store.findings import problems_from_json
from data.store.listing import described, edition_row, items_of, newest_description, newest_edition, version_row
from data.store.origins import files_of, raw_parts, raw_place
from data.store.parquet import unpack, unpack_raw, unpack_raw_row
from data.store.tables import blobs, descriptions, edition_versions, editions, texts

# A reader asks at most once a second whether there is a newer edition, so it follows within about one.
LOOK_AGAIN_AFTER = 1.0
# Editions other than the newest (pinned embeds, "as known on") that are kept in memory.
KEPT = 4


class Shelf:
    """The editions of a store for one process. Safe to use from several threads."""

    def __init__(self, database: Database, clock: Callable[[], float] = time.monotonic) -> None:
        self._database, self._clock = database, clock
        self._loading = Lock()
        self._newest: Edition | None = None
        self._looked_at = float("-inf")
        self._kept: OrderedDict[int, Edition] = OrderedDict()
        self._frames: WeakValueDictionary[tuple[str, int, int], Frame] = WeakValueDictionary()

    def newest(self) -> Edition:
        """The newest edition. While one thread loads a newer one, the others go on with the one before it.

        Raises NothingPublished when nothing was published.
        """
        newest = self._newest
        if newest is not None and self._clock() - self._looked_at < LOOK_AGAIN_AFTER:
            return newest
        if self._loading.acquire(blocking=newest is None):
            try:
                self._look()
            finally:
                self._loading.release()
        if self._newest is None:
            raise NothingPublished
        return self._newest

    def numbered(self, number: int) -> Edition:
        """An edition by its number. Raises EditionNotFound."""
        newest = self._newest
        if newest is not None and newest.number == number:
            return newest
        with self._loading:
            if number not in self._kept:
                with self._database.reading() as connection:
                    self._kept[number] = self._load(connection, number)
            self._kept.move_to_end(number)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
            return self._kept[number]

    def look_now(self) -> None:
        """The next reader looks, whatever the clock says: this process has just published."""
        self._looked_at = float("-inf")

    def _look(self) -> None:
        with self._database.reading() as connection:
            number = newest_edition(connection)
            if number and (self._newest is None or self._newest.number != number):
                self._newest = self._load(connection, number)
        self._looked_at = self._clock()

    def _load(self, connection: Connection, number: int) -> Edition:
        row = edition_row(connection, number)
        held, told = items_of(connection, number)
        frames = {key: self._frame(connection, key, *numbers) for key, numbers in sorted(held.items())}
        spoken = {language: _markdown(connection, language, text) for language, text in sorted(told.items())}
        return Edition(number, row.at, row.note, frames, spoken, row.who)

    def _frame(self, connection: Connection, key: str, version: int, description: int) -> Frame:
        """A frame that another edition in memory already holds is that same object."""
        name = (key, version, description)
        frame = self._frames.get(name)
        if frame is None:
            frame = self._frames[name] = self._read(connection, key, version, description)
        return frame

    def _read(self, connection: Connection, key: str, version: int, description: int) -> Frame:
        row = version_row(connection, key, version)
        told = connection.execute(
            select(descriptions).where(descriptions.c.dataset == key, descriptions.c.number == description)
        ).one()
        at, who = _first_published(connection, key, version) or (row.at, row.who)
        records, counts = (unpack(self._blob(connection, key, version, name)) for name in ("records", "counts"))
        frame = Frame(
            described(told), version, row.file_name, row.sha256, row.note, at, who, records, counts,
            problems_from_json(row.problems), files_of(connection, row),
        )  # fmt: skip
        # What decoding needed besides is given back: 70 MB at a million records.
        pa.default_memory_pool().release_unused()
        return frame

    def _blob(self, connection: Connection, key: str, version: int, name: str, part: int = 0) -> bytes:
        """The bytes that were written, or StoreUnreadable."""
        found = connection.execute(
            select(blobs.c.content, blobs.c.sha256).where(
                blobs.c.dataset == key, blobs.c.version == version, blobs.c.name == name, blobs.c.part == part
            )
        ).first()
        if found is None or hashlib.sha256(found.content).hexdigest() != found.sha256:
            raise StoreUnreadable(place=self._database.place, reason=f"damaged: {key} {version}, {name} {part}")
        return found.content

    def raw_row(self, key: str, version: int, position: int) -> dict[str, str]:
        """The cells of a record's row as they stood in the file. Raises VersionNotFound, IndexError."""
        with self._database.reading() as connection:
            row = version_row(connection, key, version)
            if not 0 <= position < row.record_count:
                raise IndexError(f"{key} {version} has {row.record_count} records")
            part, place = raw_place(files_of(connection, row), position)
            return unpack_raw_row(self._blob(connection, key, version, "raw", part), place)

    def raw(self, key: str, version: int) -> list[pd.DataFrame]:
        """The raw cells of each file of a version, one row per record."""
        tables, part = [], 0
        with self._database.reading() as connection:
            for file in files_of(connection, version_row(connection, key, version)):
                numbers = range(part, part + raw_parts(file))
                tables.append(unpack_raw([self._blob(connection, key, version, "raw", number) for number in numbers]))
                part = numbers.stop
        return tables

    def frame(self, key: str, version: int) -> Frame:
        """Any version, published or not, with the newest description.

        Only what an edition holds is kept for others: the frame of a draft tells another day than when it is published.
        """
        with self._database.reading() as connection:
            version_row(connection, key, version)
            newest = newest_description(connection, key)
            assert newest is not None, "a version has a dataset, and a dataset has a description"  # noqa: S101
            if _first_published(connection, key, version) is None:
                return self._read(connection, key, version, newest.number)
            return self._frame(connection, key, version, newest.number)


def _markdown(connection: Connection, language: str, number: int) -> str:
    return connection.execute(
        select(texts.c.markdown).where(texts.c.language == language, texts.c.number == number)
    ).scalar_one()


def _first_published(connection: Connection, key: str, version: int) -> tuple[Any, str] | None:
    first = (
        select(func.min(edition_versions.c.edition))
        .where(edition_versions.c.dataset == key, edition_versions.c.version == version)
        .scalar_subquery()
    )
    row = connection.execute(select(editions.c.at, editions.c.who).where(editions.c.number == first)).first()
    return None if row is None else (row.at, row.who)
