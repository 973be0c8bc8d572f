"""Parquet and back: whatever a Frame holds comes out the same, and damage is noticed."""

import numpy as np
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from data.fields import AGE_GROUPS, DEVICES, OUTCOMES, STATUSES
from data.store.parquet import pack, unpack
from data.typed import COUNT_FIELDS, RECORD_FIELDS, typed
from tests.data.factory import make_frame

NUMBERS = st.floats(0, 1e6) | st.just(np.nan)
COUNTS = st.fixed_dictionaries(
    {"outcome": st.sampled_from(OUTCOMES), "status": st.sampled_from(STATUSES),
     "age_group": st.sampled_from(AGE_GROUPS), "n": st.floats(0, 1e6), "n_min": NUMBERS, "n_max": NUMBERS}
)  # fmt: skip
ROWS = st.fixed_dictionaries(
    {"place": st.text(st.characters(codec="utf-8"), max_size=8), "device": st.sampled_from(DEVICES),
     "date": st.none() | st.dates().map(lambda day: day.isoformat()), "latitude": NUMBERS,
     "counts": st.lists(COUNTS, max_size=3)}
)  # fmt: skip


@given(st.lists(ROWS, max_size=6))
@settings(max_examples=25, deadline=None)
def test_what_is_packed_comes_back_the_same(rows: list[dict]) -> None:
    frame = make_frame(rows=rows)
    records, counts = unpack(pack(frame.records)), unpack(pack(frame.counts))
    pd.testing.assert_frame_equal(frame.records, typed(records, RECORD_FIELDS))
    pd.testing.assert_frame_equal(frame.counts, typed(counts, COUNT_FIELDS))


def test_codes_survive_although_most_categories_are_unused() -> None:
    frame = make_frame(rows=[{"device": DEVICES[-1]}, {"device": DEVICES[2]}])
    again = typed(unpack(pack(frame.records)), RECORD_FIELDS)
    assert again["device"].cat.codes.tolist() == [len(DEVICES) - 1, 2]


def test_a_vocabulary_may_grow_in_the_middle() -> None:
    """Categories are kept by name: a version of an older program has other codes, but the same meaning."""
    frame = make_frame(rows=[{"device": "improvised"}])
    older = frame.records.assign(device=pd.Categorical(["improvised"], ["improvised", "unknown"]))
    assert typed(unpack(pack(older)), RECORD_FIELDS)["device"].tolist() == ["improvised"]
