"""How low the plot of a chart may be drawn in a picture, what it loses, and its labels set apart again."""

from collections import defaultdict
from typing import Any

from charts.view import View

# Shares of the height on the page: panels have words between them, and so have bars lying down; a map loses its
# districts, a time series only height.
PANELS, ROWS, MAP, SERIES = 1.0, 0.82, 0.85, 0.5
FAT = 1.8
# A chart is in panels when the highest of its plots takes up less than this of its height.
PANEL = 0.6
# px: a line of type of 12 px, with the next line of the same label, and what stands between labels of one axis
LINE, NEXT_LINE, BETWEEN = 13.5, 20, 2


def lowest(view: View) -> float:
    """The height in px that the plot itself must have; 0 where there is none."""
    if not view.figure:
        return 0
    plot = _on_page(view)
    axes = _axes(view.figure["layout"])
    if any("scaleanchor" in axis for axis in axes):
        share = MAP
    elif max((axis["domain"][1] - axis["domain"][0] for axis in axes if axis.get("domain")), default=1) < PANEL:
        share = PANELS
    elif _in_rows(view):
        share = ROWS
    else:
        share = SERIES
    return max(plot * share, min(plot, max(map(_labels, axes), default=0)))


def highest(view: View) -> float:
    """The height in px that the plot may have: bars lying down do not grow fat because they are few."""
    return _on_page(view) * FAT if view.figure and _in_rows(view) else float("inf")


def _on_page(view: View) -> float:
    own = view.figure["layout"].get("margin", {"t": 0, "b": 0})
    return float(view.height - own["t"] - own["b"])


def _in_rows(view: View) -> bool:
    return any(trace.get("orientation") == "h" for trace in view.figure["data"])


def says_less(narrow: View, wide: View) -> bool:
    """Whether the chart for phones leaves out marks, or cuts words, that the wide one has."""
    if not narrow.figure or not wide.figure:
        return False
    return _marks(narrow) < _marks(wide) or _cut(narrow) > _cut(wide)


def _marks(view: View) -> int:
    return sum(max(len(_all(trace.get("x"))), len(_all(trace.get("y")))) for trace in view.figure["data"])


def _cut(view: View) -> int:
    """How many words end in an ellipsis."""
    layout = view.figure["layout"]
    texts = [label.get("text", "") for label in layout.get("annotations", ())]
    for axis in [axis for name, axis in layout.items() if name[1:5] == "axis"]:
        texts += _all(axis.get("ticktext"))
    return sum(str(text).count("…") for text in texts)


def _all(values: Any) -> Any:
    return () if values is None or isinstance(values, str) else values


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
