"""Districts on a map: where marks stand, what is coloured, what is only outlined, and what is on no map."""

from datetime import date
from math import cos, radians
from typing import Any

import pytest

from charts import draw
from charts.maps.labels import Mark, labels
from charts.maps.plane import frame_of, holds
from charts.palette import GRID
from charts.view import View
from data.places.outlines import middle
from data.selection import Selection
from tests.data.factory import make_edition
from texts.words import Words

RECORDS: list[dict[str, Any]] = [
    {"date": "2021-03-04", "district": "AZ-AGM", "killed": 2, "injured": 14},
    {"date": "2022-03-05", "district": "AZ-FUZ", "killed": 0, "injured": 4},
    {"date": "2022-03-06", "district": "AZ-X-AGHDARA", "killed": 1, "injured": 0},
    {"date": "2022-03-07", "district": "AZ-LAC"},
    {"date": "2022-03-08", "killed": 3, "injured": 0},
    {"date": "2022-03-09", "district": "Elsewhere", "killed": 0, "injured": 2},
]


def drawn(records: Any = RECORDS, narrow: bool = False, **options: str) -> View:
    edition = make_edition({"reported_accidents": records})
    return draw(
        "district_map", edition, Selection(), Words("en"), today=date(2026, 3, 20), narrow=narrow, options=options
    )


def trace(view: View, role: str) -> dict[str, Any]:
    return next(trace for trace in view.figure["data"] if trace["meta"]["role"] == role)


def test_the_area_of_a_circle_is_the_number_and_it_stands_in_its_district() -> None:
    marks = trace(drawn(), "districts")
    assert marks["customdata"][:3] == ["district=AZ-AGM", "district=AZ-FUZ", "district=AZ-X-AGHDARA"]
    assert marks["meta"]["numbers"] == [16, 4, 1, None]
    sizes = marks["marker"]["size"]
    assert sizes[0] / sizes[1] == pytest.approx(2)
    assert marks["x"][0] == pytest.approx(middle("AZ-AGM")[0] * cos(radians(40.3)), abs=1e-3)


def test_what_is_on_no_map_is_said_with_its_number() -> None:
    view = drawn()
    assert any("the district is not stated: 3." in note for note in view.notes)
    assert any("no district that we know: Elsewhere (2)." in note for note in view.notes)
    assert any("there is no outline: Aghdara." in note for note in view.notes)
    assert "not on the map: 5" in view.figure["layout"]["annotations"][0]["text"]
    assert [row[0] for row in view.table.rows] == [
        "Aghdam", "Fuzuli", "Elsewhere", "Aghdara", "Lachin", "not stated", "Total",
    ]  # fmt: skip
    assert "most of the people recorded as killed or injured were in Aghdam (16 of at least 26)" in view.headline


def test_shades_leave_districts_without_a_record_uncoloured() -> None:
    view = drawn(shape="shade", of="killed")
    fills = [trace for trace in view.figure["data"] if trace["meta"]["role"] == "shade"]
    # Aghdam 2, Fuzuli none of whom is known, Lachin not recorded; Aghdara has no outline to fill.
    assert len(fills) == 3
    assert fills[1]["fillcolor"] == GRID
    assert fills[2]["fillpattern"]["shape"] == "/"
    key = view.figure["layout"]["annotations"][0]["text"]
    assert "not recorded" in key
    assert "> 0" in key.replace("</span>", ">") or " 0" in key
    disc = trace(view, "districts")["marker"]["color"]
    assert [colour.startswith("#") for colour in disc] == [False, True, False, False]


def test_a_map_for_each_year_on_one_scale() -> None:
    view = drawn(shape="periods")
    heads = [note["text"] for note in view.figure["layout"]["annotations"] if note["text"].startswith("<b>20")]
    assert heads[1:3] == ["<b>2021</b>  16", "<b>2022</b>  10+"]
    assert heads[-1].endswith("may still grow")
    marks = {trace["xaxis"]: trace for trace in view.figure["data"] if trace["meta"]["role"] == "districts"}
    assert marks["x2"]["customdata"] == ["district=AZ-AGM&from=2021&to=2021"]
    assert marks["x2"]["marker"]["size"][0] / marks["x3"]["marker"]["size"][0] == pytest.approx(2)
    keys = [column.key for column in view.table.columns]
    assert view.table.rows[1][keys.index("year.2022")] == 4


def test_the_map_needs_no_geo_subplot_and_is_true_to_shape() -> None:
    for shape in ("size", "shade", "periods"):
        figure = drawn(shape=shape).figure
        assert {trace["type"] for trace in figure["data"]} == {"scatter"}
        ratios = [axis for name, axis in figure["layout"].items() if name.startswith("yaxis")]
        assert all(axis["scaleratio"] == 1 and axis["scaleanchor"] == axis["anchor"] for axis in ratios)
        assert len(str(figure)) < 400_000


def test_nothing_with_a_place_is_said_and_not_drawn() -> None:
    view = drawn([{"date": "2021", "killed": 1, "injured": 0}])
    assert view.empty
    assert "no" in view.empty_reason.lower()


def test_words_never_lie_on_each_other_nor_on_another_mark() -> None:
    marks = [Mark(100 + 14 * i, 100, 6, (f"District {i} 12", "12")) for i in range(6)]
    found = labels(marks, 400, 200)
    assert found[0].text == "District 0 12"
    assert len(found) >= 2
    boxes = []
    for one in found:
        wide, mark = len(one.text) * 6.7, marks[one.mark]
        left = mark.x + one.xshift - {"left": 0, "center": wide / 2, "right": wide}[one.xanchor]
        top = mark.y - one.yshift - {"top": 0, "middle": 7.5, "bottom": 15}[one.yanchor]
        boxes.append((left, top, left + wide, top + 15))
    for i, (left, top, right, bottom) in enumerate(boxes):
        for other in boxes[i + 1 :]:
            assert right <= other[0] or other[2] <= left or bottom <= other[1] or other[3] <= top


def test_names_stand_in_districts_that_are_wide_enough_for_them() -> None:
    frame = frame_of(["AZ-KAL"], 760, (260, 460))
    assert holds(frame, "AZ-KAL", 20, 10)
    assert not holds(frame, "AZ-KAL", 400, 10)
    assert not holds(frame, "AZ-X-AGHDARA", 1, 1)
