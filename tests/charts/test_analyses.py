"""What holds for every analysis of /explore, in every language, of much, of little, of nothing, and for each option.

A figure's marks may carry picks: a trace's customdata, one per mark (for a heat map a list of lists). Such a trace
draws numbers of the table: y (x of horizontal bars, z of maps), or what its meta says in "along" ("x", "y", "z", or ""
where it draws no number of people, such as a mark that is only placed).
"""

import json
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any
from urllib.parse import parse_qsl

import plotly.graph_objects as go
import pytest

from charts import ANALYSES, draw, options_of
from charts.palette import COLOURS
from charts.view import View
from data.frame import Edition
from data.selection import PARAMETERS, Selection
from data.summaries.coverage import cases_frame
from data.summaries.selected import select
from data.summaries.tally import whole
from tests.data.factory import ACCIDENTS, PERIODS, STATEMENTS, content, make_edition
from texts.words import LANGUAGES, Words

TODAY = date(2026, 3, 20)
ONE_RECORD = {"published_totals": STATEMENTS[:1], "period_totals": PERIODS[:1], "reported_accidents": ACCIDENTS[1:2]}
NOTHING = Selection.from_query([("from", "1950"), ("to", "1951")])
FILTERED = Selection.from_query(
    [("from", "2020"), ("outcome", "injured"), ("status", "civilian"), ("district", "AZ-AGM"), ("district", "AZ-GONE")]
)
SHORT = Selection.from_query([("from", "2020-11-20"), ("to", "2022-07-15"), ("not.activity", "farming")])
CASES: dict[str, tuple[Any, Selection]] = {
    "normal": (None, Selection()),
    "one record": (ONE_RECORD, Selection()),
    "nothing found": (None, NOTHING),
    "filtered": (None, FILTERED),
    "short": (None, SHORT),
    "no dataset": ({}, Selection()),
    "empty datasets": ({key: [] for key in ONE_RECORD}, Selection()),
}
SOME = ("normal", "one record", "filtered", "short")
# Every analysis as it opens, and with each other value of each of its options; a period for those that take one.
CHOSEN = [(chart, {}) for chart in ANALYSES] + [
    (chart, {option.name: value})
    for chart in ANALYSES
    for option in options_of(chart)
    for value in option.values[1:] or ("2021..2022",) * (not option.values)
]
# Options are tried on much; as it opens, each is tried on little too.
TRIED = [(chart, options, case) for chart, options in CHOSEN for case in (("normal",) if options else SOME)]
NAMES = [f"{' '.join([chart, *map('='.join, options.items())])} {case}" for chart, options, case in TRIED]
IDS = [" ".join([chart, *(f"{name}={value}" for name, value in options.items())]) for chart, options in CHOSEN]


@cache
def edition_of(case: str, number: int = 1) -> Edition:
    """Made once: what a chart must not change is held by a test of its own."""
    return make_edition(CASES[case][0], number=number)


def drawn(chart: str, case: str, language: str = "nb", **more: Any) -> View:
    more = {"today": TODAY, "against": edition_of("no dataset" if case == "no dataset" else "normal", 2), **more}
    return draw(chart, edition_of(case), CASES[case][1], Words(language), **more)


def leaves(part: Any) -> Iterator[tuple[str, Any]]:
    """Every (key, value) of a figure."""
    for key, value in part.items() if isinstance(part, dict) else enumerate(part):
        if isinstance(value, dict | list):
            yield from leaves(value)
        yield str(key), value


def flat(values: Any) -> list[Any]:
    return [leaf for value in values for leaf in (value if isinstance(value, list) else [value])]


def marks(view: View) -> list[dict[str, Any]]:
    """The traces whose marks carry picks."""
    return [
        trace
        for trace in view.figure.get("data", ())
        if any(isinstance(pick, str) for pick in flat(trace.get("customdata", ())))
    ]


def picks(view: View) -> set[str]:
    found = {pick for row in view.table.picks for pick in row}
    return found | {pick for trace in marks(view) for pick in flat(trace["customdata"])}


def along(trace: dict[str, Any]) -> str:
    if "along" in (trace.get("meta") or {}):
        return str(trace["meta"]["along"])
    return "z" if "z" in trace else "x" if trace.get("orientation") == "h" else "y"


def applied(selection: Selection, pick: str) -> Selection:
    """The selection that a pick narrows to: its parameters take the place of those of the same names."""
    named = parse_qsl(pick, keep_blank_values=True)
    kept = [(name, value) for name, value in selection.query() if name not in {name for name, _ in named}]
    return Selection.from_query(kept + named)


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("chart", ANALYSES)
def test_a_view_is_whole(chart: str, language: str, case: str, narrow: bool) -> None:
    whole_view(drawn(chart, case, language, narrow=narrow), chart)


@pytest.mark.parametrize("case", ["one record", "nothing found"])
@pytest.mark.parametrize(("chart", "options"), CHOSEN, ids=IDS)
def test_a_view_is_whole_with_every_option(chart: str, options: dict[str, str], case: str) -> None:
    whole_view(drawn(chart, case, "en", options=options), chart)


