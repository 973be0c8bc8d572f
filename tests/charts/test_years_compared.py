"""years_compared: a line per year, its months, and the same months held against the same months."""

from datetime import date
from typing import Any

from charts import draw
from charts.months.year_lines import apart
from charts.view import View
from data.selection import Selection
from tests.data.factory import make_dataset, make_edition, make_frame
from texts.words import Words

# Final up to 31 March 2024.
DATASET = make_dataset(reporting_delay_days=30, covered_from=date(2022, 2, 10), covered_to=date(2024, 4, 30))
ROWS: list[dict[str, Any]] = [
    {"date": "2022-02-15", "killed": 1, "injured": 1},
    {"date": "2023-01-10", "killed": 2, "injured": 3},
    {"date": "2023-03", "killed": 0, "injured": 4, "not_split": 2},
    {"date": "2023-11-30", "killed": 5, "injured": 0},
    {"date": "2023", "killed": 1, "injured": 0},
    {"date": "2024-02-01", "killed": 1, "injured": 6},
    {"date": "2024-04-02", "killed": 9, "injured": 0},
]


def drawn(query: Any = (), language: str = "en", rows: Any = ROWS, dataset: Any = DATASET, **options: str) -> View:
    edition = make_edition({"reported_accidents": make_frame("reported_accidents", rows, dataset=dataset)})
    selection = Selection.from_query(list(query))
    return draw("years_compared", edition, selection, Words(language), today=date(2024, 5, 10), options=options)


def lines(view: View, year: int) -> list[dict[str, Any]]:
    return [trace for trace in view.figure["data"] if trace["meta"]["year"] == year]


def test_a_line_per_year_on_one_calendar() -> None:
    view = drawn()
    (line,) = lines(view, 2023)
    assert (line["x"], line["y"]) == (list(range(1, 13)), [5, 0, 6, 0, 0, 0, 0, 0, 0, 0, 5, 0])
    assert line["customdata"][2] == "from=2023-03&to=2023-03"
    # Nothing is known of January 2022: the line begins in February.
    assert lines(view, 2022)[0]["x"] == list(range(2, 13))


def test_months_that_may_still_grow_are_dotted_and_open() -> None:
    whole, open_end = lines(drawn(), 2024)
    assert whole["y"] == [0, 7, 0]
    assert (open_end["y"], open_end["line"]["dash"]) == ([0, 9], "dot")
    assert open_end["marker"]["color"] == ["#1d1f23", "#ffffff"]


def test_the_newest_is_strongest_and_every_line_is_named_at_its_end() -> None:
    view = drawn()
    widths = [lines(view, year)[0]["line"]["width"] for year in (2022, 2023, 2024)]
    assert widths == sorted(widths)
    labels = [annotation["text"] for annotation in view.figure["layout"]["annotations"]]
    assert {"2022", "2023", "<b>2024</b>"} <= set(labels)


def test_the_same_months_are_compared() -> None:
    # January to March: 2024 has 7, 2023 has 11, of 2022 January is not covered.
    assert drawn().headline.startswith(
        "People killed or injured: 7 (January to March 2024) against 11 (January to March 2023), 4 fewer, according to "
    )
    assert drawn(language="nb").headline.startswith(
        "Drepte og skadde: 7 (januar – mars 2024) mot 11 (januar – mars 2023), 4 færre, ifølge "
    )
    assert "People killed: 1 (January to March 2024) against 2 (January to March 2023)" in drawn(of="killed").headline
    (finding,) = drawn().findings
    assert "January to March 2024" in finding
    assert "exact Poisson test" in finding


def test_nobody_in_either_year_is_no_headline() -> None:
    rows = [{"date": "2022-06-02", "killed": 6, "injured": 6}, {"date": "2023-07-02", "killed": 5, "injured": 1}]
    headline = drawn(rows=rows).headline
    assert "June 2022" in headline
    assert " against " not in headline


def test_the_year_so_far() -> None:
    view = drawn(shape="running", of="killed")
    assert lines(view, 2023)[0]["y"] == [2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 7, 7]
    labels = [annotation["text"] for annotation in view.figure["layout"]["annotations"]]
    assert "2023: 7" in labels
    assert any("not the published totals" in note for note in view.notes)


def test_what_is_known_to_the_year_only_is_named_and_left_out() -> None:
    assert any("so not drawn: 1 reported accident. 2023: 1 killed and 0 injured." in note for note in drawn().notes)


def test_the_oldest_of_many_years_are_in_the_table_only() -> None:
    dataset = make_dataset(covered_from=date(2010, 1, 1), covered_to=date(2024, 4, 30))
    view = drawn(dataset=dataset)
    assert {trace["meta"]["year"] for trace in view.figure["data"]} == set(range(2017, 2025))
    assert any("7 earlier years" in note for note in view.notes)
    assert len({row[0] for row in view.table.rows}) == 15


def test_an_outcome_that_the_selection_leaves_out_is_not_drawn_as_zero() -> None:
    view = drawn([("outcome", "injured")], of="killed")
    assert lines(view, 2023)[0]["y"][:3] == [3, 0, 4]
    assert any("leaves out the killed" in note for note in view.notes)


def test_labels_are_moved_apart_and_stay_inside() -> None:
    assert apart([10, 12, 100], 15, 300) == [10, 25, 100]
    assert apart([290, 295, 299], 15, 300) == [270, 285, 300]


def test_a_single_year_is_drawn_alone() -> None:
    assert lines(drawn([("from", "2024")]), 2024)[0]["y"][1] == 7
