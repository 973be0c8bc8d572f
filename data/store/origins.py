"""Where a version comes from: the files its records were read from, and what people did to it before it was published.

The records of one file stand together, in the order of the files: `first` is the position of the first of them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pandas as pd
from sqlalchemy import Connection, Row, func, insert, select

from data.frame import SourceFile
from data.store.findings import plain
from data.store.parquet import RAW_PART
from data.store.tables import version_files, version_remarks, versions


@dataclass(frozen=True, eq=False)
class FilePart:
    """One file of a version that is to be written. `raw` has one row for each of its records, in their order."""

    file_name: str
    size: int
    sha256: str
    raw: pd.DataFrame


@dataclass(frozen=True, slots=True)
class Remark:
    """What a person did to a version: kind mend, set_aside, confirmed or overlap. Details hold nothing personal."""

    kind: str
    details: dict[str, Any]


@dataclass(frozen=True, slots=True)
class RemarkEntry:
    """A remark with who made it, and when it was kept."""

    kind: str
    details: dict[str, Any]
    who: str
    at: datetime


def add_files(connection: Connection, key: str, version: int, parts: Sequence[FilePart]) -> None:
    first = 0
    for number, part in enumerate(parts):
        row = {"dataset": key, "version": version, "part": number, "first": first, "record_count": len(part.raw)}
        told = {"file_name": part.file_name, "size": part.size, "sha256": part.sha256}
        connection.execute(insert(version_files).values(row | told))
        first += len(part.raw)


def add_remarks(
    connection: Connection, key: str, version: int, remarks: Iterable[Remark], who: str, at: datetime
) -> int:
    """How many were new: a remark that the version has already is not kept twice."""
    mine = (version_remarks.c.dataset == key, version_remarks.c.version == version)
    known = [(entry.kind, entry.details) for entry in remarks_of(connection, key, version)]
    number = added = connection.scalar(select(func.max(version_remarks.c.number)).where(*mine)) or 0
    for remark in remarks:
        told = (remark.kind, plain(remark.details))
        if told in known:
            continue
        number += 1
        row = {"dataset": key, "version": version, "number": number, "who": who, "at": at}
        connection.execute(insert(version_remarks).values(row | dict(zip(("kind", "details"), told, strict=True))))
        known.append(told)
    return number - added


def files_of(connection: Connection, row: Row[Any]) -> tuple[SourceFile, ...]:
    """The files of a row of `versions`; one made before files were listed is of one file."""
    found = connection.execute(
        select(version_files)
        .where(version_files.c.dataset == row.dataset, version_files.c.version == row.number)
        .order_by(version_files.c.part)
    ).all()
    if not found:
        return (SourceFile(row.file_name, row.size, row.sha256, 0, row.record_count),)
    return tuple(SourceFile(one.file_name, one.size, one.sha256, one.first, one.record_count) for one in found)


def remarks_of(connection: Connection, key: str, version: int) -> tuple[RemarkEntry, ...]:
    """In the order in which they were kept."""
    return tuple(
        RemarkEntry(row.kind, row.details, row.who, row.at)
        for row in connection.execute(
            select(version_remarks)
            .where(version_remarks.c.dataset == key, version_remarks.c.version == version)
            .order_by(version_remarks.c.number)
        )
    )


def mappings_of(connection: Connection, key: str, version: int, sha256: str) -> tuple[dict[str, Any], ...]:
    """Field -> heading and column, as each version up to this one that read the file understood it, newest first."""
    return tuple(
        connection.scalars(
            select(versions.c.mapping)
            .where(versions.c.dataset == key, versions.c.number <= version, versions.c.sha256 == sha256)
            .order_by(versions.c.number.desc())
        )
    )


def raw_place(files: Sequence[SourceFile], position: int) -> tuple[int, int]:
    """(part of the raw cells, row in it) of a record: the raw cells of each file begin a part of their own."""
    before = 0
    for file in files:
        if position < file.first + file.record_count:
            part, place = divmod(position - file.first, RAW_PART)
            return before + part, place
        before += raw_parts(file)
    raise IndexError(position)


def raw_parts(file: SourceFile) -> int:
    """How many parts the raw cells of a file are kept in."""
    return -(-file.record_count // RAW_PART)
