"""The figure of years_compared: one line per year from January to December, the newest strongest, named at its end."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from charts.canvas import CHARACTER, axis, count_axis, key_line, layout, note_at
from charts.months.month_grid import MONTHS, Cell, Grid, month_names
from charts.palette import ACCENT, BASELINE, CARD, DIM, GREY, INK
from charts.picks import period_parts, pick
from charts.sentences import amount, bin_name
from data.selection import Selection
from data.summaries.amounts import Amount

HEIGHT, NARROW_HEIGHT = 380, 330
TOP, BOTTOM, LEFT = 30, 30, 38
# px between two labels at the ends of lines
LABEL = 15
NEWEST, BEFORE, OLDER = (INK, 3.0), (ACCENT, 2.2), (GREY, 1.3)


@dataclass(frozen=True, slots=True)
class Point:
    month: int
    cell: Cell
    value: Amount


def points_of(grid: Grid, year: int, shape: str) -> list[Point]:
    """The months of a year, one by one or added up since its first month that is there."""
    points: list[Point] = []
    for month in MONTHS:
        if cell := grid.cells.get((year, month)):
            keys = [(year, m) for m in MONTHS[:month]]
            points.append(Point(month, cell, grid.total(keys) if shape == "running" else cell.amount))
    return points


def year_lines(
    grid: Grid, years: Sequence[int], shape: str, selection: Selection, words: Any, narrow: bool
) -> dict[str, Any]:  # fmt: skip
    """A figure of `years`, the newest last."""
    drawn = {year: points_of(grid, year, shape) for year in years}
    highest = max((point.value.known for points in drawn.values() for point in points), default=0)
    height = NARROW_HEIGHT if narrow else HEIGHT
    plot = height - TOP - BOTTOM
    traces, ends = [], []
    for place, (year, points) in enumerate(drawn.items()):
        style = NEWEST if place == len(drawn) - 1 else BEFORE if place == len(drawn) - 2 else OLDER
        traces += _lines(year, points, style, selection, words)
        ends.append((points[-1], _end(year, points[-1], shape, words), style[0] if style != OLDER else DIM))
    right = int(max(len(text) for _, text, _ in ends) * CHARACTER) + 12
    key = [("━", INK, str(years[-1]))] + [("━", ACCENT, str(year)) for year in years[-2:-1]]
    key += [("━", GREY, words.say("years_compared.key.older"))] * (len(years) > 2)
    if any(point.cell.bin.unfinished for points in drawn.values() for point in points):
        key.append(("┄", DIM, words.say("charts.key.unfinished")))
    months = month_names(words, narrow)
    return {
        "data": traces,
        "layout": layout(
            words, height, (TOP, right, BOTTOM, LEFT),
            annotations=[key_line(key, narrow), *_labels(ends, max(highest, 1) * 1.08, plot)],
            xaxis=axis(range=[0.8, 12.1], tickvals=list(MONTHS), ticktext=months, showline=True, linecolor=BASELINE),
            yaxis=count_axis(highest, words, plot),
        ),
    }  # fmt: skip


def _lines(
    year: int, points: list[Point], style: tuple[str, float], selection: Selection, words: Any
) -> list[dict[str, Any]]:  # fmt: skip
    """A line, and from the last finished month on a dotted one with open marks."""
    finished = next((i for i, point in enumerate(points) if point.cell.bin.unfinished), len(points))
    parts = [points[:finished], points[max(0, finished - 1) :] if finished < len(points) else []]
    return [_line(year, part, style, bool(place), selection, words) for place, part in enumerate(parts) if part]


def _line(
    year: int, points: list[Point], style: tuple[str, float], open: bool, selection: Selection, words: Any
) -> dict[str, Any]:  # fmt: skip
    colour, width = style
    fills = [CARD if point.cell.bin.unfinished else colour for point in points]
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "cliponaxis": False,
        "name": str(year),
        "meta": {"role": "year", "year": year},
        "x": [point.month for point in points],
        "y": [point.value.n for point in points],
        "line": {"color": colour, "width": width, "dash": "dot" if open else "solid"},
        "marker": {"size": 3 if colour == GREY else 4 + width, "color": fills, "line": {"color": colour, "width": 1}},
        "customdata": [pick(*period_parts(point.cell.bin.start, point.cell.bin.end, selection)) for point in points],
        "hovertext": [f"<b>{bin_name(point.cell.bin.start, 'month', words)}</b><br>{amount(point.value, words)}"
                      for point in points],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }  # fmt: skip


def _end(year: int, last: Point, shape: str, words: Any) -> str:
    return f"{year}: {words.number(last.value.known)}" if shape == "running" else str(year)


def _labels(ends: list[tuple[Point, str, str]], top: float, plot: int) -> list[dict[str, Any]]:
    """Each name right of the last mark of its line; those at the same month are moved apart."""
    labels = []
    for month in sorted({point.month for point, _, _ in ends}):
        here = sorted((end for end in ends if end[0].month == month), key=lambda end: end[0].value.known)
        wanted = [end[0].value.known / top * plot for end in here]
        for (point, text, colour), y in zip(here, apart(wanted, LABEL, plot), strict=True):
            ground = {"bgcolor": CARD} if colour == INK else {}
            text = f"<b>{text}</b>" if colour == INK else text
            at = {"xanchor": "left", "yanchor": "middle", "xshift": 7}
            labels.append(note_at(point.month, y / plot * top, text, colour, **at, **ground))
    return labels


def apart(wanted: Sequence[float], least: float, high: float) -> list[float]:
    """Places in rising order, near those wanted (in rising order), `least` apart, between 0 and `high`."""
    places: list[float] = []
    for place in wanted:
        places.append(max(place, places[-1] + least) if places else place)
    limit = high
    for i in reversed(range(len(places))):
        places[i] = min(places[i], limit)
        limit = places[i] - least
    return places
