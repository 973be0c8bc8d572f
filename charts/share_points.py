"""Shares as points with the line of their interval; where the base is small, the two numbers and no point."""

from dataclasses import dataclass
from typing import Any

from charts.canvas import CHARACTER, axis, layout, note_at, shortened
from charts.palette import BASELINE, DIM, GREY, GRID, INK, TEXT

ROW, TOP, BOTTOM = 34, 6, 30
TICKS = (0, 20, 40, 60, 80, 100)


@dataclass(frozen=True, slots=True)
class Point:
    """One row: `share` and its interval `low`..`high` (0..1) are None where no percentage is said; `told` says it."""

    name: str
    base: str
    told: str
    share: float | None
    low: float | None
    high: float | None
    grey: bool
    pick: str
    bold: bool = False


def share_points(points: list[Point], words: Any, narrow: bool) -> dict[str, Any]:
    """A figure of rows, the first on top."""
    room = 104 if narrow else 190
    names = [shortened(point.name, room) for point in points]
    left = int(max(len(text) for text in (*names, *(point.base for point in points))) * CHARACTER) + 8
    right = int(max(len(_end(point, narrow)) for point in points) * CHARACTER) + 16
    highest = max((point.high for point in points if point.high is not None), default=1.0)
    end = min(100, max(20, -int(-highest * 100 // 10) * 10))
    drawn = [i for i, point in enumerate(points) if point.share is not None]
    ticks = [tick for tick in TICKS if tick <= end and (not narrow or tick % 40 == 0 or end < 60)]
    signs = [words.say("charts.percent", percent=tick) for tick in ticks]
    texts = [
        f'{f"<b>{name}</b>" if point.bold else name}<br><span style="color:{DIM}">{point.base}</span>'
        for name, point in zip(names, points, strict=True)
    ]
    annotations = [
        note_at(1, i, _end(point, narrow), DIM if point.grey or point.share is None else TEXT, xref="paper",
                xanchor="left", yanchor="middle", xshift=8)
        for i, point in enumerate(points)
    ]  # fmt: skip
    shapes = _whole_line(points)
    return {
        "data": [_trace(points, drawn, grey) for grey in (False, True) if any(points[i].grey == grey for i in drawn)],
        "layout": layout(
            words, TOP + BOTTOM + len(points) * ROW, (TOP, right, BOTTOM, left), annotations=annotations, shapes=shapes,
            xaxis=axis(range=[0, end * 1.01], tickvals=ticks, ticktext=signs, tickangle=0,
                       showgrid=True, gridcolor=GRID, zeroline=True, zerolinecolor=BASELINE),
            yaxis=axis(range=[len(points) - 0.5, -0.5], tickvals=list(range(len(points))), ticktext=texts,
                       tickfont={"size": 12, "color": TEXT}),
        ),
    }  # fmt: skip


def _end(point: Point, narrow: bool) -> str:
    """What stands right of the axis: the share with its interval; on a narrow screen the share."""
    return point.told.partition(" (")[0] if narrow and point.share is not None else point.told


def _whole_line(points: list[Point]) -> list[dict[str, Any]]:
    """The share of all as a faint line behind the others."""
    whole = next((point.share for point in points if point.bold and point.share is not None), None)
    if whole is None:
        return []
    at = whole * 100
    line = {"color": GREY, "width": 1, "dash": "dot"}
    return [{"type": "line", "x0": at, "x1": at, "y0": -0.5, "y1": len(points) - 0.5, "line": line, "layer": "below"}]


def _trace(points: list[Point], drawn: list[int], grey: bool) -> dict[str, Any]:
    own = [(i, points[i]) for i in drawn if points[i].grey == grey]
    colour = GREY if grey else INK
    return {
        "type": "scatter",
        "mode": "markers",
        "name": "share",
        # A share is no number of people.
        "meta": {"role": "share", "along": ""},
        "x": [round((point.share or 0) * 100, 2) for _, point in own],
        "y": [i for i, _ in own],
        "marker": {"symbol": "circle-open" if grey else "circle", "size": 9, "color": colour,
                   "line": {"width": 2, "color": colour}},
        "error_x": {
            "type": "data", "symmetric": False, "color": colour, "thickness": 1.6, "width": 0,
            "array": [round(((point.high or 0) - (point.share or 0)) * 100, 2) for _, point in own],
            "arrayminus": [round(((point.share or 0) - (point.low or 0)) * 100, 2) for _, point in own],
        },
        "customdata": [point.pick for _, point in own],
        "hovertext": [f"<b>{point.name}</b><br>{point.base}<br>{point.told}" for _, point in own],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }  # fmt: skip
