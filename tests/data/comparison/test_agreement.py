"""Whether records agree with published statements: only what can be compared disagrees."""

from typing import Any

from data.comparison.agreement import WithStatement, with_statements
from data.frame import Edition
from tests.data.factory import make_edition, make_frame

COUNTER = "Counting office"


def said(date: str, **figures: Any) -> dict[str, Any]:
    return {"date": date, "counted_by": COUNTER, "scope": "all casualties"} | figures


def period(first: str, last: str, **figures: Any) -> dict[str, Any]:
    return {"date_from": first, "date_to": last, "counted_by": COUNTER} | figures


def compared(statements: list[dict[str, Any]], records: list[dict[str, Any]]) -> list[WithStatement]:
    edition: Edition = make_edition({"published_totals": statements})
    return with_statements(edition, make_frame("period_totals", records))


def test_records_that_end_before_the_statement_do_not_disagree_by_being_fewer() -> None:
    periods = [period("2020-11-10", "2022-12-31", killed=48, injured=200)]
    later = compared([said("2023-04-26", killed=51, injured=199)], periods)[0]
    assert (later.when, later.agrees("killed"), later.agrees("injured")) == ("later", None, False)
    same_day = compared([said("2022-12-31", killed=51, injured=200)], periods)[0]
    assert (same_day.agrees("killed"), same_day.agrees("injured")) == (False, True)


def test_records_that_begin_later_than_the_statement_do_not_disagree_by_being_fewer() -> None:
    found = compared(
        [said("2022-12-31", killed=51, injured=9)], [period("2022-01-01", "2022-12-31", killed=3, injured=10)]
    )
    assert (found[0].agrees("killed"), found[0].agrees("injured")) == (None, False)


def test_without_a_first_day_more_records_do_not_disagree() -> None:
    statement = said("2022-12-31", killed=5, injured=9, since=None)
    found = compared([statement], [period("2019-01-01", "2022-12-31", killed=6, injured=9)])
    assert (found[0].agrees("killed"), found[0].agrees("injured")) == (None, True)


def test_a_statement_of_everybody_alone_is_held_against_everybody() -> None:
    periods = [
        period("2020-11-10", "2022-02-04", killed=37, injured=167, stated_total=204),
        period("2022-02-05", "2022-04-06", injured=6, stated_total=6),
        period("2022-04-07", "2022-12-31", not_split=5, stated_total=5),
    ]
    found = compared([said("2022-12-31", not_split=213, stated_total=213)], periods)[0]
    assert (found.casualties.n, found.casualties.at_least) == (215, False)
    assert (found.agrees("killed"), found.agrees("casualties")) == (None, False)


def test_records_that_keep_silent_are_at_least() -> None:
    periods = [period("2020-11-10", "2022-02-04", killed=3, injured=1), period("2022-02-05", "2022-12-31", injured=6)]
    found = compared([said("2022-12-31", killed=4, injured=8)], periods)[0]
    assert (found.casualties.n, found.casualties.at_least) == (10, True)
    assert found.agrees("casualties") is None


def test_records_of_others_are_not_counted_and_said_to_be_left_out() -> None:
    periods = [
        period("2020-11-10", "2022-12-31", killed=3, injured=1),
        period("2020-11-10", "2022-12-31", killed=30, injured=10) | {"scope": "civilians only"},
        period("2020-11-10", "2022-12-31", killed=31, injured=11) | {"counted_by": "Another office"},
    ]
    found = compared([said("2022-12-31", killed=3, injured=1)], periods)
    assert [(one.killed.n, one.counted, one.outside) for one in found] == [(3, 1, 2)]