def whole_view(view: View, chart: str) -> None:
    assert (view.chart, view.edition) == (chart, 1)
    assert view.title
    assert view.alt
    for text in (view.title, view.subtitle, view.alt, view.empty_reason, *view.notes, *view.findings, *view.about):
        assert not re.search(r"[{}]|\bnan\b|\binf\b|None|value\.|charts\.", text), text
        assert f"{chart}." not in text
    for text in (*view.notes, *view.findings):
        assert re.search(r"[.:!?]$", text), f"no sentence: {text}"
    if view.empty:
        assert view.figure == {}
        assert view.empty_reason.endswith(".")
    else:
        assert view.empty_reason == ""
        assert view.table.rows
        assert re.search(r"\d", view.alt)
        assert view.height == view.figure["layout"]["height"] > 60
        assert view.sources
        assert view.subtitle.count(".") >= 2
        assert view.figure["layout"]["showlegend"] is False
    for row in view.table.rows:
        assert len(row) == len(view.table.columns)
    assert len({column.key for column in view.table.columns}) == len(view.table.columns)
    assert len({column.label for column in view.table.columns}) == len(view.table.columns)
    assert len(view.table.row_ids) in (0, len(view.table.rows))
    assert len(view.table.picks) in (0, len(view.table.rows))
    assert all(len(row) == len(view.table.columns) for row in view.table.picks)


@pytest.mark.parametrize("case", ["nothing found", "no dataset", "empty datasets"])
@pytest.mark.parametrize("chart", ANALYSES)
def test_nothing_is_said_in_words(chart: str, case: str) -> None:
    # What is published or compared may be there although no single case fits; then it is drawn.
    view = drawn(chart, case)
    if view.empty:
        assert len(view.empty_reason) > 20
    if case == "no dataset":
        assert view.empty


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize(("chart", "options", "case"), TRIED, ids=NAMES)
def test_a_figure_is_valid_plain_and_in_the_palette(
    chart: str, options: dict[str, str], case: str, narrow: bool
) -> None:  # fmt: skip
    figure = drawn(chart, case, narrow=narrow, options=options).figure
    if not figure:
        return
    go.Figure(figure)
    assert json.loads(json.dumps(figure, allow_nan=False)) == figure
    for key, value in leaves(figure):
        if isinstance(value, str):
            for colour in re.findall(r"#[0-9a-fA-F]{3,8}\b|rgba?\([^)]*\)", value):
                assert colour in COLOURS, f"{key}: {colour}"
    fonts = [value for key, value in leaves(figure) if key.endswith("font")]
    assert fonts
    assert all(font.get("size", 12) >= 12 for font in fonts)


@pytest.mark.parametrize(("chart", "options", "case"), TRIED, ids=NAMES)
def test_what_is_drawn_stands_in_the_table(chart: str, options: dict[str, str], case: str) -> None:
    view = drawn(chart, case, options=options)
    told = {round(float(cell), 6) for row in view.table.rows for cell in row if isinstance(cell, int | float)}
    for trace in marks(view):
        if axis := along(trace):
            shown = {round(float(n), 6) for n in flat(trace[axis]) if n}
            assert shown <= told, f"{trace.get('name')}: {sorted(shown - told)}"


@pytest.mark.parametrize(("chart", "options", "case"), TRIED, ids=NAMES)
def test_picks_lead_to_the_records_behind_a_number(chart: str, options: dict[str, str], case: str) -> None:
    view, asked = drawn(chart, case, options=options), CASES[case][1]
    for pick in picks(view):
        assert {name for name, _ in parse_qsl(pick, keep_blank_values=True)} <= set(PARAMETERS), pick
        applied(asked, pick)
    frame = cases_frame(edition_of(case))
    for row, row_picks in zip(view.table.rows, view.table.picks, strict=False):
        for column, cell, pick in zip(view.table.columns, row, row_picks, strict=True):
            if pick and frame and column.key in ("killed", "injured", "records"):
                found = whole(select(frame, applied(asked, pick)))
                number = found.records if column.key == "records" else getattr(found, column.key).n
                assert number == cell, f"{column.key}, {pick}: {number} found, {cell} told"


@pytest.mark.parametrize("chart", ANALYSES)
def test_a_chart_leaves_the_frames_alone_and_gives_the_same_again(chart: str) -> None:
    edition = make_edition()
    before = content(edition)
    first = draw(chart, edition, SHORT, Words("en"), today=TODAY)
    assert draw(chart, edition, SHORT, Words("en"), today=TODAY) == first
    assert content(edition) == before


@pytest.mark.parametrize(("chart", "options"), CHOSEN, ids=IDS)
def test_each_language_has_words_of_its_own(chart: str, options: dict[str, str]) -> None:
    norwegian, english = (drawn(chart, "normal", language, options=options) for language in ("nb", "en"))
    if norwegian.empty:
        return
    assert norwegian.title != english.title
    assert norwegian.subtitle != english.subtitle
    assert norwegian.alt != english.alt
    assert not set(norwegian.notes) & set(english.notes)
    assert not set(norwegian.findings) & set(english.findings)


@pytest.mark.parametrize("chart", ANALYSES)
def test_the_subtitle_says_the_selection(chart: str) -> None:
    selection = Selection.from_query([("from", "2020"), ("to", "2026")])
    view = draw(chart, make_edition(), selection, Words("en"), today=TODAY)
    assert view.empty or "Showing 2020 to 2026" in view.subtitle


@pytest.mark.parametrize("chart", ANALYSES)
def test_statements_and_period_totals_are_not_analysed_case_by_case(chart: str) -> None:
    for key in ("published_totals", "nowhere"):
        view = draw(chart, make_edition(), Selection(), Words("en"), today=TODAY, dataset=key)
        assert view.title
        assert not view.empty or view.empty_reason.endswith(".")


def test_a_name_that_is_no_option() -> None:
    with pytest.raises(ValueError, match="no such by"):
        draw(ANALYSES[0], make_edition(), Selection(), Words("en"), today=TODAY, options={"by": "fortnight"})
