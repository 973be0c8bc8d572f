"""A file added to what is there: nothing twice, nothing lost, ids unique, each record beside its raw row."""

import hashlib
from collections import Counter
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.comparison.merging import Merged, merged
from data.comparison.overlaps import KEEP_BOTH, KEEP_OLD, TAKE_NEW, overlaps
from data.comparison.sides import framed
from data.frame import Frame, SourceFile
from data.typed import COUNT_FIELDS, RECORD_FIELDS, typed
from tests.data.factory import ACCIDENTS, LAYOUTS, PERIODS, STATEMENTS, make_dataset, make_frame, make_intake

ROWS = {"incident_list": ACCIDENTS, "period_totals": PERIODS, "running_totals": STATEMENTS}
KEYS = {layout: key for key, layout in LAYOUTS.items()} | {"line_list": "reported_accidents"}
# Few values, so that rows are often equal, or of one incident with other figures.
EVENT = st.fixed_dictionaries(
    {"date": st.sampled_from([None, "2021", "2021-03", "2021-03-04", "2021-03-05"]),
     "district": st.sampled_from(["", "AZ-AGM"]), "place": st.sampled_from(["", "Şuşa", "susa"]),
     "killed": st.sampled_from([None, 0, 1]), "injured": st.sampled_from([0, 2])}
)  # fmt: skip
PERIOD = st.fixed_dictionaries(
    {"date_from": st.sampled_from(["2021-01-01", "2021-02-01"]),
     "date_to": st.sampled_from(["2021-02-28", "2021-03-31"]),
     "district": st.sampled_from(["AZ-AGM", "AZ-FUZ"]), "killed": st.sampled_from([None, 1]), "not_split": st.just(3)}
)  # fmt: skip
STATEMENT = st.fixed_dictionaries(
    {"date": st.sampled_from(["2023-03-14", "2024-11-11"]), "counted_by": st.sampled_from(["One", "Other"]),
     "killed": st.sampled_from([1, 2]), "reported_in": st.sampled_from(["Daily", "Weekly"])}
)  # fmt: skip
FILES = st.sampled_from([("line_list", EVENT), ("incident_list", EVENT), ("period_totals", PERIOD),
                         ("running_totals", STATEMENT)]).flatmap(
    lambda kind: st.tuples(st.just(kind[0]), st.lists(kind[1], max_size=7), st.lists(kind[1], max_size=7))
)  # fmt: skip


