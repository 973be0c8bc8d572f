"""Statements, key numbers, change, coverage and spans against statements written by hand."""

from datetime import date

import pytest

from data.frame import Edition
from data.selection import Selection
from data.summaries.amounts import Amount
from data.summaries.coverage import coverage
from data.summaries.key_numbers import key_numbers
from data.summaries.periods import periods
from data.summaries.selected import select
from data.summaries.statements import resolve_statement, statements
from tests.data.factory import make_edition, make_frame

ALL, CIVILIANS = "all casualties", "civilians only"


def said(day: str | None, total: float | None = None, **fields) -> dict:
    fields = {"scope": ALL, "counted_by": "Office", "confidence": "high"} | fields
    return {"date": day} | ({"stated_total": total} if total is not None else {}) | fields


def split(civilians: tuple[int, int], military: tuple[int, int]) -> list[dict]:
    return [
        {"outcome": outcome, "status": status, "n": n}
        for status, pair in (("civilian", civilians), ("military_security", military))
        for outcome, n in zip(("killed", "injured"), pair, strict=True)
        if n
    ]


def edition(*rows: dict) -> Edition:
    return make_edition({"published_totals": make_frame("published_totals", list(rows))})


def test_a_statement_keeps_what_it_says_and_what_it_does_not() -> None:
    whole, total_only, partial, silent = statements(
        edition(
            said("2021-01-01", killed=1, injured=2),
            said("2021-02", total=9, not_split=9),
            said("2021-03-01", counts=[{"outcome": "killed", "n": 3, "status": "civilian"}], killed_basis="partial"),
            said(None),
        )
    )
    assert (whole.value("killed"), whole.value("injured"), whole.value("casualties")) == (1, 2, 3)
    assert (total_only.value("killed"), total_only.value("casualties")) == (None, 9)
    assert (total_only.start, total_only.end, total_only.precision) == (date(2021, 2, 1), date(2021, 2, 28), "month")
    assert partial.killed == Amount(3, at_least=True)
    assert partial.value("killed") is None
    assert partial.splits == {("civilian", "killed"): 3}
    assert not silent.states_anything
    assert silent.start is None


def test_a_total_that_contradicts_its_parts_is_kept_as_stated() -> None:
    (one,) = statements(edition(said("2024-04-24", total=365, killed=65, injured=291)))
    assert (one.value("casualties"), one.value("killed"), one.value("injured")) == (365, 65, 291)


def test_the_latest_gives_both_and_covers_everybody() -> None:
    found = edition(
        said("2024-01-01", killed=5, injured=50),
        said("2024-06-01", killed=6, injured=60),
        said("2024-07-01", killed=2, injured=9, scope=CIVILIANS),
        said("2024-08-01", total=70, not_split=70),
        said(None, killed=99, injured=99),
    )
    assert resolve_statement(found, "latest", "killed").value("killed") == 6
    assert resolve_statement(found, "latest", "casualties").value("casualties") == 66
    numbers = key_numbers(found)
    assert (numbers.killed, numbers.injured, numbers.casualties) == (6, 60, 66)
    assert numbers.since == date(2020, 11, 10)
    assert numbers.newer_total.value("casualties") == 70


def test_of_one_day_the_surer_statement_is_the_latest() -> None:
    found = edition(
        said("2023-09-19", killed=61, injured=253),
        said("2023-09-19", killed=62, injured=253, confidence="medium"),
        said("2023-09", killed=60, injured=253),
    )
    assert key_numbers(found).killed == 61


def test_a_month_is_never_taken_for_newer_than_it_is_known_to_be() -> None:
    found = edition(said("2025-01", killed=70, injured=312), said("2025-01-20", killed=71, injured=313))
    assert key_numbers(found).killed == 71


@pytest.mark.parametrize(
    ("counter", "day", "outcome", "value"),
    [
        ("ANAMA", date(2024, 11, 11), "killed", 70),
        ("anama", date(2024, 11, 11), "casualties", 382),
        ("Office", date(2024, 11, 11), "killed", None),
        ("ANAMA", date(2024, 11, 12), "killed", None),
        ("ANAMA", date(2024, 9, 2), "injured", None),
        ("ANAMA", None, "killed", 70),
    ],
)
def test_a_cited_statement_is_found_by_counter_and_day(
    counter: str, day: date | None, outcome: str, value: float | None
) -> None:
    found = edition(
        said("2024-09-02", killed=69, counted_by="ANAMA"),
        said("2024-11-11", killed=70, injured=312, counted_by="ANAMA"),
    )
    one = resolve_statement(found, "statement", outcome, counter, day)
    assert (one.value(outcome) if one else None) == value


