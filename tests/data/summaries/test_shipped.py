"""The shipped workbooks, all the way from their bytes to the numbers of the page."""

from datetime import UTC, date, datetime

import pytest

from data.frame import Edition, Frame
from data.intake import take_in
from data.samples import shipped
from data.selection import Selection
from data.summaries.coverage import coverage
from data.summaries.key_numbers import key_numbers
from data.summaries.periods import periods
from data.summaries.selected import select
from data.summaries.statements import resolve_statement, statements
from data.summaries.tally import whole


@pytest.fixture(scope="module")
def edition() -> Edition:
    frames, moment = {}, datetime(2026, 3, 20, tzinfo=UTC)
    for dataset, file, _ in shipped():
        found = take_in(file.read_bytes(), file.name)
        frames[dataset.key] = Frame(
            dataset, 1, file.name, found.sha256, "", moment, "tests", found.records, found.counts, tuple(found.problems)
        )
    return Edition(1, moment, "", frames, {})


def test_key_numbers(edition: Edition) -> None:
    numbers = key_numbers(edition)
    assert (numbers.killed, numbers.injured, numbers.casualties) == (72, 347, 419)
    assert (numbers.since, numbers.statement.start) == (date(2020, 11, 10), date(2026, 3, 13))
    assert numbers.newer_total is None
    assert numbers.split.start == date(2024, 11, 11)
    assert numbers.split.splits == {
        ("civilian", "killed"): 55,
        ("civilian", "injured"): 143,
        ("military_security", "killed"): 15,
        ("military_security", "injured"): 169,
    }
    change = numbers.change
    assert (change.earlier.start, change.later.start) == (date(2025, 2, 21), date(2026, 3, 13))
    assert change.values == {"casualties": (383, 419)}


def test_statements(edition: Edition) -> None:
    found = statements(edition)
    nobody = [one for one in found if not one.states_anything]
    only_total = [o for o in found if o.total is not None and o.killed.n is None and o.injured.n is None]
    with_killed = [o for o in found if o.total is not None and o.killed.n is not None and o.injured.n is None]
    undated = [one for one in found if not one.start]
    assert (len(found), len(nobody), len(only_total), len(with_killed), len(undated)) == (64, 3, 15, 8, 3)
    assert {one.row for one in found if not one.is_main_scope} == {13, 17, 68}
    assert {45, 50, 52} <= {one.row for one in found if one.contradicted("casualties")}


def test_the_statement_that_the_text_cites(edition: Edition) -> None:
    cited = resolve_statement(edition, "statement", "killed", "ANAMA", date(2024, 11, 11))
    assert [cited.value(outcome) for outcome in ("killed", "injured", "casualties")] == [70, 312, 382]


def test_periods(edition: Edition) -> None:
    frame = edition.frames["period_totals"]
    found = periods(frame, select(frame, Selection()))
    assert len(found) == 10
    assert sum(period.killed.known for period in found) == 46
    assert sum(period.injured.known for period in found) == 234
    assert sum(period.not_split for period in found) == 5


def test_accidents_and_how_much_they_cover(edition: Edition) -> None:
    selected = select(edition.frames["reported_accidents"], Selection())
    sums = whole(selected)
    assert (sums.records, sums.killed.n, sums.injured.n) == (102, 40, 125)
    assert selected.left_out.undated == 7
    found = coverage(edition)
    assert (found.killed, found.injured, found.undated) == (39, 117, 7)
    assert (found.statement.value("killed"), found.statement.value("injured")) == (72, 347)
