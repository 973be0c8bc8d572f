"""The address of the front page: every choice of the reader, read from a query and written back into links.

Parameters beside those of data.selection: `lang`, `form` (which main chart), `by` (interval), `tab` (of the main chart)
and `tab.<chart>` (of the others), `sort`, `order` and `page` (of the table of records),
`edition` (data.pinned). Unknown parameters are ignored.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlencode

from charts import INTERVALS, MAIN_CHARTS, SMALL_CHARTS
from data.pinned import PARAMETER, edition_number
from data.selection import BadParameter, BadSelection, Selection
from texts.words import LANGUAGES

TABS = ("chart", "table", "about")
ORDERS = ("desc", "asc")
LAST_PAGE = 1_000_000


@dataclass(frozen=True, slots=True)
class Address:
    """What a reader looks at. `tabs` names only the charts whose tab is not the chart itself.

    `edition` is the one that the address pins; None follows the newest.
    """

    language: str
    selection: Selection = field(default_factory=Selection)
    form: str = MAIN_CHARTS[0]
    interval: str = INTERVALS[0]
    tabs: tuple[tuple[str, str], ...] = ()
    sort: str = "date"
    order: str = ORDERS[0]
    page: int = 1
    edition: int | None = None

    @classmethod
    def read(cls, query: Iterable[tuple[str, str]], language: str, sorts: tuple[str, ...]) -> "Address":
        """From the (name, value) pairs of a query. `language` is the reader's when the address names none.

        Raises BadSelection with everything that is wrong at once.
        """
        pairs = [(name, value.strip()) for name, value in query if value.strip()]
        given, problems = dict(pairs), []
        try:
            selection = Selection.from_query(pairs)
        except BadSelection as bad:
            selection, problems = Selection(), list(bad.problems)

        def choice(name: str, allowed: tuple[str, ...], default: str) -> str:
            value = given.get(name, default)
            if value in allowed:
                return value
            problems.append(BadParameter(name, value[:60], "page.bad.choice", allowed))
            return default

        tabs = {MAIN_CHARTS[0]: choice("tab", TABS, TABS[0])}
        tabs |= {chart: choice(f"tab.{chart}", TABS, TABS[0]) for chart in SMALL_CHARTS}
        address = cls(
            language=choice("lang", LANGUAGES, language),
            selection=selection,
            form=choice("form", MAIN_CHARTS, MAIN_CHARTS[0]),
            interval=choice("by", INTERVALS, INTERVALS[0]),
            tabs=tuple((chart, tab) for chart, tab in tabs.items() if tab != TABS[0]),
            sort=choice("sort", sorts, sorts[0]),
            order=choice("order", ORDERS, ORDERS[0]),
            page=_page(given.get("page", "1"), problems),
            edition=edition_number(given.get(PARAMETER, ""), problems),
        )
        if problems:
            raise BadSelection(problems)
        return address

    def tab(self, chart: str) -> str:
        """The tab of a chart. The three forms of the main chart share one."""
        return dict(self.tabs).get(_card(chart), TABS[0])

    def with_tab(self, chart: str, tab: str) -> "Address":
        tabs = {**dict(self.tabs), _card(chart): tab}
        return replace(self, tabs=tuple((name, shown) for name, shown in tabs.items() if shown != TABS[0]))

    def with_selection(self, **changes: Any) -> "Address":
        """Another selection starts again on the first page of its records."""
        return replace(self, selection=replace(self.selection, **changes), page=1)

    def view_pairs(self) -> list[tuple[str, str]]:
        """Everything but language and selection, defaults left out."""
        pairs = [("form", self.form)] if self.form != MAIN_CHARTS[0] else []
        pairs += [("by", self.interval)] if self.interval != INTERVALS[0] else []
        pairs += [("tab" if chart == MAIN_CHARTS[0] else f"tab.{chart}", tab) for chart, tab in self.tabs]
        pairs += [("sort", self.sort)] if self.sort != "date" else []
        pairs += [("order", self.order)] if self.order != ORDERS[0] else []
        pairs += [("page", str(self.page))] if self.page > 1 else []
        return pairs + ([(PARAMETER, str(self.edition))] if self.edition else [])

    def query(self) -> str:
        """`lang=nb&from=...`: without the question mark, language always named."""
        return urlencode([("lang", self.language), *self.selection.query(), *self.view_pairs()])

    @property
    def link(self) -> str:
        return f"/?{self.query()}"


def _card(chart: str) -> str:
    return MAIN_CHARTS[0] if chart in MAIN_CHARTS else chart


def _page(text: str, problems: list[BadParameter]) -> int:
    if text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= LAST_PAGE and len(text) < 8:
        return int(text)
    problems.append(BadParameter("page", text[:60], "page.bad.page"))
    return 1
