"""The grid of records: every column, every order, folded by incident, and only what a selection asks for."""

from datetime import date

import pytest

from data.frame import Frame
from data.selection import Selection
from data.summaries.amounts import NOT_RECORDED, Amount
from data.summaries.grid import COLUMNS, SORTS, grid_page, incident_count, said_columns
from data.summaries.selected import select
from tests.data.factory import make_frame

ROWS = [
    {"date": "2021-03-04", "killed": 1, "injured": 2, "incident_id": "b", "district": "AZ-AGM", "place": "Zar",
     "counts": [{"outcome": "killed", "n": 1, "sex": "male"}, {"outcome": "injured", "n": 2, "sex": "female"}]},
    {"date": "2021-03-04", "killed": 0, "injured": 1, "incident_id": "b", "district": "AZ-AGM"},
    {"date": "2020-05", "injured": 5, "incident_id": "a", "reported_in": "Daily", "status": "civilian"},
    {"date": None, "date_text": "long ago", "killed": 3, "injured": 0, "incident_id": "c", "row": 90},
]  # fmt: skip


@pytest.fixture
def frame() -> Frame:
    return make_frame("reported_accidents", ROWS)


def values(frame: Frame, column: str, **asked) -> list:
    asked = {"selection": Selection(), "sort": "row", "descending": False, "page": 1, "size": 10} | asked
    page = grid_page(frame, wanted=(column,), **asked)
    return [row.values[column] for group in page.groups for row in group]


def test_every_column_has_a_value_and_an_order(frame: Frame) -> None:
    for column in COLUMNS:
        assert len(values(frame, column)) == len(ROWS)
    for sort in SORTS:
        for descending in (True, False):
            found = grid_page(frame, Selection(), ("record_id",), sort, descending, 1, 10)
            assert sorted(row.record_id for group in found.groups for row in group) == sorted(frame.records.record_id)


def test_what_is_not_recorded_is_not_zero_and_comes_last(frame: Frame) -> None:
    assert values(frame, "killed", sort="killed") == [Amount(0.0), Amount(1.0), Amount(3.0), NOT_RECORDED]
    assert values(frame, "killed", sort="killed", descending=True)[-1] == NOT_RECORDED


def test_a_date_is_as_exact_as_it_is_known(frame: Frame) -> None:
    days = values(frame, "date", sort="date")
    assert [(day.start, day.precision) for day in days] == [
        (date(2020, 5, 1), "month"), (date(2021, 3, 4), "day"), (date(2021, 3, 4), "day"), (None, "unknown"),
    ]  # fmt: skip
    assert days[-1].text == "long ago"


def test_fields_of_counts_give_every_value_of_the_record(frame: Frame) -> None:
    assert values(frame, "sex")[0] == ("female", "male")
    assert values(frame, "status")[2] == ("civilian",)


def test_numbers_sort_as_numbers_and_words_by_their_names(frame: Frame) -> None:
    assert values(frame, "row", sort="row", descending=True)[0] == 90
    names = {"AZ-AGM": "z", "": "a"}
    assert values(frame, "district", sort="district", name_of=lambda _, key: names[key])[:2] == ["AZ-AGM", "AZ-AGM"]


def test_folded_an_incident_stands_where_its_first_record_does(frame: Frame) -> None:
    page = grid_page(frame, Selection(), ("row",), "date", True, 1, 2, by_incident=True)
    assert (page.total, page.incidents, page.pages) == (4, 3, 2)
    assert [len(group) for group in page.groups] == [2, 1]
    last = grid_page(frame, Selection(), ("row",), "date", True, 9, 2, by_incident=True)
    assert [[row.values["row"] for row in group] for group in last.groups] == [[90]]
    assert last.page == 2


def test_only_what_is_selected(frame: Frame) -> None:
    agdam = Selection(district=frozenset({"AZ-AGM"}))
    page = grid_page(frame, agdam, ("row",), "date", True, 1, 10, by_incident=True)
    assert (page.total, page.incidents) == (2, 1)
    assert incident_count(frame, select(frame, agdam)) == 1
    assert incident_count(frame, select(frame, Selection())) == 3
    nobody = grid_page(frame, Selection(place="nowhere"), ("row",), "date", True, 1, 10, by_incident=True)
    assert (nobody.groups, nobody.total, nobody.pages) == ((), 0, 1)


def test_an_empty_dataset_has_an_empty_grid() -> None:
    empty = make_frame("reported_accidents", [])
    for folded in (True, False):
        assert grid_page(empty, Selection(), COLUMNS, "date", True, 1, 10, by_incident=folded).groups == ()


def test_only_columns_that_say_something_are_offered(frame: Frame) -> None:
    said = said_columns(frame)
    assert {"date", "killed", "sex", "place", "row", "reported_in"} <= set(said)
    assert not {"age_group", "source_url", "since", "scope"} & set(said)
    assert not {"latitude", "longitude"} & set(COLUMNS)
