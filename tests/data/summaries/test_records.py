"""The table of records: any order, what is not recorded last, pages, and no column that is for staff only."""

from dataclasses import fields
from datetime import date

import pytest

from data.fields import FIELDS
from data.selection import Selection
from data.summaries.amounts import Amount
from data.summaries.records import SORTS, RecordRow, records_page
from tests.data.factory import make_frame

ROWS = [
    {"date": "2021-05-01", "killed": 1, "injured": 0, "district": "AZ-B", "place": "b", "device": "improvised",
     "reported_in": "Daily", "source_url": "https://example.org/1", "status": "civilian"},
    {"date": None, "date_text": "not given", "killed": 0, "injured": 3, "district": "AZ-A", "device": "unknown"},
    {"date": "2021", "injured": 2, "district": "", "place": "A", "activity": "herding"},
    {"date": "2022-01", "killed": 2, "counts": [{"outcome": "killed", "n": 2, "status": "civilian"}],
     "district": "AZ-C", "date_role": "reported"},
]  # fmt: skip


def order(sort: str, descending: bool = False, **more) -> list[int]:
    page = records_page(make_frame("reported_accidents", ROWS), Selection(), sort, descending, **more)
    ids = [f["record_id"] for _, f in make_frame("reported_accidents", ROWS).records.iterrows()]
    return [ids.index(row.record_id) for row in page.rows]


@pytest.mark.parametrize(
    ("sort", "ascending", "descending"),
    [
        ("date", [2, 0, 3, 1], [3, 0, 2, 1]),
        ("killed", [1, 0, 3, 2], [3, 0, 1, 2]),
        ("injured", [0, 2, 1, 3], [1, 2, 0, 3]),
        ("district", [1, 0, 3, 2], [3, 0, 1, 2]),
        ("place", [2, 0, 1, 3], [0, 2, 1, 3]),
        ("outlet", [0, 1, 2, 3], [0, 1, 2, 3]),
    ],
)
def test_orders_with_the_unrecorded_last(sort: str, ascending: list[int], descending: list[int]) -> None:
    assert order(sort) == ascending
    assert order(sort, descending=True) == descending


def test_names_decide_the_order_where_they_are_given() -> None:
    names = {"AZ-A": "Zaqatala", "AZ-B": "Aghdam", "AZ-C": "Barda"}
    assert order("district", name_of=lambda field, value: names.get(value, value)) == [0, 3, 1, 2]


def test_a_row_says_what_the_file_says() -> None:
    first, second, third, fourth = records_page(make_frame("reported_accidents", ROWS), Selection(), "date").rows[::-1]
    assert (first.start, first.date_text, first.injured) == (None, "not given", Amount(3))
    assert (second.precision, second.killed) == ("year", Amount(None))
    assert (third.statuses, third.link, third.outlet) == ({"civilian": 1}, "https://example.org/1", "Daily")
    assert (fourth.start, fourth.end, fourth.date_role) == (date(2022, 1, 1), date(2022, 1, 31), "reported")
    assert fourth.injured == Amount(None)


def test_pages() -> None:
    frame = make_frame("reported_accidents", [{"date": f"2021-01-{day:02}", "injured": day} for day in range(1, 32)])
    page = records_page(frame, Selection(), "injured", descending=False, page=2, size=10)
    assert [row.injured.n for row in page.rows] == list(range(11, 21))
    assert (page.total, page.page, page.pages) == (31, 2, 4)
    assert records_page(frame, Selection(), page=99, size=10).page == 4
    assert records_page(frame, Selection(), page=-3, size=10).page == 1
    chosen = records_page(frame, Selection.from_query([("from", "2021-01-30")]), "injured")
    assert [row.injured.n for row in chosen.rows] == [31, 30]


def test_nothing_found_is_one_empty_page() -> None:
    page = records_page(make_frame(), Selection(district=frozenset({"AZ-GONE"})))
    assert (page.rows, page.total, page.pages) == ((), 0, 1)


def test_an_order_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="no such order"):
        records_page(make_frame(), Selection(), "latitude")


def test_no_column_for_staff() -> None:
    shown = {field.name for field in fields(RecordRow)} | set(SORTS)
    assert not shown & {field.key for field in FIELDS if not field.public}
    assert not shown & {"note", "notes", "description", "raw"}
