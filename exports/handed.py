"""Handed: one chart as every export gets it: its View, its words, and what its address says."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from charts.view import View


@dataclass(frozen=True, slots=True)
class Handed:
    """`address` is that of the page with the same numbers, `name` the file's name without its ending.

    `query` is the chart's own canonical query (exports.address.chart_query), `selection` the part of it that limits.
    `pinned` is the edition that the address names. `options` are those of the format (exports.formats), each with its
    value. `settings` are the site's: site_name, organisation, contact, public_url. `words` is a texts.Words.
    `narrow` is the same View drawn for 320 to 430 px.
    """

    view: View
    narrow: View
    words: Any
    settings: Any
    address: str
    name: str
    query: str
    selection: list[tuple[str, str]]
    pinned: int | None = None
    options: Mapping[str, str] = field(default_factory=dict)

    def with_options(self, options: Mapping[str, str]) -> "Handed":
        """The same chart for a format with these options."""
        return replace(self, options=options)
