"""Where a chart lives: the addresses that stand inside pictures, files and embeds. An address is a promise."""

from collections.abc import Sequence
from urllib.parse import urlencode

from charts import ANALYSES, MAIN_CHARTS
from data.pinned import PARAMETER

Pairs = Sequence[tuple[str, str]]


def chart_query(language: str, selection: Pairs, options: Pairs = (), edition: int | None = None) -> str:
    """The query of an embed or an export. `selection` is Selection.query(), `options` what is chosen beside it.

    `edition` is the one that the address pins, None for one that follows the newest.
    """
    return urlencode([("lang", language), *selection, *options, *_edition(edition)])


def page_address(
    public_url: str, chart: str, language: str, selection: Pairs, options: Pairs = (), edition: int | None = None
) -> str:
    """The page showing this chart for this selection: the front page at the chart itself, or /explore."""
    ends = [*options, *_edition(edition)]
    if chart in ANALYSES:
        return f"{public_url}/explore?{urlencode([('lang', language), *selection, ('chart', chart), *ends])}"
    main = chart in MAIN_CHARTS
    form = [("form", chart)] if main and chart != MAIN_CHARTS[0] else []
    query = urlencode([("lang", language), *selection, *form, *ends])
    return f"{public_url}/?{query}#card-{'main' if main else chart}"


def embed_address(public_url: str, chart: str, query: str) -> str:
    return f"{public_url}/embed/{chart}?{query}"


def _edition(edition: int | None) -> list[tuple[str, str]]:
    return [(PARAMETER, str(edition))] if edition else []
