"""The settings that every drawn chart shares, on the page, in an embed and in an export: nothing is ever uploaded."""

from typing import Any

# plotly.js shows a "Share chart" button that uploads to a cloud unless it is told not to.
GRAPH_CONFIG: dict[str, Any] = {
    "displayModeBar": False,
    "displaylogo": False,
    "showSendToCloud": False,
    "scrollZoom": False,
    "responsive": True,
    "doubleClick": False,
    "showTips": False,
}
# plotly.js calls Norwegian "no" and falls back to English in silence for every other name of it.
PLOTLY_LOCALES = {"nb": "no", "en": "en"}
