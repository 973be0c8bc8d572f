"""Any field by any field: what is drawn, shaded, folded, left grey and said, by hand."""

from datetime import date
from typing import Any

from charts import draw
from charts.shades import shade, shade_limits
from charts.view import View
from data.selection import Selection
from tests.data.factory import make_edition
from texts.words import Words

PEOPLE = [
    {"date": "2021-03-04", "district": "AZ-AGM", "killed": 2, "injured": 8, "device": "improvised"},
    {"date": "2022-05-06", "district": "AZ-FUZ", "killed": 1, "injured": 2, "device": "antivehicle"},
    {"date": "2022-05-07", "killed": 0, "injured": 3, "device": "antivehicle"},
]


def drawn(language: str = "en", records: Any = None, query: Any = (), narrow: bool = False, **options: str) -> View:
    edition = make_edition(None if records is None else {"reported_accidents": records})
    selection = Selection.from_query(query)
    return draw("cross", edition, selection, Words(language), today=date(2026, 3, 20), narrow=narrow, options=options)


def bars(view: View) -> dict[tuple[str, float], str]:
    """(column, number) -> pick, of everything above zero."""
    return {
        (trace["name"], n): pick
        for trace in view.figure["data"]
        for n, pick in zip(trace["x"], trace["customdata"], strict=True)
        if n
    }


def cells(view: View) -> dict[str, tuple[str, str]]:
    """Pick of a cell of a heat table -> its words and its ground."""
    (trace,) = view.figure["data"]
    return {
        pick: (text, ground)
        for pick, text, ground in zip(trace["customdata"], trace["text"], trace["marker"]["color"], strict=True)
    }


def test_a_panel_for_each_outcome_on_one_scale() -> None:
    view = drawn(records=PEOPLE)
    assert view.title == "Killed and injured by district and outcome"
    assert bars(view)["injured", 8] == "district=AZ-AGM&outcome=injured"
    assert bars(view)["killed", 2] == "district=AZ-AGM&outcome=killed"
    ranges = {tuple(axis["range"]) for name, axis in view.figure["layout"].items() if name.startswith("xaxis")}
    assert len(ranges) == 1
    assert min(ranges)[0] == 0
    assert "most of the people recorded as killed or injured were in Aghdam (10 of at least 16)" in view.headline


def test_what_is_not_stated_is_last_grey_and_in_no_share() -> None:
    view = drawn(records=PEOPLE)
    keys = [column.key for column in view.table.columns]
    assert [row[0] for row in view.table.rows] == ["Aghdam", "Fuzuli", "not stated", "Total"]
    assert [row[keys.index("share")] for row in view.table.rows] == ["77%", "23%", "", ""]
    assert any(
        "Shares are of those that are known (13); those that are unknown or not stated (3)" in note
        for note in view.notes
    )
    small = drawn(records=PEOPLE[1:])
    assert small.table.rows[0][keys.index("share")] == "3 of 3"
    assert "not stated" in small.table.rows[1]


def test_a_heat_table_says_zero_unknown_and_sums() -> None:
    view = drawn(columns="year", shape="heat")
    found = cells(view)
    assert found["district=AZ-AGM&from=2022&to=2022"][0] == "4"
    assert found["district=AZ-AGM&from=2024&to=2024"] == ("0", "#ffffff")
    assert found["district=AZ-SAR&from=2021&to=2021"][0] == "?"
    assert found["district=AZ-AGM"][0] == "<b>7</b>"
    assert "? means “not recorded”; it is not zero." in view.notes
    assert any("belongs to no single period" in note and "1." in note for note in view.notes)
    assert any("▨" in head for head in view.figure["layout"]["xaxis"]["ticktext"])


def test_a_period_that_is_asked_for_cuts_the_years() -> None:
    view = drawn(columns="year", shape="heat", query=[("from", "2020-11-20")])
    assert "district=AZ-FUZ&from=2020-11&to=2020" not in cells(view)
    assert cells(view)["district=AZ-FUZ&from=2020-11-20&to=2020-12-31"][0] == "4"


def test_small_multiples_run_over_years_on_one_scale() -> None:
    view = drawn(shape="multiples")
    assert any("years are shown" in note for note in view.notes)
    by_name = {trace["name"]: trace for trace in view.figure["data"]}
    assert by_name["Aghdam"]["y"] == [0, 0, 4, 0, 0, 0, 2]
    assert by_name["Aghdam"]["customdata"][2] == "district=AZ-AGM&from=2022&to=2022"
    assert by_name["Aghdam"]["marker"]["pattern"]["shape"][-1] == "/"
    ranges = [axis["range"] for name, axis in view.figure["layout"].items() if name.startswith("yaxis")]
    assert all(limits == ranges[0] for limits in ranges)


def test_a_field_against_itself_is_answered_by_outcome() -> None:
    view = drawn(records=PEOPLE, columns="district")
    assert "district and outcome" in view.title
    assert view.notes[0] == "Rows and columns cannot both be district: the columns show outcome."
    assert "outcome and year" in drawn(records=PEOPLE, rows="outcome", columns="outcome").title


def test_many_values_are_folded_and_the_table_has_them_all() -> None:
    rows = [{"date": "2021-01-01", "district": f"D{i:02}", "killed": i, "injured": 0} for i in range(1, 31)]
    view = drawn(records=rows, of="killed")
    assert bars(view)["killed", sum(range(1, 19))] == ""
    assert len(view.table.rows) == 31
    assert any("18 others are added up (171)" in note for note in view.notes)
    assert [column.key for column in view.table.columns] == ["district", "killed", "total", "share", "records"]


def test_records_count_once_and_the_note_says_so() -> None:
    view = drawn(columns="status", of="records", shape="heat")
    assert cells(view)["district=AZ-AGM&status=civilian"][0] == "2"
    assert any("the totals count each of the 7 reported accidents once" in note for note in view.notes)


def test_an_outcome_that_is_left_out_is_not_drawn_as_zero() -> None:
    view = drawn(records=PEOPLE, of="killed", query=[("outcome", "injured")])
    assert view.empty
    assert drawn(records=[{"date": "2021", "district": "AZ-AGM"}], columns="sex").empty


def test_shades_grow_with_the_number_and_words_on_them_turn_light() -> None:
    assert shade_limits([0, 1, 3]) == [1, 2, 3]
    assert shade_limits([1, 2, 47]) == [2, 5, 10, 20, 47]
    assert shade_limits([]) == [1]
    limits = shade_limits([1, 2, 47])
    assert [shade(n, limits)[0] for n in (1, 4, 9, 15, 40)] == ["#dde8e6", "#b3cbc8", "#83aaa6", "#4a7a77", "#234b49"]
    assert (shade(1, limits)[1], shade(40, limits)[1]) == ("#1d1f23", "#ffffff")


def test_more_values_than_a_table_has_rows_for_are_said() -> None:
    rows = [{"date": "2021-01-01", "district": f"D{i:03}", "killed": i, "injured": 0} for i in range(1, 131)]
    view = drawn(records=rows)
    assert view.table.rows[-2][0] == "30 others"
    assert view.table.rows[-1][1] == sum(range(1, 131))
    assert any("the table adds up the smallest too" in note for note in view.notes)
