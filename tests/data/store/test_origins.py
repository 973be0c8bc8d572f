"""Where a version comes from: its files, their raw rows, what people remarked; and versions that no edition holds."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pandas as pd
import pytest

from data.store import FilePart, PublishedMeanwhile, Remark, Store, VersionNotFound
from data.store.errors import EditionMeanwhile
from data.store.parquet import RAW_PART
from tests.data.factory import ACCIDENTS, make_frame, make_intake

KEY = "reported_accidents"
MORE = [*ACCIDENTS, {"date": "2026-01-05", "killed": 1, "injured": 0}]
REMARKS = [
    Remark("confirmed", {"doubt": "total_drops", "why": "two rows were the same accident"}),
    Remark("mend", {"sheet": "Sheet1", "row": 4, "column": "C"}),
]


def raw(rows: int, heading: str, sheet: str = "Sheet1") -> pd.DataFrame:
    return pd.DataFrame({"sheet": sheet, "row": range(2, rows + 2), heading: [f"{heading} {n}" for n in range(rows)]})


def test_a_version_is_of_its_one_file(published: Store) -> None:
    (file,) = published.versions(KEY)[0].files
    assert (file.file_name, file.size, file.first, file.record_count) == ("figures.csv", 1234, 0, len(ACCIDENTS))
    assert file.sha256 == make_intake().sha256


def test_a_row_opens_from_the_file_it_came_from(store: Store) -> None:
    first, second = RAW_PART + 2, 3
    files = [
        FilePart("may.csv", 10, "a" * 64, raw(first, "May")),
        FilePart("june.csv", 20, "b" * 64, raw(second, "June")),
    ]
    store.add_version(KEY, make_intake([{"killed": 1}] * (first + second)), "tests", files=files)
    assert store.raw_row(KEY, 1, 0)["May"] == "May 0"
    assert store.raw_row(KEY, 1, first - 1) == {"sheet": "Sheet1", "row": str(first + 1), "May": f"May {first - 1}"}
    assert store.raw_row(KEY, 1, first) == {"sheet": "Sheet1", "row": "2", "June": "June 0"}
    assert store.raw_row(KEY, 1, first + 2)["June"] == "June 2"
    told = [(file.file_name, file.first, file.record_count) for file in store.versions(KEY)[0].files]
    assert told == [("may.csv", 0, first), ("june.csv", first, second)]


def test_raw_cells_come_back_as_they_were_given(store: Store) -> None:
    cells = pd.DataFrame([["S", "2", "a", ""], ["S", "3", None, "b"]], columns=["sheet", "row", "Killed", "Killed"])
    files = [FilePart("a.csv", 1, "a" * 64, cells), FilePart("b.csv", 1, "b" * 64, raw(1, "Own"))]
    store.add_version(KEY, make_intake([{"killed": 1}] * 3), "tests", files=files)
    first, second = store.raw(KEY, 1)
    assert first.fillna("").to_numpy().tolist() == [["S", "2", "a", ""], ["S", "3", "", "b"]]
    assert list(first.columns) == ["sheet", "row", "Killed", "Killed (2)"]
    assert second["Own"].tolist() == ["Own 0"]


def test_files_must_have_a_row_for_each_record(store: Store) -> None:
    with pytest.raises(ValueError, match="one raw row per record"):
        store.add_version(KEY, make_intake(), "tests", files=[FilePart("a.csv", 1, "a" * 64, raw(1, "Own"))])
    assert store.versions(KEY) == []


def test_remarks_are_kept_once_with_who_made_them(published: Store) -> None:
    assert published.add_version(KEY, make_intake(), "editor-1", remarks=REMARKS[:1]) == 1
    assert published.add_version(KEY, make_intake(), "publisher-1", remarks=REMARKS) == 1
    kept = published.versions(KEY)[0].remarks
    assert [(entry.kind, entry.details, entry.who) for entry in kept] == [
        (REMARKS[0].kind, REMARKS[0].details, "editor-1"),
        (REMARKS[1].kind, REMARKS[1].details, "publisher-1"),
    ]
    assert [entry.action for entry in published.log()].count("remarks_kept") == 2


def test_a_version_of_before_files_were_listed_is_of_one_file(published: Store, place: Path) -> None:
    with closing(sqlite3.connect(place)) as connection:
        connection.execute("DROP TRIGGER version_files_no_delete")
        connection.execute("DELETE FROM version_files")
        connection.commit()
    (file,) = published.versions(KEY)[0].files
    assert (file.file_name, file.first, file.record_count) == ("figures.csv", 0, len(ACCIDENTS))
    assert published.raw_row(KEY, 1, 1)["row"] == "3"


def test_a_frame_of_a_version_that_nobody_published(published: Store) -> None:
    version = published.add_version(KEY, make_intake(MORE), "editor-1", "to come")
    draft, same = published.frame(KEY, version), make_frame(rows=MORE)
    pd.testing.assert_frame_equal(draft.records, same.records)
    assert (draft.published_by, draft.note) == ("editor-1", "to come")
    published.publish({KEY: version}, None, "publisher-1")
    assert published.frame(KEY, version).published_by == "publisher-1"
    assert published.current().frames[KEY].published_by == "publisher-1"
    with pytest.raises(VersionNotFound):
        published.frame(KEY, 9)


def test_publishing_over_what_one_did_not_see_is_refused(published: Store) -> None:
    second = published.add_version(KEY, make_intake(MORE), "editor-1")
    published.publish({KEY: second}, None, "publisher-1", expected={KEY: 1})
    third = published.add_version(KEY, make_intake(ACCIDENTS[:3]), "editor-2")
    with pytest.raises(PublishedMeanwhile) as error:
        published.publish({KEY: third}, {"nb": "# Ny"}, "publisher-2", expected={KEY: 1})
    assert error.value.params == {"dataset": KEY, "version": 2, "expected": 1}
    with pytest.raises(PublishedMeanwhile):
        published.publish({KEY: third}, None, "publisher-2", expected={KEY: None})
    assert len(published.editions()) == 2


def test_going_back_from_a_state_one_did_not_see_is_refused(published: Store) -> None:
    published.publish({KEY: published.add_version(KEY, make_intake(MORE), "editor-1")}, None, "publisher-1")
    with pytest.raises(EditionMeanwhile):
        published.go_back(1, "publisher-2", expected=1)
    assert published.go_back(1, "publisher-2", expected=2) == 3
