"""Spans at their true width, bars by size: what they show, what they leave to the table, and what they say of it."""

from datetime import date
from typing import Any

from charts import draw
from charts.breakdown import MOST_BARS
from charts.view import View
from data.selection import Selection
from tests.data.factory import make_edition
from texts.words import Words

DAY_MS = 24 * 3600 * 1000


def drawn(chart: str, language: str = "en", rows: dict[str, Any] | None = None, query=(), **more: Any) -> View:
    edition, selection = make_edition(rows), Selection.from_query(query)
    return draw(chart, edition, selection, Words(language), today=date(2026, 3, 20), **more)


def trace(view: View, role: str) -> dict[str, Any]:
    return next(trace for trace in view.figure["data"] if trace["meta"]["role"] == role)


def labels(view: View) -> list[str]:
    return [annotation["text"] for annotation in view.figure["layout"]["annotations"]]


def test_spans_have_their_true_width_and_people_an_axis_of_their_own() -> None:
    view = drawn("by_period")
    spans = trace(view, "span")
    assert spans["base"] == ["2020-11-10", "2021-12-15", "2022-02-05"]
    assert [width / DAY_MS for width in spans["x"]] == [400, 52, 61]
    assert trace(view, "killed")["xaxis"] == "x2"
    assert trace(view, "killed")["x"] == [36, 1, 0]
    assert "The periods last from 52 to 400 days." in view.notes[0]


def test_a_span_of_which_only_the_sum_is_known_is_outlined() -> None:
    only = trace(drawn("by_period"), "not_split")
    assert only["x"] == [0, 0, 5]
    assert only["marker"]["pattern"]["shape"] == "/"
    row = drawn("by_period").table.rows[2]
    assert row[:6] == (date(2022, 2, 5), date(2022, 4, 6), 61, None, None, 5)


def test_many_spans_are_left_to_the_table() -> None:
    rows = [
        {"date_from": f"2021-01-{i:02}", "date_to": f"2021-01-{i:02}", "killed": i, "injured": 0} for i in range(1, 32)
    ]
    view = drawn("by_period", rows={"period_totals": rows * 2})
    assert len(trace(view, "span")["y"]) == 30
    assert len(view.table.rows) == 62
    assert any("32 earlier periods" in note for note in view.notes)


def test_a_filter_on_status_leaves_out_spans_that_do_not_split() -> None:
    view = drawn("by_period", query=[("status", "civilian")])
    assert view.empty
    assert any("3 periods" in note for note in view.notes)


def test_the_largest_district_first_and_the_unstated_last_and_grey() -> None:
    view = drawn("by_district", "nb")
    assert [row[0] for row in view.table.rows] == ["Aghdam", "Fuzuli", "Sharur", "ikke oppgitt"]
    grey = [trace for trace in view.figure["data"] if trace["meta"]["role"] == "injured"][1]
    assert (grey["y"], grey["marker"]["pattern"]["shape"]) == ([3], "/")
    assert "var de fleste registrerte drepte og skadde i Aghdam (7 av minst 13)" in view.headline
    assert "ikke oppgitt" in " ".join(labels(view))


def test_many_districts_are_left_to_the_table() -> None:
    rows = [{"date": "2021", "district": f"D{i:02}", "killed": i, "injured": 1} for i in range(1, 21)]
    view = drawn("by_district", rows={"reported_accidents": [*rows, {"date": "2021", "killed": 0, "injured": 1}]})
    assert sum(len(trace["y"]) for trace in view.figure["data"] if trace["meta"]["role"] == "killed") == MOST_BARS + 1
    assert len(view.table.rows) == 21
    assert any("8 more" in note for note in view.notes)


def test_a_minimum_carries_a_plus_and_a_reason() -> None:
    rows = [{"date": "2021", "device": "antipersonnel", "killed": 2, "injured": 1},
            {"date": "2021", "device": "antipersonnel", "killed": 1}]  # fmt: skip
    view = drawn("by_device", rows={"reported_accidents": rows})
    assert any(">3</span> · " in text and ">1+</span>" in text for text in labels(view))
    assert any("injured is not recorded for 1 reported accident; +" in note for note in view.notes)
    keys = [column.key for column in view.table.columns]
    assert view.table.rows[0][keys.index("missing_injured")] == 1
    assert "at least 3 people were killed and 1 injured" in view.headline


def test_fractions_and_thousands_in_the_readers_form() -> None:
    rows = [{"date": "2021", "activity": "herding", "killed": 1234.5, "injured": 1}]
    assert any(
        "1\N{NO-BREAK SPACE}234,5" in text for text in labels(drawn("by_activity", "nb", {"reported_accidents": rows}))
    )
    assert any("1,234.5" in text for text in labels(drawn("by_activity", "en", {"reported_accidents": rows})))


def test_who_counted_stands_without_its_footnote() -> None:
    assert "Source: reported_accidents in English." in drawn("by_status").subtitle
