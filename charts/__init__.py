"""How it looks: one file per chart, each from an edition and a Selection to a View; plain Plotly dicts, no Dash."""

from collections.abc import Mapping
from dataclasses import replace
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
from charts.analyses import ANALYSES, OPTIONS, VIEWS
from charts.asked import Asked
from charts.headlines.alt import alt_of
from charts.options import Option
from charts.renamed import ALIASES
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
# Those and the analyses of /explore: all that can be embedded and taken away.
ALL_CHARTS = CHARTS + ANALYSES
# Compared with the edition before where the address names none.
EDITION_BEFORE = ("editions_compared",)
INTERVALS = ("month", "quarter", "year")


class ChartNotFound(KeyError):
    """There is no chart, and never was one, of this name."""


def options_of(key: str) -> tuple[Option, ...]:
    """What can be chosen of a chart beside the selection. Raises ChartNotFound."""
    key = ALIASES.get(key, key)
    if key in OPTIONS:
        return OPTIONS[key]
    if key not in _DRAWN_BY:
        raise ChartNotFound(key)
    return (Option("by", INTERVALS),)


def draw(
    key: str,
    edition: "Edition",
    selection: "Selection",
    words: Any,
    *,
    today: date,
    narrow: bool = False,
    options: Mapping[str, str] | None = None,
    dataset: str = "",
    against: "Edition | None" = None,
) -> View:
    """One chart of an edition for a selection, in the language of `words` (a texts.Words).

    `today` decides which months are unfinished; `narrow` draws for 320 to 430 px. `options` are those of
    options_of(key), by name; what is not named stands at its default. `dataset` (a key) and `against` are those of an
    analysis (charts.asked). Pure: the same arguments give the same View. Raises ChartNotFound, and ValueError for an
    option that does not exist.
    """
    key = ALIASES.get(key, key)
    chosen = {option.name: option.default for option in options_of(key)}
    for option in options_of(key):
        if options and option.name in options:
            chosen[option.name] = options[option.name]
        if not option.fits(chosen[option.name]):
            raise ValueError(f"{key}: no such {option.name}: {chosen[option.name]}")
    if key in VIEWS:
        view = VIEWS[key](edition, Asked(selection, words, today, chosen, dataset, against, narrow))
    else:
        view = _DRAWN_BY[key](edition, selection, words, today=today, interval=chosen["by"], narrow=narrow)
    return replace(view, alt=alt_of(view, words))
