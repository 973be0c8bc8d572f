"""How low the plot of a chart may be drawn in a picture, and its labels set apart again when it is drawn lower."""

from collections import defaultdict
from typing import Any

from charts.view import View

# Shares of the height on the page: bars lying down have words between them, a map loses its districts, a time series
# only height.
ROWS, MAP, SERIES = 0.82, 0.85, 0.5
# px: a line of type of 12 px, with the next line of the same label, and what stands between labels of one axis
LINE, NEXT_LINE, BETWEEN = 13.5, 20, 2


def lowest(view: View) -> float:
    """The height in px that the plot itself must have; 0 where there is none."""
    if not view.figure:
        return 0
    own = view.figure["layout"].get("margin", {"t": 0, "b": 0})
    plot = float(view.height - own["t"] - own["b"])
    axes = _axes(view.figure["layout"])
    if any("scaleanchor" in axis for axis in axes):
        share = MAP
    elif any(trace.get("orientation") == "h" for trace in view.figure["data"]):
        share = ROWS
    else:
        share = SERIES
    return max(plot * share, min(plot, max(map(_labels, axes), default=0)))


def _axes(layout: dict[str, Any]) -> list[dict[str, Any]]:
    return [axis for name, axis in layout.items() if name.startswith("yaxis")]


def _labels(axis: dict[str, Any]) -> float:
    """The height that the words of an axis need, one below the other."""
    texts = axis.get("ticktext") or ()
    if not len(texts) or not axis.get("visible", True):
        return 0
    lines = max(str(text).count("<br>") + 1 for text in texts)
    low, high = axis.get("domain", (0, 1))
    return len(texts) * (LINE + (lines - 1) * NEXT_LINE + BETWEEN) / max(high - low, 0.01)


def moved_apart(layout: dict[str, Any], plot: float) -> None:
    """Labels at the ends of lines, which the chart set apart for its own height, set apart for `plot` px."""
    ends: dict[Any, list[dict[str, Any]]] = defaultdict(list)
    for label in layout.get("annotations", ()):
        at_end = label.get("xanchor") == "left" and label.get("yanchor") == "middle"
        if at_end and label.get("yref", "y") == "y" and isinstance(label.get("y"), int | float):
            ends[label["x"], label.get("xref", "x")].append(label)
    low, high = layout.get("yaxis", {}).get("range") or (0, 0)
    if high <= low or layout.get("yaxis", {}).get("domain"):
        return
    scale = plot / (high - low)
    for labels in ends.values():
        labels.sort(key=lambda label: label["y"])
        places = _apart([(label["y"] - low) * scale for label in labels], plot)
        for label, place in zip(labels, places, strict=True):
            label["y"] = low + place / scale


def _apart(wanted: list[float], highest: float) -> list[float]:
    """In the same order, LINE apart; those that would stick out above move down."""
    places: list[float] = []
    for place in wanted:
        places.append(max(place, places[-1] + LINE) if places else place)
    for i in reversed(range(len(places))):
        highest = places[i] = min(places[i], highest)
        highest -= LINE
    return places
