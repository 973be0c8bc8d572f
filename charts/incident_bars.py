"""Accidents by the number of people they killed or injured: one bar for each size."""

from dataclasses import dataclass
from typing import Any

from charts.canvas import NARROW, WIDE, axis, count_axis, layout, wrapped
from charts.palette import BASELINE, CARD, DIM, GREY, TEXT, TOGETHER

HEIGHT, NARROW_HEIGHT = 300, 260
TOP, BOTTOM, LEFT = 24, 46, 34


@dataclass(frozen=True, slots=True)
class Size:
    """One bar: accidents of a size. `hover` says who was hurt in them."""

    name: str
    accidents: int
    hover: str
    grey: bool
    pick: str


def incident_bars(sizes: list[Size], words: Any, narrow: bool) -> dict[str, Any]:
    """A figure of the sizes, the smallest first, the unknown last."""
    height = NARROW_HEIGHT if narrow else HEIGHT
    room = ((NARROW if narrow else WIDE) - LEFT) / len(sizes) + 4
    highest = max(size.accidents for size in sizes)
    return {
        "data": [_trace(sizes, grey, words) for grey in (False, True) if any(size.grey == grey for size in sizes)],
        "layout": layout(
            words, height, (TOP, 4, BOTTOM, LEFT), bargap=0.25, barmode="overlay",
            xaxis=axis(range=[-0.5, len(sizes) - 0.5], tickvals=list(range(len(sizes))), tickangle=0,
                       ticktext=[wrapped(size.name, room) for size in sizes], showline=True, linecolor=BASELINE,
                       tickfont={"size": 12, "color": TEXT}),
            yaxis=count_axis(highest, words, height - TOP - BOTTOM),
        ),
    }  # fmt: skip


def _trace(sizes: list[Size], grey: bool, words: Any) -> dict[str, Any]:
    own = [(i, size) for i, size in enumerate(sizes) if size.grey == grey]
    colour = GREY if grey else TOGETHER
    return {
        "type": "bar",
        "name": "accidents",
        "meta": {"role": "accidents"},
        "x": [i for i, _ in own],
        "y": [size.accidents for _, size in own],
        "marker": {"color": colour, "line": {"color": colour, "width": [1 if size.accidents else 0 for _, size in own]},
                   "pattern": {"shape": "." if grey else "", "fgcolor": colour, "bgcolor": CARD, "size": 6}},
        "text": [words.number(size.accidents) for _, size in own],
        "textposition": "outside",
        "textangle": 0,
        "cliponaxis": False,
        "textfont": {"size": 12, "color": DIM if grey else TEXT},
        "customdata": [size.pick for _, size in own],
        "hovertext": [f"<b>{size.name}</b><br>{size.hover}" for _, size in own],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }  # fmt: skip
