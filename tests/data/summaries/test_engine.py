"""Whatever is asked of whatever frame, facets, sums and breakdowns are those of the slow reading in reference.py."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.fields import CHOICES
from data.frame import Frame
from data.selection import CATEGORIES, Selection
from data.summaries.facets import facets
from data.summaries.selected import select
from data.summaries.tally import Bucket, tally, whole
from tests.data.factory import make_frame
from tests.data.summaries import reference

FEW = {
    "device": ("antivehicle", "unknown", "not_stated"), "activity": ("farming", "play", "not_stated"),
    "verification": ("verified", "disputed", "not_stated"), "confidence": ("high", "low", "not_stated"),
    "in_official_scope": ("yes", "no", "not_stated"), "district": ("AZ-AGM", "AZ-FUZ", ""),
    "counted_by": ("Office", ""), "reported_in": ("Daily", "Weekly", ""), "place": ("Upper", "lower", ""),
    "incident_id": ("a", "b", "c", "d"), "killed_basis": ("stated", "partial", "not_recorded"),
    "injured_basis": ("stated", "partial", "not_recorded"),
    "date": (None, "2021", "2021-03", "2021-03-04", "2022-01-05"),
}  # fmt: skip
COUNTED = {
    "outcome": ("killed", "injured", "unknown", "not_split"), "status": ("civilian", "military_security", "not_stated"),
    "sex": ("male", "not_stated"), "age_group": ("child", "unknown"), "n": (0.0, 0.5, 1.0, 2.0),
    "n_min": (float("nan"), 1.0), "n_max": (float("nan"), 3.0),
}  # fmt: skip
NAMED = {key: [value or "not_stated" for value in values] for key, values in (FEW | COUNTED).items()}


def one_of(table: dict[str, tuple]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({key: st.sampled_from(values) for key, values in table.items()})


@st.composite
def rows(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Records alike and unlike, of none to three counts; as often a list of persons."""
    people = draw(st.booleans())
    found = draw(st.lists(one_of(FEW), max_size=12))
    for row in found:
        counts = st.lists(one_of(COUNTED), min_size=1 if people else 0, max_size=1 if people else 3)
        row["counts"] = [each | {"n": 1.0} if people else each for each in draw(counts)]
    return found


@st.composite
def selections(draw: st.DrawFn) -> Selection:
    """Up to four limits of any field, with a period or a part of a place's name at times."""
    asked: list[tuple[str, str]] = []
    keys = [choice.key for choice in CHOICES]
    for key in draw(st.lists(st.sampled_from(keys), max_size=4, unique=True)):
        values = st.lists(st.sampled_from(NAMED.get(key, CATEGORIES.get(key))), min_size=1, max_size=2, unique=True)
        asked += [(draw(st.sampled_from(("", "not."))) + key, value) for value in draw(values)]
    if draw(st.booleans()):
        first = date(2021, 1, 1) + timedelta(days=draw(st.integers(-30, 400)))
        asked.append(("from", first.isoformat()))
    if draw(st.integers(0, 3)) == 0:
        asked += [("to", "2021-12-31" if not any(name == "from" for name, _ in asked) else "2022-06")]
    if draw(st.integers(0, 3)) == 0:
        asked.append(("place", draw(st.sampled_from(("PP", "o", "nowhere")))))
    return Selection.from_query(asked)


def made(found: list[dict[str, Any]]) -> Frame:
    return make_frame("reported_accidents", found)


@settings(max_examples=40, deadline=None)
@given(rows(), st.lists(selections(), min_size=1, max_size=4))
def test_facets_and_sums_are_those_of_the_slow_reading(found: list[dict[str, Any]], asked: list[Selection]) -> None:
    frame = made(found)
    slow = reference.Slow(frame)
    for selection in asked:
        fast = {facet.field: {value.key: value for value in facet.values} for facet in facets(frame, selection)}
        for field, values in reference.facets(slow, selection).items():
            given = {
                key: (value.casualties, value.killed, value.injured, value.records, value.at_least)
                for key, value in fast.get(field, {}).items()
            }
            # A field of which nothing is said has no facet.
            assert given == (values if set(values) - {"unknown", "not_stated"} else {}), field
        selected = select(frame, selection)
        agree(whole(selected), slow.buckets(selection, None)[""], counted=False)
        for field in (choice.key for choice in CHOICES):
            keys, buckets = selected.columns.field(field)[1], slow.buckets(selection, field)
            for key, bucket in zip(keys, tally(selected, field, len(keys)), strict=True):
                agree(bucket, buckets[key], field in reference.COUNT_FIELDS)


def agree(bucket: Bucket, sums: dict[str, Any], counted: bool) -> None:
    """A bucket says what the slow sums say; fields of counts know nothing of what a record does not say."""
    assert (bucket.records, bucket.unknown, bucket.not_split) == (sums["records"], sums["unknown"], sums["not_split"])
    for outcome in ("killed", "injured"):
        amount, missing = getattr(bucket, outcome), sums[f"missing_{outcome}"]
        silent = not counted and missing and missing == sums["asked"] and not sums[outcome]
        assert amount.n == (None if silent else sums[outcome])
        assert amount.at_least == (not silent and bool(missing or sums[f"lower_{outcome}"]))
        assert getattr(bucket, f"missing_{outcome}") == missing


@settings(max_examples=40, deadline=None)
@given(rows(), selections())
def test_positions_masks_and_what_is_left_out_agree(found: list[dict[str, Any]], selection: Selection) -> None:
    frame = made(found)
    slow, selected = reference.Slow(frame), select(frame, selection)
    asked = [slow.asked(record, selection) for record in slow.records]
    size = len(frame)
    assert [True] * size == asked if selected.asked is None else selected.asked.tolist() == asked
    shown = list(range(size)) if selected.records is None else selected.records.tolist()
    assert len(shown) == selected.record_count == int(slow.buckets(selection, None)[""]["records"])
    positions = range(len(frame.n)) if selected.counts is None else selected.counts.tolist()
    assert frame.n[list(positions)].sum() == whole(selected).known
    for field in reference.RECORD_FIELDS:
        unsaid = {"not_stated", "unknown"} - getattr(selection, field)
        expected = sum(slow.asked(record, selection.unlimited(field)) and (record[field] or "not_stated") in unsaid
                       for record in slow.records) if getattr(selection, field) else 0  # fmt: skip
        assert selected.left_out.silent.get(field, 0) == expected


@pytest.mark.parametrize("field", [choice.key for choice in CHOICES])
def test_an_empty_frame_has_no_values(field: str) -> None:
    selected = select(made([]), Selection())
    assert all(bucket.records == 0 for bucket in tally(selected, field, len(selected.columns.field(field)[1])))
    assert facets(made([]), Selection()) == ()
