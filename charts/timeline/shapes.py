"""Marks over time for each shape: bars on or beside each other, lines, running totals, and the line of an average."""

from typing import Any

import numpy as np

from charts.bars import COLOURS
from charts.canvas import middle, width_ms
from charts.palette import ACCENT, CARD, GREY
from charts.timeline.series import Series
from data.summaries.by_time import Bin

FILLED = 0.84
# Killed and injured together, where only their average is drawn.
AVERAGE = "casualties"


def numbers(values: np.ndarray) -> list[float | None]:
    """For a figure or a table: whole numbers as they are, NaN as None. Shares of a person keep four decimals."""
    return [None if np.isnan(value) else round(float(value), 4) for value in values]


def bars(
    bins: tuple[Bin, ...], one: Series, side: tuple[int, int], picks: list[str], hover: list[str]
) -> list[dict[str, Any]]:  # fmt: skip
    """One outcome; `side` is (which, of how many) bars that stand beside each other. Hatched: what may still grow."""
    unfinished = [bin.unfinished for bin in bins]
    patterns = ["/" if open else "." if one.role == "other" else "" for open in unfinished]
    base = np.zeros(len(bins))
    traces = [_bars(bins, one.role, one.recorded, base, side, patterns, picks, hover)]
    if one.spread.any():
        patterns = ["\\"] * len(bins)
        traces.append(_bars(bins, one.role, one.spread, np.nan_to_num(one.recorded), side, patterns, picks, hover))
        traces[-1]["meta"] = {"role": "spread", "of": one.role}
        traces[-1]["name"] = f"spread {one.role}"
    return traces


def on_each_other(traces: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The same bars, each on top of those before it, what is spread over its days above what is known to the bin."""
    ordered = sorted(traces, key=lambda trace: trace["meta"]["role"] == "spread")
    height = np.zeros(len(ordered[0]["y"]))
    for trace in ordered:
        trace["base"] = [round(float(value), 4) for value in height]
        height = height + np.array([value or 0 for value in trace["y"]])
    return ordered


def _bars(
    bins: tuple[Bin, ...], role: str, values: np.ndarray, base: np.ndarray, side: tuple[int, int],
    patterns: list[str], picks: list[str], hover: list[str],
) -> dict[str, Any]:  # fmt: skip
    colour = COLOURS.get(role, GREY)
    which, many = side
    widths = [width_ms(bin.start, bin.end) * FILLED for bin in bins]
    ys = numbers(values)
    return {
        "type": "bar",
        "name": role,
        "meta": {"role": role},
        "x": [middle(bin.start, bin.end) for bin in bins],
        "y": ys,
        "base": numbers(base),
        "width": [width / many for width in widths],
        "offset": [width * (which / many - 0.5) for width in widths],
        # plotly.js takes the ground of a pattern (bgcolor) only where marker.color is one colour, not a list.
        "marker": {
            "color": colour,
            "line": {"color": colour, "width": [1 if y and sign else 0 for y, sign in zip(ys, patterns, strict=True)]},
            "pattern": {"shape": patterns, "fgcolor": colour, "bgcolor": CARD, "size": 5, "solidity": 0.4},
        },
        "customdata": picks,
        "hovertext": hover,
        "hovertemplate": "%{hovertext}<extra></extra>",
    }  # fmt: skip


def lines(
    bins: tuple[Bin, ...], one: Series, values: np.ndarray, picks: list[str], hover: list[str], steps: bool = False
) -> list[dict[str, Any]]:  # fmt: skip
    """One outcome as a line, dashed and with open marks from the first bin that may still grow."""
    finished = next((i for i, bin in enumerate(bins) if bin.unfinished), len(bins))
    traces = [_line(bins, one.role, values, slice(0, finished), picks, hover, steps)] if finished else []
    if finished < len(bins):
        traces.append(_line(bins, one.role, values, slice(max(0, finished - 1), len(bins)), picks, hover, steps))
        open = [bin.unfinished for bin in bins[max(0, finished - 1) :]]
        colour = COLOURS.get(one.role, GREY)
        traces[-1]["line"] |= {"dash": "dot"}
        traces[-1]["marker"] |= {"color": [CARD if is_open else colour for is_open in open]}
    return traces


def _line(
    bins: tuple[Bin, ...], role: str, values: np.ndarray, part: slice, picks: list[str], hover: list[str], steps: bool
) -> dict[str, Any]:  # fmt: skip
    colour = COLOURS.get(role, GREY)
    some = bins[part]
    return {
        "type": "scatter",
        "mode": "lines+markers" if len(bins) <= 120 else "lines",
        # The mark at the very end of the axis would be cut in half.
        "cliponaxis": False,
        "name": role,
        "meta": {"role": role},
        # A running total is what has been counted by the end of its bin.
        "x": [some_bin.end.isoformat() if steps else middle(some_bin.start, some_bin.end) for some_bin in some],
        "y": numbers(values)[part],
        "line": {"color": colour, "width": 2 if len(bins) <= 400 else 1.4},
        "marker": {"color": colour, "size": 5, "line": {"color": colour, "width": 1}},
        "customdata": picks[part],
        "hovertext": hover[part],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def average_line(
    bins: tuple[Bin, ...], one: Series, picks: list[str], hover: list[str]
) -> dict[str, Any]:  # fmt: skip
    """The moving average of one outcome or of all, over the bars or lines that it is of."""
    trace = _line(bins, one.role, one.average, slice(0, len(bins)), picks, hover, False)
    colour = ACCENT if one.role == AVERAGE else COLOURS.get(one.role, GREY)
    trace |= {"mode": "lines", "name": f"average {one.role}", "meta": {"role": "average", "of": one.role}}
    trace["line"] = {"color": colour, "width": 2.5, "dash": "solid" if one.role == AVERAGE else "dash"}
    return trace
