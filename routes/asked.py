"""What an address under /embed or /export asks for: chart, language, selection, interval; or why it cannot be had."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from charts import ALIASES, CHARTS, INTERVALS, ChartNotFound, draw
from charts.view import View
from data.frame import Edition
from data.pinned import PARAMETER, Editions, edition_asked, edition_number
from data.selection import BadParameter, BadSelection, Selection
from exports.address import chart_query, page_address
from texts.spoken import language_of
from texts.words import LANGUAGES, Words


@dataclass(frozen=True, slots=True)
class Asked:
    """One chart in one language for one selection. `pinned` is the number of the edition that the address names."""

    chart: str
    words: Words
    selection: Selection
    interval: str
    pinned: int | None = None

    @property
    def query(self) -> str:
        """The query of this very chart, in the one order that we write."""
        return chart_query(self.words.language, self.selection.query(), self.interval, self.pinned)

    def page(self, public_url: str) -> str:
        """The address of the page that shows the same."""
        return page_address(
            public_url, self.chart, self.words.language, self.selection.query(), self.interval, self.pinned
        )

    def edition(self, store: Editions) -> Edition:
        """The one that is pinned, else the newest. Raises BadSelection, NothingPublished."""
        return edition_asked(store, self.pinned)

    def view(self, edition: Edition, today: date, narrow: bool = False) -> View:
        return draw(self.chart, edition, self.selection, self.words, today=today, interval=self.interval, narrow=narrow)


def read(chart: str, query: Any, words: Words) -> Asked:
    """From a chart's name and a werkzeug MultiDict. Raises ChartNotFound, and BadSelection with all that is wrong."""
    if chart not in CHARTS:
        raise ChartNotFound(chart)
    problems: list[BadParameter] = []
    selection = Selection()
    try:
        selection = Selection.from_query(query)
    except BadSelection as bad:
        problems += bad.problems
    interval = query.get("by", "") or INTERVALS[0]
    for name, value, allowed in (("lang", query.get("lang", ""), LANGUAGES), ("by", interval, INTERVALS)):
        if value and value not in allowed:
            problems.append(BadParameter(name, value[:60], "embed.no_value", allowed))
    pinned = edition_number(query.get(PARAMETER, ""), problems)
    if problems:
        raise BadSelection(problems)
    return Asked(chart, words, selection, interval, pinned)


def words_of(query: Any, accepted: Iterable[str], default: str) -> Words:
    """The language to answer in, also when the rest of the address cannot be understood."""
    return Words(language_of(query.get("lang", ""), accepted, default))


def renamed(chart: str) -> str | None:
    """The present name of a chart that used to have this one."""
    return ALIASES.get(chart)


def kept_for(asked: Asked) -> str:
    """How long an answer may be kept: a pinned one for a day, since only a release changes it; another for a minute."""
    return "public, max-age=86400" if asked.pinned else "public, max-age=60"
