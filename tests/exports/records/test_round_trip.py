"""Our own files come back through the importer without a question, and with every number as it was."""

from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from data.fields import AGE_GROUPS, DEVICES, LAYOUTS, OUTCOMES, SEXES, STATUSES
from data.frame import Frame
from data.intake import Intake, take_in
from data.selection import Selection
from data.summaries.columns import columns_of
from data.summaries.selected import select
from data.summaries.tally import Bucket, tally, whole
from tests.data.factory import make_dataset, make_frame
from tests.exports.records.making import EVERYTHING, counts, fields, file_of, samples

READ_BACK = ("csv", "hxl.csv", "xlsx")
DATASETS = ("published_totals", "period_totals", "reported_accidents")
PEOPLE: list[dict[str, Any]] = [
    {"date": "2021-03-04", "district": "AZ-AGM", "counts": [{"outcome": "killed", "n": 1, "status": "civilian",
                                                           "sex": "male", "age_group": "adult"}]},
    {"date": "2021-03", "counts": [{"outcome": "injured", "n": 1, "sex": "female", "age_group": "child"}]},
    {"date": "2021", "counts": [{"outcome": "unknown", "n": 1, "status": "unknown", "sex": "unknown"}]},
    {"date": None, "counts": [{"outcome": "not_split", "n": 1}]},
]  # fmt: skip
GROUPS: list[dict[str, Any]] = [
    {"date": "2021-03-04", "counts": [
        {"outcome": "killed", "n": 2, "status": "civilian", "sex": "male"},
        {"outcome": "killed", "n": 1, "n_min": 1, "status": "military_security"},
        {"outcome": "injured", "n": 3, "n_min": 3, "n_max": 7},
        {"outcome": "unknown", "n": 1.5, "age_group": "child"},
    ]},
    {"date": "2022-01-05", "killed_basis": "partial", "counts": [{"outcome": "killed", "n": 4, "status": "civilian"}]},
    {"date": "2022-02-05", "killed": 0, "injured": 0},
    {"date": "2022-02-06"},
    {"date": "2022-02-07", "stated_total": 5, "counts": [{"outcome": "not_split", "n": 5, "n_max": 9}]},
    {"date": "2022-02-08", "counts": [{"outcome": "injured", "n": 0, "n_min": 0, "n_max": 4}]},
]  # fmt: skip


def back(content: bytes, extension: str) -> Intake:
    return take_in(content, f"records.{extension}", today=date(2026, 11, 25))


def same(frame: Frame, intake: Intake) -> None:
    assert intake.refused is None
    assert intake.questions == []
    assert intake.excluded == []
    assert intake.dropped_personal == []
    assert intake.layout == frame.dataset.layout
    assert fields(intake.records) == fields(frame.records)
    assert counts(intake.records, intake.counts) == counts(frame.records, frame.counts)


@pytest.mark.parametrize("extension", READ_BACK)
@pytest.mark.parametrize("key", DATASETS)
def test_a_shipped_dataset_comes_back_as_it_was(key: str, extension: str) -> None:
    frame = samples()[key]
    same(frame, back(file_of(frame, extension, language="nb"), extension))


@pytest.mark.parametrize("extension", READ_BACK)
@pytest.mark.parametrize(("rows", "layout"), [(PEOPLE, "line_list"), (GROUPS, "incident_list"),
                                              (GROUPS, "period_totals"), (GROUPS, "running_totals")])  # fmt: skip
def test_people_groups_ranges_and_silence_come_back(rows: list[dict[str, Any]], layout: str, extension: str) -> None:
    frame = make_frame("reported_accidents", rows, dataset=make_dataset(layout=layout))
    same(frame, back(file_of(frame, extension), extension))


@pytest.mark.parametrize("extension", READ_BACK)
@pytest.mark.parametrize(
    "query", [[("from", "2022")], [("outcome", "killed")], [("status", "civilian")], [("district", "AZ-AGM")],
              [("not.device", "antivehicle")]])  # fmt: skip
