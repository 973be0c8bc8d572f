"""over_time: its bins, shapes and averages, what is spread over its days, and what a running total is not."""

from datetime import date
from typing import Any

import pytest

from charts import draw
from charts.view import View
from data.selection import Selection
from tests.data.factory import make_dataset, make_edition, make_frame
from texts.words import Words

TODAY = date(2026, 3, 20)
# Covered without a gap from January to June 2024, and final.
HALF_YEAR = make_dataset(reporting_delay_days=0, covered_from=date(2024, 1, 1), covered_to=date(2024, 6, 30))
ROWS: list[dict[str, Any]] = [
    {"date": "2024-01-03", "killed": 3, "injured": 0},
    {"date": "2024-02-20", "killed": 0, "injured": 6},
    {"date": "2024-03-01", "killed": 1, "injured": 2, "unknown": 1},
    {"date": "2024-05-31", "killed": 1, "injured": 0},
    # 10 days, 4 of them in April and 6 in May
    {"date_from": "2024-04-27", "date_to": "2024-05-06", "killed": 0, "injured": 5},
]


def drawn(query: Any = (), language: str = "en", rows: Any = ROWS, dataset: Any = HALF_YEAR, **options: str) -> View:
    frame = make_frame("reported_accidents", rows, dataset=dataset)
    edition = make_edition({"reported_accidents": frame})
    selection = Selection.from_query(list(query))
    return draw("over_time", edition, selection, Words(language), today=TODAY, options=options)


def trace(view: View, role: str, **meta: str) -> dict[str, Any]:
    (found,) = [
        trace for trace in view.figure["data"]
        if trace["meta"]["role"] == role and all(trace["meta"].get(key) == value for key, value in meta.items())
    ]  # fmt: skip
    return found


def column(view: View, key: str) -> list[Any]:
    place = [column.key for column in view.table.columns].index(key)
    return [row[place] for row in view.table.rows]


def test_months_stand_on_each_other_and_carry_their_month() -> None:
    view = drawn()
    assert trace(view, "killed")["y"] == [3, 0, 1, 0, 1, 0]
    assert trace(view, "injured")["y"] == [0, 6, 2, 0, 0, 0]
    assert trace(view, "injured")["base"] == [3, 0, 1, 0, 1, 0]
    assert trace(view, "other")["y"] == [0, 0, 1, 0, 0, 0]
    assert trace(view, "other")["base"] == [3, 6, 3, 0, 1, 0]
    assert trace(view, "killed")["customdata"][2] == "from=2024-03&to=2024-03"
    assert view.title == "Killed and injured by month"
    assert "February 2024 was the month with the most people recorded as killed or injured: 6" in view.headline
    assert view.alt == f"{view.headline} Chart over time."


def test_the_table_holds_every_bin_and_what_is_in_none() -> None:
    view = drawn()
    assert column(view, "period") == [
        "January 2024", "February 2024", "March 2024", "April 2024", "May 2024", "June 2024",
        "27 April 2024 to 6 May 2024",
    ]  # fmt: skip
    assert column(view, "injured") == [0, 6, 2, 0, 0, 0, 5]
    keys = [column.key for column in view.table.columns]
    assert view.table.picks[2][keys.index("other")] == "from=2024-03&to=2024-03&outcome=unknown&outcome=not_split"
    assert view.table.picks[6] == ("",) * len(keys)
    assert any("Brackets at the top: 1 reported accident " in note for note in view.notes)


def test_weeks_are_those_of_iso_8601() -> None:
    view = drawn([("from", "2024-02-19"), ("to", "2024-03-03")], by="week")
    assert column(view, "period") == ["week 8 of 2024", "week 9 of 2024"]
    assert trace(view, "injured")["y"] == [6, 2]
    assert trace(view, "killed")["customdata"] == ["from=2024-02-19&to=2024-02-25", "from=2024-02-26&to=2024-03-03"]
    assert any("ISO 8601" in note for note in view.notes)


def test_days() -> None:
    view = drawn([("from", "2024-02-28"), ("to", "2024-03-02")], by="day")
    assert column(view, "period") == ["28 February 2024", "29 February 2024", "1 March 2024", "2 March 2024"]
    assert trace(view, "killed")["y"] == [0, 0, 1, 0]


def test_too_many_bars_are_drawn_coarser_and_it_is_said() -> None:
    wide = make_dataset(covered_from=date(2016, 1, 1), covered_to=date(2024, 6, 30))
    view = drawn(by="day", dataset=wide)
    assert view.title == "Killed and injured by week"
    assert any("there would be 3,104 bars" in note for note in view.notes)
    assert any("3\N{NO-BREAK SPACE}104 søyler" in note for note in drawn(by="day", dataset=wide, language="nb").notes)


