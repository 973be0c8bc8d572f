"""Two editions of a dataset, counted by hand: what groups add up to, and which records came, went and changed."""

import gc
import weakref
from collections.abc import Sequence
from typing import Any

import pytest

from data.comparison import pairs
from data.comparison.editions import Between, Group, Rows, between
from data.comparison.pairs import pairs_of
from data.frame import Frame
from data.selection import Selection
from data.summaries.amounts import Amount
from tests.data.factory import make_dataset, make_frame

Row = dict[str, Any]
# Before: 2021 has 3 killed, 2022 has 1 killed and 4 injured. Each row has a place, so that it is known again.
BEFORE: list[Row] = [
    {"date": "2021-03-01", "district": "AZ-AGM", "place": "One", "killed": 1, "injured": 0},
    {"date": "2021-04-01", "district": "AZ-AGM", "place": "Two", "killed": 2, "injured": 0},
    {"date": "2022-05-01", "district": "AZ-FUZ", "place": "Three", "killed": 1, "injured": 4},
    {"date": "2022-06-01", "district": "", "place": "Four", "killed": 0, "injured": 0},
    {"date": None, "district": "AZ-FUZ", "place": "Five", "killed": None, "injured": 1},
]
# Two has one killed more, Three is gone, Six is new in a year that had none.
AFTER: list[Row] = [
    BEFORE[0],
    {**BEFORE[1], "killed": 3},
    *BEFORE[3:],
    {"date": "2023-01-01", "district": "AZ-SAR", "place": "Six", "killed": 0, "injured": 2},
]


def frame(rows: Sequence[Row], version: int = 1, **changes: Any) -> Frame:
    """Ids of the rows as the intake makes them: from what a row says, not from where it stands."""
    named = [{"record_id": f"{row['place']:_<16}", "incident_id": f"{row['place']:_<16}", **row} for row in rows]
    return make_frame("reported_accidents", named, version=version, **changes)


def compared(rows: Rows, query: str = "", before: Sequence[Row] = tuple(BEFORE)) -> Between:
    asked = Selection.from_query([tuple(part.split("=")) for part in query.split("&") if part])
    return between(frame(before), frame(AFTER, 2), asked, rows)


def told(found: Between) -> dict[str, tuple[Any, ...]]:
    return {group.key: (group.state, group.added, group.gone, group.changed) for group in found.groups}


def killed(group: Group) -> tuple[Amount, Amount]:
    assert group.change is not None
    return group.change.amounts("killed")


def test_by_year() -> None:
    found = compared("year")
    assert told(found) == {
        "2021": ("revised", 0, 0, 1),
        "2022": ("revised", 0, 1, 0),
        "2023": ("new", 1, 0, 0),
        "": ("same", 0, 0, 0),
    }
    assert list(told(found)) == ["2021", "2022", "2023", ""]
    assert killed(found.groups[0]) == (Amount(3), Amount(4))
    assert killed(found.groups[1]) == (Amount(1), Amount(0))
    assert found.groups[3].change is not None
    assert found.groups[3].change.amounts("killed") == (Amount(None), Amount(None))
    assert (found.added, found.gone, found.changed, found.same, found.nothing) == (1, 1, 1, 3, False)
    assert found.fields == {"killed": 1}
    assert found.total.amounts("injured") == (Amount(5), Amount(3))


def test_by_district() -> None:
    assert told(compared("district")) == {
        "AZ-AGM": ("revised", 0, 0, 1),
        "AZ-FUZ": ("revised", 0, 1, 0),
        "AZ-SAR": ("new", 1, 0, 0),
        "": ("same", 0, 0, 0),
    }


def test_by_outcome() -> None:
    found = compared("outcome")
    assert {group.key: group.people for group in found.groups} == {
        "killed": (Amount(4, at_least=True), Amount(4, at_least=True)),
        "injured": (Amount(5), Amount(3)),
    }
    # 4 killed before and after, of other people: Three had 1 of them, Two has 1 more.
    assert told(found) == {"killed": ("same_sum", 0, 1, 1), "injured": ("revised", 1, 1, 0)}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("district=AZ-AGM", {"2021": ("revised", 0, 0, 1)}),
        ("to=2021", {"2021": ("revised", 0, 0, 1)}),
        ("from=2022&to=2022", {"2022": ("revised", 0, 1, 0)}),
        ("outcome=injured", {"2022": ("gone", 0, 1, 0), "2023": ("new", 1, 0, 0), "": ("same", 0, 0, 0)}),
        ("district=AZ-SAR&to=2021", {}),
    ],
)
def test_both_sides_are_asked_for_the_same(query: str, expected: dict[str, tuple[Any, ...]]) -> None:
    assert told(compared("year", query)) == expected


def test_a_record_that_moved_stands_where_it_is_now() -> None:
    moved = [{**AFTER[0], "date": "2022-03-01"}, *AFTER[1:]]
    found = compared("year", before=moved)
    assert told(found)["2021"] == ("revised", 0, 0, 1)
    # In 2021 alone it is new as a figure, but changed as a record.
    assert told(compared("year", "to=2021", moved)) == {"2021": ("revised", 0, 0, 1)}
    # And in 2022 alone it has left.
    assert told(compared("year", "from=2022&to=2022", moved)) == {"2022": ("revised", 0, 0, 1)}


def test_two_editions_with_one_version_are_the_same_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pairs, "matched", None)
    one = frame(AFTER)
    assert between(one, one, Selection(), "year").nothing
    # A description that changed makes another frame of the same version.
    described = frame(AFTER, dataset=make_dataset("reported_accidents", contact="desk@example.org"))
    assert between(one, described, Selection(), "district").same == 5


def test_pairs_are_found_once_and_go_with_their_frames(monkeypatch: pytest.MonkeyPatch) -> None:
    before, after = frame(BEFORE), frame(AFTER, 2)
    found = pairs_of(before, after)
    assert pairs_of(before, after) is found
    gone = weakref.ref(after)
    del after, found
    gc.collect()
    assert gone() is None
