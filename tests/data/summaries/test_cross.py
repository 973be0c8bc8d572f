"""Any field by any field: cells worked out by hand, and against a slow count record by record."""

from collections import defaultdict
from datetime import date
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.fields import OUTCOMES
from data.frame import Frame
from data.selection import FIELDS, Selection
from data.summaries.amounts import NOT_RECORDED, Amount, added
from data.summaries.axes import OTHERS, UNPLACED, Axis, axis_of, together
from data.summaries.columns import COUNT_FIELDS
from data.summaries.cross import Cross, cross
from data.summaries.selected import select
from data.summaries.tally import Bucket
from tests.data.factory import make_dataset, make_frame
from tests.data.summaries.test_engine import rows, selections

TODAY = date(2026, 3, 20)


def axis(frame: Frame, name: str, selection: Selection = Selection(), most: int = 12, ordered: bool = False) -> Axis:  # noqa: B008
    return axis_of(select(frame, selection), name, TODAY, lambda bucket: bucket.known, most, ordered)


def crossed(frame: Frame, first: str, second: str, **asked: Any) -> Cross:
    selection = Selection.from_query(asked.get("query", []))
    axes = axis(frame, first, selection), axis(frame, second, selection, ordered=True)
    return cross(select(frame, selection), *axes)


def cells(found: Cross, measure: str = "casualties") -> dict[tuple[str, str], Any]:
    """(row, column) -> number, "5+" for at least five, None where nothing is recorded."""
    return {
        (row, column): None if cell.n is None else f"{cell.n:g}+" if cell.at_least else cell.n
        for row, own in zip(found.rows.keys, found.amounts(measure), strict=True)
        for column, cell in zip(found.columns.keys, own, strict=True)
    }


def test_a_place_by_outcome() -> None:
    # tests.data.factory: Sharur (2021) says nothing of how many.
    found = crossed(make_frame(), "district", "outcome")
    assert found.rows.keys == ("AZ-AGM", "AZ-FUZ", "AZ-SAR", "not_stated")
    assert cells(found) == {
        ("AZ-AGM", "killed"): 1, ("AZ-AGM", "injured"): 6, ("AZ-FUZ", "killed"): 4, ("AZ-FUZ", "injured"): 1,
        ("AZ-SAR", "killed"): None, ("AZ-SAR", "injured"): None,
        ("not_stated", "killed"): 0, ("not_stated", "injured"): 1,
    }  # fmt: skip


def test_a_record_counts_once_in_every_cell_that_it_is_in() -> None:
    # The accident in Aghdam of July 2022 hurt a civilian, a soldier and two of whom nothing is said.
    found = cells(crossed(make_frame(), "status", "district"), "records")
    assert found["civilian", "AZ-AGM"] == 2
    assert found["military_security", "AZ-AGM"] == 1
    assert found["not_stated", "AZ-AGM"] == 2
    assert cells(crossed(make_frame(), "outcome", "status"), "records")["injured", "civilian"] == 2


def test_a_missing_number_makes_a_minimum_of_its_cell_alone() -> None:
    rows = [
        {"date": "2021-01-01", "district": "A", "device": "improvised", "killed": 2, "injured": 1},
        {"date": "2021-01-02", "district": "A", "device": "improvised", "killed": 1},
        {"date": "2021-01-03", "district": "A", "device": "cluster_remnant", "killed": 1, "injured": 0},
    ]
    frame = make_frame("reported_accidents", rows)
    found = cells(crossed(frame, "device", "district"))
    assert found == {("improvised", "A"): "4+", ("cluster_remnant", "A"): 1}
    assert cells(crossed(frame, "device", "district"), "killed")["improvised", "A"] == 3
    assert cells(crossed(frame, "device", "outcome"))["improvised", "injured"] == "1+"


def test_years_hold_what_lies_in_one_year_and_the_rest_has_a_place_of_its_own() -> None:
    found = crossed(make_frame(), "district", "year")
    assert found.columns.keys == ("2020", "2021", "2022", "2023", "2024", "2025", "2026", UNPLACED)
    numbers = cells(found)
    assert (numbers["AZ-AGM", "2022"], numbers["AZ-AGM", "2026"], numbers["AZ-AGM", UNPLACED]) == (4, 2, 1)
    assert numbers["AZ-SAR", "2021"] is None
    # Searched without a find.
    assert numbers["AZ-AGM", "2024"] == 0
    months = cells(crossed(make_frame(), "district", "month"))
    assert months["AZ-SAR", UNPLACED] is None
    assert months["not_stated", "2021-01"] == 1


def test_a_year_that_nobody_searched_is_not_zero() -> None:
    rows = [{"date": "2015-05-05", "district": "A", "killed": 1, "injured": 0},
            {"date": "2020-05-05", "district": "A", "killed": 1, "injured": 0}]  # fmt: skip
    dataset = make_dataset(covered_from=date(2019, 1, 1), covered_to=date(2021, 6, 30))
    numbers = cells(crossed(make_frame("reported_accidents", rows, dataset=dataset), "district", "year"))
    assert [numbers["A", str(year)] for year in range(2015, 2022)] == [1, None, None, None, 0, 1, 0]


