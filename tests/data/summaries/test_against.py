"""Published totals held against single cases: what is certain, what may be, what contradicts, counted by hand."""

from datetime import date
from typing import Any

from data.summaries.against import Held, held_against, silences
from data.summaries.case_line import CaseLine, case_line
from data.summaries.statements import statements_of
from tests.data.factory import make_dataset, make_frame

BEGIN = date(2020, 11, 10)
# 2 killed and 3 injured on days, 4 in January 2021, 1 in all of 2021, 5 without a date; 100 that do not count.
CASES: list[dict[str, Any]] = [
    {"date": "2020-12-01", "killed": 2, "injured": 0, "in_official_scope": "yes", "status": "civilian"},
    {"date": "2021-01", "killed": 1, "injured": 3, "in_official_scope": "yes"},
    {"date": "2021-02-10", "killed": 0, "injured": 3, "in_official_scope": "yes"},
    {"date": "2021", "killed": 0, "injured": 1, "in_official_scope": "yes"},
    {"date": None, "killed": 5, "injured": 0, "in_official_scope": "yes"},
    {"date": "2021-01-05", "killed": 60, "injured": 40, "in_official_scope": "partly"},
]


def line(outcome: str = "casualties", *status: str) -> CaseLine:
    return case_line(make_frame("reported_accidents", CASES), outcome, status)


def held(*rows: tuple[str, float], counters: str = "", covered_to: date | None = None, of: str = "casualties",
         scope: str = "all") -> list[Held]:  # fmt: skip
    """Statements of the counters A, B ... named one letter each; all of A where none are named."""
    names = counters or "A" * len(rows)
    said = [{"date": day, "stated_total": total, "counted_by": name, "scope": scope, "reported_in": "Daily"}
            for (day, total), name in zip(rows, names, strict=True)]  # fmt: skip
    every = statements_of(make_frame("published_totals", said))
    return held_against([(one, one.total or 0.0) for one in every], line(of), covered_to)


def kinds(found: list[Held]) -> list[list[str]]:
    return [[conflict.kind for conflict in one.conflicts] for one in found]


def test_a_case_counts_once_all_its_days_are_over() -> None:
    found = line()
    assert (found.records, found.undated_records, found.coarse_records, found.outside) == (5, 1, 2, 1)
    assert found.undated == 5
    for day, certain, possible in [
        (date(2020, 11, 30), 0, 5),
        (date(2020, 12, 1), 2, 7),
        (date(2021, 1, 30), 2, 2 + 4 + 1 + 5),
        (date(2021, 1, 31), 6, 6 + 1 + 5),
        (date(2021, 12, 30), 9, 15),
        (date(2021, 12, 31), 10, 15),
    ]:
        assert (found.certain(BEGIN, day), found.possible(BEGIN, day)) == (certain, possible), day
    # Of a stretch that begins on 5 January neither the month nor the year lies inside.
    assert found.certain(date(2021, 1, 5), date(2021, 12, 31)) == 3
    assert found.certain(None, date(2030, 1, 1)) == 10
    assert (line("killed").certain(None, date(2030, 1, 1)), line("injured").certain(None, date(2030, 1, 1))) == (3, 7)
    assert line("casualties", "civilian").certain(None, date(2030, 1, 1)) == 2


def test_the_line_rises_where_it_should() -> None:
    steps = [(date(2020, 12, 1), 2), (date(2021, 1, 31), 6), (date(2021, 2, 10), 9), (date(2021, 12, 31), 10)]
    assert line().steps(BEGIN, date(2022, 1, 1)) == steps
    assert line().steps(BEGIN, date(2021, 2, 9)) == steps[:2]
    assert line().steps(date(2021, 1, 15), date(2021, 2, 28)) == [(date(2021, 2, 10), 3)]
    assert case_line(make_frame("reported_accidents", []), "killed").steps(None, date(2022, 1, 1)) == []


def test_cases_before_1970_are_placed_too() -> None:
    rows = [{"date": "1945-05", "killed": 1, "injured": 0, "in_official_scope": "yes"},
            {"date": "1950-01-01", "killed": 2, "injured": 0, "in_official_scope": "yes"}]  # fmt: skip
    found = case_line(make_frame("reported_accidents", rows), "killed")
    assert found.steps(None, date(2000, 1, 1)) == [(date(1945, 5, 31), 1), (date(1950, 1, 1), 3)]


