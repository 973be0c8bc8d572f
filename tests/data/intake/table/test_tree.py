"""Trees of places: a row that is the sum of the block next to it is kept out, and no register is taken for a tree."""

from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.data.intake.table.sheets import excluded_of, records_of, table

HEADINGS = ["Place", "Killed", "Injured"]
NORTH = [["Alpha", 14, 380], ["Beta", 25, 613], ["Gamma", 20, 542]]
SOUTH = [["Delta", 30, 278], ["Epsilon", 13, 189]]
SUM_NORTH, SUM_SOUTH = ["North", 59, 1535], ["South", 43, 467]
COUNTRY = ["Country", 102, 2002]
NAMES = [f"Place {number}" for number in range(400)]


def test_regions_above_their_districts() -> None:
    found = table([HEADINGS, SUM_NORTH, *NORTH, SUM_SOUTH, *SOUTH])
    assert excluded_of(found) == [(2, "subtotal"), (6, "subtotal")]
    assert records_of(found) == [*NORTH, *SOUTH]


def test_regions_below_their_districts() -> None:
    found = table([HEADINGS, *NORTH, SUM_NORTH, *SOUTH, SUM_SOUTH])
    assert records_of(found) == [*NORTH, *SOUTH]


def test_three_levels() -> None:
    found = table([HEADINGS, COUNTRY, SUM_NORTH, *NORTH, SUM_SOUTH, *SOUTH])
    assert excluded_of(found) == [(2, "totals_row"), (3, "subtotal"), (7, "subtotal")]
    assert found.totals == {1: 102, 2: 2002}


def test_a_part_of_the_country_beside_the_rest() -> None:
    rest = [["Isle", 3, 7], ["Islet", 6, 60]]
    found = table([HEADINGS, ["Country", 68, 1602], ["Mainland", 59, 1535], *NORTH, *rest])
    assert excluded_of(found) == [(2, "totals_row"), (3, "subtotal")]
    assert records_of(found) == [*NORTH, *rest]


def test_a_totals_row_by_its_word_below_a_tree() -> None:
    found = table([HEADINGS, SUM_NORTH, *NORTH, SUM_SOUTH, *SOUTH, ["Total", *COUNTRY[1:]]])
    assert excluded_of(found) == [(2, "subtotal"), (6, "subtotal"), (9, "totals_row")]
    assert found.totals == {1: 102, 2: 2002}


NO_TREE: dict[str, list[list[Any]]] = {
    "one block": [["North", 59, 1535], *NORTH, ["Zeta", 7, 19], ["Eta", 5, 30]],
    "one column differs": [["North", 59, 1536], *NORTH, ["South", 43, 468], *SOUTH],
    "figures too small to tell": [["A", 2, 2], ["B", 1, 1], ["C", 1, 1], ["D", 2, 2], ["E", 1, 1], ["F", 1, 1]],
    "one addend": [["A", 14, 380], ["B", 14, 380], ["C", 25, 613], ["D", 25, 613], ["E", 20, 542], ["F", 20, 542]],
    "names that come again": [["Alpha", *SUM_NORTH[1:]], *NORTH, ["Delta", *SUM_SOUTH[1:]], *SOUTH],
}


@pytest.mark.parametrize("rows", NO_TREE.values(), ids=NO_TREE)
def test_no_tree(rows: list[list[Any]]) -> None:
    assert table([HEADINGS, *rows]).excluded == []


@given(st.integers(), st.integers(4, 60), st.integers(2, 4), st.sampled_from((2, 9, 60, 5000)))
def test_a_register_is_no_tree(seed: int, length: int, width: int, most: int) -> None:
    random = Random(seed)
    rows = [[name, *(1 + int(random.expovariate(4 / most)) for _ in range(width))] for name in NAMES[:length]]
    found = table([["Place", *(f"Killed {number}" for number in range(width))], *rows])
    assert [reason for _, reason in excluded_of(found) if reason == "subtotal"] == []


@given(st.integers(), st.lists(st.integers(2, 6), min_size=2, max_size=12))
def test_every_tree_is_found(seed: int, sizes: list[int]) -> None:
    random, rows, leaves, names = Random(seed), [], [], iter(NAMES)
    for size in sizes:
        block = [[next(names), random.randint(20, 900), random.randint(20, 9000)] for _ in range(size)]
        rows += [[next(names), *(sum(row[place] for row in block) for place in (1, 2))], *block]
        leaves += block
    assert records_of(table([HEADINGS, *rows])) == leaves
