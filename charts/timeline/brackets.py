"""Brackets above bars over time: what is known only to a stretch that no single bar stands for."""

from datetime import timedelta
from typing import Any

from charts.canvas import NARROW, WIDE, middle, note_at
from charts.palette import DIM, TEXT
from charts.sentences import number, short_span, sums
from data.selection import Selection
from data.summaries.by_time import ByTime, Extent

LANE = 24
MOST_LANES = 4
# Left of the plot, as in charts.timeline.bars.
LEFT = 34


def lanes_of(found: ByTime) -> list[tuple[int, Extent]]:
    """Each extent that the bins touch in the first lane that is free there; what finds none is left to the table."""
    first, last = found.bins[0].start, found.bins[-1].end
    extents = [extent for extent in found.coarse if extent.end >= first and extent.start <= last]
    ends: list[Any] = []
    placed = []
    for extent in sorted(extents, key=lambda extent: (extent.start, extent.end)):
        lane = next((lane for lane, end in enumerate(ends) if end < extent.start), len(ends))
        if lane < MOST_LANES:
            ends[lane : lane + 1] = [extent.end]
            placed.append((lane, extent))
    return placed


def bracket(extent: Extent, lane: int, selection: Selection, words: Any) -> dict[str, Any]:
    end = (extent.end + timedelta(days=1)).isoformat()
    foot, head = lane + 0.85, lane + 0.62
    hover = f"<b>{short_span(extent.start, extent.end, words)}</b><br>{sums(extent.bucket, selection, words)}"
    return {
        "type": "scatter",
        "mode": "lines",
        "name": "coarse",
        "meta": {"role": "coarse"},
        "x": [extent.start.isoformat(), extent.start.isoformat(), end, end],
        "y": [foot, head, head, foot],
        "yaxis": "y2",
        "line": {"color": DIM, "width": 1.4},
        "hovertext": [hover] * 4,
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def bracket_label(
    extent: Extent, lane: int, first: Any, last: Any, outcomes: tuple[str, ...], words: Any, narrow: bool
) -> dict[str, Any]:
    """The numbers over the middle of the bracket, as long as they fit above it."""
    bucket = extent.bucket
    amounts = [getattr(bucket, outcome) for outcome in outcomes]
    if all(amount.n is None for amount in amounts) and not bucket.other:
        text = words.say("charts.not_recorded")
    else:
        text = " · ".join(
            [*(number(amount, words) for amount in amounts), *([words.number(bucket.other)] if bucket.other else [])]
        )
    start, end = max(extent.start, first), min(extent.end, last)
    if len(text) * 6.2 > room_for(extent, first, last, narrow):
        text = "?" if all(amount.n is None for amount in amounts) else text
    return note_at(middle(start, end), lane + 0.6, text, TEXT, yref="y2", yanchor="bottom", xanchor="center")


def room_for(extent: Extent, first: Any, last: Any, narrow: bool) -> float:
    """The px over which a bracket reaches."""
    start, end = max(extent.start, first), min(extent.end, last)
    return (end - start).days / max(1, (last - first).days) * ((NARROW if narrow else WIDE) - LEFT)
