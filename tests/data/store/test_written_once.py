"""Nothing that was written can be changed or deleted, not even by a program that goes past the Store."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from data.store import Remark, Store
from data.store.tables import WRITTEN_ONCE, metadata
from tests.data.factory import make_intake

KEY = "reported_accidents"


@pytest.mark.parametrize("table", WRITTEN_ONCE)
@pytest.mark.parametrize("statement", ["UPDATE {table} SET {column} = {column}", "DELETE FROM {table}"])
def test_rows_stay_as_they_were_written(published: Store, place: Path, table: str, statement: str) -> None:
    published.remember("f" * 64, {"date_order:Date": "dmy"}, "tests")
    with published.writing("tests") as writer:
        writer.add_photo(b"content", "image/jpeg", 400, 300)
    published.add_version(KEY, make_intake(), "tests", remarks=[Remark("confirmed", {"why": "as agreed"})])
    published.archive("reported_accidents", "tests")
    column = next(iter(metadata.tables[table].columns)).name
    with closing(sqlite3.connect(place)) as connection:
        before = connection.execute(f"SELECT * FROM {table}").fetchall()
        assert before, "a table without rows proves nothing"
        with pytest.raises(sqlite3.IntegrityError, match="written once"):
            connection.execute(statement.format(table=table, column=column))
        connection.rollback()
        assert connection.execute(f"SELECT * FROM {table}").fetchall() == before


def test_a_version_that_does_not_exist_cannot_be_named(published: Store, place: Path) -> None:
    with closing(sqlite3.connect(place)) as connection:
        connection.execute("PRAGMA foreign_keys=ON")
        with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
            connection.execute("INSERT INTO edition_versions VALUES (1, 'published_totals', 5, 1)")
