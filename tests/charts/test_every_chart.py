"""What holds for every chart, in every language, of much, of little and of nothing."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

import plotly.graph_objects as go
import pytest

import charts
from charts import ALIASES, CHARTS, INTERVALS, ChartNotFound, draw
from charts.palette import COLOURS
from charts.view import View
from data.selection import Selection
from tests.data.factory import ACCIDENTS, PERIODS, STATEMENTS, content, make_edition
from texts.words import LANGUAGES, Words

TODAY = date(2026, 3, 20)
ONE_RECORD = {"published_totals": STATEMENTS[:1], "period_totals": PERIODS[:1], "reported_accidents": ACCIDENTS[1:2]}
NOTHING = Selection.from_query([("from", "1950"), ("to", "1951")])
FILTERED = Selection.from_query(
    [("from", "2020"), ("outcome", "injured"), ("status", "civilian"), ("district", "AZ-AGM"), ("district", "AZ-GONE")]
)
CASES = {
    "normal": (None, Selection()),
    "one record": (ONE_RECORD, Selection()),
    "nothing found": (None, NOTHING),
    "filtered": (None, FILTERED),
    "no dataset": ({}, Selection()),
    "empty datasets": ({key: [] for key in ONE_RECORD}, Selection()),
}


def drawn(chart: str, case: str, language: str = "nb", **more: Any) -> View:
    rows, selection = CASES[case]
    return draw(chart, make_edition(rows), selection, Words(language), today=TODAY, **more)


def values(part: Any) -> Iterator[tuple[str, Any]]:
    """Every (key, leaf) of a figure."""
    for key, value in part.items() if isinstance(part, dict) else enumerate(part):
        if isinstance(value, dict | list):
            yield from values(value)
        yield str(key), value


def people(view: View, role: str) -> Counter[float]:
    """The numbers drawn for an outcome, above zero."""
    traces = [trace for trace in view.figure.get("data", ()) if trace["meta"]["role"] == role]
    along = [trace["x"] if trace.get("orientation") == "h" else trace["y"] for trace in traces]
    return Counter(n for numbers in along for n in numbers if n)


def told(view: View, key: str) -> Counter[float]:
    """The numbers of the table's column, above zero."""
    keys = [column.key for column in view.table.columns]
    return (
        Counter(row[keys.index(key)] for row in view.table.rows if row[keys.index(key)]) if key in keys else Counter()
    )


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("chart", CHARTS)
def test_a_view_is_whole(chart: str, language: str, case: str, narrow: bool) -> None:
    view = drawn(chart, case, language, narrow=narrow)
    assert (view.chart, view.edition) == (chart, 1)
    assert view.title
    assert view.alt
    for text in (view.title, view.subtitle, view.alt, view.empty_reason, *view.notes):
        assert not re.search(r"[{}]|\bnan\b|None|value\.|charts\.", text)
    if view.empty:
        assert view.figure == {}
        assert view.empty_reason.endswith(".")
        assert view.table.rows == () or view.chart == "reported_accidents"
    else:
        assert view.empty_reason == ""
        assert view.table.rows
        assert re.search(r"\d", view.alt)
        assert view.height == view.figure["layout"]["height"] > 60
        assert view.sources
        assert view.subtitle.count(".") >= 2
    for row in view.table.rows:
        assert len(row) == len(view.table.columns)
    assert len({column.label for column in view.table.columns}) == len(view.table.columns)
    assert len(view.table.row_ids) in (0, len(view.table.rows))


@pytest.mark.parametrize("case", ["nothing found", "no dataset", "empty datasets"])
@pytest.mark.parametrize("chart", CHARTS)
def test_nothing_is_said_in_words(chart: str, case: str) -> None:
    view = drawn(chart, case)
    if case == "empty datasets" and chart == "reported_accidents":
        # The stretch of time was searched: no accident is a finding of its own, but there is nothing to draw.
        assert view.empty
    assert view.empty, view.figure
    if case == "nothing found":
        assert "1950 – 1951" in view.empty_reason


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize("case", ["normal", "one record", "filtered"])
@pytest.mark.parametrize("chart", CHARTS)
def test_a_figure_is_valid_plain_and_in_the_palette(chart: str, case: str, narrow: bool) -> None:
    figure = drawn(chart, case, narrow=narrow).figure
    if not figure:
        assert drawn(chart, case, narrow=narrow).empty
        return
    go.Figure(figure)
    assert json.loads(json.dumps(figure, allow_nan=False)) == figure
    for key, value in values(figure):
        if isinstance(value, str):
            for colour in re.findall(r"#[0-9a-fA-F]{3,8}\b|rgba?\([^)]*\)", value):
                assert colour in COLOURS, f"{key}: {colour}"
    fonts = [value for key, value in values(figure) if key.endswith("font")]
    assert fonts
    assert all(font.get("size", 12) >= 12 for font in fonts)


