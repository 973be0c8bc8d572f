"""Accidents per bin and people per accident, counted by hand; in a line list several records are one accident."""

from datetime import date

from data.selection import Selection
from data.summaries.accidents import accident_count, accident_sizes, accidents_in
from data.summaries.by_time import by_time
from data.summaries.selected import select
from tests.data.factory import make_dataset, make_frame

TODAY = date(2022, 6, 1)
LINE_LIST = make_dataset("people", layout="line_list", covered_from=date(2019, 1, 1), covered_to=TODAY)
PEOPLE = [
    {"incident_id": "a", "date": "2020-03-01", "killed": 1},
    {"incident_id": "a", "date": "2020-03-01", "injured": 1},
    {"incident_id": "a", "date": "2020-03-01", "injured": 1},
    {"incident_id": "b", "date": "2020-03-01", "injured": 1},
    {"incident_id": "c", "date": "2021-05", "killed": 1},
    {"incident_id": "d", "date": "2021", "injured": 1},
    {"incident_id": "e", "date_from": "2020-12-30", "date_to": "2021-01-02", "injured": 1},
    {"incident_id": "f", "date": None, "injured": 1},
    {"incident_id": "g", "date": "2022-01-01", "injured": 1},
]


def test_people_of_one_accident_are_one_accident() -> None:
    frame = make_frame("people", PEOPLE, dataset=LINE_LIST)
    everything = select(frame, Selection())
    assert accidents_in(frame, everything, by_time(everything, "year", TODAY)) == [0, 2, 2, 1]
    # d is known to the year only, e lies in two.
    assert accidents_in(frame, everything, by_time(everything, "quarter", TODAY)) == [0] * 4 + [
        2,
        0,
        0,
        0,
        0,
        1,
        0,
        0,
        1,
        0,
    ]
    assert accident_count(frame, everything) == 7
    assert sorted(accident_sizes(frame, everything)) == [1, 1, 1, 1, 1, 1, 3]
    assert sorted(accident_sizes(frame, everything, "injured")) == [1, 1, 1, 1, 1, 2]
    killed = select(frame, Selection.from_query([("outcome", "killed")]))
    assert accidents_in(frame, killed, by_time(killed, "year", TODAY)) == [0, 1, 1, 0]
    assert sorted(accident_sizes(frame, killed)) == [1, 1]
    assert accident_count(frame, killed) == 2


def test_in_a_list_of_accidents_each_record_is_one() -> None:
    rows = [{"date": "2020-03-01", "killed": 2, "injured": 3}, {"date": "2020-03-01", "killed": 0, "injured": 0}]
    frame = make_frame("reported_accidents", rows)
    found = select(frame, Selection())
    assert accidents_in(frame, found, by_time(found, "year", date(2021, 1, 1))) == [2, 0]
    assert accident_count(frame, found) == 2
    assert accident_sizes(frame, found).tolist() == [5]
    assert accident_sizes(frame, found, "killed").tolist() == [2]


def test_nothing_at_all() -> None:
    frame = make_frame("reported_accidents", [])
    found = select(frame, Selection())
    assert accidents_in(frame, found, by_time(found, "year", date(2021, 1, 1))) == [0, 0]
    assert accident_sizes(frame, found).tolist() == []
