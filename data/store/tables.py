"""The tables of the store. Only data/store/migrations makes them; a test holds the two against each other."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    Column,
    Date,
    DateTime,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.types import TypeDecorator

metadata = MetaData()


class Moment(TypeDecorator[datetime]):
    """A point in time: kept in UTC, given back with its zone (SQLite keeps none)."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> datetime | None:
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Any) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


def _who_and_when() -> tuple[Column[Any], Column[Any]]:
    return Column("who", String(200), nullable=False), Column("at", Moment, nullable=False)


# One row, locked by whoever writes: numbers are given out one after another (SQLite locks the whole file anyway).
turn = Table("turn", metadata, Column("id", Integer, primary_key=True))

datasets = Table("datasets", metadata, Column("key", String(100), primary_key=True), *_who_and_when())

# What is said about a dataset. A changed title is a new description, so that editions stay what they were.
descriptions = Table(
    "descriptions",
    metadata,
    Column("dataset", ForeignKey("datasets.key"), primary_key=True),
    Column("number", Integer, primary_key=True),
    *_who_and_when(),
    Column("layout", String(40), nullable=False),
    Column("title", JSON, nullable=False),
    Column("counted_by", JSON, nullable=False),
    Column("scope", JSON, nullable=False),
    Column("definition", JSON, nullable=False),
    Column("caution", JSON, nullable=False),
    Column("licence", JSON, nullable=False),
    Column("publisher", JSON, nullable=False),
    Column("contact", Text, nullable=False),
    Column("source_url", Text, nullable=False),
    Column("reporting_delay_days", Integer, nullable=False),
    Column("covered_from", Date),
    Column("covered_to", Date),
    Column("official_scope_of", String(100)),
)

# `understood` is a digest of records and counts: the same file, read the same way, is the same version.
versions = Table(
    "versions",
    metadata,
    Column("dataset", ForeignKey("datasets.key"), primary_key=True),
    Column("number", Integer, primary_key=True),
    *_who_and_when(),
    Column("note", Text, nullable=False),
    Column("file_name", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("understood", String(64), nullable=False),
    Column("layout", String(40), nullable=False),
    Column("mapping", JSON, nullable=False),
    Column("problems", JSON, nullable=False),
    Column("questions", Integer, nullable=False),
    Column("record_count", Integer, nullable=False),
    UniqueConstraint("dataset", "sha256", "understood", name="uq_versions_file"),
)

# Parquet. `name` is records, counts or raw; raw is in parts so that one row can be read without the rest.
blobs = Table(
    "blobs",
    metadata,
    Column("dataset", String(100), primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("name", String(20), primary_key=True),
    Column("part", Integer, primary_key=True),
    Column("sha256", String(64), nullable=False),
    Column("content", LargeBinary, nullable=False),
    ForeignKeyConstraint(["dataset", "version"], ["versions.dataset", "versions.number"], name="fk_blobs_version"),
)

texts = Table(
    "texts",
    metadata,
    Column("language", String(10), primary_key=True),
    Column("number", Integer, primary_key=True),
    *_who_and_when(),
    Column("markdown", Text, nullable=False),
)

# `restores` is the older edition that a way back published anew.
editions = Table(
    "editions",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    *_who_and_when(),
    Column("note", Text, nullable=False),
    Column("restores", ForeignKey("editions.number", name="fk_editions_restores")),
)

edition_versions = Table(
    "edition_versions",
    metadata,
    Column("edition", ForeignKey("editions.number"), primary_key=True),
    Column("dataset", String(100), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("description", Integer, nullable=False),
    ForeignKeyConstraint(["dataset", "version"], ["versions.dataset", "versions.number"], name="fk_edition_version"),
    ForeignKeyConstraint(
        ["dataset", "description"], ["descriptions.dataset", "descriptions.number"], name="fk_edition_description"
    ),
)

edition_texts = Table(
    "edition_texts",
    metadata,
    Column("edition", ForeignKey("editions.number"), primary_key=True),
    Column("language", String(10), primary_key=True),
    Column("text", Integer, nullable=False),
    ForeignKeyConstraint(["language", "text"], ["texts.language", "texts.number"], name="fk_edition_text"),
)

# What people said of spreadsheets, by the signature of their headings; the newest row of a signature holds.
answers = Table(
    "answers",
    metadata,
    Column("signature", String(64), primary_key=True),
    Column("number", Integer, primary_key=True),
    *_who_and_when(),
    Column("answers", JSON, nullable=False),
)

log = Table(
    "log",
    metadata,
    Column("number", Integer, primary_key=True),
    *_who_and_when(),
    Column("action", String(40), nullable=False),
    Column("details", JSON, nullable=False),
)

WRITTEN_ONCE = tuple(table.name for table in metadata.sorted_tables if table.name != "turn")
