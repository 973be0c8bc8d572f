"""season: a cell per month, numbers in it, sums beside it, and nothing where nobody looked."""

from datetime import date
from typing import Any

from charts import draw
from charts.palette import CARD, GRID, SHADES
from charts.view import View
from data.selection import Selection
from tests.charts.test_years_compared import DATASET, ROWS
from tests.data.factory import make_edition, make_frame
from texts.words import Words


def drawn(query: Any = (), language: str = "en", rows: Any = ROWS, **options: str) -> View:
    edition = make_edition({"reported_accidents": make_frame("reported_accidents", rows, dataset=DATASET)})
    selection = Selection.from_query(list(query))
    return draw("season", edition, selection, Words(language), today=date(2024, 5, 10), options=options)


def cell(view: View, year: int, month: int) -> tuple[str, str, str]:
    """(colour, text, pick) of a month; rows are years, the newest on top."""
    place = 2024 - year
    bars = [
        (trace["marker"]["color"], (trace["customdata"] or [""] * 99)[i])
        for trace in view.figure["data"] if trace["type"] == "bar" and trace["name"] != "unfinished"
        for i, (x, base) in enumerate(zip(trace["x"], trace["base"], strict=True))
        if (x, round(base + 0.47)) == (month, place)
    ]  # fmt: skip
    texts = [
        trace["text"][i]
        for trace in view.figure["data"] if trace["meta"]["role"] == "numbers"
        for i, (x, y) in enumerate(zip(trace["x"], trace["y"], strict=True)) if (x, y) == (month, place)
    ]  # fmt: skip
    ((colour, pick),) = bars
    return colour, "".join(texts), pick


def test_a_cell_has_a_shade_a_number_and_a_way_to_its_records() -> None:
    view = drawn()
    # The most is 9: two people a step, five steps.
    assert cell(view, 2023, 1) == (SHADES[2], "5", "from=2023-01&to=2023-01")
    assert cell(view, 2023, 2) == (CARD, "0", "from=2023-02&to=2023-02")
    assert cell(view, 2024, 4) == (SHADES[4], "9", "from=2024-04&to=2024-04")
    assert cell(view, 2022, 2) == (SHADES[0], "2", "from=2022-02&to=2022-02")


def test_outside_of_what_is_covered_nothing_is_known() -> None:
    view = drawn()
    assert cell(view, 2022, 1) == (GRID, "", "")
    assert cell(view, 2024, 5) == (GRID, "", "")
    assert view.table.rows[2][:3] == ("2022", "not covered", 2)
    assert view.table.rows[0][5:7] == ("not covered", "not covered")


def test_months_that_may_still_grow_are_outlined() -> None:
    (outlines,) = [trace for trace in drawn().figure["data"] if trace["name"] == "unfinished"]
    assert (outlines["x"], outlines["customdata"]) == ([4], ["from=2024-04&to=2024-04"])


def test_sums_stand_beside_and_are_told_to_be_uneven() -> None:
    view = drawn()
    assert [row[-1] for row in view.table.rows] == [16, 16, 2, 34]
    assert view.table.rows[-1][:5] == ("All", 5, 9, 6, 9)
    assert any("2 to 3 years each" in note for note in view.notes)
    texts = [annotation["text"] for annotation in view.figure["layout"]["annotations"]]
    assert texts.count("16") == 2
    assert "<b>34</b>" in texts


def test_a_month_in_which_nothing_is_recorded_has_a_question_mark() -> None:
    view = drawn(rows=[*ROWS, {"date": "2023-06-01"}])
    assert cell(view, 2023, 6)[:2] == (CARD, "?")
    assert view.table.rows[1][6] is None
    # The year then has at least so many.
    assert "16+" in [annotation["text"] for annotation in view.figure["layout"]["annotations"]]


def test_killed_only() -> None:
    view = drawn(of="killed")
    assert view.table.rows[1][1:4] == (2, 0, 0)
    assert view.table.picks[1][1] == "from=2023-01&to=2023-01&outcome=killed"
    assert view.title == "Killed by month and year"
