"""A finished picture: it carries its own proof, and its View stays as it was."""

import copy
import re
from dataclasses import replace
from itertools import pairwise

import plotly.graph_objects as go
import pytest

from exports.picture import bare, picture
from exports.picture_room import FAT, LINE, moved_apart
from exports.picture_sizes import MOST_PIXELS, SIZES
from exports.text_lines import width
from tests.exports.views import EMPTY, FIGURE, WHOLE
from texts import Words

ADDRESS = "https://figures.example.org/?lang=en#card-by_district"
EN = Words("en")


def told(made: dict) -> str:
    """All words of the picture, lines joined."""
    return " ".join(one["text"] for one in made["figure"]["layout"]["annotations"]).replace("<br>", " ")


def test_title_selection_source_date_edition_and_address_are_inside() -> None:
    text = told(picture(WHOLE, EN, ADDRESS, "name"))
    for part in ("Where", WHOLE.subtitle, "public reports", "13 March 2026", "edition 7", ADDRESS, "7 have no date."):
        assert part in text


@pytest.mark.parametrize("name", SIZES)
def test_each_size_has_its_shape_and_type_for_the_back_row(name: str) -> None:
    made, size = picture(WHOLE, EN, ADDRESS, "name", narrow=WHOLE, size=name), SIZES[name]
    layout = made["figure"]["layout"]
    assert (made["width"], made["height"]) == (size.width, size.height)
    smallest = min(one["font"]["size"] for one in layout["annotations"])
    # 14 pt where the picture fills a slide 13.3 inches (960 pt) wide.
    assert smallest * size.width / layout["width"] / size.width * 960 >= 14


def test_many_rows_make_it_taller_not_illegible() -> None:
    tall = copy.deepcopy(FIGURE)
    tall["data"][0]["orientation"] = "h"
    made = picture(replace(WHOLE, figure=tall, height=1200), EN, ADDRESS, "name")
    assert made["height"] > 1000


@pytest.mark.parametrize("view", [WHOLE, EMPTY], ids=["whole", "empty"])
def test_plotly_accepts_it_and_no_line_leaves_it(view) -> None:
    layout = picture(view, EN, ADDRESS, "name")["figure"]["layout"]
    go.Figure(picture(view, EN, ADDRESS, "name")["figure"])
    around = layout["margin"]
    for one in layout["annotations"]:
        top = around["t"] - one["yshift"]
        lines = one["text"].count("<br>") + 1 if one["text"] else 0
        assert one["xshift"] + around["l"] >= 0
        assert 0 <= top <= top + lines * one["font"]["size"] * 1.3 <= layout["height"]
        for line in re.sub("</?b>", "", one["text"]).split("<br>"):
            assert width(line, one["font"]["size"]) <= layout["width"]


def test_nothing_found_is_said_in_the_picture() -> None:
    assert "No accident fits." in told(picture(EMPTY, EN, ADDRESS, "name"))


def test_many_notes_are_cut_and_that_is_said() -> None:
    noted = replace(WHOLE, notes=tuple(f"Note number {number}." for number in range(12)))
    text = told(picture(noted, EN, ADDRESS, "name"))
    assert "Note number 1." in text
    assert "Note number 5." not in text
    assert EN.say("exports.more_notes") in text


def test_signs_of_html_are_words_not_markup() -> None:
    odd = replace(WHOLE, title="A < B & C <b>")
    assert "A &lt; B &amp; C &lt;b&gt;" in told(picture(odd, EN, ADDRESS, "name"))


def test_the_view_is_not_changed() -> None:
    before = copy.deepcopy(WHOLE.figure)
    picture(WHOLE, EN, ADDRESS, "name")
    assert WHOLE.figure == before


@pytest.mark.parametrize("width", [320, 500, 640, 1000, 1200, 3840])
def test_type_is_never_smaller_than_on_a_phone(width: int) -> None:
    made = picture(WHOLE, EN, ADDRESS, "name", narrow=WHOLE, width=width)
    assert made["width"] == width
    smallest = min(one["font"]["size"] for one in made["figure"]["layout"]["annotations"])
    assert smallest * width / made["figure"]["layout"]["width"] >= 12 * min(1, width / 640)


def test_a_huge_picture_has_fewer_pixels_than_asked_for() -> None:
    made = picture(WHOLE, EN, ADDRESS, "name", width=3840, scale=4)
    assert made["width"] * made["height"] * made["scale"] ** 2 <= MOST_PIXELS * 1.01
    assert picture(WHOLE, EN, ADDRESS, "name", width=1200, scale=4)["scale"] == 4


def test_a_size_that_others_crop_keeps_its_shape_with_many_rows() -> None:
    rows = copy.deepcopy(FIGURE)
    rows["data"][0]["orientation"] = "h"
    made = picture(replace(WHOLE, figure=rows, height=520), EN, ADDRESS, "name", size="social")
    assert (made["width"], made["height"]) == (1200, 630)
    assert made["figure"]["layout"]["width"] > SIZES["social"].laid


def test_the_finding_stands_between_title_and_subtitle() -> None:
    said = told(picture(replace(WHOLE, headline="Most were killed in Aghdam."), EN, ADDRESS, "name"))
    assert said.index("Where") < said.index("Most were killed in Aghdam.") < said.index("Killed and injured in 3")


def test_labels_at_the_ends_of_lines_are_set_apart_again() -> None:
    ends = [{"x": 1, "y": y, "xanchor": "left", "yanchor": "middle"} for y in (50, 51, 52)]
    layout = {"annotations": ends, "yaxis": {"range": [0, 100]}}
    moved_apart(layout, 100)
    ys = [one["y"] for one in layout["annotations"]]
    assert [round(b - a, 1) for a, b in pairwise(ys)] == [LINE, LINE]
    moved_apart(
        layout := {"annotations": [{**ends[0], "y": 99}, {**ends[0], "y": 98}], "yaxis": {"range": [0, 100]}}, 100
    )
    assert max(one["y"] for one in layout["annotations"]) <= 100


def test_the_chart_for_phones_is_not_used_where_it_says_less() -> None:
    fewer = copy.deepcopy(FIGURE)
    fewer["data"][0] |= {"x": ["2022"], "y": [4]}
    cut = copy.deepcopy(FIGURE)
    cut["layout"]["yaxis"] = {"ticktext": ["anti-vehicle m…"]}
    for narrow in (fewer, cut):
        made = picture(WHOLE, EN, ADDRESS, "name", narrow=replace(WHOLE, figure=narrow), size="portrait")
        assert made["figure"]["data"] == FIGURE["data"]
        assert "ticktext" not in str(made["figure"])
        small = picture(WHOLE, EN, ADDRESS, "name", narrow=replace(WHOLE, figure=narrow), width=320)
        assert small["figure"]["data"] == narrow["data"]


def test_a_bare_picture_is_the_chart_alone() -> None:
    made = bare(WHOLE, EN, "name", 700)
    assert (made["width"], made["height"], made["fonts"]) == (700, WHOLE.height, False)
    assert made["figure"]["layout"]["annotations"] == []
    assert made["figure"]["data"] == WHOLE.figure["data"]


def test_few_bars_do_not_grow_fat() -> None:
    one = copy.deepcopy(FIGURE)
    one["data"][0]["orientation"] = "h"
    layout = picture(replace(WHOLE, figure=one, height=120), EN, ADDRESS, "name")["figure"]["layout"]
    own = FIGURE["layout"]["margin"]
    plot = layout["height"] - layout["margin"]["t"] - layout["margin"]["b"]
    assert plot <= (120 - own["t"] - own["b"]) * FAT + 1
