"""How it looks: one file per chart, each from an edition and a Selection to a View; plain Plotly dicts, no Dash."""

from datetime import date
from typing import TYPE_CHECKING, Any

from charts import (
    by_activity,
    by_device,
    by_district,
    by_period,
    by_status,
    published_totals,
    reported_accidents,
)  # fmt: skip
from charts.view import View

if TYPE_CHECKING:
    from data.frame import Edition
    from data.selection import Selection

# The order of the page: three forms of the main chart, then the small ones. A chart's key is its address and its file.
_DRAWN_BY = {
    module.__name__.rpartition(".")[2]: module.view
    for module in (
        published_totals, by_period, reported_accidents,
        by_district, by_status, by_device, by_activity,
    )
}  # fmt: skip
CHARTS = tuple(_DRAWN_BY)
MAIN_CHARTS, SMALL_CHARTS = CHARTS[:3], CHARTS[3:]
# old name -> new name, for ever: embeds live in other people's slides for years.
ALIASES: dict[str, str] = {}
INTERVALS = ("month", "quarter", "year")


class ChartNotFound(KeyError):
    """There is no chart, and never was one, of this name."""


def draw(
    key: str,
    edition: "Edition",
    selection: "Selection",
    words: Any,
    *,
    today: date,
    interval: str = "month",
    narrow: bool = False,
) -> View:
    """One chart of an edition for a selection, in the language of `words` (a texts.Words).

    `today` decides which months are unfinished; `interval` (one of INTERVALS) is the bin of charts over time and left
    alone by the others; `narrow` draws for 320 to 430 px. Pure: the same arguments give the same View.
    Raises ChartNotFound, and ValueError for an interval that does not exist.
    """
    key = ALIASES.get(key, key)
    if key not in _DRAWN_BY:
        raise ChartNotFound(key)
    if interval not in INTERVALS:
        raise ValueError(f"no such interval: {interval}")
    return _DRAWN_BY[key](edition, selection, words, today=today, interval=interval, narrow=narrow)
