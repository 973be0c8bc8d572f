"""The figure of over_time: marks of the shape asked for, brackets above them, the key, and an axis of days."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import numpy as np

from charts.bars import key_entries
from charts.canvas import CHARACTER, NARROW, WIDE, axis, count_axis, key_line, layout, time_axis
from charts.palette import ACCENT, GREY
from charts.picks import period_parts, pick
from charts.sentences import short_span, sums
from charts.timeline.bars import BOTTOM, HEIGHT, LEFT, NARROW_HEIGHT, TOP, bin_ticks, ground
from charts.timeline.brackets import LANE, bracket, bracket_label, lanes_of, room_for
from charts.timeline.series import Series
from charts.timeline.shapes import average_line, bars, lines, on_each_other
from data.selection import Selection
from data.summaries.by_time import ByTime

MOST_BRACKETS = 80
KEY_ROW = 17


def picks_of(found: ByTime, selection: Selection) -> list[str]:
    return [pick(*period_parts(bin.start, bin.end, selection)) for bin in found.bins]


def over_time_figure(
    found: ByTime, parts: Sequence[Series], together: Series | None, shape: str, selection: Selection,
    names: list[str], words: Any, narrow: bool,
) -> dict[str, Any]:  # fmt: skip
    """`parts` are the outcomes drawn, `together` all of them where their average is one line."""
    first, last = found.bins[0].start, found.bins[-1].end
    brackets = [] if shape == "running" or any(one.spread.any() for one in parts) else lanes_of(found)[-MOST_BRACKETS:]
    lanes = max((lane for lane, _ in brackets), default=-1) + 1
    height = (NARROW_HEIGHT if narrow else HEIGHT) + lanes * LANE
    highest = _highest(parts, shape)
    traces = _marks(found, parts, together, shape, selection, names, words)
    if any(bin.unfinished for bin in found.bins) and shape in ("stacked", "side"):
        traces.insert(0, ground(found.bins, max(highest, 1) * 1.08))
    key = key_rows(_key(found, parts, together, shape, words), narrow)
    top = TOP + (len(key) - 1) * KEY_ROW
    height += top - TOP
    plot = height - top - BOTTOM
    ceiling = 1 - lanes * LANE / plot
    annotations = [*key]
    outcomes = tuple(one.role for one in parts if one.role != "other")
    for lane, extent in brackets:
        traces.append(bracket(extent, lane, selection, words))
        label = bracket_label(extent, lane, first, last, outcomes, words, narrow)
        if len(brackets) <= 3 or len(label["text"]) * CHARACTER < room_for(extent, first, last, narrow):
            annotations.append(label)
    y = count_axis(highest, words, int(plot * ceiling), domain=[0, ceiling])
    return {
        "data": traces,
        "layout": layout(
            words, height, (top, 10, BOTTOM, LEFT if highest < 1000 else LEFT + 12), barmode="overlay",
            annotations=annotations,
            xaxis=time_axis(first, last + timedelta(days=1), words, narrow, **_ticks(found, words, narrow)), yaxis=y,
            yaxis2=axis(range=[lanes or 1, 0], domain=[min(ceiling, 0.99), 1], showticklabels=False),
        ),
    }  # fmt: skip


def key_rows(entries: list[tuple[str, str, str]], narrow: bool) -> list[dict[str, Any]]:
    """The key in as many lines as it needs at 320 px; one line where there is room."""
    rows: list[list[tuple[str, str, str]]] = [[]]
    for entry in entries:
        length = sum(len(text) + 5 for _, _, text in [*rows[-1], entry]) * CHARACTER
        if narrow and rows[-1] and length > NARROW - LEFT:
            rows.append([])
        rows[-1].append(entry)
    return [
        {**line, "yshift": line["yshift"] + (len(rows) - 1 - place) * KEY_ROW}
        for place, line in enumerate(key_line(row, narrow) for row in rows)
    ]


def _marks(
    found: ByTime, parts: Sequence[Series], together: Series | None, shape: str, selection: Selection,
    names: list[str], words: Any,
) -> list[dict[str, Any]]:  # fmt: skip
    bins, picks = found.bins, picks_of(found, selection)
    hover = [f"<b>{name}</b><br>{sums(bin.bucket, selection, words)}" for name, bin in zip(names, bins, strict=True)]
    traces: list[dict[str, Any]] = []
    for place, one in enumerate(parts):
        if shape == "running":
            told = _told(f"over_time.hover.running.{one.role}", one.running, names, words)
            traces += lines(bins, one, one.running, picks, told, steps=True)
        elif shape == "lines":
            traces += lines(bins, one, one.drawn, picks, hover)
        else:
            traces += bars(bins, one, (place, len(parts)) if shape == "side" else (0, 1), picks, hover)
    traces = on_each_other(traces) if shape == "stacked" else traces
    for one in [together] if together else parts:
        if not np.isnan(one.average).all():
            told = _told(f"over_time.hover.average.{one.role}", one.average, names, words)
            traces.append(average_line(bins, one, picks, told))
    return traces


def _told(message: str, values: np.ndarray, names: list[str], words: Any) -> list[str]:
    """Of a line: the number at each bin."""
    return [
        "" if np.isnan(value) else words.say(message, period=name, number=float(value))
        for name, value in zip(names, values, strict=True)
    ]


def _highest(parts: Sequence[Series], shape: str) -> float:
    if shape == "running":
        return float(max((one.running.max(initial=0) for one in parts), default=0))
    drawn = np.nan_to_num(np.array([one.drawn for one in parts]))
    heights = drawn.sum(axis=0) if shape == "stacked" else drawn.max(axis=0, initial=0)
    return float(heights.max(initial=0))


def _key(
    found: ByTime, parts: Sequence[Series], together: Series | None, shape: str, words: Any
) -> list[tuple[str, str, str]]:  # fmt: skip
    outcomes = tuple(one.role for one in parts if one.role != "other")
    key = key_entries(outcomes, len(outcomes) < len(parts), words)
    if shape in ("lines", "running"):
        key = [("—", colour, text) for _, colour, text in key]
    if any(bin.unfinished for bin in found.bins):
        key.append(("▨" if shape in ("stacked", "side") else "┄", GREY, words.say("charts.key.unfinished")))
    if any(one.spread.any() for one in parts) and shape in ("stacked", "side"):
        key.append(("▧", GREY, words.say("over_time.key.spread")))
    if any(not np.isnan(one.average).all() for one in ([together] if together else parts)):
        sign, colour = ("━", ACCENT) if together else ("╍", GREY)
        key.append((sign, colour, words.say("over_time.key.average")))
    return key


def _ticks(found: ByTime, words: Any, narrow: bool) -> dict[str, Any]:
    """Names of days or of the first days of weeks where there are few; else as for every time line."""
    if found.interval not in ("day", "week"):
        return bin_ticks(found, words, narrow)
    bins = found.bins
    if (bins[-1].end - bins[0].start).days > (130 if narrow else 200):
        return {}
    names = [short_span(bin.start, bin.start, words) for bin in bins]
    every = -(-len(bins) * int(max(map(len, names)) * CHARACTER + 10) // ((NARROW if narrow else WIDE) - LEFT))
    some = bins[::every]
    return {"tickvals": [f"{bin.start.isoformat()}T12:00:00" if found.interval == "day" else bin.start.isoformat()
                         for bin in some],
            "ticktext": names[::every]}  # fmt: skip
