"""What staff need: the files and remarks of a version, archivings, photos; drafts, accounts and their links."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

WRITTEN_ONCE = ("version_files", "version_remarks", "archivings", "photos")


def upgrade() -> None:
    _versions()
    _photos()
    _drafts()
    _accounts()
    if op.get_bind().dialect.name == "sqlite":
        for table in WRITTEN_ONCE:
            _never_changed(table)


def _who_and_when() -> tuple[sa.Column, sa.Column]:
    return sa.Column("who", sa.String(200), nullable=False), sa.Column("at", sa.DateTime(), nullable=False)


def _of_version(name: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["dataset", "version"], ["versions.dataset", "versions.number"], name=f"fk_{name}")


def _versions() -> None:
    op.create_table(
        "version_files",
        sa.Column("dataset", sa.String(100), primary_key=True),
        sa.Column("version", sa.Integer(), primary_key=True),
        sa.Column("part", sa.Integer(), primary_key=True),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("first", sa.Integer(), nullable=False),
        sa.Column("record_count", sa.Integer(), nullable=False),
        _of_version("version_files"),
    )
    op.create_table(
        "version_remarks",
        sa.Column("dataset", sa.String(100), primary_key=True),
        sa.Column("version", sa.Integer(), primary_key=True),
        sa.Column("number", sa.Integer(), primary_key=True),
        *_who_and_when(),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("details", sa.JSON(), nullable=False),
        _of_version("version_remarks"),
    )
    op.create_table(
        "archivings",
        sa.Column(
            "dataset", sa.String(100), sa.ForeignKey("datasets.key", name="fk_archivings_dataset"), primary_key=True
        ),
        sa.Column("number", sa.Integer(), primary_key=True),
        *_who_and_when(),
        sa.Column("archived", sa.Boolean(), nullable=False),
    )


def _photos() -> None:
    op.create_table(
        "photos",
        sa.Column("sha256", sa.String(64), primary_key=True),
        *_who_and_when(),
        sa.Column("media_type", sa.String(40), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
    )


def _drafts() -> None:
    op.create_table(
        "drafts",
        sa.Column("id", sa.String(32), primary_key=True),
        *_who_and_when(),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("read_revision", sa.Integer(), nullable=False),
        sa.Column("dataset", sa.String(100)),
        sa.Column("mode", sa.String(20), nullable=False),
        sa.Column("base_version", sa.Integer()),
        sa.Column("sheet", sa.Text()),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("choices", sa.JSON(), nullable=False),
        sa.Column("result", sa.JSON()),
        sa.Column("error", sa.JSON()),
        sa.Column("lease", sa.String(64)),
        sa.Column("lease_until", sa.DateTime()),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("done", sa.Integer()),
        sa.Column("known", sa.Integer()),
        sa.Column("expires", sa.DateTime(), nullable=False),
    )
    op.create_table(
        "draft_mends",
        sa.Column(
            "draft",
            sa.String(32),
            sa.ForeignKey("drafts.id", name="fk_draft_mends_draft", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("number", sa.Integer(), primary_key=True),
        *_who_and_when(),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("sheet", sa.Text(), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("column", sa.String(10), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("before", "after", "why")),
        sa.Column("finding", sa.String(40), nullable=False),
        sa.Column("taken_back", sa.Boolean(), nullable=False),
    )
    op.create_table(
        "text_drafts",
        sa.Column("language", sa.String(10), primary_key=True),
        *_who_and_when(),
        sa.Column("based_on", sa.Integer(), nullable=False),
        sa.Column("markdown", sa.Text(), nullable=False),
    )


def _accounts() -> None:
    op.create_table(
        "staff",
        sa.Column("name", sa.String(100), primary_key=True),
        *_who_and_when(),
        sa.Column("role", sa.String(20), nullable=False),
        sa.Column("password", sa.Text()),
        sa.Column("disabled", sa.Boolean(), nullable=False),
        sa.Column("mark", sa.String(32), nullable=False),
    )
    op.create_table(
        "one_time_links",
        sa.Column("digest", sa.String(64), primary_key=True),
        *_who_and_when(),
        sa.Column("name", sa.String(100)),
        sa.Column("role", sa.String(20), nullable=False),
        sa.Column("expires", sa.DateTime(), nullable=False),
        sa.Column("used", sa.Boolean(), nullable=False),
    )
    op.create_table(
        "failed_sign_ins",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("whose", sa.String(64), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
    )
    op.create_table(
        "ended_sessions",
        sa.Column("digest", sa.String(64), primary_key=True),
        sa.Column("at", sa.DateTime(), nullable=False),
    )
    op.create_table(
        "keys",
        sa.Column("name", sa.String(40), primary_key=True),
        sa.Column("value", sa.Text(), nullable=False),
    )


def _never_changed(table: str) -> None:
    for action in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER {table}_no_{action.lower()} BEFORE {action} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, 'rows of {table} are written once'); END"
        )