def test_the_split_has_a_date_of_its_own() -> None:
    found = edition(
        said("2024-11-11", counts=split((55, 143), (15, 169))),
        said("2025-01-01", counts=[*split((56, 143), (15, 169)), {"outcome": "injured", "n": 4}]),
        said("2026-03-13", killed=72, injured=347),
    )
    numbers = key_numbers(found)
    assert numbers.statement.start == date(2026, 3, 13)
    assert numbers.split.start == date(2024, 11, 11)
    assert numbers.split.splits[("civilian", "injured")] == 143


@pytest.mark.parametrize(
    ("earlier", "found"),
    [
        (said("2025-02-21", total=383, not_split=383), {"casualties": (383, 419)}),
        (said("2025-02-21", killed=70, injured=312),
         {"killed": (70, 72), "injured": (312, 347), "casualties": (382, 419)}),
        (said("2025-04-13", total=383, not_split=383), {"casualties": (383, 419)}),
        (said("2025-04-14", total=383, not_split=383), None),
        (said("2025-02-09", total=383, not_split=383), None),
        (said("2025-02-21", total=383, not_split=383, counted_by="ANAMA"), None),
        (said("2025-02-21", total=383, not_split=383, scope=CIVILIANS), None),
        (said("2025-03", total=383, not_split=383), None),
        (said("2025-02-21", total=383, not_split=383, since="2021-01-01"), None),
    ],
)  # fmt: skip
def test_change_only_between_statements_that_can_be_compared(earlier: dict, found: dict | None) -> None:
    numbers = key_numbers(edition(earlier, said("2026-03-13", total=419, killed=72, injured=347), said(None, killed=1)))
    assert (numbers.change.values if numbers.change else None) == found


def test_without_a_whole_statement_there_are_no_key_numbers() -> None:
    assert key_numbers(edition(said("2024-08-01", total=70, not_split=70))) is None
    assert key_numbers(make_edition({})) is None


def test_coverage_counts_what_is_in_scope_and_in_time_and_the_undated() -> None:
    def one(day: str | None, scope: str = "yes", killed: float = 1) -> dict:
        return {"date": day, "killed": killed, "injured": 10 * killed, "in_official_scope": scope}

    rows = [
        one("2026-03-13"),
        one("2026-03-14", killed=100),
        one("2026-03", killed=100),
        one(None, killed=2),
        one("2021", "no", 100),
        one("2021", "partly", 100),
        one("2021", "not_stated", 100),
        one("2021", killed=4),
    ]
    found = coverage(make_edition({"published_totals": make_frame("published_totals"), "reported_accidents": rows}))
    assert (found.killed, found.injured, found.undated, found.outside) == (7, 70, 1, 5)
    assert found.statement.value("killed") == 72


def test_no_coverage_without_something_to_hold_it_against() -> None:
    assert coverage(make_edition({"reported_accidents": make_frame()})) is None


def test_spans_in_order_with_what_they_do_not_say() -> None:
    frame = make_frame("period_totals")
    first, second, third = periods(frame, select(frame, Selection()))
    assert (first.killed.n, first.injured.n, first.days) == (36, 161, 400)
    assert (second.start, second.end) == (date(2021, 12, 15), date(2022, 2, 4))
    assert (third.killed.n, third.injured.n, third.not_split) == (None, None, 5)


def test_a_span_that_is_only_partly_inside_is_left_out() -> None:
    frame = make_frame("period_totals")
    selected = select(frame, Selection.from_query([("from", "2021-12-15"), ("to", "2022-03")]))
    assert [period.killed.n for period in periods(frame, selected)] == [1]
    assert selected.left_out.partly_inside == 1


def test_a_status_that_a_span_does_not_name_is_zero_only_without_a_remainder() -> None:
    civilian, remainder = {"outcome": "injured", "n": 6, "status": "civilian"}, {"outcome": "injured", "n": 1}
    spans = [{"date_from": f"2021-0{i}-01", "date_to": f"2021-0{i}-09", "killed": 0} for i in (1, 2)]
    frame = make_frame(
        "period_totals", [spans[0] | {"counts": [civilian]}, spans[1] | {"counts": [civilian, remainder]}]
    )
    selected = select(frame, Selection())
    assert [p.injured.n for p in periods(frame, selected, frozenset({"military_security"}))] == [0, None]
    assert [p.injured.n for p in periods(frame, selected, frozenset({"civilian"}))] == [6, 6]
