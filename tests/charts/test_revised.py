"""Figures that an earlier edition gave otherwise, and how a chart over time marks them."""

from datetime import date
from typing import Any

import pytest

from charts import draw
from charts.editions.revised import revised_years
from charts.view import View
from data.selection import Selection
from data.summaries.amounts import Amount
from tests.data.comparison.test_editions import AFTER, BEFORE, frame
from tests.data.factory import make_edition
from texts.words import Words

OLD = make_edition({"reported_accidents": frame(BEFORE)}, number=4)
NEW = make_edition({"reported_accidents": frame(AFTER, 2)}, number=5)


def drawn(**more: Any) -> View:
    return draw("over_time", more.pop("shown", NEW), Selection(), Words("en"), today=date(2026, 3, 20), **more)


def test_the_years_that_say_otherwise() -> None:
    found = revised_years(frame(AFTER, 2), frame(BEFORE))
    # 2023 is new, and what has no date is the same.
    assert {year: (was.killed, now.killed) for year, (was, now) in found.items()} == {
        "2021": (Amount(3), Amount(4)),
        "2022": (Amount(1), Amount(0)),
    }
    assert list(revised_years(frame(AFTER), frame(BEFORE), Selection(district=frozenset({"AZ-AGM"})))) == ["2021"]
    assert revised_years(frame(AFTER), frame(AFTER)) == {}


@pytest.mark.parametrize(("shape", "tops"), [("stacked", [4, 0, 2]), ("side", [4, 0, 2]), ("lines", [4, 0, 2])])
def test_revised_years_are_marked_told_and_tabled(shape: str, tops: list[float]) -> None:
    view = drawn(options={"by": "year", "shape": shape}, against=OLD)
    marks = [one for one in view.figure["data"] if one["name"] == "revised"]
    assert [one["y"] for one in marks] == [tops]
    # The edition before showed 2023 as searched, with nobody in it.
    note = (
        "Revised since edition 4, marked ◇, 3 periods. The newest: 2023 (0 killed and 0 injured became 0 killed and 2 "
        "injured); 2022 (1 killed and 4 injured became 0 killed and 0 injured); 2021 (3 killed and 0 injured became 4 "
        "killed and 0 injured)."
    )
    assert note in view.notes
    states = {row[0]: row[-1] for row in view.table.rows}
    assert (states["2021"], states["2022"]) == ("revised", "revised")
    assert "revised" not in states["2020"]


def test_a_running_total_is_not_marked_but_told() -> None:
    view = drawn(options={"by": "year", "shape": "running"}, against=OLD)
    assert not [one for one in view.figure["data"] if one["name"] == "revised"]
    assert any(note.startswith("Revised since edition 4") for note in view.notes)


def test_nothing_is_said_without_another_edition_or_a_difference() -> None:
    for more in ({}, {"against": NEW}, {"against": make_edition({}, number=1)}):
        assert not [note for note in drawn(options={"by": "year"}, **more).notes if "Revised" in note]


def test_months_are_compared_as_months() -> None:
    view = drawn(options={"by": "month"}, against=OLD)
    told = next(note for note in view.notes if note.startswith("Revised"))
    assert "May 2022 (1 killed and 4 injured became 0 killed and 0 injured)" in told
    assert "April 2021 (2 killed and 0 injured became 3 killed and 0 injured)" in told
