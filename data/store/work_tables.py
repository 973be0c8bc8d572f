"""The tables of work in progress and of accounts, whose rows are changed and deleted: drafts, texts, staff, keys."""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    ForeignKey,
    Integer,
    String,
    Table,
    Text,
)

from data.store.tables import Moment, metadata, who_and_when

# A spreadsheet on its way. `revision` rises with every change; `read_revision` is the one that `result` speaks of.
# `lease` names the process that is reading, `lease_until` when it is given up for dead, `tries` how often it was read;
# `done` of `known` rows are read. `error`: message id and params.
drafts = Table(
    "drafts",
    metadata,
    Column("id", String(32), primary_key=True),
    *who_and_when(),
    Column("file_name", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("state", String(20), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("read_revision", Integer, nullable=False),
    Column("dataset", String(100)),
    Column("mode", String(20), nullable=False),
    Column("base_version", Integer),
    Column("sheet", Text),
    Column("answers", JSON, nullable=False),
    Column("choices", JSON, nullable=False),
    Column("result", JSON),
    Column("error", JSON),
    Column("lease", String(64)),
    Column("lease_until", Moment),
    Column("tries", Integer, nullable=False),
    Column("done", Integer),
    Column("known", Integer),
    Column("expires", Moment, nullable=False),
)

# Mends and rows set aside. One that is taken back stays, so that the draft's own story can be read.
draft_mends = Table(
    "draft_mends",
    metadata,
    Column("draft", ForeignKey("drafts.id", name="fk_draft_mends_draft", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    *who_and_when(),
    Column("kind", String(40), nullable=False),
    Column("sheet", Text, nullable=False),
    Column("row", Integer, nullable=False),
    Column("column", String(10), nullable=False),
    Column("before", Text, nullable=False),
    Column("after", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("finding", String(40), nullable=False),
    Column("taken_back", Boolean, nullable=False),
)

# The awareness text as it is being written, one per language; `based_on` is the number of the text it began from.
text_drafts = Table(
    "text_drafts",
    metadata,
    Column("language", String(10), primary_key=True),
    *who_and_when(),
    Column("based_on", Integer, nullable=False),
    Column("markdown", Text, nullable=False),
)

# `mark` changes with every new password and when an account is disabled: sessions that bear an older one are over.
staff = Table(
    "staff",
    metadata,
    Column("name", String(100), primary_key=True),
    *who_and_when(),
    Column("role", String(20), nullable=False),
    Column("password", Text),
    Column("disabled", Boolean, nullable=False),
    Column("mark", String(32), nullable=False),
)

# Links that set a password once. Only a digest is kept.
one_time_links = Table(
    "one_time_links",
    metadata,
    Column("digest", String(64), primary_key=True),
    *who_and_when(),
    Column("name", String(100)),
    Column("role", String(20), nullable=False),
    Column("expires", Moment, nullable=False),
    Column("used", Boolean, nullable=False),
)

# `whose`: a keyed digest of an account's name or of an address, so that neither is kept.
failed_sign_ins = Table(
    "failed_sign_ins",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("whose", String(64), nullable=False),
    Column("at", Moment, nullable=False),
)

# Sessions that were signed out of, as digests; forgotten when their cookies are too old by themselves.
ended_sessions = Table(
    "ended_sessions", metadata, Column("digest", String(64), primary_key=True), Column("at", Moment, nullable=False)
)

# Keys that every worker shares, such as that of the session cookies.
keys = Table("keys", metadata, Column("name", String(40), primary_key=True), Column("value", Text, nullable=False))
