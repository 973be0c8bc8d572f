"""The first tables: datasets, descriptions, versions, blobs, texts, editions, log; all but the turn written once."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

WRITTEN_ONCE = (
    "datasets",
    "descriptions",
    "versions",
    "blobs",
    "texts",
    "editions",
    "edition_versions",
    "edition_texts",
    "log",
)


def upgrade() -> None:
    turn = op.create_table("turn", sa.Column("id", sa.Integer(), primary_key=True))
    op.bulk_insert(turn, [{"id": 1}])
    _datasets()
    _versions()
    _editions()
    op.create_table(
        "log",
        sa.Column("number", sa.Integer(), primary_key=True),
        *_who_and_when(),
        sa.Column("action", sa.String(40), nullable=False),
        sa.Column("details", sa.JSON(), nullable=False),
    )
    if op.get_bind().dialect.name == "sqlite":
        for table in WRITTEN_ONCE:
            _never_changed(table)


def _who_and_when() -> tuple[sa.Column, sa.Column]:
    return sa.Column("who", sa.String(200), nullable=False), sa.Column("at", sa.DateTime(), nullable=False)


def _datasets() -> None:
    op.create_table("datasets", sa.Column("key", sa.String(100), primary_key=True), *_who_and_when())
    told = ("title", "counted_by", "scope", "definition", "caution", "licence", "publisher")
    op.create_table(
        "descriptions",
        sa.Column("dataset", sa.String(100), sa.ForeignKey("datasets.key"), primary_key=True),
        sa.Column("number", sa.Integer(), primary_key=True),
        *_who_and_when(),
        sa.Column("layout", sa.String(40), nullable=False),
        *(sa.Column(name, sa.JSON(), nullable=False) for name in told),
        sa.Column("contact", sa.Text(), nullable=False),
        sa.Column("source_url", sa.Text(), nullable=False),
        sa.Column("reporting_delay_days", sa.Integer(), nullable=False),
        sa.Column("covered_from", sa.Date()),
        sa.Column("covered_to", sa.Date()),
        sa.Column("official_scope_of", sa.String(100)),
    )


def _versions() -> None:
    op.create_table(
        "versions",
        sa.Column("dataset", sa.String(100), sa.ForeignKey("datasets.key"), primary_key=True),
        sa.Column("number", sa.Integer(), primary_key=True),
        *_who_and_when(),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("understood", sa.String(64), nullable=False),
        sa.Column("layout", sa.String(40), nullable=False),
        sa.Column("mapping", sa.JSON(), nullable=False),
        sa.Column("problems", sa.JSON(), nullable=False),
        sa.Column("questions", sa.Integer(), nullable=False),
        sa.Column("record_count", sa.Integer(), nullable=False),
        sa.UniqueConstraint("dataset", "sha256", "understood", name="uq_versions_file"),
    )
    op.create_table(
        "blobs",
        sa.Column("dataset", sa.String(100), primary_key=True),
        sa.Column("version", sa.Integer(), primary_key=True),
        sa.Column("name", sa.String(20), primary_key=True),
        sa.Column("part", sa.Integer(), primary_key=True),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        _reference(["dataset", "version"], "versions", "fk_blobs_version"),
    )


def _editions() -> None:
    op.create_table(
        "texts",
        sa.Column("language", sa.String(10), primary_key=True),
        sa.Column("number", sa.Integer(), primary_key=True),
        *_who_and_when(),
        sa.Column("markdown", sa.Text(), nullable=False),
    )
    op.create_table(
        "editions",
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=False),
        *_who_and_when(),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("restores", sa.Integer(), sa.ForeignKey("editions.number", name="fk_editions_restores")),
    )
    op.create_table(
        "edition_versions",
        sa.Column("edition", sa.Integer(), sa.ForeignKey("editions.number"), primary_key=True),
        sa.Column("dataset", sa.String(100), primary_key=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("description", sa.Integer(), nullable=False),
        _reference(["dataset", "version"], "versions", "fk_edition_version"),
        _reference(["dataset", "description"], "descriptions", "fk_edition_description"),
    )
    op.create_table(
        "edition_texts",
        sa.Column("edition", sa.Integer(), sa.ForeignKey("editions.number"), primary_key=True),
        sa.Column("language", sa.String(10), primary_key=True),
        sa.Column("text", sa.Integer(), nullable=False),
        _reference(["language", "text"], "texts", "fk_edition_text"),
    )


def _reference(columns: list[str], table: str, name: str) -> sa.ForeignKeyConstraint:
    first = {"versions": "dataset", "descriptions": "dataset", "texts": "language"}[table]
    return sa.ForeignKeyConstraint(columns, [f"{table}.{first}", f"{table}.number"], name=name)


def _never_changed(table: str) -> None:
    for action in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER {table}_no_{action.lower()} BEFORE {action} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, 'rows of {table} are written once'); END"
        )