def test_a_selection_comes_back_with_the_numbers_that_were_shown(query: list[Any], extension: str) -> None:
    frame, selection = samples()["reported_accidents"], Selection.from_query(query)
    intake = back(file_of(frame, extension, selection), extension)
    assert intake.questions == []
    read = replace(frame, records=intake.records, counts=intake.counts)
    assert sums(read, EVERYTHING) == sums(frame, selection)


def sums(frame: Frame, selection: Selection) -> dict[Any, Any]:
    """Killed, injured and the others as the pages add them up: of all, and of every value of a few fields."""
    found, columns = select(frame, selection), columns_of(frame)
    told: dict[Any, Bucket] = {}
    for field in ("district", "status", "device"):
        keys = columns.field(field)[1]
        told |= {(field, key): bucket for key, bucket in zip(keys, tally(found, field, len(keys)), strict=True)}
    told["all", ""] = whole(found)
    outcomes = set(selection.outcome or OUTCOMES)
    numbers = {name: (one.killed.known * ("killed" in outcomes), one.injured.known * ("injured" in outcomes), one.other)
               for name, one in told.items()}  # fmt: skip
    return {name: counted for name, counted in numbers.items() if any(counted)}


NUMBERS = st.one_of(st.integers(1, 40).map(float), st.sampled_from([0.5, 1.25, 1000.0, 1234.5]))
COUNT = st.fixed_dictionaries(
    {"outcome": st.sampled_from(OUTCOMES), "n": NUMBERS, "status": st.sampled_from(STATUSES),
     "sex": st.sampled_from(SEXES), "age_group": st.sampled_from(AGE_GROUPS),
     "n_min": st.just(np.nan), "n_max": st.just(np.nan)}
)  # fmt: skip
TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zs", "Zl", "Zp", "Cn", "Co")), max_size=12)


def ranged(count: dict[str, Any], how: int) -> dict[str, Any]:
    n = count["n"]
    return count | [{}, {"n_min": n}, {"n_min": n, "n_max": n + 3}, {"n_max": n + 1}][how]


ROWS = st.lists(
    st.fixed_dictionaries({
        "date": st.sampled_from(["2020-11-14", "2021-02", "2022", None, "1899-12-31"]),
        "device": st.sampled_from(DEVICES), "place": TEXTS, "reported_in": TEXTS,
        "district": st.sampled_from(["", "AZ-AGM", "AZ-FUZ", "Elsewhere"]),
        "counts": st.lists(st.builds(ranged, COUNT, st.integers(0, 3)), max_size=4, unique_by=lambda count: (
            count["outcome"], count["status"], count["sex"], count["age_group"])),
    }), min_size=1, max_size=6,
)  # fmt: skip


# Making a failing example smaller reads files for minutes.
@settings(max_examples=12, deadline=None, phases=[Phase.generate], suppress_health_check=[HealthCheck.too_slow])
@given(rows=ROWS, layout=st.sampled_from(LAYOUTS), extension=st.sampled_from(READ_BACK))
def test_whatever_records_say_comes_back(rows: list[dict[str, Any]], layout: str, extension: str) -> None:
    frame = make_frame("reported_accidents", rows, dataset=make_dataset(layout=layout))
    same(frame, back(file_of(frame, extension), extension))


def test_nobody_of_a_group_is_nought_where_the_record_says_so_and_empty_where_it_does_not() -> None:
    one = {"killed_basis": "stated", "injured_basis": "stated"}
    rows: list[dict[str, Any]] = [
        {"date": "2021-03-01", **one, "counts": [{"outcome": "injured", "n": 1, "status": "civilian"}]},
        {"date": "2021-03-02", **one, "counts": [{"outcome": "injured", "n": 1, "status": "civilian"},
                                                 {"outcome": "killed", "n": 1, "status": "military_security"}]},
        {"date": "2021-03-03", **one, "counts": [{"outcome": "injured", "n": 1, "status": "civilian"},
                                                 {"outcome": "killed", "n": 1}]},
    ]  # fmt: skip
    frame = make_frame("reported_accidents", rows)
    intake = back(file_of(frame, "csv", Selection.from_query([("status", "civilian")])), "csv")
    assert intake.records["killed_basis"].tolist() == ["stated", "stated", "not_recorded"]