def named(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows with ids as the intake makes them: of what a row says, and which one it is among equal ones."""
    seen: Counter[str] = Counter()
    whole = []
    for row in rows:
        seen[repr(row)] += 1
        identity = hashlib.sha256(f"{row} {seen[repr(row)]}".encode()).hexdigest()[:16]
        whole.append({"record_id": identity, "incident_id": identity} | row)
    return whole


def base(rows: list[dict[str, Any]], layout: str = "incident_list", **changes: Any) -> Frame:
    return make_frame(KEYS[layout], named(rows), dataset=make_dataset(KEYS[layout], layout=layout), **changes)


def raw_of(frame: Frame, name: str = "Own heading") -> pd.DataFrame:
    """A raw row for each record, which tells the record it is of."""
    cells = {"sheet": frame.records["sheet"].astype("str"), "row": frame.records["row"]}
    return pd.DataFrame(cells | {name: list(frame.records["record_id"])})


def add(frame: Frame, rows: list[dict[str, Any]], decision: str = "", raw: Any = None, **changes: Any) -> Merged:
    intake = make_intake(named(rows), frame.dataset.layout, **changes)
    found = overlaps(frame, framed(frame.dataset, intake))
    found = overlaps(frame, found.added, {pair.id: decision for pair in found.pairs})
    return merged(intake, found, raw or [raw_of(frame)])


def again(frame: Frame, one: Merged) -> Frame:
    """The merged version as the store would give it back."""
    files, first = [], 0
    for part in one.files:
        files.append(SourceFile(part.file_name, part.size, part.sha256, first, len(part.raw)))
        first += len(part.raw)
    return Frame(frame.dataset, frame.version + 1, one.file, one.sha256, "", frame.published_at, "", one.records,
                 one.counts, tuple(one.problems), tuple(files))  # fmt: skip


@pytest.mark.parametrize("layout", ROWS)
def test_the_same_file_again_changes_nothing(layout: str) -> None:
    frame = base(ROWS[layout], layout)
    one = add(frame, ROWS[layout])
    assert one.unchanged
    assert (one.file, one.sha256) == (frame.file_name, frame.sha256)
    pd.testing.assert_frame_equal(typed(one.records, RECORD_FIELDS), frame.records)
    pd.testing.assert_frame_equal(typed(one.counts, COUNT_FIELDS), frame.counts)


@given(FILES)
@settings(max_examples=25, deadline=None)
def test_what_is_added_is_there_once(file: tuple[str, list, list]) -> None:
    """x + what of y is not in x; and once it is there, adding y again changes nothing, whatever is equal within it."""
    layout, old, new = file
    frame = base(old, layout)
    found = overlaps(frame, framed(frame.dataset, make_intake(named(new), layout)))
    one = add(frame, new, KEEP_BOTH)
    assert len(one.records) == len(old) + len(new) - len(found.same)
    assert one.records["record_id"].is_unique
    assert sum(len(part.raw) for part in one.files) == len(one.records)
    whole = again(frame, one)
    assert add(whole, new, raw=[part.raw for part in one.files]).unchanged
    assert add(whole, old, raw=[part.raw for part in one.files]).unchanged


@given(FILES, st.sampled_from([KEEP_OLD, TAKE_NEW, KEEP_BOTH]))
@settings(max_examples=25, deadline=None)
def test_every_casualty_is_accounted_for(file: tuple[str, list, list], decision: str) -> None:
    layout, old, new = file
    frame = base(old, layout)
    found = overlaps(frame, framed(frame.dataset, make_intake(named(new), layout)))
    one = add(frame, new, decision)

    def people(side: Frame, positions: Any) -> float:
        return float(side.n[pd.Series(side.record).isin(positions).to_numpy()].sum())

    expected = people(frame, range(len(frame))) + people(found.added, found.new)
    if decision != KEEP_OLD:
        expected += people(found.added, found.alike)
    if decision == TAKE_NEW:
        expected -= people(frame, found.alike_before)
    assert one.counts["n"].sum() == pytest.approx(expected)


def test_a_person_decides_on_the_same_accident_with_other_figures() -> None:
    frame = base(ACCIDENTS)
    new = [{**ACCIDENTS[1], "killed": 5}]
    assert add(frame, new).unchanged, "undecided: nothing happens"
    assert len(add(frame, new, KEEP_OLD).records) == len(ACCIDENTS)
    both = add(frame, new, KEEP_BOTH)
    assert both.counts["n"].sum() == frame.n.sum() + 5
    replaced = add(frame, new, TAKE_NEW)
    assert len(replaced.records) == len(ACCIDENTS)
    assert replaced.counts["n"].sum() == frame.n.sum() + 1


def test_each_record_keeps_the_raw_row_it_came_from() -> None:
    frame = base(ACCIDENTS)
    new = [{**ACCIDENTS[0], "injured": 3}, {"date": "2026-03-01", "killed": 1, "place": "Beyond"}]
    one = add(frame, new, TAKE_NEW, file="june.csv", raw=[raw_of(frame, "May")])
    first, second = one.files
    assert (first.file_name, second.file_name) == ("reported_accidents.csv", "june.csv")
    assert list(first.raw["May"]) == list(frame.records["record_id"])[1:]
    assert list(second.raw["row"]) == [2, 3]
    assert list(one.records["row"]) == [*first.raw["row"], *second.raw["row"]]


def test_a_row_read_in_another_way_gets_an_id_of_its_own() -> None:
    """Ids are made from what the row says: the same row in another sense has the same one."""
    frame = base([{"date": "2021-03-04", "place": "A", "killed": 1, "record_id": "a" * 16}])
    one = add(frame, [{"date": "2021-04-03", "place": "A", "killed": 1, "record_id": "a" * 16}], KEEP_BOTH)
    assert one.records["record_id"].is_unique
    assert len(one.records) == 2


def test_periods_that_run_into_others_are_told() -> None:
    frame = base(PERIODS, "period_totals")
    new = [
        {"date_from": "2022-03-01", "date_to": "2022-05-31", "killed": 1, "injured": 1},
        {"date_from": "2022-04-07", "date_to": "2022-05-31", "killed": 1, "injured": 1},
        {"date_from": "2022-03-01", "date_to": "2022-05-31", "killed": 1, "injured": 1, "district": "AZ-AGM"},
    ]
    found = overlaps(frame, framed(frame.dataset, make_intake(named(new), "period_totals")))
    assert found.crossing.tolist() == [0]
