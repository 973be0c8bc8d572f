"""A View as JSON: everything that is needed to show, check or reuse one chart without asking again."""

import json
import math
from dataclasses import asdict
from datetime import date
from typing import Any

from charts.view import View

KEYS = (
    "chart", "language", "edition", "as_of", "address", "selection", "title", "subtitle", "headline", "alt", "notes",
    "findings", "about", "empty", "empty_reason", "sources", "columns", "rows", "minima", "row_ids", "figure",
)  # fmt: skip


def document(view: View, language: str, selection: list[tuple[str, str]], address: str) -> dict[str, Any]:
    """The keys, KEYS, are a promise.

    Cells of `rows` are numbers, texts, ISO dates or null ("not recorded"). `minima` are the
    (row, column) of numbers that are only lower bounds. `figure` is a Plotly figure, {} where empty.
    """
    return {
        "chart": view.chart,
        "language": language,
        "edition": view.edition,
        "as_of": view.as_of,
        "address": address,
        "selection": selection,
        "title": view.title,
        "subtitle": view.subtitle,
        "headline": view.headline,
        "alt": view.alt,
        "notes": view.notes,
        "findings": view.findings,
        "about": view.about,
        "empty": view.empty,
        "empty_reason": view.empty_reason,
        "sources": [asdict(source) for source in view.sources],
        "columns": [asdict(column) for column in view.table.columns],
        "rows": view.table.rows,
        "minima": sorted(view.table.minima),
        "row_ids": view.table.row_ids,
        "figure": view.figure,
    }


def text(document: Any) -> str:
    """Compact JSON. Dates as ISO 8601, NaN as null; numpy scalars as plain numbers."""
    return json.dumps(_plain(document), ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def for_html(document: Any) -> str:
    """The same, fit to stand inside a <script> element of an HTML page."""
    return text(document).replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    if hasattr(value, "tolist"):
        return _plain(value.tolist())
    if isinstance(value, date):
        return value.isoformat()
    return None if isinstance(value, float) and not math.isfinite(value) else value
