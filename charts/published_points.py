"""The figure of published running totals: a point per statement and number, at its date."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from charts.canvas import CHARACTER, DAY_MS, count_axis, layout, middle, note_at, time_axis
from charts.palette import ACCENT, DIM, GREY, INJURED, INJURED_TEXT, KILLED

COLOURS = {"killed": KILLED, "injured": INJURED, "casualties": GREY}
TEXTS = {"killed": KILLED, "injured": INJURED_TEXT, "casualties": DIM}
HEIGHT, NARROW_HEIGHT = 400, 340
# The size of points and their symbol, by what the statement covers and who made it.
SYMBOLS = {"official": ("circle", 8), "other": ("circle-open", 8), "part": ("diamond-open", 6)}


@dataclass(frozen=True)
class Point:
    """One number of one statement: `kind` is official, other or part; `label` its words."""

    record_id: str
    link: str
    outcome: str
    kind: str
    start: date
    end: date
    value: float
    label: str
    contradicted: bool


def points_figure(points: list[Point], last: dict[str, Point], first_day: date, words: Any, narrow: bool) -> dict:
    """A figure of points. `last` holds, per outcome, the point that carries its number as a label."""
    traces = []
    for outcome in ("casualties", "injured", "killed"):
        for kind in ("part", "other", "official"):
            own = [point for point in points if (point.outcome, point.kind) == (outcome, kind)]
            if own:
                traces.append(_trace(outcome, kind, own))
    if contradicted := [point for point in points if point.contradicted]:
        traces.append(_crosses(contradicted))
    traces.append(_ring())
    labels = [_end_label(point, points, words, narrow) for point in last.values()]
    right = 16 if narrow else int(max((len(_longest(label)) for label in labels), default=4) * (CHARACTER + 0.8)) + 20
    final = max(point.end for point in points)
    pad = timedelta(days=max(20, (final - first_day).days // 60))
    height = NARROW_HEIGHT if narrow else HEIGHT
    highest = max(point.value for point in points)
    return {
        "data": traces,
        "layout": layout(
            words, height, (14, right, 30, 34), annotations=labels,
            xaxis=time_axis(first_day - pad, final + pad, words, narrow),
            yaxis=count_axis(highest, words, height - 60, headroom=1.14 if narrow else 1.08),
        ),
    }  # fmt: skip


def _trace(outcome: str, kind: str, points: list[Point]) -> dict[str, Any]:
    symbol, size = SYMBOLS[kind]
    colour = COLOURS[outcome]
    ranges = [((point.end - point.start).days + 1) * DAY_MS / 2 if point.end != point.start else 0 for point in points]
    return {
        "type": "scatter",
        "mode": "markers",
        "name": f"{outcome}, {kind}",
        "meta": {"role": outcome, "outcome": outcome, "kind": kind},
        "x": [middle(point.start, point.end) for point in points],
        "y": [point.value for point in points],
        # A statement known to the month only: a stretch as long as the month.
        "error_x": {"type": "data", "array": ranges, "color": colour, "thickness": 1.5, "width": 0,
                    "visible": any(ranges)},
        "marker": {"symbol": symbol, "size": size - 1 if outcome == "casualties" else size, "color": colour,
                   "line": {"color": colour, "width": 1.6 if kind != "official" else 0}},
        "customdata": [[point.record_id, point.link] for point in points],
        "hovertext": [point.label for point in points],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }  # fmt: skip


def _crosses(points: list[Point]) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "name": "contradicted",
        "meta": {"role": "contradicted"},
        "x": [middle(point.start, point.end) for point in points],
        "y": [point.value for point in points],
        "marker": {"symbol": "x-thin-open", "size": 13, "color": DIM, "line": {"color": DIM, "width": 1.4}},
        "customdata": [[point.record_id, point.link] for point in points],
        "hoverinfo": "skip",
    }


def _ring() -> dict[str, Any]:
    """Empty until the page lights up a statement: its script copies x and y of the marks with that record_id here."""
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": "ring",
        "meta": {"role": "ring"},
        "x": [],
        "y": [],
        "line": {"color": ACCENT, "width": 1.4, "dash": "2px,3px"},
        "marker": {"symbol": "circle-open", "size": 17, "color": ACCENT, "line": {"color": ACCENT, "width": 2}},
        "hoverinfo": "skip",
    }


def _end_label(point: Point, points: list[Point], words: Any, narrow: bool) -> dict[str, Any]:
    """The newest number, beside its point; in a narrow figure clear of the points around it."""
    outcome = point.outcome
    text, colour = f"<b>{_words_of(outcome, point, words)}</b>", TEXTS[outcome]
    x, font = middle(point.start, point.end), {"size": 13, "color": colour}
    if not narrow:
        return {**note_at(x, point.value, text, colour, xanchor="left", xshift=9), "font": font}
    # About a third of the axis lies over or under the label.
    reach = (point.end - min(one.start for one in points)) * 0.36
    around = [one.value for one in points if one.outcome == outcome and one.end >= point.end - reach]
    # The injured under their points, where the casualties are not in the way.
    if outcome == "injured":
        side = {"y": min(around), "yanchor": "top", "yshift": -6}
    else:
        side = {"y": max(around), "yanchor": "bottom", "yshift": 6}
    return {**note_at(x, point.value, text, colour, xanchor="right", xshift=8), "font": font, **side}


def _words_of(outcome: str, point: Point, words: Any) -> str:
    if outcome == "casualties":
        return f"{words.number(point.value)} {words.say('charts.key.total')}"
    return words.say(f"charts.{outcome}", count=point.value)


def _longest(label: dict[str, Any]) -> str:
    return label["text"].removeprefix("<b>").removesuffix("</b>")
