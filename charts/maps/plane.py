"""The plane that districts are drawn on: longitude shortened as it is at their latitude, so that shapes are true."""

from dataclasses import dataclass
from itertools import pairwise
from math import cos, radians
from typing import Any

from charts.canvas import axis
from charts.palette import GREY
from data.places.outlines import Ring, middle, outlines

# The middle of the country; within 1.5 degrees of it the shapes are true to 2 %.
_SHORTENED = cos(radians(40.3))
_MARGIN, _LEAST = 0.12, 1.6  # degrees of latitude


@dataclass(frozen=True, slots=True)
class Frame:
    """A stretch of the plane and the px that it is drawn on. `scale`: px per degree of latitude."""

    x: tuple[float, float]
    y: tuple[float, float]
    scale: float
    height: int

    def pixels(self, code: str) -> tuple[float, float]:
        """Where the middle of a district lies, in px from the left upper corner."""
        x, y = spot(code)
        return (x - self.x[0]) * self.scale, (self.y[1] - y) * self.scale


def spot(code: str) -> tuple[float, float]:
    """The middle of a district on the plane. Raises ValueError where we do not know it."""
    found = middle(code)
    if found is None:
        raise ValueError(f"no district: {code}")
    return round(found[0] * _SHORTENED, 4), round(found[1], 4)


def frame_of(codes: list[str], width: int, heights: tuple[int, int]) -> Frame:
    """The stretch that holds these districts and their surroundings, `width` px wide, its height within `heights`."""
    points = [(x, y) for code in codes for ring in outlines().get(code, ()) for x, y in ring]
    points += [found for code in codes if (found := middle(code))]
    xs, ys = [x * _SHORTENED for x, _ in points], [y for _, y in points]
    left, right, low, high = min(xs) - _MARGIN, max(xs) + _MARGIN, min(ys) - _MARGIN, max(ys) + _MARGIN
    spans = max(right - left, _LEAST), max(high - low, _LEAST)
    scale = min(width / spans[0], heights[1] / spans[1])
    height = int(max(heights[0], spans[1] * scale))
    half = width / scale / 2, height / scale / 2
    x, y = (left + right) / 2, (low + high) / 2
    return Frame((x - half[0], x + half[0]), (y - half[1], y + half[1]), scale, height)


def holds(frame: Frame, code: str, half_width: float, half_height: float) -> bool:
    """Whether a box of px round the middle of a district lies in its outline."""
    x, y = spot(code)
    wide, high = half_width / frame.scale, half_height / frame.scale
    corners = [(x + dx, y + dy) for dx in (-wide, wide) for dy in (-high, high)]
    return any(all(_inside(corner, ring) for corner in corners) for ring in outlines().get(code, ()))


def _inside(point: tuple[float, float], ring: Ring) -> bool:
    """Whether a ray from the point meets the ring an odd number of times."""
    x, y = point[0] / _SHORTENED, point[1]
    meets = [
        (y0 > y) != (y1 > y) and x < (x1 - x0) * (y - y0) / (y1 - y0) + x0 for (x0, y0), (x1, y1) in pairwise(ring)
    ]
    return sum(meets) % 2 == 1


def plane_axes(frame: Frame, suffix: str = "", **domains: Any) -> dict[str, Any]:
    """The two axes of a map: none of them shown, one degree as long along both."""
    x, y = f"x{suffix}", f"y{suffix}"
    return {
        f"xaxis{suffix}": axis(range=list(frame.x), showticklabels=False, anchor=y, domain=domains.get("x", [0, 1])),
        f"yaxis{suffix}": axis(range=list(frame.y), showticklabels=False, anchor=x, domain=domains.get("y", [0, 1]),
                               scaleanchor=x, scaleratio=1),
    }  # fmt: skip


def lines(codes: list[str]) -> tuple[list[float | None], list[float | None]]:
    """The outlines of districts as x and y of one line with gaps."""
    xs: list[float | None] = []
    ys: list[float | None] = []
    for code in codes:
        for ring in outlines().get(code, ()):
            xs += [*(round(x * _SHORTENED, 3) for x, _ in ring), None]
            ys += [*(y for _, y in ring), None]
    return xs[:-1], ys[:-1]


def ground(frame: Frame, suffix: str = "", colour: str = GREY) -> dict[str, Any]:
    """The outlines of all districts that the frame shows something of."""
    xs, ys = lines([code for code, rings in outlines().items() if any(_touches(frame, ring) for ring in rings)])
    return {
        "type": "scatter",
        "mode": "lines",
        "name": "outlines",
        "meta": {"role": "outlines"},
        "x": xs,
        "y": ys,
        "xaxis": f"x{suffix}",
        "yaxis": f"y{suffix}",
        "line": {"color": colour, "width": 0.6},
        "hoverinfo": "skip",
    }


def _touches(frame: Frame, ring: Ring) -> bool:
    xs, ys = [x * _SHORTENED for x, _ in ring], [y for _, y in ring]
    # A page may be up to twice as wide as the frame, and then shows more at the sides.
    more = frame.x[1] - frame.x[0]
    aside = max(xs) >= frame.x[0] - more and min(xs) <= frame.x[1] + more
    return aside and max(ys) >= frame.y[0] and min(ys) <= frame.y[1]