@pytest.mark.parametrize("interval", INTERVALS)
@pytest.mark.parametrize("case", ["normal", "one record", "filtered"])
@pytest.mark.parametrize("outcome", ["killed", "injured"])
@pytest.mark.parametrize("chart", CHARTS)
def test_table_and_figure_carry_the_same_numbers(chart: str, outcome: str, case: str, interval: str) -> None:
    view = drawn(chart, case, options={"by": interval})
    if chart == "reported_accidents":
        # What is known more coarsely or not dated is in the table too, with its own state.
        keys = [column.key for column in view.table.columns]
        names = {row[keys.index("period")] for row in view.table.rows}
        assert len(names) == len(view.table.rows)
        assert people(view, outcome) <= told(view, outcome)
    else:
        assert people(view, outcome) == told(view, outcome)


@pytest.mark.parametrize("chart", CHARTS)
def test_outcomes_not_asked_for_are_neither_drawn_nor_listed(chart: str) -> None:
    view = drawn(chart, "filtered")
    assert not people(view, "killed")
    assert "killed" not in {column.key for column in view.table.columns}
    assert people(view, "injured") or view.empty


@pytest.mark.parametrize("chart", CHARTS)
def test_a_chart_leaves_the_frames_alone_and_gives_the_same_again(chart: str) -> None:
    edition = make_edition()
    before = content(edition)
    first = draw(chart, edition, FILTERED, Words("en"), today=TODAY)
    assert draw(chart, edition, FILTERED, Words("en"), today=TODAY) == first
    assert content(edition) == before


@pytest.mark.parametrize("chart", CHARTS)
def test_each_language_has_words_of_its_own(chart: str) -> None:
    norwegian, english = (drawn(chart, "normal", language) for language in ("nb", "en"))
    assert norwegian.title != english.title
    assert norwegian.subtitle != english.subtitle
    assert norwegian.alt != english.alt
    assert not set(norwegian.notes) & set(english.notes)
    assert norwegian.table.rows[0][1:3] == english.table.rows[0][1:3] or chart == "reported_accidents"


@pytest.mark.parametrize("chart", CHARTS)
def test_the_subtitle_says_the_selection(chart: str) -> None:
    selection = Selection.from_query([("from", "2020"), ("to", "2026")])
    view = draw(chart, make_edition(), selection, Words("en"), today=TODAY)
    assert "Showing 2020 to 2026" in view.subtitle


def test_filters_that_a_dataset_cannot_answer_are_named() -> None:
    selection = Selection.from_query([("district", "AZ-AGM"), ("device", "improvised")])
    for chart in ("published_totals", "by_period"):
        view = draw(chart, make_edition(), selection, Words("en"), today=TODAY)
        assert any("district and device" in note for note in view.notes)
        assert not view.empty


def test_a_district_that_does_not_exist_is_named() -> None:
    selection = Selection.from_query([("district", "AZ-GONE")])
    view = draw("by_device", make_edition(), selection, Words("en"), today=TODAY)
    assert view.empty
    assert any("AZ-GONE" in note for note in view.notes)


def test_names_that_are_no_chart() -> None:
    with pytest.raises(ChartNotFound):
        draw("pie", make_edition(), Selection(), Words("en"), today=TODAY)
    with pytest.raises(ValueError, match="no such by"):
        draw(CHARTS[0], make_edition(), Selection(), Words("en"), today=TODAY, options={"by": "week"})


def test_old_names_lead_to_charts_and_hide_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert set(ALIASES.values()) <= set(CHARTS)
    assert not set(ALIASES) & set(CHARTS)
    monkeypatch.setitem(charts.ALIASES, "by_region", "by_district")
    assert draw("by_region", make_edition(), Selection(), Words("en"), today=TODAY).chart == "by_district"


def test_the_order_of_the_charts() -> None:
    assert CHARTS == (
        "published_totals", "by_period", "reported_accidents", "by_district", "by_status", "by_device", "by_activity",
    )  # fmt: skip