def test_each_statement_beside_the_cases_up_to_it() -> None:
    first, second = held(("2020-12-15", 10), ("2021-02-15", 30))
    assert (first.published, first.recorded, first.gap, first.perhaps) == (10, 2, 8, 5)
    assert (first.previous, first.risen, first.recorded_between) == (None, None, None)
    assert (second.published, second.recorded, second.gap) == (30, 9, 21)
    # The year may lie before it, and what has no date.
    assert second.perhaps == 1 + 5
    assert (second.previous, second.risen, second.recorded_between) == (first.statement, 20, 7)


def test_a_statement_known_to_its_month_is_certain_only_from_its_first_day() -> None:
    (one,) = held(("2021-02", 30))
    assert (one.recorded, one.perhaps) == (6, 3 + 1 + 5)


def test_statements_newer_than_the_cases_have_nothing_beside_them() -> None:
    first, second = held(("2020-12-15", 10), ("2021-02-15", 30), covered_to=date(2021, 1, 1))
    assert first.recorded == 2
    assert (second.recorded, second.gap, second.recorded_between, second.risen) == (None, None, None, 20)


def test_totals_are_differenced_of_one_counter_only() -> None:
    found = held(("2021-01-01", 20), ("2021-01-10", 21), ("2021-02-20", 30), counters="ABA")
    assert [one.risen for one in found] == [None, None, 10]
    assert found[2].previous is found[0].statement


def test_counters_that_are_not_named_are_not_taken_for_one() -> None:
    frame = make_frame("published_totals", [
        {"date": "2021-01-01", "stated_total": 20, "counted_by": "not named"},
        {"date": "2021-02-20", "stated_total": 19, "counted_by": "Not named"},
    ])  # fmt: skip
    told = [(one, one.total or 0.0) for one in statements_of(frame)]
    found = held_against(told, line(), None)
    assert [one.previous for one in found] == [None, None]
    assert kinds(found) == [[], ["below_other"]]


def test_contradictions() -> None:
    assert kinds(held(("2021-01-01", 20), ("2021-02-20", 19))) == [[], ["falls"]]
    assert kinds(held(("2021-01-01", 20), ("2021-02-20", 19), counters="AB")) == [[], ["below_other"]]
    assert kinds(held(("2021-01-01", 20), ("2021-01-01", 21))) == [[], ["same_day_own"]]
    assert kinds(held(("2021-01-01", 20), ("2021-01-01", 21), counters="AB")) == [[], ["same_day_other"]]
    assert kinds(held(("2021-01-01", 20), ("2021-01-01", 20), counters="AB")) == [[], []]
    assert kinds(held(("2020-12-15", 1))) == [["more_recorded"]]
    # 7 cases lie between the two, the total rose by 6.
    assert kinds(held(("2020-12-15", 10), ("2021-02-15", 16))) == [[], ["more_between"]]
    assert kinds(held(("2020-12-15", 10), ("2021-02-15", 17))) == [[], []]


def test_a_contradiction_names_both_sides() -> None:
    found = held(("2021-01-01", 20), ("2021-01-02", 25), ("2021-02-20", 19), counters="ABA")
    falls, below = found[2].conflicts
    assert (falls.kind, falls.value, falls.beside, falls.other) == ("falls", 19, 20, found[0].statement)
    assert (below.kind, below.value, below.beside, below.other) == ("below_other", 19, 25, found[1].statement)


def test_a_stretch_of_three_months_without_a_statement() -> None:
    days = [date(2021, 1, 1), date(2021, 1, 20), date(2021, 4, 21), date(2021, 7, 22)]
    assert silences((day, day) for day in days) == [(date(2021, 4, 21), date(2021, 7, 22))]
    # One known to its month only ends its stretch at the month's first day and begins the next at its last.
    assert silences([(date(2021, 1, 1), date(2021, 1, 1)), (date(2021, 4, 1), date(2021, 4, 30)),
                     (date(2021, 7, 30), date(2021, 7, 30))]) == []  # fmt: skip


def test_cases_of_another_dataset_do_not_leak_in() -> None:
    other = make_dataset("other", layout="line_list")
    assert case_line(make_frame("other", CASES[:1], dataset=other), "killed").records == 1
