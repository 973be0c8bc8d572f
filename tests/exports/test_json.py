"""A View as JSON: the keys that others rely on, and text that is safe inside a page."""

import json as standard
from datetime import date

import numpy as np

from exports import json
from tests.exports.views import WHOLE


def test_the_keys_are_a_promise() -> None:
    document = json.document(WHOLE, "en", [("from", "2021-01-01")], "https://figures.example.org/")
    assert list(document) == [
        "chart", "language", "edition", "as_of", "address", "selection", "title", "subtitle", "headline", "alt",
        "notes", "findings", "about", "empty", "empty_reason", "sources", "columns", "rows", "minima",
        "row_ids", "figure",
    ]  # fmt: skip


def test_numbers_dates_and_gaps_survive() -> None:
    read = standard.loads(json.text(json.document(WHOLE, "en", [], "")))
    assert read["rows"][0] == ["Aghdam", "2022-07-02", 4, "https://example.org/a"]
    assert read["rows"][1][1:3] == [None, None]
    assert read["as_of"] == "2026-03-13"
    assert read["sources"][0]["counted_by"] == "public reports"


def test_numpy_and_nan_become_plain() -> None:
    mixed = {"a": np.int64(3), "b": np.array([1.5, np.nan]), "c": float("nan"), "d": date(2024, 1, 2)}
    assert standard.loads(json.text(mixed)) == {"a": 3, "b": [1.5, None], "c": None, "d": "2024-01-02"}


def test_a_script_element_cannot_be_closed_from_inside() -> None:
    text = json.for_html({"a": "</script><!--\u2028"})
    assert "<" not in text
    assert "\u2028" not in text
    assert standard.loads(text) == {"a": "</script><!--\u2028"}