def test_the_smaller_values_share_a_place_and_nothing_is_lost() -> None:
    rows = [{"date": "2021", "district": f"D{i:02}", "killed": i, "injured": 0} for i in range(1, 9)]
    frame = make_frame("reported_accidents", [*rows, {"date": "2021", "killed": 5, "injured": 0}])
    found = axis(frame, "district", most=3)
    assert (found.keys, found.others) == (("D08", "D07", "D06", OTHERS, "not_stated"), 5)
    assert [bucket.known for bucket in found.buckets] == [8, 7, 6, 15, 5]
    assert cross(select(frame, Selection()), found, axis(frame, "outcome")).people.sum() == 41
    # One that is left over takes no more room than "others: 1".
    assert OTHERS not in axis(frame, "district", most=7).keys


def test_values_with_an_order_keep_it() -> None:
    rows = [{"date": "2021", "killed": n, "injured": 0, "confidence": confidence}
            for n, confidence in ((1, "high"), (9, "low"), (5, "medium"), (20, "not_stated"))]  # fmt: skip
    frame = make_frame("reported_accidents", rows)
    assert axis(frame, "confidence").keys == ("high", "medium", "low", "not_stated")
    assert axis(frame, "casualties").keys == ("one", "three_to_five", "six_to_ten", "eleven_or_more")


def test_sums_of_buckets_know_what_they_do_not_know() -> None:
    silent = Bucket(NOT_RECORDED, NOT_RECORDED, records=1, missing_killed=1, missing_injured=1)
    one = Bucket(Amount(2.0), Amount(3.0), unknown=1, records=2)
    assert together([silent, silent]).killed == NOT_RECORDED
    both = together([one, silent])
    assert (both.killed, both.injured, both.records) == (Amount(2.0, True), Amount(3.0, True), 3)
    assert added([]) == Amount(0.0)


def slow(frame: Frame, selection: Selection, first: str, second: str) -> dict[str, dict[tuple[str, str], float]]:
    """People and records per cell, counted one by one."""
    selected = select(frame, selection)
    columns = selected.columns
    chosen = range(len(columns.n)) if selected.counts is None else selected.counts.tolist()
    shown = set(range(columns.size) if selected.records is None else selected.records.tolist())

    def value(field: str, count: int | None, record: int) -> str:
        codes, keys = columns.field(field)
        return keys[codes[count if field in COUNT_FIELDS and count is not None else record]]

    people: dict[tuple[str, str], float] = defaultdict(float)
    seen = set()
    for count in chosen:
        record = int(columns.record[count])
        cell = value(first, count, record), value(second, count, record)
        people[cell] += float(columns.n[count])
        if columns.n[count]:
            seen.add((record, cell))
    if not {first, second} & set(COUNT_FIELDS):
        seen = {(record, (value(first, None, record), value(second, None, record))) for record in shown}
    records: dict[tuple[str, str], float] = defaultdict(float)
    for _, cell in seen:
        records[cell] += 1
    return {"casualties": people, "records": records}


@settings(max_examples=40, deadline=None)
@given(rows(), selections(), st.sampled_from(FIELDS), st.sampled_from(FIELDS))
def test_every_cell_is_that_of_a_slow_count(
    given_rows: list[dict[str, Any]], selection: Selection, first: str, second: str
) -> None:
    frame = make_frame("reported_accidents", given_rows)
    selected = select(frame, selection)
    found = cross(selected, axis(frame, first, selection, 99), axis(frame, second, selection, 99))
    expected = slow(frame, selection, first, second)
    assert found.people.sum() == pytest.approx(sum(expected["casualties"].values()))
    for measure, numbers in expected.items():
        for r, row in enumerate(found.rows.keys):
            for c, column in enumerate(found.columns.keys):
                told = found.people[r, c].sum() if measure == "casualties" else found.records[r, c]
                assert told == pytest.approx(numbers.get((row, column), 0)), (measure, row, column)
    assert found.people.shape[2] == len(OUTCOMES)
    assert np.all(found.silent.reshape(-1, 2) <= found.asked.reshape(-1, 1))


@pytest.mark.parametrize("field", ["district", "outcome"])
def test_records_outside_all_years_that_hold_nobody_who_is_asked_for_have_no_place(field: str) -> None:
    rows = [
        {"date": "2021-03-04", "killed": 1, "injured": 0, "status": "civilian", "district": "AZ-AGM"},
        {"date": "2024-03-04", "killed": 1, "injured": 0, "status": "military_security", "district": "AZ-AGM"},
        {"date": None, "killed": 0, "injured": 2, "status": "civilian", "district": "AZ-AGM"},
    ]
    query = [("outcome", "killed"), ("status", "civilian")]
    found = crossed(make_frame(rows=rows), field, "year", query=query)
    assert UNPLACED not in found.columns.keys
    assert found.people.shape[1] == found.records.shape[1] == len(found.columns.keys)
    first = "AZ-AGM" if field == "district" else "killed"
    assert {year: n for (row, year), n in cells(found).items() if row == first and n} == {"2021": 1}
