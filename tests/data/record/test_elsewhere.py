"""A record in other versions: the same, changed, or not there; and where an id stands that the newest does not have."""

from pathlib import Path

import pytest

from data.record import elsewhere as looked
from data.record.elsewhere import editions_with, elsewhere, holders
from data.store import Store
from tests.data.record.cases import CASES, KEY, published

REVISED = CASES.replace("Field A,1,0", "Field A,1,3")
SHORTER = "\n".join(line for line in CASES.splitlines() if "Field A" not in line)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return published(Store.open(tmp_path / "minetall.sqlite"), CASES, REVISED, SHORTER, corrections=())


def place(frame, name: str) -> int:
    return list(frame.records["place"]).index(name)


def test_versions_are_told_by_the_newest_edition_that_holds_them(store: Store) -> None:
    assert holders(store, KEY) == {3: 3, 2: 2, 1: 1}


def test_what_stays_the_same_changes_and_goes(store: Store) -> None:
    frame = store.edition(2).frames[KEY]
    third, first = elsewhere(store, frame, place(frame, "Field A"))
    assert (third.version, third.record_id, third.differences) == (3, "", ())
    assert first.version == 1
    assert first.record_id == store.edition(1).frames[KEY].records["record_id"].iloc[0]
    (difference,) = first.differences
    assert (difference.field, difference.before, difference.after) == ("injured", 0.0, 3.0), "from older to newer"
    same = elsewhere(store, frame, place(frame, "Field B"))
    assert [(one.version, bool(one.record_id), one.differences) for one in same] == [(3, True, ()), (1, True, ())]


def test_equal_rows_are_paired_one_to_one(tmp_path: Path) -> None:
    twice = CASES + CASES.splitlines()[1] + "\n"
    store = published(Store.open(tmp_path / "twice.sqlite"), twice, CASES, corrections=())
    frame = store.edition(1).frames[KEY]
    found = [elsewhere(store, frame, position)[0].record_id for position in (0, 4)]
    assert bool(found[0]) != bool(found[1]), "only one of the two is still there"


def test_versions_that_are_not_looked_at_are_named_all_the_same(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looked, "MOST", 1)
    frame = store.edition(3).frames[KEY]
    assert [(one.version, one.looked_at) for one in elsewhere(store, frame, 0)] == [(2, True), (1, False)]


def test_an_id_that_is_gone_is_found_where_it_stands(store: Store) -> None:
    newest = store.current().frames[KEY]
    gone = store.edition(1).frames[KEY].records["record_id"].iloc[0]
    assert 1 in editions_with(store, newest, gone)
    assert editions_with(store, newest, "nothing") == []


def test_large_versions_are_not_brought_into_memory(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looked, "MOST_RECORDS", 3)
    frame = store.edition(2).frames[KEY]
    assert [one.looked_at for one in elsewhere(store, frame, 0)] == [False, False]
    assert editions_with(store, frame, frame.records["record_id"].iloc[0]) == []
