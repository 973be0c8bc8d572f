"""Maps of districts: circles by size, districts shaded by number, or one small map of circles for each year."""

from dataclasses import dataclass
from math import sqrt
from typing import Any

from charts.canvas import CHARACTER, NARROW, WIDE, key_line, layout, note_at
from charts.maps.labels import LINE, Mark, labels
from charts.maps.plane import Frame, frame_of, ground, holds, lines, plane_axes, spot
from charts.palette import CARD, CLEAR, DIM, GREY, GRID, INK, TEXT
from charts.shades import shade, shade_limits
from data.places.outlines import outlines
from data.summaries.amounts import Amount

KEY_ROOM = 26
HEIGHTS = {False: (260, 460), True: (220, 340)}
LARGEST = {False: 26.0, True: 17.0}  # px, the radius of the largest circle
MOST_MAPS = {False: 9, True: 6}
_ACROSS = {False: 3, True: 2}
_HEAD = 22
Key = list[tuple[str, str, str]]


@dataclass(frozen=True, slots=True)
class Spot:
    """A district on the map: its number, what pointing at it says, and its pick."""

    code: str
    name: str
    amount: Amount
    label: str
    hover: str
    pick: str


@dataclass(frozen=True, slots=True)
class Panel:
    """One map of several: its head and its spots; `unfinished` circles are hollow."""

    head: str
    spots: list[Spot]
    unfinished: bool = False


def circles(
    spots: list[Spot], colour: str, key: list[tuple[str, str, str]], words: Any, narrow: bool
) -> dict[str, Any]:
    """One map; the area of a circle is the number."""
    frame = frame_of([one.code for one in spots], NARROW if narrow else WIDE, HEIGHTS[narrow])
    highest = max((one.amount.known for one in spots), default=0)
    drawn, notes = _circle_layer(spots, frame, (highest, LARGEST[narrow]), colour, "", named=True)
    return _whole([ground(frame), *drawn], [key_line(key, narrow), *notes], frame.height, plane_axes(frame), words)


def shaded(spots: list[Spot], key: Key, words: Any, narrow: bool) -> dict[str, Any]:
    """One map; the darker a district, the more. What has no outline is a disc of its shade."""
    frame = frame_of([one.code for one in spots], NARROW if narrow else WIDE, HEIGHTS[narrow])
    limits = shade_limits(one.amount.known for one in spots)
    looks = {one.code: _look(one.amount, limits) for one in spots}
    data = [
        _filled([one.code for one in spots if looks[one.code] == look], look) for look in dict.fromkeys(looks.values())
    ]
    data.append(ground(frame))
    data.append(_discs(spots, looks))
    data = [trace for trace in data if trace["x"]]
    above = _key_lines(key, narrow)
    notes = _shade_labels(spots, {code: look[1] for code, look in looks.items()}, frame)
    return _whole(data, [*above, *notes], frame.height, plane_axes(frame), words, KEY_ROOM + 18 * (len(above) - 1))


def _key_lines(key: Key, narrow: bool) -> list[dict[str, Any]]:
    """The key on one line; on a narrow screen what is not on the map has a line of its own."""
    if not narrow or len(key) < 4:
        return [key_line(key, narrow)]
    return [key_line(key[:-1], narrow) | {"yshift": 26}, key_line(key[-1:], narrow)]


def _shade_labels(spots: list[Spot], colours: dict[str, str], frame: Frame) -> list[dict[str, Any]]:
    """Numbers on the districts, with their names where these fit; discs first, which cannot give way."""
    shapes = outlines()
    ordered = sorted(spots, key=lambda one: (one.code in shapes, -one.amount.known))
    marks = []
    for one in ordered:
        both = f"{one.name}<br>{one.label}"
        roomy = holds(frame, one.code, len(one.name) * CHARACTER / 2, LINE)
        texts = (both, one.label) if roomy else (one.label,)
        marks.append(Mark(*frame.pixels(one.code), 0.0 if one.code in shapes else 11.0, texts, on_it=True))
    return [
        note_at(*spot(ordered[one.mark].code), one.text, colours[ordered[one.mark].code], xanchor=one.xanchor,
                yanchor=one.yanchor, xshift=one.xshift, yshift=one.yshift)
        for one in labels(marks, (frame.x[1] - frame.x[0]) * frame.scale, frame.height)
    ]  # fmt: skip


