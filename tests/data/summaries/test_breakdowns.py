"""Sums and breakdowns against numbers worked out by hand: remainders, missing figures, minima, what is left out."""

import numpy as np
import pytest

from data.frame import Frame
from data.selection import Selection
from data.summaries.amounts import Amount
from data.summaries.by_field import by_field
from data.summaries.selected import select
from data.summaries.tally import whole
from tests.data.factory import make_frame

# Seven accidents of tests.data.factory and three of their own kind: a total only, some of the parts, "5 or more".
OWN = [
    {"date": "2021-03-01", "district": "AZ-TAR", "killed": 1, "not_split": 3, "injured_basis": "not_recorded"},
    {"date": "2021-03-02", "district": "AZ-TAR", "counts": [{"outcome": "killed", "n": 2, "status": "civilian"}],
     "killed_basis": "partial"},
    {"date": "2021-03-03", "district": "AZ-KAL", "killed": 0,
     "counts": [{"outcome": "injured", "n": 5, "n_min": 5, "status": "civilian"}], "killed_basis": "stated"},
]  # fmt: skip


@pytest.fixture
def accidents() -> Frame:
    from tests.data.factory import ACCIDENTS

    return make_frame("reported_accidents", [*ACCIDENTS, *OWN])


def rows(frame: Frame, field: str, selection: Selection = Selection()) -> dict:  # noqa: B008
    return dict(by_field(select(frame, selection), field).rows)


def test_the_whole(accidents: Frame) -> None:
    everything = whole(select(accidents, Selection()))
    assert everything.killed == Amount(8, at_least=True)
    assert everything.injured == Amount(13, at_least=True)
    assert (everything.not_split, everything.unknown, everything.records) == (3, 0, 10)
    # No number of killed: the accident of 2021. None of injured: that one and the two in Tartar.
    assert (everything.missing_killed, everything.missing_injured) == (1, 3)


def test_districts_are_sorted_by_size_with_the_unstated_last(accidents: Frame) -> None:
    found = by_field(select(accidents, Selection()), "district").rows
    assert [key for key, _ in found] == ["AZ-AGM", "AZ-TAR", "AZ-FUZ", "AZ-KAL", "AZ-SAR", "not_stated"]
    buckets = dict(found)
    assert (buckets["AZ-AGM"].killed, buckets["AZ-AGM"].injured) == (Amount(1), Amount(6))
    assert buckets["AZ-TAR"].killed == Amount(3, at_least=True)
    assert buckets["AZ-TAR"].injured == Amount(None)
    assert buckets["AZ-TAR"].not_split == 3
    assert buckets["AZ-KAL"].injured == Amount(5, at_least=True)
    # Nothing recorded is not zero.
    assert (buckets["AZ-SAR"].killed, buckets["AZ-SAR"].injured) == (Amount(None), Amount(None))


def test_a_split_keeps_its_remainder(accidents: Frame) -> None:
    found = rows(accidents, "status")
    assert (found["civilian"].killed.n, found["civilian"].injured.n) == (7, 8)
    assert (found["military_security"].killed.n, found["military_security"].injured.n) == (0, 1)
    assert (found["mine_action_staff"].killed.n, found["mine_action_staff"].injured.n) == (0, 1)
    assert (found["not_stated"].killed.n, found["not_stated"].injured.n, found["not_stated"].not_split) == (1, 3, 3)
    assert found["civilian"].records == 6
    assert list(found)[-1] == "not_stated"


@pytest.mark.parametrize("field", ["district", "status", "device", "activity"])
@pytest.mark.parametrize(
    "selection",
    [
        Selection(),
        Selection(outcome=frozenset({"killed"})),
        Selection(status=frozenset({"civilian"})),
        Selection.from_query([("from", "2021"), ("to", "2021")]),
        Selection.from_query(
            [("from", "2021"), ("district", "AZ-TAR"), ("district", "AZ-AGM"), ("outcome", "injured")]
        ),
    ],
    ids=lambda selection: str(selection.query()),
)
def test_every_breakdown_adds_up_to_the_whole(accidents: Frame, field: str, selection: Selection) -> None:
    selected = select(accidents, selection)
    everything, found = whole(selected), by_field(selected, field).rows
    for outcome in ("killed", "injured"):
        assert sum(getattr(bucket, outcome).known for _, bucket in found) == getattr(everything, outcome).known
    assert sum(bucket.not_split for _, bucket in found) == everything.not_split
    if field != "status":
        assert sum(bucket.records for _, bucket in found) == everything.records


