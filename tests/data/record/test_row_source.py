"""The row of a record: cells as they were before they were mended, mends and findings, each told or kept."""

from pathlib import Path

import pytest

from data.record.row_source import RowSource, row_source
from data.store import Store
from tests.data.record.cases import CASES, FILE, published


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return published(Store.open(tmp_path / "minetall.sqlite"))


def source(store: Store, position: int) -> RowSource:
    return row_source(store, store.current().frames["reported_accidents"], position)


def test_a_row_is_told_by_its_file_sheet_and_row(store: Store) -> None:
    found = source(store, 1)
    assert (found.file.file_name, found.part, found.row) == (FILE, 0, 3)
    assert found.file.size == len(CASES.encode())


def test_names_never_come_and_notes_are_kept(store: Store) -> None:
    cells = source(store, 0).cells
    assert [one.heading for one in cells.shown] == [
        "Date", "District", "Place", "Killed", "Injured", "Device", "Source",
    ]  # fmt: skip
    assert {one.heading for one in cells.kept} == {"Age", "Notes", "Officer"}


def test_a_mended_cell_is_shown_as_it_was_beside_what_it_became(store: Store) -> None:
    found = source(store, 2)
    assert next(one.text for one in found.cells.shown if one.heading == "Injured") == "12"
    (mend,) = found.mends
    assert (mend.heading, mend.column, mend.before, mend.after, mend.public) == ("Injured", "E", "12", "1", True)
    assert source(store, 0).mends == ()


def test_a_finding_that_tells_a_kept_cell_is_kept(store: Store) -> None:
    found = source(store, 1)
    assert [one.kind for one in found.kept_findings] == ["count_with_remark"]
    assert found.findings == ()
    assert "Injured" not in [one.heading for one in found.cells.shown]
