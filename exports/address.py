"""Where a chart lives: the addresses that stand inside pictures, files and embeds. An address is a promise."""

from collections.abc import Sequence
from urllib.parse import urlencode

from charts import INTERVALS, MAIN_CHARTS
from data.pinned import PARAMETER

Pairs = Sequence[tuple[str, str]]


def chart_query(language: str, selection: Pairs, interval: str = INTERVALS[0], edition: int | None = None) -> str:
    """The query of an embed or an export. `selection` is Selection.query(); a usual interval is left out.

    `edition` is the one that the address pins, None for one that follows the newest.
    """
    return urlencode([("lang", language), *selection, *_interval(interval), *_edition(edition)])


def page_address(
    public_url: str, chart: str, language: str, selection: Pairs, interval: str = INTERVALS[0],
    edition: int | None = None,
) -> str:  # fmt: skip
    """The front page showing this chart for this selection, at the chart itself."""
    main = chart in MAIN_CHARTS
    form = [("form", chart)] if main and chart != MAIN_CHARTS[0] else []
    query = urlencode([("lang", language), *selection, *form, *_interval(interval), *_edition(edition)])
    return f"{public_url}/?{query}#card-{'main' if main else chart}"


def embed_address(public_url: str, chart: str, query: str) -> str:
    return f"{public_url}/embed/{chart}?{query}"


def _interval(interval: str) -> list[tuple[str, str]]:
    return [("by", interval)] if interval != INTERVALS[0] else []


def _edition(edition: int | None) -> list[tuple[str, str]]:
    return [(PARAMETER, str(edition))] if edition else []
