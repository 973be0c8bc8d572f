"""The share killed: over whom it is taken, with which interval, and where no percentage is said."""

from datetime import date
from typing import Any

import pytest

from charts import draw
from charts.shares import percent, share
from charts.view import View
from data.selection import Selection
from data.statistics.wilson import wilson
from tests.data.factory import make_edition
from texts.words import Words

RECORDS: list[dict[str, Any]] = [
    {"date": "2021-03-04", "district": "AZ-AGM", "killed": 4, "injured": 16},
    # Nothing said of the injured: out of the base, with the two that are known.
    {"date": "2021-03-05", "district": "AZ-AGM", "killed": 2},
    # "5 or more" is a minimum.
    {"date": "2021-03-06", "district": "AZ-AGM", "killed": 0, "injured_basis": "stated", "killed_basis": "stated",
     "counts": [{"outcome": "injured", "n": 5, "n_min": 5}]},
    {"date": "2021-03-07", "district": "AZ-FUZ", "killed": 3, "injured": 4, "unknown": 1},
    {"date": "2021-03-08", "killed": 1, "injured": 0},
]  # fmt: skip


def drawn(language: str = "en", records: Any = RECORDS, query: Any = (), **options: str) -> View:
    edition = make_edition({"reported_accidents": records})
    selection = Selection.from_query(query)
    return draw("killed_share", edition, selection, Words(language), today=date(2026, 3, 20), options=options)


def test_the_base_is_of_records_that_tell_both_numbers() -> None:
    view = drawn()
    assert [row[:4] for row in view.table.rows] == [
        ("All", 8, 20, 28), ("Aghdam", 4, 16, 20), ("Fuzuli", 3, 4, 7), ("not stated", 1, 0, 1),
    ]  # fmt: skip
    assert [row[-2:] for row in view.table.rows] == [(1, 7), (0, 7), (1, 0), (0, 0)]
    assert any("outcome is unknown or not stated: 1 person" in note for note in view.notes)
    assert any("missing or a minimum: 2 reported accidents, with 7 known" in note for note in view.notes)
    assert "8 of the 28 people whose outcome is recorded were killed (29%)" in view.headline


def test_under_ten_stand_two_numbers_and_no_mark() -> None:
    view = drawn()
    (marks,) = view.figure["data"]
    assert marks["customdata"] == ["", "district=AZ-AGM"]
    assert marks["x"] == [28.57, 20.0]
    texts = [annotation["text"] for annotation in view.figure["layout"]["annotations"]]
    assert texts == ["29% (15–47%)", "20% (8–42%)", "3 of 7", "1 of 1"]
    assert [row[4] for row in view.table.rows] == ["29%", "20%", "3 of 7", "1 of 1"]


def test_the_line_is_the_interval_of_wilson() -> None:
    (marks,) = drawn().figure["data"]
    low, high = wilson(4, 20)
    assert marks["error_x"]["array"][1] == pytest.approx((high - 0.2) * 100, abs=0.01)
    assert marks["error_x"]["arrayminus"][1] == pytest.approx((0.2 - low) * 100, abs=0.01)


def test_a_filter_on_one_outcome_leaves_no_share() -> None:
    view = drawn(query=[("outcome", "killed")])
    assert view.empty
    assert "both killed and injured" in view.empty_reason
    silent = drawn(records=[{"date": "2021", "killed": 3}])
    assert silent.empty
    assert silent.empty_reason.startswith("None of the records that fit tells both")


def test_people_of_a_status_have_a_share_of_their_own() -> None:
    counts = [{"outcome": "killed", "n": 3, "status": "civilian"}, {"outcome": "injured", "n": 9, "status": "civilian"},
              {"outcome": "injured", "n": 11, "status": "military_security"}]  # fmt: skip
    view = drawn(records=[{"date": "2021", "counts": counts}], rows="status")
    assert [row[1:5] for row in view.table.rows] == [(3, 20, 23, "13%"), (3, 9, 12, "25%"), (0, 11, 11, "0%")]
    assert view.table.picks[1][:3] == (
        "status=civilian", "status=civilian&outcome=killed", "status=civilian&outcome=injured",
    )  # fmt: skip


def test_nearly_nobody_is_not_nobody() -> None:
    words = Words("en")
    assert share(1, 1000, words) == "under 1%"
    assert share(999, 1000, words) == "over 99%"
    assert (percent(0, words), percent(1, words)) == ("0%", "100%")
    assert share(0, 9, words) == "0 of 9"
