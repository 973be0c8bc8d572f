"""Frames: one set of dtypes whatever they are made from, views that agree with pandas, nothing that can be changed."""

import numpy as np
import pandas as pd
import pytest

from data.fields import FIELDS
from data.frame import NO_DAY
from data.typed import COUNT_FIELDS, RECORD_FIELDS, typed
from tests.data.factory import make_edition, make_frame, make_records


def test_columns_and_types_are_those_of_the_vocabulary() -> None:
    frame = make_frame()
    assert tuple(frame.records.columns) == RECORD_FIELDS
    assert tuple(frame.counts.columns) == COUNT_FIELDS
    for field in FIELDS:
        column = (frame.records if field.table == "records" else frame.counts)[field.key]
        if field.kind == "category":
            assert tuple(column.cat.categories) == field.categories
        elif field.kind in ("text", "place", "link"):
            assert list(column.cat.categories) == sorted(set(column))
        elif field.kind == "date":
            assert column.dtype == "datetime64[s]"
        elif field.kind == "id":
            assert column.dtype == "str"
        else:
            assert column.dtype == ("int32" if field.key == "row" else "float64")


def test_types_do_not_depend_on_what_came_in() -> None:
    records, _ = make_records([{"place": "B"}, {"place": "A"}, {"place": "B"}])
    as_text = typed(records, RECORD_FIELDS)
    as_categories = typed(records.assign(place=pd.Categorical(records["place"], ["X", "B", "A"])), RECORD_FIELDS)
    pd.testing.assert_frame_equal(as_text, as_categories)
    pd.testing.assert_frame_equal(as_text, typed(as_text, RECORD_FIELDS))


@pytest.mark.parametrize("change", [{"device": "a stick"}, {"device": None}, {"place": None}])
def test_a_value_outside_the_vocabulary_is_no_silent_blank(change: dict) -> None:
    records, _ = make_records([{}])
    with pytest.raises(ValueError):
        typed(records.assign(**{key: pd.Categorical([value]) for key, value in change.items()}), RECORD_FIELDS)


def test_other_columns_are_refused() -> None:
    records, _ = make_records([{}])
    with pytest.raises(ValueError):
        typed(records.assign(name="x"), RECORD_FIELDS)


def test_views_say_what_the_frames_say() -> None:
    frame = make_frame()
    joined = frame.counts.join(frame.records, on="record")
    codes, values = frame.codes("district")
    assert [values[code] for code in codes] == list(frame.records["district"])
    assert [values[code] for code in frame.per_count("district")] == list(joined["district"])
    outcomes, names = frame.codes("outcome")
    assert [names[code] for code in outcomes] == list(frame.counts["outcome"])
    assert frame.per_count("outcome") is outcomes
    assert (frame.n == frame.counts["n"]).all()
    assert (frame.record == frame.counts["record"]).all()
    assert frame.positions[frame.records["record_id"][3]] == 3


def test_days_count_from_1970_and_know_what_is_not_known() -> None:
    frame = make_frame(rows=[{"date": "1970-01-02"}, {"date": None}, {"date": "1969-12"}])
    assert frame.days("date_from").tolist() == [1, NO_DAY, -31]
    assert frame.days("date_to").tolist() == [1, NO_DAY, -1]


def test_days_per_count_repeat_those_of_the_record() -> None:
    frame = make_frame(rows=[{"date": "1970-01-02", "killed": 1, "injured": 2}, {"date": "1970-01-03", "killed": 1}])
    assert frame.days_per_count("date_from").tolist() == [1, 1, 2]


def test_ranges_are_seen() -> None:
    assert not make_frame().ranged
    assert make_frame(rows=[{"counts": [{"outcome": "killed", "n": 5, "n_min": 5}]}]).ranged


@pytest.mark.parametrize("key", ["n", "record"])
def test_arrays_cannot_be_changed(key: str) -> None:
    with pytest.raises(ValueError, match="read-only"):
        getattr(make_frame(), key)[0] = 7


def test_frames_cannot_be_changed_in_place() -> None:
    frame = make_frame()
    for table, column, value in (
        (frame.counts, "n", 7.0),
        (frame.counts, "outcome", "killed"),
        (frame.records, "stated_total", 7.0),
        (frame.records, "date_from", pd.Timestamp("2021-01-01").as_unit("s")),
        (frame.records, "district", "AZ-AGM"),
    ):
        with pytest.raises(ValueError):
            table.loc[0, column] = value
    pd.testing.assert_frame_equal(frame.records, make_frame().records)
    pd.testing.assert_frame_equal(frame.counts, make_frame().counts)
    with pytest.raises(ValueError, match="read-only"):
        frame.codes("device").codes[0] = 1


def test_a_constant_column_takes_no_memory() -> None:
    frame = make_frame(rows=[{"killed": 1}] * 1000)
    assert frame.records["latitude"].to_numpy().strides == (0,)
    assert np.isnan(frame.records["latitude"]).all()
    assert frame.n.sum() == 1000


def test_nothing_is_a_frame_too() -> None:
    frame = make_frame(rows=[])
    assert len(frame) == 0
    assert frame.codes("district") == frame.codes("district")
    assert frame.per_count("district").size == frame.days("date_from").size == 0
    assert not frame.ranged


def test_an_edition_of_the_factory_holds_the_three_datasets() -> None:
    assert set(make_edition().frames) == {"published_totals", "period_totals", "reported_accidents"}
