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


def explore_address(public_url: str, dataset: str, language: str, selection: Pairs, edition: int | None = None) -> str:
    """The page for analysts that shows these records of a dataset."""
    return f"{public_url}/explore?{_of_records(dataset, language, selection, edition)}"


def records_address(
    public_url: str, extension: str, dataset: str, language: str, selection: Pairs, edition: int | None = None
) -> str:
    """The file with these records, by the ending of its name."""
    return f"{public_url}/export/records.{extension}?{_of_records(dataset, language, selection, edition)}"


def _of_records(dataset: str, language: str, selection: Pairs, edition: int | None) -> str:
    return urlencode([("lang", language), ("dataset", dataset), *selection, *_edition(edition)])


def _edition(edition: int | None) -> list[tuple[str, str]]:
    return [(PARAMETER, str(edition))] if edition else []
