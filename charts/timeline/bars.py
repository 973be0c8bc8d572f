"""Bars of killed and injured over time, with brackets above them for what is known only to a longer stretch."""

from datetime import timedelta
from typing import Any

from charts.bars import COLOURS, key_entries
from charts.canvas import (
    CHARACTER,
    NARROW,
    WIDE,
    axis,
    count_axis,
    key_line,
    layout,
    middle,
    time_axis,
    width_ms,
)
from charts.palette import CARD, CLEAR, GREY
from charts.sentences import sums
from charts.timeline.brackets import LANE, bracket, bracket_label, lanes_of
from data.selection import Selection
from data.summaries.by_time import Bin, ByTime

HEIGHT, NARROW_HEIGHT = 380, 320
TOP, BOTTOM, LEFT = 34, 30, 34
# How much of its month, quarter or year a bar fills.
FILLED = 0.84


def time_figure(
    found: ByTime, outcomes: tuple[str, ...], selection: Selection, names: list[str], words: Any, narrow: bool
) -> dict[str, Any]:
    """A figure of a time line with at least one bin; `names` are the bins in words."""
    bins = found.bins
    first, last = bins[0].start, bins[-1].end
    brackets = lanes_of(found)
    lanes = max((lane for lane, _ in brackets), default=-1) + 1
    height = (NARROW_HEIGHT if narrow else HEIGHT) + lanes * LANE
    plot = height - TOP - BOTTOM
    ceiling = 1 - lanes * LANE / plot
    has_other = any(bin.bucket.other for bin in bins)
    highest = max(sum(_value(bin, name) for name in (*outcomes, "other")) for bin in bins)
    hover = [f"<b>{name}</b><br>{sums(bin.bucket, selection, words)}" for name, bin in zip(names, bins, strict=True)]
    traces = [_bars(bins, outcome, hover) for outcome in outcomes]
    if has_other:
        traces.append(_bars(bins, "other", hover))
    key = key_entries(outcomes, has_other, words)
    if any(bin.unfinished for bin in bins):
        traces.insert(0, ground(bins, max(highest, 1) * 1.08))
        key.append(("▨", GREY, words.say("charts.key.unfinished")))
    annotations = [key_line(key, narrow)]
    for lane, extent in brackets:
        traces.append(bracket(extent, lane, selection, words))
        annotations.append(bracket_label(extent, lane, first, last, outcomes, words, narrow))
    y = count_axis(highest, words, int(plot * ceiling), domain=[0, ceiling])
    return {
        "data": traces,
        "layout": layout(
            words, height, (TOP, 10, BOTTOM, LEFT), barmode="stack", annotations=annotations,
            xaxis=time_axis(first, last + timedelta(days=1), words, narrow, **bin_ticks(found, words, narrow)),
            yaxis=y,
            yaxis2=axis(range=[lanes or 1, 0], domain=[min(ceiling, 0.99), 1], showticklabels=False),
        ),
    }  # fmt: skip


def bin_ticks(found: ByTime, words: Any, narrow: bool) -> dict[str, Any]:
    """The name of every bin under its middle, where there is room; else nothing, and the axis names years or months."""
    name = words.short_month if found.interval == "month" else lambda start: words.date(start, found.interval)
    names = [name(bin.start) for bin in found.bins]
    room = ((NARROW if narrow else WIDE) - LEFT) / len(names)
    if max(len(text) for text in names) * CHARACTER > room:
        return {}
    return {"tickvals": [middle(bin.start, bin.end) for bin in found.bins], "ticktext": names, "ticks": ""}


def _value(bin: Bin, outcome: str) -> float:
    return bin.bucket.other if outcome == "other" else getattr(bin.bucket, outcome).known


def _bars(bins: tuple[Bin, ...], outcome: str, hover: list[str]) -> dict[str, Any]:
    """One outcome. What may still grow is hatched: in its own colour on the ground of the card."""
    other = outcome == "other"
    colour = COLOURS.get(outcome, GREY)
    ys = [_value(bin, outcome) for bin in bins]
    outlines = [1 if y and (bin.unfinished or other) else 0 for bin, y in zip(bins, ys, strict=True)]
    return {
        "type": "bar",
        "name": outcome,
        "meta": {"role": outcome},
        "x": [middle(bin.start, bin.end) for bin in bins],
        "y": ys,
        "width": [width_ms(bin.start, bin.end) * FILLED for bin in bins],
        # plotly.js takes the ground of a pattern (bgcolor) only where marker.color is one colour, not a list.
        "marker": {
            "color": colour,
            "line": {"color": colour, "width": outlines},
            "pattern": {"shape": ["/" if bin.unfinished else "." if other else "" for bin in bins], "fgcolor": colour,
                        "bgcolor": CARD, "size": 5, "solidity": 0.4},
        },
        "customdata": [[bin.start.isoformat(), bin.end.isoformat()] for bin in bins],
        "hovertext": hover,
        "hovertemplate": "%{hovertext}<extra></extra>",
    }  # fmt: skip


def ground(bins: tuple[Bin, ...], top: float) -> dict[str, Any]:
    """Hatching behind the unfinished bins, so that one with nobody in it so far is seen to be unfinished too."""
    open_bins = [bin for bin in bins if bin.unfinished]
    start, end = open_bins[0].start, open_bins[-1].end
    return {
        "type": "scatter",
        "mode": "lines",
        "name": "unfinished",
        "meta": {"role": "unfinished"},
        "x": [start.isoformat(), start.isoformat(), (end + timedelta(days=1)).isoformat(),
              (end + timedelta(days=1)).isoformat()],
        "y": [0, top, top, 0],
        "fill": "tozeroy",
        "fillcolor": CLEAR,
        "fillpattern": {"shape": "/", "fgcolor": GREY, "bgcolor": CLEAR, "size": 9, "solidity": 0.08},
        "line": {"color": CLEAR, "width": 0},
        "hoverinfo": "skip",
    }  # fmt: skip
