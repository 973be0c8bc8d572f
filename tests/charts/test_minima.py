"""Numbers that are only lower bounds: every table says so beside them, on the page and in every file."""

from datetime import date
from typing import Any

import pytest

from charts import draw
from charts.view import View
from components.chart_card import table_of
from data.selection import Selection
from exports import csv, json
from tests.data.factory import make_edition
from texts.words import Words

EN, TODAY = Words("en"), date(2026, 3, 20)
# One of two accidents does not say how many were injured, and of a third nothing is known.
ROWS: list[dict[str, Any]] = [
    {"date": "2021-02-02", "district": "AZ-AGM", "killed": 1, "injured": 4},
    {"date": "2021-02-07", "district": "AZ-AGM", "killed": 1},
    {"date": "2021-03-01", "district": "AZ-FUZ"},
]


def drawn(chart: str, **options: str) -> View:
    edition = make_edition({"reported_accidents": ROWS})
    return draw(chart, edition, Selection(), EN, today=TODAY, options=options)


@pytest.mark.parametrize(
    ("chart", "options", "row", "column"),
    [
        ("over_time", {"by": "year"}, "2021", "injured"),
        ("reported_accidents", {"by": "year"}, "2021", "injured"),
        ("by_district", {}, "Aghdam", "injured"),
        ("cross", {"rows": "district", "columns": "outcome"}, "Aghdam", "injured"),
        ("district_map", {"of": "injured"}, "Aghdam", "injured"),
        ("season", {"of": "injured"}, "2021", "month_2"),
    ],
)  # fmt: skip
def test_a_lower_bound_is_marked_in_the_table(chart: str, options: dict[str, str], row: str, column: str) -> None:
    view = drawn(chart, **options)
    i = next(i for i, cells in enumerate(view.table.rows) if cells[0] == row)
    j = [one.key for one in view.table.columns].index(column)
    assert view.table.rows[i][j] == 4
    assert (i, j) in view.table.minima
    assert table_of(view.table, EN)["rows"][i]["cells"][j]["text"] == "at least 4"
    assert [i, j] in json._plain(json.document(view, "en", [], "")["minima"])
    heading, *rows = csv.rows(view, EN, "", "keys")
    assert view.table.columns[j].label in rows[i][heading.index("at_least")]


def test_a_district_of_which_nothing_is_recorded_has_no_share() -> None:
    for chart in ("cross", "district_map"):
        view = drawn(chart, rows="district") if chart == "cross" else drawn(chart)
        keys = [one.key for one in view.table.columns]
        fuzuli = next(row for row in view.table.rows if row[0] == "Fuzuli")
        assert fuzuli[keys.index("total")] is None
        assert fuzuli[keys.index("share")] == ""


def test_killed_are_not_recorded_where_only_casualties_are_known() -> None:
    rows: list[dict[str, Any]] = [
        {"date": "2021-02-02", "district": "AZ-AGM", "not_split": 4},
        {"date": "2022-02-02", "killed": 1},
    ]
    edition = make_edition({"reported_accidents": rows})
    for chart, options in (("over_time", {"by": "year"}), ("years_compared", {"of": "killed"})):
        table = draw(chart, edition, Selection(), EN, today=TODAY, options=options).table
        keys = [column.key for column in table.columns]
        year = [row for row in table.rows if row[0] == "2021" and row[keys.index("records")]]
        assert [row[keys.index("killed")] for row in year] == [None]


def test_a_running_total_stays_a_lower_bound_after_what_is_not_recorded() -> None:
    view = drawn("over_time", by="year", shape="running")
    j = [column.key for column in view.table.columns].index("running_injured")
    rows = {row[0]: i for i, row in enumerate(view.table.rows)}
    assert (rows["2020"], j) not in view.table.minima
    assert {(rows["2021"], j), (rows["2025"], j)} <= view.table.minima


def test_what_one_accident_does_not_say_is_not_nobody() -> None:
    rows: list[dict[str, Any]] = [
        {"date": "2021-02-02", "not_split": 4},
        {"date": "2021-02-07", "killed": 3},
        {"date": "2021-03-02", "killed": 3, "injured": 0},
    ]
    edition = make_edition({"reported_accidents": rows})
    table = draw("incident_size", edition, Selection(), EN, today=TODAY).table
    largest = [(i, row[3:]) for i, row in enumerate(table.rows) if row[0] == EN.say("incident_size.part.largest")]
    assert [numbers for _, numbers in largest] == [(4, None, None), (3, 3, None), (3, 3, 0)]
    assert [(i, 3) in table.minima for i, _ in largest] == [True, True, False]


def test_what_is_most_is_not_claimed_of_nobody_nor_of_one_of_two() -> None:
    both: list[dict[str, Any]] = [
        {"date": "2021-02-02", "killed": 2, "injured": 0},
        {"date": "2023-05-02", "killed": 2, "injured": 0},
    ]
    for rows, said in (
        (ROWS[2:], "the number of people killed or injured is not recorded"),
        (both, "at least 4 people were killed"),
    ):
        edition = make_edition({"reported_accidents": rows})
        assert said in draw("season", edition, Selection(), EN, today=TODAY).headline
    assert "most" not in draw("rates", make_edition({"reported_accidents": ROWS[2:]}), Selection(), EN, today=TODAY,
                              options={"of": "killed"}).headline.lower()  # fmt: skip


def test_a_month_before_the_dataset_begins_is_not_zero() -> None:
    rows: list[dict[str, Any]] = [{"date": "2020-08-02", "killed": 1}, *ROWS]
    view = draw("over_time", make_edition({"reported_accidents": rows}), Selection(), EN, today=TODAY)
    keys = [column.key for column in view.table.columns]
    august, september = view.table.rows[:2]
    assert august[keys.index("killed")] == 1
    assert september[keys.index("killed")] is None
    assert september[keys.index("state")] == "not covered"


def test_what_is_recorded_beside_a_statement_may_be_a_lower_bound() -> None:
    rows = [row | {"in_official_scope": "yes"} for row in ROWS]
    told = [{"date": "2023-03-14", "killed": 20, "injured": 20}]
    edition = make_edition({"published_totals": told, "reported_accidents": rows})
    view = draw("published_against_recorded", edition, Selection(), EN, today=TODAY)
    assert "and at least 6 recorded one by one by" in view.headline
    j = [column.key for column in view.table.columns].index("recorded")
    assert (0, j) in view.table.minima
    sure = draw("published_against_recorded", make_edition({"published_totals": told, "reported_accidents": rows[:1]}),
                Selection(), EN, today=TODAY)  # fmt: skip
    assert "and 5 recorded one by one by" in sure.headline


def test_a_file_without_lower_bounds_has_no_column_for_them() -> None:
    view = draw("over_time", make_edition({"reported_accidents": ROWS[:1]}), Selection(), EN, today=TODAY)
    assert not view.table.minima
    assert "at_least" not in csv.rows(view, EN, "", "keys")[0]
