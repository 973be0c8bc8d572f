"""Casualties per accident: classes, mean and median, and the largest accidents, in lists of accidents and of people."""

from datetime import date
from typing import Any

from charts import draw
from charts.view import View
from data.selection import Selection
from tests.data.factory import make_dataset, make_edition, make_frame
from texts.words import Words

RECORDS: list[dict[str, Any]] = [
    {"date": "2021-03-04", "district": "AZ-AGM", "place": "Upper village", "killed": 4, "injured": 8},
    {"date": "2021-03-05", "district": "AZ-FUZ", "killed": 0, "injured": 0},
    {"date": "2021-03", "district": "AZ-FUZ", "killed": 1, "injured": 0},
    {"date": "2021-03-07", "killed": 0, "injured": 1},
    {"date": "2021-03-08", "district": "AZ-FUZ"},
    {"date": None, "district": "AZ-FUZ", "killed": 2},
]


def drawn(records: Any = RECORDS, query: Any = (), layout: str = "incident_list", language: str = "en") -> View:
    frame = make_frame("reported_accidents", records, dataset=make_dataset(layout=layout))
    edition = make_edition({"reported_accidents": frame})
    return draw("incident_size", edition, Selection.from_query(query), Words(language), today=date(2026, 3, 20))


def heights(view: View) -> dict[str, int]:
    ticks = view.figure["layout"]["xaxis"]["ticktext"]
    return {ticks[x]: y for trace in view.figure["data"] for x, y in zip(trace["x"], trace["y"], strict=True)}


def test_a_bar_for_each_size_and_the_unknown_apart() -> None:
    view = drawn()
    assert heights(view) == {"none": 1, "1": 2, "2": 1, "3–5": 0, "6–10": 0, "11 or more": 1, "not stated": 1}
    assert view.figure["data"][0]["customdata"][1] == "casualties=one"
    assert view.figure["data"][1]["customdata"] == ["casualties=not_stated"]
    # Mean of 12, 0, 1, 1 and at least 2.
    assert (
        "5 accidents with a recorded number: at least 3.2 killed and injured on average, median at least 1."
    ) in view.notes
    assert "5 accidents were recorded" in view.headline
    assert "the largest number in one accident is 12, according to" in view.headline
    assert any("In 1 accident the number killed and injured is not recorded" in note for note in view.notes)
    assert any("In 1 accident the number is a minimum" in note for note in view.notes)


def test_the_largest_are_listed_with_the_way_to_them() -> None:
    view = drawn()
    largest = [(row, picks[0]) for row, picks in zip(view.table.rows, view.table.picks, strict=True)
               if row[0] == "The largest"]  # fmt: skip
    assert largest == [
        (("The largest", "4 March 2021: Upper village, Aghdam", 1, 12, 4, 8),
         "from=2021-03-04&to=2021-03-04&district=AZ-AGM&casualties=eleven_or_more"),
        (("The largest", "without a date: Fuzuli", 1, 2, 2, None), "district=AZ-FUZ&casualties=two"),
    ]  # fmt: skip
    assert view.table.rows[6][2:] == (1, None, None, None)


def test_people_of_one_accident_are_one_accident() -> None:
    people = [
        {"incident_id": incident, "date": "2021-03-04", "district": "AZ-AGM", "killed_basis": "stated",
         "injured_basis": "stated", "counts": [{"outcome": outcome, "n": 1}]}
        for incident, outcome in (("a", "killed"), ("a", "injured"), ("a", "injured"), ("b", "injured"))
    ]  # fmt: skip
    view = drawn(people, layout="line_list")
    assert heights(view) == {"1": 1, "2": 0, "3–5": 1, "6–10": 0, "11 or more": 0}
    assert "2 accidents with a recorded number: 2 killed and injured on average, median 2." in view.notes
    killed = drawn(people, [("outcome", "killed")], "line_list")
    assert heights(killed)["3–5"] == 1
    assert any("counts everybody in the accident" in note for note in killed.notes)


def test_a_number_that_nobody_recorded_has_no_mean() -> None:
    view = drawn([{"date": "2021-03-04", "district": "AZ-AGM"}])
    assert "the number of people killed or injured is not recorded" in view.headline