def small_maps(
    panels: list[Panel], codes: list[str], colour: str, key: Key, words: Any, narrow: bool
) -> dict[str, Any]:  # fmt: skip
    """One small map per period, all on one scale and of the same stretch: that of all districts `codes`."""
    across = min(_ACROSS[narrow], len(panels))
    down = -(-len(panels) // across)
    width = int((NARROW if narrow else WIDE) / across) - 10
    frame = frame_of(codes, width, (110, 190))
    line = frame.height + _HEAD
    height = down * line
    highest = max((one.amount.known for panel in panels for one in panel.spots), default=0)
    data: list[dict[str, Any]] = []
    notes = [key_line(key, narrow)] if key else []
    axes: dict[str, Any] = {}
    for i, panel in enumerate(panels):
        suffix = str(i + 1) if i else ""
        at, row = i % across, i // across
        top = 1 - (row * line + _HEAD) / height
        domain = [top - frame.height / height, top]
        axes |= plane_axes(frame, suffix, x=[at / across, (at + 0.96) / across], y=[max(0.0, domain[0]), domain[1]])
        drawn, words_at = _circle_layer(panel.spots, frame, (highest, 15.0), colour, suffix, panel.unfinished, False)
        data += [ground(frame, suffix, GRID), *drawn]
        notes += words_at
        notes.append(note_at(at / across, top, panel.head, TEXT, xref="paper", yref="paper", xanchor="left",
                             yanchor="bottom", align="left"))  # fmt: skip
    return _whole(data, notes, height, axes, words, KEY_ROOM if key else 2)


def _whole(
    data: list[dict[str, Any]], notes: list[dict[str, Any]], height: int, axes: dict[str, Any], words: Any,
    top: int = KEY_ROOM,
) -> dict[str, Any]:  # fmt: skip
    return {
        "data": data,
        "layout": layout(words, height + top, (top, 0, 0, 0), annotations=notes, hoverdistance=30, **axes),
    }


def _circle_layer(
    spots: list[Spot], frame: Frame, scale: tuple[float, float], colour: str, suffix: str, hollow: bool = False,
    named: bool = False,
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:  # fmt: skip
    """Circles, the largest below; and the words beside them, those of the largest first."""
    spots = sorted(spots, key=lambda one: -one.amount.known)
    highest, largest = scale
    radii = [max(3.0, sqrt(one.amount.known / (highest or 1)) * largest) for one in spots]
    marks = [
        Mark(*frame.pixels(one.code), radius, (f"{one.name} {one.label}", one.label) if named else (one.label,))
        for one, radius in zip(spots, radii, strict=True)
    ]
    notes = [
        note_at(*spot(spots[one.mark].code), one.text, TEXT, xref=f"x{suffix}", yref=f"y{suffix}", xanchor=one.xanchor,
                yanchor=one.yanchor, xshift=one.xshift, yshift=one.yshift)
        for one in labels(marks, (frame.x[1] - frame.x[0]) * frame.scale, frame.height)
    ]  # fmt: skip
    if not spots:
        return [], notes
    missing = [one.amount.n is None for one in spots]
    trace = _points(spots, suffix)
    trace["marker"] = {
        "size": [2 * radius for radius in radii],
        "color": [CARD if hollow or gone else colour for gone in missing],
        "opacity": 0.86,
        "line": {"color": [GREY if gone else colour if hollow else CARD for gone in missing], "width": 1.4},
    }
    return [trace], notes


def _points(spots: list[Spot], suffix: str) -> dict[str, Any]:
    places = [spot(one.code) for one in spots]
    return {
        "type": "scatter",
        "mode": "markers",
        "name": "districts",
        # The numbers are in the size, the shade and the words; x and y are a place.
        "meta": {"role": "districts", "along": "", "numbers": [one.amount.n for one in spots]},
        "x": [x for x, _ in places],
        "y": [y for _, y in places],
        "xaxis": f"x{suffix}",
        "yaxis": f"y{suffix}",
        "customdata": [one.pick for one in spots],
        "hovertext": [one.hover for one in spots],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _look(amount: Amount, limits: list[int]) -> tuple[str, str, bool]:
    """Ground, words, and whether the ground is hatched because nothing is recorded."""
    if amount.n is None:
        return GRID, DIM, True
    return (*(shade(amount.n, limits) if amount.n else (GRID, INK)), False)


def _filled(codes: list[str], look: tuple[str, str, bool]) -> dict[str, Any]:
    xs, ys = lines(codes)
    trace = {
        "type": "scatter",
        "mode": "lines",
        "name": "shade",
        "meta": {"role": "shade"},
        "x": xs,
        "y": ys,
        "fill": "toself",
        "fillcolor": CLEAR if look[2] else look[0],
        "line": {"color": CLEAR, "width": 0},
        "hoverinfo": "skip",
    }
    if look[2]:
        trace["fillpattern"] = {"shape": "/", "fgcolor": GREY, "bgcolor": CLEAR, "size": 7, "solidity": 0.15}
    return trace


def _discs(spots: list[Spot], looks: dict[str, tuple[str, str, bool]]) -> dict[str, Any]:
    """What can be pointed at: unseen in a district that is shaded, a disc where there is no outline to shade."""
    shapes = outlines()
    trace = _points(spots, "")
    trace["marker"] = {
        "size": 22,
        "color": [CLEAR if one.code in shapes else looks[one.code][0] for one in spots],
        "line": {"color": [CLEAR if one.code in shapes else CARD for one in spots], "width": 1},
    }
    return trace


def shade_key(amounts: list[Amount], words: Any) -> Key:
    """The classes of the shades, and nobody and not recorded where these are there."""
    known = [amount.known for amount in amounts if amount.n]
    limits = shade_limits(known)
    entries = [("■", GRID, words.number(0))] if any(amount.n == 0 for amount in amounts) else []
    low = 1
    for limit in limits if known else ():
        name = words.number(limit) if limit == low else words.say("district_map.class", low=low, high=limit)
        entries.append(("■", shade(limit, limits)[0], name))
        low = limit + 1
    missing = any(amount.n is None for amount in amounts)
    return [*entries, ("▨", GREY, words.say("charts.not_recorded"))] if missing else entries
