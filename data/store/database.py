"""Opening the database: its address, the settings of a SQLite connection, transactions, and the migrations."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Lock
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, event, inspect, make_url, select, text
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from data.store import tables
from data.store.errors import NotAStore, StoreNewer, StoreUnreadable

# How long a writer waits for another one, in seconds: a publication of a million records takes a few.
PATIENCE = 60
_MIGRATIONS = Path(__file__).parent / "migrations"
# Alembic keeps its context in module globals, so two threads must not migrate at once.
_migrating = Lock()


class Database:
    """Connections to the store. None is kept between uses: a process may fork, and threads need no care."""

    def __init__(self, place: str | Path) -> None:
        self.url = address(place)
        sqlite = self.url.get_backend_name() == "sqlite"
        if sqlite and self.url.database in (None, "", ":memory:"):
            raise StoreUnreadable(place=self.place, reason="no file is named")
        try:
            self._engine = create_engine(
                self.url, poolclass=NullPool, hide_parameters=True, connect_args={"timeout": PATIENCE} if sqlite else {}
            )
        except (NoSuchModuleError, ModuleNotFoundError) as problem:
            raise StoreUnreadable(place=self.place, reason=str(problem)) from problem
        if sqlite:
            _prepare_sqlite(self._engine)
        self._writing = self._engine.execution_options(writes=True)

    @property
    def place(self) -> str:
        """The address for people, without a password."""
        return self.url.render_as_string(hide_password=True)

    @property
    def file(self) -> Path | None:
        """The file of a SQLite database."""
        sqlite = self.url.get_backend_name() == "sqlite"
        return Path(self.url.database) if sqlite and self.url.database else None

    def open(self) -> None:
        """Creates what is missing and brings the tables up to date; several processes may do so at once."""
        with self._told():
            if self.url.database and self.url.get_backend_name() == "sqlite":
                Path(self.url.database).parent.mkdir(parents=True, exist_ok=True)
                _write_ahead(self.url.database)
            with self._engine.connect() as connection:
                ready = self._revision(connection) == _scripts().get_current_head()
            if not ready:
                with _migrating, self._writing.begin() as connection:
                    if connection.dialect.name == "postgresql":
                        connection.execute(text("SELECT pg_advisory_xact_lock(20201110)"))
                    self._revision(connection)
                    _upgrade(connection)

    def _revision(self, connection: Connection) -> str | None:
        """The state of the tables, None for an empty database. Raises NotAStore, StoreNewer."""
        revision = MigrationContext.configure(connection).get_current_revision()
        if revision is None and inspect(connection).get_table_names():
            raise NotAStore(place=self.place)
        if revision is not None and revision not in {script.revision for script in _scripts().walk_revisions()}:
            raise StoreNewer(place=self.place)
        return revision

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one unchanging state."""
        with self._told(), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction: all of it is kept, or none. One writer at a time; others wait for PATIENCE seconds."""
        with self._told(), self._writing.begin() as connection:
            connection.execute(select(tables.turn.c.id).with_for_update()).all()
            yield connection

    def settle(self) -> None:
        """Empties SQLite's log of changes into the file, so that what was deleted is in neither."""
        if self.file:
            with self._told(), closing(sqlite3.connect(self.file, timeout=1)) as connection:
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Whatever goes wrong in the database or its file is told as StoreUnreadable."""
        try:
            yield
        except DBAPIError as problem:
            raise StoreUnreadable(place=self.place, reason=str(problem.orig)) from problem
        except (sqlite3.Error, OSError) as problem:
            raise StoreUnreadable(place=self.place, reason=str(problem)) from problem


def address(place: str | Path) -> URL:
    """A database address as it is; a path becomes that of a SQLite file."""
    if isinstance(place, Path) or "://" not in place:
        return URL.create("sqlite", database=str(Path(place).expanduser().absolute()))
    try:
        return make_url(place)
    except ArgumentError as problem:
        raise StoreUnreadable(place=place.split("://")[0], reason=str(problem)) from problem


def _scripts() -> ScriptDirectory:
    return ScriptDirectory(str(_MIGRATIONS))


def _upgrade(connection: Connection) -> None:
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _prepare_sqlite(engine: Engine) -> None:
    """The driver's own transactions begin too late for us: BEGIN is ours, and a writer takes its lock at once."""

    @event.listens_for(engine, "connect")
    def connected(connection: Any, record: Any) -> None:
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys=ON")
        # What is deleted (drafts) is overwritten, so that it does not lie in the file for years.
        connection.execute("PRAGMA secure_delete=ON")

    @event.listens_for(engine, "begin")
    def begun(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _write_ahead(file: str) -> None:
    """Readers go on while one writes. The switch does not wait for locks by itself, so it is tried again."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            with closing(sqlite3.connect(file, timeout=PATIENCE)) as connection:
                connection.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as problem:
            if "locked" not in str(problem) or time.monotonic() > deadline:
                raise
            time.sleep(0.05)
