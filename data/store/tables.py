"""The tables of what is written once. Only data/store/migrations makes them; a test compares the two."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
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


def who_and_when() -> tuple[Column[Any], Column[Any]]:
    """The columns that say by whom and when a row was made."""
    return Column("who", String(200), nullable=False), Column("at", Moment, nullable=False)


# One row, locked by whoever writes: numbers are given out one after another (SQLite locks the whole file anyway).
turn = Table("turn", metadata, Column("id", Integer, primary_key=True))

datasets = Table("datasets", metadata, Column("key", String(100), primary_key=True), *who_and_when())

# What is said about a dataset. A changed title is a new description, so that editions stay what they were.
descriptions = Table(
    "descriptions",
    metadata,
    Column("dataset", ForeignKey("datasets.key"), primary_key=True),
    Column("number", Integer, primary_key=True),
    *who_and_when(),
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
    *who_and_when(),
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
    *who_and_when(),
    Column("markdown", Text, nullable=False),
)

# `restores` is the older edition that a way back published anew.
editions = Table(
    "editions",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    *who_and_when(),
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
    *who_and_when(),
    Column("answers", JSON, nullable=False),
)

log = Table(
    "log",
    metadata,
    Column("number", Integer, primary_key=True),
    *who_and_when(),
    Column("action", String(40), nullable=False),
    Column("details", JSON, nullable=False),
)

# The files that a version was made from, in the order of its records: `first` is the position of a file's first one.
version_files = Table(
    "version_files",
    metadata,
    Column("dataset", String(100), primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("part", Integer, primary_key=True),
    Column("file_name", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("first", Integer, nullable=False),
    Column("record_count", Integer, nullable=False),
    ForeignKeyConstraint(["dataset", "version"], ["versions.dataset", "versions.number"], name="fk_version_files"),
)

# What people did to a version before it was published: mend, set_aside, confirmed (in words), overlap.
version_remarks = Table(
    "version_remarks",
    metadata,
    Column("dataset", String(100), primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("number", Integer, primary_key=True),
    *who_and_when(),
    Column("kind", String(40), nullable=False),
    Column("details", JSON, nullable=False),
    ForeignKeyConstraint(["dataset", "version"], ["versions.dataset", "versions.number"], name="fk_version_remarks"),
)

# The newest row of a dataset says whether it is archived: in no new edition, its older ones untouched.
archivings = Table(
    "archivings",
    metadata,
    Column("dataset", ForeignKey("datasets.key", name="fk_archivings_dataset"), primary_key=True),
    Column("number", Integer, primary_key=True),
    *who_and_when(),
    Column("archived", Boolean, nullable=False),
)

# Pictures for the slots of the awareness text, drawn anew so that nothing of the camera's own is left in them.
photos = Table(
    "photos",
    metadata,
    Column("sha256", String(64), primary_key=True),
    *who_and_when(),
    Column("media_type", String(40), nullable=False),
    Column("width", Integer, nullable=False),
    Column("height", Integer, nullable=False),
    Column("content", LargeBinary, nullable=False),
)

# All but the turn; work_tables.py adds those whose rows are changed and deleted.
WRITTEN_ONCE = tuple(table.name for table in metadata.sorted_tables if table.name != "turn")
