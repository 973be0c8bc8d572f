"""What is in the store, as lists: datasets, versions, editions, and who did what."""

from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, func, select

from data.frame import Dataset, SourceFile
from data.store.errors import DatasetNotFound, EditionNotFound, VersionNotFound
from data.store.origins import RemarkEntry, files_of, remarks_of
from data.store.tables import answers, datasets, descriptions, edition_texts, edition_versions, editions, log, versions

_DESCRIBED = tuple(field.name for field in fields(Dataset) if field.name != "key")


@dataclass(frozen=True, slots=True)
class VersionEntry:
    """A version without its records. `editions` are the numbers of those that hold it.

    file_name, size and sha256 are those of the file that was read for it; `files` are all that its records come from.
    """

    dataset: str
    number: int
    at: datetime
    who: str
    note: str
    file_name: str
    size: int
    sha256: str
    layout: str
    record_count: int
    problem_count: int
    questions: int
    editions: tuple[int, ...]
    files: tuple[SourceFile, ...] = ()
    remarks: tuple[RemarkEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class EditionEntry:
    """An edition without its frames. `versions`: dataset -> version; `texts`: language -> number of the text."""

    number: int
    at: datetime
    who: str
    note: str
    restores: int | None
    versions: dict[str, int]
    texts: dict[str, int]


@dataclass(frozen=True, slots=True)
class LogEntry:
    """Who did what. `action` is a word such as published; texts/locale/*/trail.po has a sentence for each."""

    number: int
    at: datetime
    who: str
    action: str
    details: dict[str, Any]


def dataset_keys(connection: Connection) -> list[str]:
    return list(connection.scalars(select(datasets.c.key).order_by(datasets.c.key)))


def newest_description(connection: Connection, key: str) -> Row[Any] | None:
    return connection.execute(
        select(descriptions).where(descriptions.c.dataset == key).order_by(descriptions.c.number.desc()).limit(1)
    ).first()


def described(row: Row[Any]) -> Dataset:
    return Dataset(key=row.dataset, **{name: getattr(row, name) for name in _DESCRIBED})


def description_values(dataset: Dataset) -> dict[str, Any]:
    return {name: getattr(dataset, name) for name in _DESCRIBED}


def dataset_entries(connection: Connection) -> dict[str, Dataset]:
    rows = (newest_description(connection, key) for key in dataset_keys(connection))
    return {row.dataset: described(row) for row in rows if row is not None}


def version_entries(connection: Connection, key: str) -> list[VersionEntry]:
    """The versions of a dataset, oldest first. Raises DatasetNotFound."""
    known = dataset_keys(connection)
    if key not in known:
        raise DatasetNotFound(dataset=key, known=known)
    held: dict[int, list[int]] = {}
    for row in connection.execute(
        select(edition_versions.c.version, edition_versions.c.edition)
        .where(edition_versions.c.dataset == key)
        .order_by(edition_versions.c.edition)
    ):
        held.setdefault(row.version, []).append(row.edition)
    return [
        VersionEntry(
            row.dataset,
            row.number,
            row.at,
            row.who,
            row.note,
            row.file_name,
            row.size,
            row.sha256,
            row.layout,
            row.record_count,
            len(row.problems),
            row.questions,
            tuple(held.get(row.number, ())),
            files_of(connection, row),
            remarks_of(connection, key, row.number),
        )
        for row in connection.execute(
            select(versions).where(versions.c.dataset == key).order_by(versions.c.number)
        ).all()
    ]


def version_row(connection: Connection, key: str, number: int) -> Row[Any]:
    """Raises DatasetNotFound or VersionNotFound."""
    row = connection.execute(select(versions).where(versions.c.dataset == key, versions.c.number == number)).first()
    if row is not None:
        return row
    known = dataset_keys(connection)
    if key not in known:
        raise DatasetNotFound(dataset=key, known=known)
    raise VersionNotFound(dataset=key, version=str(number))


def newest_edition(connection: Connection) -> int:
    """The number of the newest edition, 0 when there is none."""
    return connection.scalar(select(func.max(editions.c.number))) or 0


def edition_row(connection: Connection, number: int) -> Row[Any]:
    """Raises EditionNotFound."""
    row = connection.execute(select(editions).where(editions.c.number == number)).first()
    if row is None:
        raise EditionNotFound(edition=str(number))
    return row


def items_of(connection: Connection, edition: int) -> tuple[dict[str, tuple[int, int]], dict[str, int]]:
    """({dataset: (version, description)}, {language: text number}) of an edition."""
    held = connection.execute(select(edition_versions).where(edition_versions.c.edition == edition))
    told = connection.execute(select(edition_texts).where(edition_texts.c.edition == edition))
    return {row.dataset: (row.version, row.description) for row in held}, {row.language: row.text for row in told}


def edition_entries(connection: Connection) -> list[EditionEntry]:
    """Every edition, oldest first."""
    entries = []
    held: dict[int, dict[str, int]] = {}
    told: dict[int, dict[str, int]] = {}
    for row in connection.execute(select(edition_versions).order_by(edition_versions.c.dataset)):
        held.setdefault(row.edition, {})[row.dataset] = row.version
    for row in connection.execute(select(edition_texts)):
        told.setdefault(row.edition, {})[row.language] = row.text
    for row in connection.execute(select(editions).order_by(editions.c.number)):
        inside = (held.get(row.number, {}), told.get(row.number, {}))
        entries.append(EditionEntry(row.number, row.at, row.who, row.note, row.restores, *inside))
    return entries


def answers_of(connection: Connection, signature: str) -> dict[str, Any]:
    """Question id -> answer, as remembered last for files with these headings."""
    newest = (
        select(answers.c.answers).where(answers.c.signature == signature).order_by(answers.c.number.desc()).limit(1)
    )
    return dict(connection.scalar(newest) or {})


def log_entries(connection: Connection) -> list[LogEntry]:
    """Everything that was done, oldest first."""
    return [
        LogEntry(row.number, row.at, row.who, row.action, row.details)
        for row in connection.execute(select(log).order_by(log.c.number))
    ]
