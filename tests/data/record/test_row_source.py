"""The row of a record: cells as they were before they were mended, mends and findings, each told or kept."""

from pathlib import Path
from typing import Any

import pytest

from data.frame import SourceFile
from data.problems import Problem
from data.record.row_source import RowSource, row_source
from data.store import Store
from tests.data.factory import make_frame
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


class TwoFiles:
    """Stands for a store; `asked` is what was asked of it."""

    def __init__(self) -> None:
        self.asked: list[object] = []

    def raw_row(self, key: str, version: int, position: int) -> dict[str, str]:
        self.asked.append(position)
        return {"Place": "Field A"}

    def mappings(self, key: str, version: int, sha256: str) -> tuple[dict[str, Any], ...]:
        self.asked.append(sha256)
        return ({"place": {"heading": "Place", "column": "A"}},)


def test_rows_of_two_files_are_told_apart_though_their_numbers_are_the_same() -> None:
    rows = [{"row": 2, "killed": 1, "injured": 0}, {"row": 2, "killed": 1, "injured": 0}]
    files = (SourceFile("may.csv", 1, "a", 0, 1), SourceFile("june.csv", 1, "b", 1, 1))
    found = tuple(Problem("no_usable_figure", "Sheet1", 2, params={"part": part, "file": "x"}) for part in (1, 1))
    frame, store = make_frame(rows=rows, files=files, problems=found), TwoFiles()
    first, second = (row_source(store, frame, position) for position in (0, 1))
    assert (first.file.file_name, len(first.findings)) == ("may.csv", 0)
    assert (second.file.file_name, len(second.findings)) == ("june.csv", 2)
    assert store.asked == ["a", 0, "b", 1]
