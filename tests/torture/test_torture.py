"""A few hundred broken files, and tables of arbitrary cells: each ends in an Intake or a refusal in words."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.data.intake.readers import files
from tests.torture.fuzz_intake import broken_file
from tests.torture.mutations import holdable
from tests.torture.odd_values import HEADINGS, NASTY
from tests.torture.ordeal import ending
from tests.torture.seeds import seeds, text

# Files that once did not end well: "seed:number" of broken_file, with what happened.
MENDED = {
    (1, 188): "a number of 1e300 people could not be written with digits",
    (2, 94): "① is a digit that int() does not take",
}
HEADS = st.sampled_from(HEADINGS)
CELLS = st.one_of(st.sampled_from(NASTY), st.text(max_size=12), st.integers(), st.floats(), st.dates().map(str))


@pytest.mark.parametrize("name", sorted(seeds()))
def test_the_honest_files_are_understood(name: str) -> None:
    assert ending(seeds()[name], name).kind in ("understood", "asked")


@pytest.mark.parametrize("hundred", range(2))
def test_broken_files_end_well(hundred: int) -> None:
    for number in range(hundred * 60, hundred * 60 + 60):
        done, content = broken_file(7, number)
        found = ending(content)
        assert not found.is_failure, f"--seed 7 --first {number} ({done}): {found.why}"


@pytest.mark.parametrize(("seed", "number"), MENDED)
def test_mended(seed: int, number: int) -> None:
    assert not ending(broken_file(seed, number)[1]).is_failure


@given(st.lists(HEADS, min_size=1, max_size=6).flatmap(
    lambda heads: st.lists(st.lists(CELLS, min_size=len(heads), max_size=len(heads)), min_size=1, max_size=6).map(
        lambda rows: [heads, *rows])), st.sampled_from(("csv", "xlsx")))  # fmt: skip
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
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
