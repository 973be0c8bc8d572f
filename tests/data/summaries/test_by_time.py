"""Time lines: which bin a record lies in, what lies in none, and which bins are unfinished on a given day."""

from datetime import date

import pytest

from data.selection import Selection
from data.summaries.by_time import ByTime, bin_count, by_time
from data.summaries.selected import select
from tests.data.factory import make_dataset, make_frame

TODAY = date(2026, 3, 20)


def line(interval: str = "month", query: list[tuple[str, str]] | None = None, today: date = TODAY, **changes) -> ByTime:
    frame = make_frame("reported_accidents", **changes)
    return by_time(select(frame, Selection.from_query(query or [])), interval, today)


def filled(found: ByTime) -> list[tuple[date, float, float]]:
    return [(bin.start, bin.bucket.killed.known, bin.bucket.injured.known) for bin in found.bins if bin.bucket.records]


def test_months() -> None:
    found = line("month")
    assert filled(found) == [
        (date(2020, 11, 1), 4, 1), (date(2021, 1, 1), 0, 1), (date(2022, 7, 1), 1, 3), (date(2026, 2, 1), 0, 2),
    ]  # fmt: skip
    assert (found.bins[0].start, found.bins[-1].end) == (date(2020, 11, 1), date(2026, 3, 31))
    assert len(found.bins) == 65
    (coarse,) = found.coarse
    assert (coarse.start, coarse.end, coarse.bucket.killed.n) == (date(2021, 1, 1), date(2021, 12, 31), None)
    assert (found.undated.records, found.undated.injured.n) == (1, 1)


def test_a_quarter_and_a_year_hold_what_a_month_cannot() -> None:
    assert [(bin.start, bin.end) for bin in line("quarter").bins][:2] == [
        (date(2020, 10, 1), date(2020, 12, 31)), (date(2021, 1, 1), date(2021, 3, 31)),
    ]  # fmt: skip
    years = line("year")
    assert years.coarse == ()
    assert filled(years)[1] == (date(2021, 1, 1), 0, 1)
    assert [bin.bucket.records for bin in years.bins] == [2, 2, 1, 0, 0, 0, 1]


def test_bins_after_the_end_of_what_is_covered_are_not_shown() -> None:
    assert line("month", today=date(2027, 8, 1)).bins[-1].start == date(2026, 3, 1)
    assert line("month", today=date(2026, 2, 25)).bins[-1].start == date(2026, 2, 1)


@pytest.mark.parametrize(
    ("today", "first_unfinished"),
    [
        # covered until 13 March 2026, 30 days of delay: final until 11 February 2026
        (date(2026, 3, 20), date(2026, 2, 1)),
        (date(2027, 1, 1), date(2026, 2, 1)),
        # final until 1 February: January is finished on the day
        (date(2026, 3, 3), date(2026, 2, 1)),
        # final until 31 January
        (date(2026, 3, 2), date(2026, 2, 1)),
        # final until 30 January
        (date(2026, 3, 1), date(2026, 1, 1)),
    ],
)
def test_which_months_are_unfinished(today: date, first_unfinished: date) -> None:
    found = line("month", today=today)
    assert next(bin.start for bin in found.bins if bin.unfinished) == first_unfinished
    states = [bin.unfinished for bin in found.bins]
    assert states == sorted(states)


def test_without_a_delay_only_the_running_month_is_unfinished() -> None:
    found = line("month", dataset=make_dataset(reporting_delay_days=0, covered_to=date(2026, 3, 31)))
    assert [bin.start for bin in found.bins if bin.unfinished] == [date(2026, 3, 1)]


def test_the_period_asked_for_bounds_the_bins() -> None:
    found = line("month", [("from", "2022-06-10"), ("to", "2022-08")])
    assert [bin.start.month for bin in found.bins] == [6, 7, 8]
    assert found.undated.records == 0
    assert filled(found) == [(date(2022, 7, 1), 1, 3)]


def test_a_span_across_two_months_is_put_into_neither() -> None:
    rows = [{"date_from": "2021-01-20", "date_to": "2021-02-03", "injured": 4, "killed": 0},
            {"date_from": "2021-01-20", "date_to": "2021-02-03", "injured": 1, "killed": 0},
            {"date_from": "2021-01-05", "date_to": "2021-01-09", "injured": 2, "killed": 0}]  # fmt: skip
    found = line("month", rows=rows)
    assert filled(found) == [(date(2021, 1, 1), 0, 2)]
    (coarse,) = found.coarse
    assert (coarse.start, coarse.end, coarse.bucket.injured.n, coarse.bucket.records) == (
        date(2021, 1, 20), date(2021, 2, 3), 5, 2,
    )  # fmt: skip
    assert filled(line("quarter", rows=rows)) == [(date(2021, 1, 1), 0, 7)]


def test_dates_of_reports_are_counted() -> None:
    rows = [{"date": "2021-01-20", "injured": 4, "date_role": "reported"}, {"date": "2021-01-20", "injured": 1}]
    assert line(rows=rows).by_report == 1


def test_everything_is_somewhere() -> None:
    for interval in ("month", "quarter", "year"):
        found = line(interval)
        buckets = [part.bucket for part in (*found.bins, *found.coarse)] + [found.undated]
        assert sum(bucket.records for bucket in buckets) == 7
        assert sum(bucket.injured.known for bucket in buckets) == 8


def test_no_records_no_bins_unless_a_stretch_was_searched() -> None:
    nothing = make_dataset(covered_from=None, covered_to=None)
    assert line(rows=[], dataset=nothing).bins == ()
    assert len(line("year", rows=[]).bins) == 7


def test_days_and_weeks() -> None:
    found = line("week", [("from", "2020-11-10"), ("to", "2021-01")])
    # Week 46 of 2020 is 9 to 15 November; what is known to January 2021 is in no week.
    assert (found.bins[0].start, found.bins[0].end) == (date(2020, 11, 9), date(2020, 11, 15))
    assert filled(found) == [(date(2020, 11, 9), 0, 1), (date(2020, 11, 23), 4, 0)]
    assert [extent.start for extent in found.coarse] == [date(2021, 1, 1)]
    assert (found.bins[-1].start, found.bins[-1].start.isocalendar().week) == (date(2021, 1, 25), 4)
    days = line("day", [("from", "2020-11-10"), ("to", "2020-11-30")])
    assert len(days.bins) == 21
    assert filled(days) == [(date(2020, 11, 14), 0, 1), (date(2020, 11, 28), 4, 0)]
    before_1970 = line("week", rows=[{"date": "1969-12-31", "killed": 1}], dataset=make_dataset(covered_from=None))
    assert before_1970.bins[0].start == date(1969, 12, 29)


@pytest.mark.parametrize("interval", ["day", "week", "month", "quarter", "year"])
def test_bins_are_counted_before_they_are_made(interval: str) -> None:
    for query in ([], [("from", "2021-05-05"), ("to", "2021-08")]):
        selected = select(make_frame("reported_accidents"), Selection.from_query(query))
        assert bin_count(selected, interval, TODAY) == len(by_time(selected, interval, TODAY).bins)
