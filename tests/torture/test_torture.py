"""Eighty broken files (`make torture`: 10,000) and tables of any cells: each ends in an Intake or a worded refusal."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.problems import MOST_SHOWN, Problem
from tests.data.intake.readers import files
from tests.torture.fuzz_intake import broken_file
from tests.torture.mutations import holdable
from tests.torture.odd_values import HEADINGS, NASTY
from tests.torture.ordeal import ending
from tests.torture.seeds import seeds, text

LONG = "a " * 500_000
# Tables that once did not end well, with what happened.
MENDED = {
    "a sum too large for digits": "Date;Killed\n2021-01-02;1e300\n2021-01-03;9" + "9" * 300,
    "① is a digit that int() does not take": "Year;Month;Day;Killed\n2021;①;²;1\n2021;2;3;①\n2021;4;②;2",
    "int() takes 4,300 digits": f"Year;Month;Age;Outcome\n2021;{'9' * 5000};>{'9' * 5000};killed\n2021;1;2;killed",
    "an e-mail address was sought for hours": f"Date;Place;Killed\n2021-01-02;{LONG.replace(' ', '')};1\n"
    "2021-01-03;b;2\n2021-01-04;c;3",
    "a heading was looked up for minutes": f"Date;Killed;{LONG}\n2021-01-02;1;2\n2021-01-03;2;3",
}
HEADS = st.sampled_from(HEADINGS)
CELLS = st.one_of(st.sampled_from(NASTY), st.text(max_size=12), st.integers(), st.floats(), st.dates().map(str))


@pytest.mark.parametrize("name", sorted(seeds()))
def test_the_honest_files_are_understood(name: str) -> None:
    assert ending(seeds()[name], name).kind in ("understood", "asked")


@pytest.mark.parametrize("part", range(2))
def test_broken_files_end_well(part: int) -> None:
    for number in range(part * 40, part * 40 + 40):
        done, content = broken_file(7, number)
        found = ending(content)
        assert not found.is_failure, f"--seed 7 --first {number} ({done}): {found.why}"


@pytest.mark.parametrize("table", MENDED.values(), ids=MENDED)
def test_mended(table: str) -> None:
    found = ending(table.encode())
    assert found.kind in ("understood", "asked", "counts nobody"), found.why


def test_a_finding_shows_the_beginning_of_a_long_cell() -> None:
    for problem in (Problem("not_a_count", value=LONG), Problem("range_backwards", suggestion=LONG)):
        shown = problem.value or problem.suggestion or ""
        assert (len(shown), shown[:4], shown[-1]) == (MOST_SHOWN + 1, "a a ", "…")


@given(st.lists(HEADS, min_size=1, max_size=6).flatmap(
    lambda heads: st.lists(st.lists(CELLS, min_size=len(heads), max_size=len(heads)), min_size=1, max_size=6).map(
        lambda rows: [heads, *rows])), st.sampled_from(("csv", "xlsx")))  # fmt: skip
@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
def test_tables_of_any_cells_end_well(rows: list[list[Any]], format_: str) -> None:
    if format_ == "csv":
        content = text(rows).encode("utf-8", "replace")
    else:
        content = files.xlsx([[holdable(cell, format_) for cell in row] for row in rows])
    found = ending(content)
    assert not found.is_failure, found.why


def test_a_failure_is_told_and_kept() -> None:
    """The ordeal itself can fail: what is no refusal is a crash."""
    found = ending("not bytes")  # type: ignore[arg-type]
    assert (found.kind, found.is_failure) == ("crashed", True)
    assert json.dumps(found._asdict())
