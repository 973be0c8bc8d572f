"""Versions: written once per file and understanding, of the dataset's kind, with their raw cells beside them."""

from datetime import date

import pandas as pd
import pytest

from data import problems
from data.problems import Problem
from data.store import DatasetNotFound, LayoutDiffers, Store, VersionNotFound
from data.store.parquet import RAW_PART
from tests.data.factory import ACCIDENTS, make_dataset, make_frame, make_intake

KEY = "reported_accidents"


def test_what_went_in_comes_out(published: Store) -> None:
    frame, same = published.current().frames[KEY], make_frame()
    pd.testing.assert_frame_equal(frame.records, same.records)
    pd.testing.assert_frame_equal(frame.counts, same.counts)
    assert frame.dataset == make_dataset()
    assert (frame.version, frame.file_name, frame.note) == (1, "figures.csv", "first")
    assert frame.sha256 == make_intake().sha256


def test_the_same_file_again_changes_nothing(published: Store) -> None:
    before = (published.versions(KEY), published.log())
    assert published.add_version(KEY, make_intake(file="renamed.csv"), "somebody", "again") == 1
    assert (published.versions(KEY), published.log()) == before


def test_the_same_file_read_otherwise_is_another_version(published: Store) -> None:
    answered = make_intake([*ACCIDENTS[:-1], {"date": "2024-02-01", "killed": 0, "injured": 1}],
                           sha256=make_intake().sha256)  # fmt: skip
    assert published.add_version(KEY, answered, "tests") == 2


def test_a_version_lists_who_when_and_what(published: Store) -> None:
    entry = published.versions(KEY)[0]
    assert (entry.who, entry.note, entry.size, entry.layout) == ("tests", "first", 1234, "incident_list")
    assert (entry.record_count, entry.problem_count, entry.editions) == (len(ACCIDENTS), 0, (1,))
    assert entry.at.utcoffset() is not None


@pytest.mark.parametrize("layout", ["running_totals", "period_totals"])
def test_a_file_of_another_kind_is_refused(store: Store, layout: str) -> None:
    with pytest.raises(LayoutDiffers) as error:
        store.add_version(KEY, make_intake(layout=layout), "tests")
    assert error.value.params == {"dataset": KEY, "layout": layout, "expected": "incident_list"}
    assert store.versions(KEY) == []


def test_a_source_may_go_from_accidents_to_persons(store: Store) -> None:
    assert store.add_version(KEY, make_intake(layout="line_list"), "tests") == 1


def test_a_refused_file_is_never_kept(store: Store) -> None:
    with pytest.raises(ValueError, match=r"refused\.no_table"):
        store.add_version(KEY, make_intake(refused="refused.no_table"), "tests")
    assert store.versions(KEY) == []


def test_an_unknown_dataset_names_the_known_ones(store: Store) -> None:
    for attempt in (lambda: store.add_version("x", make_intake(), "tests"), lambda: store.versions("x")):
        with pytest.raises(DatasetNotFound) as error:
            attempt()
        assert error.value.params == {"dataset": "x", "known": [KEY]}


def test_findings_keep_their_values(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(problems.KINDS, "test_kind", "warning")
    found = [
        Problem("test_kind", "Sheet1", 4, "C", "killed", "365", "356", {"day": date(2024, 1, 2), "n": 3, "of": [1, 2]}),
        Problem("test_kind"),
    ]
    version = store.add_version(KEY, make_intake(problems=found), "tests")
    store.publish({KEY: version}, None, "tests")
    assert store.current().frames[KEY].problems == tuple(found)
    assert store.versions(KEY)[0].problem_count == 2


def test_a_row_opens_as_it_stood_in_the_file(store: Store) -> None:
    rows = RAW_PART + 3
    store.add_version(KEY, make_intake([{"killed": 1}] * rows), "tests")
    for position in (0, RAW_PART - 1, RAW_PART, rows - 1):
        assert store.raw_row(KEY, 1, position)["row"] == str(position + 2)
    with pytest.raises(IndexError):
        store.raw_row(KEY, 1, rows)
    with pytest.raises(VersionNotFound):
        store.raw_row(KEY, 2, 0)


def test_records_of_one_row_share_its_raw_cells(store: Store) -> None:
    """A crosstab: three records from two rows, and headings that stand twice."""
    raw = pd.DataFrame([["Sheet1", 2, "a", "b"], ["Sheet1", 3, "c", None]], columns=["sheet", "row"] + ["Killed"] * 2)
    store.add_version(KEY, make_intake([{"row": 2}, {"row": 3}, {"row": 2}], raw=raw), "tests")
    assert store.raw_row(KEY, 1, 1) == {"sheet": "Sheet1", "row": "3", "Killed": "c", "Killed (2)": ""}
    assert store.raw_row(KEY, 1, 2)["Killed (2)"] == "b"