def test_a_period_leaves_out_the_undated_and_the_half_inside(accidents: Frame) -> None:
    selected = select(accidents, Selection.from_query([("from", "2021-01"), ("to", "2021-06")]))
    assert whole(selected).records == 4
    assert selected.left_out.undated == 1
    # The accident known only to the year 2021.
    assert selected.left_out.partly_inside == 1
    assert select(accidents, Selection()).left_out.undated == 1
    assert whole(select(accidents, Selection.from_query([("from", "2021"), ("to", "2021")]))).records == 5


def test_a_district_leaves_out_the_rows_without_one(accidents: Frame) -> None:
    selected = select(accidents, Selection(district=frozenset({"AZ-FUZ"})))
    assert (whole(selected).killed.n, whole(selected).injured.n) == (4, 1)
    assert selected.left_out.silent == {"district": 1}
    assert select(accidents, Selection(district=frozenset({"AZ-FUZ", "not_stated"}))).left_out.silent == {}
    assert whole(select(accidents, Selection(district=frozenset({"not_stated"})))).injured.n == 1


def test_a_district_that_no_record_has_selects_nothing_and_is_named(accidents: Frame) -> None:
    selected = select(accidents, Selection(district=frozenset({"AZ-GONE"})))
    assert selected.record_count == 0
    assert selected.unknown_districts == ("AZ-GONE",)


def test_status_and_outcome_show_only_records_that_have_such_casualties(accidents: Frame) -> None:
    selected = select(accidents, Selection(status=frozenset({"military_security"})))
    assert selected.record_count == 1
    assert (whole(selected).killed, whole(selected).injured) == (Amount(0, True), Amount(1, True))
    # 2 + 1 injured, 1 killed and 3 of unsaid outcome have no status.
    assert selected.left_out.silent == {"status": 7}
    killed = select(accidents, Selection(outcome=frozenset({"killed"})))
    assert killed.record_count == 4
    assert whole(killed).injured.known == 0


def test_a_line_list_counts_people_as_an_incident_list_does() -> None:
    people = [{"date": "2021-01-01", "killed": 1, "injured": 0, "status": "civilian", "district": "AZ-AGM"},
              {"date": "2021-01-02", "killed": 0, "injured": 1, "status": "civilian"},
              {"date": None, "unknown": 1, "killed_basis": "not_recorded"}]  # fmt: skip
    frame = make_frame("reported_accidents", people)
    everything = whole(select(frame, Selection()))
    assert (everything.killed.n, everything.injured.n, everything.unknown) == (1, 1, 1)
    found = rows(frame, "status")
    assert (found["civilian"].records, found["not_stated"].records) == (2, 1)
    assert whole(select(frame, Selection(district=frozenset({"AZ-AGM"})))).killed.n == 1


def test_counts_in_any_order_give_the_same_sums(accidents: Frame) -> None:
    turned = accidents.counts.iloc[::-1].reset_index(drop=True)
    frame = make_frame("reported_accidents")
    mixed = Frame(frame.dataset, 1, "f", "0", "", frame.published_at, "t", accidents.records, turned)
    for selection in (Selection(), Selection(status=frozenset({"civilian"})), Selection.from_query([("from", "2021")])):
        assert whole(select(mixed, selection)) == whole(select(accidents, selection))


def test_fractions_are_kept() -> None:
    frame = make_frame("reported_accidents", [{"date": "2021", "killed": 0.5, "injured": 1.25}] * 2)
    everything = whole(select(frame, Selection()))
    assert (everything.killed.n, everything.injured.n) == (1.0, 2.5)


def test_an_empty_dataset_has_sums_too() -> None:
    selected = select(make_frame("reported_accidents", []), Selection.from_query([("from", "2021")]))
    assert (whole(selected).killed, whole(selected).records) == (Amount(0), 0)
    assert by_field(selected, "district").rows == ()


def test_selecting_does_not_touch_the_frame(accidents: Frame) -> None:
    before = accidents.records.copy(deep=True), accidents.counts.copy(deep=True)
    select(accidents, Selection.from_query([("from", "2021"), ("status", "civilian"), ("district", "AZ-AGM")]))
    assert accidents.records.equals(before[0])
    assert accidents.counts.equals(before[1])
    assert np.array_equal(accidents.n, before[1]["n"])
