"""Opening: the migrations make exactly the tables of tables.py; what is no store of ours is told and left alone."""

import os
import sqlite3
import traceback
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, insert

from data.store import NotAStore, Store, StoreNewer, StoreUnreadable, VersionNotFound
from data.store.tables import metadata
from data.store.work_tables import staff
from data.store.writing import Writer

KEY = "reported_accidents"


def test_the_migrations_make_the_tables(store: Store, place: Path) -> None:
    engine = create_engine(f"sqlite:///{place}")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_readers_do_not_wait_for_a_writer(published: Store, place: Path) -> None:
    with closing(sqlite3.connect(place)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    with published.writing("slow"):
        assert Store.open(place).current().number == 1


def test_an_error_in_the_middle_takes_everything_back(published: Store) -> None:
    before = published.log()
    with pytest.raises(VersionNotFound), published.writing("tests") as writer:
        _then_fail(writer)
    assert (published.current().number, published.log()) == (1, before)


def _then_fail(writer: Writer) -> None:
    writer.publish({}, {"nb": "# Ny"}, "")
    writer.publish({KEY: 99}, {}, "")


def test_a_path_and_an_address_mean_the_same(published: Store, place: Path) -> None:
    assert Store.open(f"sqlite:///{place}").current().number == 1


def test_a_file_that_is_no_database_is_told(place: Path) -> None:
    place.parent.mkdir()
    place.write_text("Date;Killed\n2021-01-01;1\n" * 50)
    before = place.read_bytes()
    with pytest.raises(StoreUnreadable) as error:
        Store.open(place)
    assert str(place) in error.value.params["place"]
    assert "not a database" in error.value.params["reason"]
    assert place.read_bytes() == before


def test_a_damaged_store_is_told(published: Store, place: Path) -> None:
    with closing(sqlite3.connect(place)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    content = bytearray(place.read_bytes())
    content[4096:] = os.urandom(len(content) - 4096)
    place.write_bytes(content)
    with pytest.raises(StoreUnreadable, match="malformed"):
        Store.open(place).current()


@pytest.mark.parametrize("damage", ["substr(content, 1, 500)", "zeroblob(length(content))", "content || x'00'"])
def test_damaged_records_are_told(published: Store, place: Path, damage: str) -> None:
    with closing(sqlite3.connect(place)) as connection:
        connection.execute("DROP TRIGGER blobs_no_update")
        connection.execute(f"UPDATE blobs SET content = CAST({damage} AS BLOB) WHERE name = 'records'")
        connection.commit()
    with pytest.raises(StoreUnreadable, match=f"damaged: {KEY} 1, records"):
        Store.open(place).current()


def test_a_database_of_another_program_is_left_alone(place: Path) -> None:
    place.parent.mkdir()
    with closing(sqlite3.connect(place)) as connection:
        connection.execute("CREATE TABLE bookmarks (address TEXT)")
        connection.commit()
    with pytest.raises(NotAStore):
        Store.open(place)
    with closing(sqlite3.connect(place)) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("bookmarks",)]


def test_a_store_of_a_newer_program_is_left_alone(published: Store, place: Path) -> None:
    with closing(sqlite3.connect(place)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    with pytest.raises(StoreNewer):
        Store.open(place)


@pytest.mark.parametrize("address", ["nosuch://host/name", "sqlite:///", "://"])
def test_an_address_that_cannot_be_used_is_told(address: str) -> None:
    with pytest.raises(StoreUnreadable):
        Store.open(address)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreUnreadable):
        Store.open(tmp_path / "file" / "store.sqlite")


def test_a_password_is_never_shown() -> None:
    with pytest.raises(StoreUnreadable) as error:
        Store.open("postgresql://reader:secret@localhost:1/none")
    assert "secret" not in str(error.value)


def test_what_was_to_be_written_is_not_told_by_an_error(tmp_path: Path) -> None:
    """Errors are logged with those they come from: no hash of a password, no cell of a file may stand in them."""
    store = Store.open(tmp_path / "minetall.sqlite")
    row = {"name": "se" + "cret-1", "password": "se" + "cret-2"}
    with pytest.raises(StoreUnreadable) as error, store.writing("tests") as writer:
        writer.connection.execute(insert(staff).values(row))
    assert "secret" not in "".join(traceback.format_exception(error.value))
