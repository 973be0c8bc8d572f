"""Rates: accidents or people per bin, intervals only where a bin is whole, what is claimed, and picks."""

from datetime import date, timedelta
from typing import Any

import pytest

from charts import draw
from charts.view import View
from data.frame import Edition
from data.selection import Selection
from data.statistics.poisson import poisson_interval
from tests.data.factory import Row, make_dataset, make_edition, make_frame
from texts.words import Words

TODAY = date(2026, 4, 2)


def rows_of(per_year: dict[int, int], **more: Any) -> list[Row]:
    """So many accidents a year, ten days apart from 2 January on."""
    return [
        {"date": (date(year, 1, 2) + timedelta(days=10 * number)).isoformat(), "killed": 0, "injured": 1, **more}
        for year, count in per_year.items()
        for number in range(count)
    ]


def edition_of(rows: list[Row], **dataset: Any) -> Edition:
    values = {"covered_from": date(2018, 6, 1), "covered_to": date(2026, 3, 31), **dataset}
    return make_edition({"list": make_frame("list", rows, dataset=make_dataset("list", **values))})


def drawn(rows: list[Row], language: str = "en", selection: Selection | None = None, **more: Any) -> View:
    options = more.pop("options", {})
    return draw("rates", edition_of(rows, **more), selection or Selection(), Words(language), today=TODAY,
                options=options)  # fmt: skip


COUNTS = {2018: 4, 2019: 12, 2020: 15, 2021: 9, 2022: 11, 2023: 14, 2024: 10, 2025: 13, 2026: 2}


def test_whole_years_have_the_exact_interval_and_others_none() -> None:
    view = drawn(rows_of(COUNTS))
    told = {row[0]: row[3:] for row in view.table.rows}
    low, high = poisson_interval(12)
    assert told["2019"] == (12, round(low, 1), round(high, 1), "")
    assert told["2018"] == (4, None, None, "not whole, or may still grow"), "covered from June on"
    assert told["2026"] == (2, None, None, "not whole, or may still grow"), "not over"
    whole, part = (next(trace for trace in view.figure["data"] if trace["meta"]["role"] == role)
                   for role in ("accidents", "not_whole"))  # fmt: skip
    assert whole["y"] == [12, 15, 9, 11, 14, 10, 13]
    assert whole["error_y"]["array"][0] == pytest.approx(high - 12, abs=0.051)
    assert part["y"] == [4, 2]
    assert "error_y" not in part
    assert len([trace for trace in view.figure["data"] if trace["meta"]["role"] == "ground"]) == 2


def test_what_is_claimed_is_of_whole_years_only() -> None:
    rate, change, trend, level = drawn(rows_of(COUNTS)).findings
    # 84 accidents in 2557 days of seven years.
    assert rate == "On average 12 a year (95% interval: 9.6 to 14.9, exact Poisson): 84 accidents from 2019 to 2025."
    assert change.startswith("No clear change: 13 accidents in 2025, 10 in 2024;")
    assert trend.startswith("No clear trend in the number of accidents from 2019 to 2025;")
    assert level == "No break is claimed from 7 finished years: it takes at least 8."
    falling = drawn(rows_of({year: 30 - 3 * (year - 2019) for year in range(2019, 2026)}))
    assert falling.findings[2].startswith("A clear fall in the number of accidents from 2019 to 2025;")


def test_people_of_one_accident_widen_the_intervals() -> None:
    rows = rows_of(dict.fromkeys(range(2019, 2026), 6)) + rows_of({2020: 1}, injured=8)
    view = drawn(rows, options={"of": "injured"})
    factor = (42 + 64) / 50
    told = {row[0]: row[3:] for row in view.table.rows}
    low, high = poisson_interval(14, clustering=factor)
    assert told["2020"] == (14, round(low, 1), round(high, 1), "")
    assert any("varies 2.1 times as much" in note for note in view.notes)
    assert not any("times as much" in note for note in drawn(rows).notes)


def test_in_a_line_list_people_are_not_accidents() -> None:
    rows = rows_of({2020: 3}) + [{"incident_id": "one", "date": "2020-12-01", "killed": 1, "injured": 0}] * 4
    told = {row[0]: row[3] for row in drawn(rows, layout="line_list").table.rows}
    assert told["2020"] == 4
    people = drawn(rows, layout="line_list", options={"of": "casualties"})
    assert {row[0]: row[3] for row in people.table.rows}["2020"] == 7


def test_what_was_not_recorded_is_no_zero() -> None:
    rows = [{"date": "2020-02-01", "injured": 1}, {"date": "2021-02-01", "killed": 2, "injured": 0},
            {"date": "2021-03-01", "injured": 1}]  # fmt: skip
    view = drawn(rows, options={"of": "killed"})
    told = {row[0]: row[3:] for row in view.table.rows}
    assert told["2020"] == (None, None, None, "")
    assert (told["2021"][0], told["2021"][3]) == (2, "at least")
    assert "2020" not in str(view.findings), "a bin that is not recorded ends the row"


def test_a_period_cuts_bins_and_picks_stay_inside_it() -> None:
    view = drawn(rows_of(COUNTS), selection=Selection.from_query([("from", "2019-07"), ("to", "2021-12")]))
    cells = {row[0]: (row[4], picks[3]) for row, picks in zip(view.table.rows, view.table.picks, strict=True)}
    assert set(cells) == {"2019", "2020", "2021"}
    assert cells["2019"] == (None, "")
    assert cells["2020"][1] == "from=2020&to=2020"
    assert any("covered only in part: 2019." in note for note in view.notes)


def test_an_outcome_that_is_left_out_is_not_counted_as_none() -> None:
    view = drawn(rows_of(COUNTS), selection=Selection.from_query([("outcome", "injured")]), options={"of": "killed"})
    assert view.title == "Accidents per year, with intervals"


def test_what_is_known_only_coarsely_or_not_at_all_is_said() -> None:
    rows = [*rows_of(COUNTS), {"date": None, "injured": 1}, {"date": "2021", "injured": 1}]
    notes = " ".join(drawn(rows, options={"by": "month"}).notes)
    assert "because no date is given: 1 reported accident." in notes
    assert "only to a longer stretch: 1 reported accident (2021)." in notes