def test_an_average_is_of_whole_bins_only() -> None:
    view = drawn(average="3")
    # (3 + 6 + 4) / 3, (6 + 4 + 0) / 3, (4 + 0 + 1) / 3, (0 + 1 + 0) / 3
    assert column(view, "average_casualties")[:6] == [None, None, 4.3333, 3.3333, 1.6667, 0.3333]
    assert trace(view, "average", of="casualties")["y"][2:] == [4.3333, 3.3333, 1.6667, 0.3333]
    late = make_dataset(reporting_delay_days=40, covered_from=date(2024, 1, 5), covered_to=date(2024, 6, 30))
    # January is covered in part, May and June may still grow: February to April are left.
    assert column(drawn(average="3", dataset=late), "average_casualties")[:6] == [None, None, None, 3.3333, None, None]
    assert any("too few finished bins" in note for note in drawn(average="12").notes)
    assert "average_casualties" not in {column.key for column in drawn(average="12").table.columns}


def test_side_by_side_each_outcome_has_a_place_and_an_average_of_its_own() -> None:
    view = drawn(shape="side", average="3")
    places = [trace(view, role)["offset"][0] for role in ("killed", "injured", "other")]
    assert places == sorted(places)
    assert len(set(places)) == 3
    assert trace(view, "killed")["base"] == [0] * 6
    assert trace(view, "average", of="killed")["y"][2] == 1.3333


def test_a_line_is_dotted_from_the_first_month_that_may_still_grow() -> None:
    late = make_dataset(reporting_delay_days=40, covered_from=date(2024, 1, 1), covered_to=date(2024, 6, 30))
    view = drawn(shape="lines", dataset=late)
    whole, open_end = [trace for trace in view.figure["data"] if trace["name"] == "killed"]
    assert whole["y"] == [3, 0, 1, 0]
    assert (open_end["y"], open_end["line"]["dash"]) == ([0, 1, 0], "dot")
    assert any(note.startswith("Dotted from May 2024") for note in view.notes)


def test_a_running_total_adds_a_long_stretch_when_it_is_over_and_says_what_it_is_not() -> None:
    view = drawn(shape="running")
    assert view.title == "Killed and injured, added up from the beginning"
    assert column(view, "running_injured")[:6] == [0, 6, 8, 8, 13, 13]
    assert column(view, "running_killed")[:6] == [3, 3, 4, 4, 5, 5]
    assert trace(view, "injured")["y"] == [0, 6, 8, 8, 13, 13]
    assert any("not the published totals" in note for note in view.notes)
    assert any("added when that stretch is over" in note for note in view.notes)
    assert any("no moving average" in note for note in drawn(shape="running", average="3").notes)


@pytest.mark.parametrize("shape", ["stacked", "side"])
def test_what_is_known_to_a_longer_stretch_can_be_spread_over_its_days(shape: str) -> None:
    view = drawn(shape=shape, spread="yes")
    spread = trace(view, "spread", of="injured")
    assert spread["y"] == [0, 0, 0, 2, 3, 0]
    assert set(spread["marker"]["pattern"]["shape"]) == {"\\"}
    assert column(view, "spread_injured")[:6] == [0, 0, 0, 2, 3, 0]
    assert column(view, "total_injured")[:6] == [0, 6, 2, 2, 3, 0]
    assert column(view, "injured")[:6] == [0, 6, 2, 0, 0, 0]
    assert not [trace for trace in view.figure["data"] if trace["meta"]["role"] == "coarse"]
    assert any("What happened when is not known" in note for note in view.notes)


def test_a_bin_that_is_cut_off_is_named() -> None:
    view = drawn([("from", "2024-02-10"), ("to", "2024-04")])
    assert any(note.startswith("Only part of February 2024 is included") for note in view.notes)
    assert column(view, "state")[0] == "only part of this time is included"
    assert trace(view, "killed")["customdata"][0] == "from=2024-02-10&to=2024-02-29"


def test_the_trend_of_finished_years_is_told_with_its_test() -> None:
    rows = [
        {"date": f"{year}-05-01", "killed": 1, "injured": 0} for year in range(2014, 2024) for _ in range(year - 2010)
    ]
    dataset = make_dataset(reporting_delay_days=0, covered_from=date(2014, 1, 1), covered_to=date(2023, 12, 31))
    findings = drawn(rows=rows, dataset=dataset, by="year").findings
    assert any("Mann–Kendall" in finding and "from 2014 to 2023" in finding for finding in findings)
    # Days and weeks are too short to be compared: months are.
    assert any("finished months" in finding for finding in drawn(rows=rows, dataset=dataset, by="week").findings)
