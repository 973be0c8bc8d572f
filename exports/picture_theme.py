"""The colours of a finished picture: figures are drawn in the light palette, here they get that of a dark ground."""

import re
from typing import Any

from charts.palette import ACCENT, CARD, CLEAR, DIM, GREY, GRID, INJURED, INJURED_TEXT, INK, SHADES, TEXT

# The same colours as the dark scheme of the pages (assets/minetall.css); a test holds both together.
DARK = {
    INK: "#f1eeea", TEXT: "#dcd9d3", DIM: "#a4a9b1", CARD: "#1d2024", INJURED: "#b97826", INJURED_TEXT: "#e0a14d",
    GREY: "#8d9299", GRID: "#2b2f34", ACCENT: "#83bae0",
    **dict(zip(SHADES, ("#2b3a39", "#3b5855", "#4a6f6b", "#7fa8a3", "#b7d3cf"), strict=True)),
}  # fmt: skip
_COLOUR = re.compile("|".join(map(re.escape, DARK)), re.IGNORECASE)


def themed(figure: dict[str, Any], theme: str) -> dict[str, Any]:
    """The figure in the theme. Transparent has no ground, and the light palette: it is meant for light slides."""
    if theme == "dark":
        figure = _swapped(figure)
    if theme == "transparent":
        figure["layout"] |= {"paper_bgcolor": CLEAR, "plot_bgcolor": CLEAR}
    return figure


def _swapped(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _swapped(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_swapped(inner) for inner in value]
    return _COLOUR.sub(lambda found: DARK[found[0].lower()], value) if isinstance(value, str) else value
