"""Points with their intervals over time; bins that are not whole are hollow, on hatched ground, without an interval."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from charts.canvas import CHARACTER, NARROW, WIDE, count_axis, key_line, layout, middle, time_axis
from charts.palette import ACCENT, CARD, CLEAR, GREY, INJURED, KILLED, TOGETHER

HEIGHT, NARROW_HEIGHT = 380, 320
TOP, BOTTOM, LEFT = 34, 30, 40
# From here on points and lines are drawn finer.
MANY = 40
COLOURS = {"accidents": ACCENT, "casualties": TOGETHER, "killed": KILLED, "injured": INJURED}


@dataclass(frozen=True, slots=True)
class Point:
    """One bin: `n` (None: not recorded) with the limits of its interval, None where the bin is not `whole`.

    `accidents` is in how many accidents; `pick` narrows to the records behind `n`.
    """

    start: date
    end: date
    name: str
    n: float | None
    low: float | None
    high: float | None
    whole: bool
    at_least: bool
    accidents: int
    pick: str


def points_figure(
    points: list[Point], of: str, unit: str, hover: list[str], words: Any, narrow: bool
) -> dict[str, Any]:  # fmt: skip
    """A figure of at least one point; `hover` says each in words, `of` is what is counted."""
    height = NARROW_HEIGHT if narrow else HEIGHT
    highest = max([1.0, *(value for point in points for value in (point.n, point.high) if value)])
    first, last = points[0].start, points[-1].end + timedelta(days=1)
    key = [("●", COLOURS[of], words.say(f"rates.key.{of}")), ("│", COLOURS[of], words.say("rates.key.interval"))]
    traces = []
    if not all(point.whole for point in points):
        key.append(("▨", GREY, words.say("rates.key.not_whole")))
        traces += [_ground(stretch, highest * 1.08) for stretch in _stretches(points)]
    for whole in (True, False):
        if own := [i for i, point in enumerate(points) if point.whole == whole and point.n is not None]:
            traces.append(_marks([points[i] for i in own], [hover[i] for i in own], of, whole))
    return {
        "data": traces,
        "layout": layout(
            words, height, (TOP, 10, BOTTOM, LEFT), annotations=[key_line(key, narrow)],
            xaxis=time_axis(first, last, words, narrow, **_ticks(points, unit, words, narrow)),
            yaxis=count_axis(highest, words, height - TOP - BOTTOM),
        ),
    }  # fmt: skip


def _ticks(points: list[Point], unit: str, words: Any, narrow: bool) -> dict[str, Any]:
    """The name of every bin under its middle, where there is room; else the axis names years or months."""
    room = ((NARROW if narrow else WIDE) - LEFT) / len(points)
    # The shortest name is a year.
    if room < 4 * CHARACTER:
        return {}
    names = [words.short_month(point.start) if unit == "month" else point.name for point in points]
    if max(len(name) for name in names) * CHARACTER > room:
        return {}
    return {"tickvals": [middle(point.start, point.end) for point in points], "ticktext": names, "ticks": ""}


def _marks(points: list[Point], hover: list[str], of: str, whole: bool) -> dict[str, Any]:
    colour = COLOURS[of]
    trace: dict[str, Any] = {
        "type": "scatter",
        "mode": "markers",
        "name": of,
        "meta": {"role": of if whole else "not_whole"},
        # Half of a point at zero would be cut off.
        "cliponaxis": False,
        "x": [middle(point.start, point.end) for point in points],
        "y": [point.n for point in points],
        "marker": {"color": colour if whole else CARD, "size": 9 if len(points) < MANY else 5,
                   "line": {"color": colour, "width": 1.5}},
        "customdata": [point.pick for point in points],
        "hovertext": hover,
        "hovertemplate": "%{hovertext}<extra></extra>",
    }  # fmt: skip
    if whole:
        trace["error_y"] = {
            "type": "data",
            "symmetric": False,
            "array": [(point.high or 0) - (point.n or 0) for point in points],
            "arrayminus": [(point.n or 0) - (point.low or 0) for point in points],
            "color": colour,
            "thickness": 1.5 if len(points) < MANY else 1,
            "width": 0,
        }
    return trace


def _stretches(points: list[Point]) -> list[tuple[date, date]]:
    """First and last day of each run of bins that are not whole."""
    found: list[tuple[date, date]] = []
    for before, point in zip([None, *points[:-1]], points, strict=True):
        if point.whole:
            continue
        if before is not None and not before.whole:
            found[-1] = (found[-1][0], point.end)
        else:
            found.append((point.start, point.end))
    return found


def _ground(stretch: tuple[date, date], top: float) -> dict[str, Any]:
    start, end = stretch[0].isoformat(), (stretch[1] + timedelta(days=1)).isoformat()
    return {
        "type": "scatter",
        "mode": "lines",
        "name": "not_whole",
        "meta": {"role": "ground"},
        "x": [start, start, end, end],
        "y": [0, top, top, 0],
        "fill": "tozeroy",
        "fillcolor": CLEAR,
        "fillpattern": {"shape": "/", "fgcolor": GREY, "bgcolor": CLEAR, "size": 9, "solidity": 0.08},
        "line": {"color": CLEAR, "width": 0},
        "hoverinfo": "skip",
    }
