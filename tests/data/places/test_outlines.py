"""The outlines of districts: every one closed, ours, in its country, and round its own middle."""

from itertools import pairwise

import pytest

from data.places import PLACES
from data.places.outlines import Ring, middle, outlines


def area(ring: Ring) -> float:
    """In square degrees, negative where the ring runs clockwise."""
    return sum(x * y1 - x1 * y for (x, y), (x1, y1) in pairwise(ring)) / 2


def holds(ring: Ring, x: float, y: float) -> bool:
    meets = (
        (y0 > y) != (y1 > y) and x < (x1 - x0) * (y - y0) / (y1 - y0) + x0 for (x0, y0), (x1, y1) in pairwise(ring)
    )
    return sum(meets) % 2 == 1


def test_every_place_has_an_outline_but_the_new_district_and_the_republic() -> None:
    assert set(PLACES) - set(outlines()) == {"AZ-X-AGHDARA", "AZ-NX"}
    assert set(outlines()) <= set(PLACES)


@pytest.mark.parametrize("code", sorted(outlines()))
def test_an_outline_is_closed_in_the_country_and_round_its_middle(code: str) -> None:
    for ring in outlines()[code]:
        assert ring[0] == ring[-1]
        assert len(ring) >= 4
        assert all(44.7 < x < 50.7 and 38.3 < y < 42.0 for x, y in ring)
    x, y = middle(code)
    assert any(holds(ring, x, y) for ring in outlines()[code] if area(ring) < 0)


def test_what_the_source_names_wrongly_is_where_it_belongs() -> None:
    # The source calls Lachin Lankaran, and gives Khojaly and Khankendi one code.
    for code in ("AZ-XCI", "AZ-XA", "AZ-LAN", "AZ-GYG", "AZ-SBN", "AZ-SUS"):
        place = PLACES[code]
        x, y = middle(code)
        assert abs(x - place.lon) < 0.25, code
        assert abs(y - place.lat) < 0.25, code
    west, east = middle("AZ-LAC"), middle("AZ-LAN")
    assert (west[0] < 47, east[0] > 48) == (True, True)
    assert abs(area(outlines()["AZ-XA"][0])) < abs(area(outlines()["AZ-XCI"][0])) / 10


def test_neighbours_meet_without_a_gap() -> None:
    # Their arcs were simplified before they were joined, so the points of a common border are the same.
    points = {code: {point for ring in rings for point in ring} for code, rings in outlines().items()}
    for one, other in (("AZ-AGM", "AZ-TAR"), ("AZ-FUZ", "AZ-CAB"), ("AZ-KAL", "AZ-LAC"), ("AZ-XA", "AZ-XCI")):
        assert len(points[one] & points[other]) >= 3, (one, other)


def test_what_has_no_outline_stands_at_its_chief_town_and_a_stranger_nowhere() -> None:
    assert middle("AZ-X-AGHDARA") == (PLACES["AZ-X-AGHDARA"].lon, PLACES["AZ-X-AGHDARA"].lat)
    assert middle("Elsewhere") is None
    assert middle("not_stated") is None
