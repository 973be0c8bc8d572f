"""The address of /explore: every choice of the analyst, read from a query and written back into links.

Parameters beside those of data.selection: `lang`, `dataset` (repeated for several side by side), `chart` (an analysis)
with the options of that chart, `tab` (of the charts), `sort`, `order`, `page`, `show` (a column; repeated) and `group`
(of the records), `edition` (data.pinned) and `against`. Unknown parameters are ignored.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any
from urllib.parse import parse_qsl, urlencode

from charts import ANALYSES, options_of
from charts.options import option_pairs, read_options
from data.pinned import AGAINST, PARAMETER, edition_number
from data.selection import PARAMETERS, BadParameter, BadSelection, Selection
from data.summaries.grid import COLUMNS, SORTS, STANDARD
from texts.words import LANGUAGES

PATH = "/explore"
TABS = ("chart", "table", "about")
ORDERS = ("desc", "asc")
GROUPS = ("", "incident")
MOST_DATASETS = 3
LONGEST_DATASET = 60
LAST_PAGE = 1_000_000


@dataclass(frozen=True, slots=True)
class ExploreAddress:
    """What an analyst looks at. `datasets` () is the one of single accidents; `options` holds every one of `chart`.

    `columns` () are the standard ones. `edition` and `against` are numbers, None for the newest and for none.
    """

    language: str
    selection: Selection = field(default_factory=Selection)
    datasets: tuple[str, ...] = ()
    chart: str = ANALYSES[0]
    options: Mapping[str, str] = field(default_factory=dict)
    shown_tab: str = TABS[0]
    sort: str = SORTS[0]
    order: str = ORDERS[0]
    page: int = 1
    columns: tuple[str, ...] = ()
    group: str = ""
    edition: int | None = None
    against: int | None = None

    @classmethod
    def read(cls, query: Iterable[tuple[str, str]], language: str) -> "ExploreAddress":
        """From the (name, value) pairs of a query. `language` is the reader's when the address names none.

        Raises BadSelection with everything that is wrong at once.
        """
        pairs = [(name, value.strip()) for name, value in query if value.strip()]
        given, problems = dict(pairs), list[BadParameter]()
        selection = _selection(pairs, problems)
        chart = _choice("chart", given, ANALYSES, problems)
        address = cls(
            language=_choice("lang", {"lang": language} | given, LANGUAGES, problems),
            selection=selection,
            datasets=_datasets([value for name, value in pairs if name == "dataset"], problems),
            chart=chart,
            options=read_options(options_of(chart), given, problems),
            shown_tab=_choice("tab", given, TABS, problems),
            sort=_choice("sort", given, SORTS, problems),
            order=_choice("order", given, ORDERS, problems),
            page=_page(given.get("page", "1"), problems),
            columns=_columns([value for name, value in pairs if name == "show"], problems),
            group=_choice("group", given, GROUPS, problems),
            edition=edition_number(given.get(PARAMETER, ""), problems),
            against=edition_number(given.get(AGAINST, ""), problems, AGAINST),
        )
        if problems:
            raise BadSelection(problems)
        return address

    def tab(self, _chart: str) -> str:
        """The charts side by side are the same one of several datasets: they share a tab."""
        return self.shown_tab

    def with_tab(self, _chart: str, tab: str) -> "ExploreAddress":
        return replace(self, shown_tab=tab)

    def with_selection(self, selection: Selection) -> "ExploreAddress":
        """Another selection starts again on the first page of its records."""
        return replace(self, selection=selection, page=1)

    def with_chart(self, chart: str, **options: str) -> "ExploreAddress":
        """Another analysis, with those options of this one that it has as well, and those named."""
        given = {**self.options, **options}
        fitting = {o.name: given[o.name] for o in options_of(chart) if o.name in given and o.fits(given[o.name])}
        return replace(self, chart=chart, options=read_options(options_of(chart), fitting, []))

    def pick_link(self, pick: str) -> str:
        """To the records behind a number: the parameters of `pick` (charts.view.Table) replace those named alike."""
        names = {name for name, _ in parse_qsl(pick)}
        asked = urlencode(self.pairs("page", *names))
        return f"{PATH}?{asked}&{pick}#records" if pick else f"{PATH}?{asked}#records"

    @property
    def shown_columns(self) -> tuple[str, ...]:
        return self.columns or STANDARD

    def option_pairs(self) -> list[tuple[str, str]]:
        """Those options of the chart that do not stand at their default."""
        return option_pairs(options_of(self.chart), self.options)

    def chart_pairs(self, dataset: str = "") -> list[tuple[str, str]]:
        """What the address of one chart says beside language, selection and edition, under /embed and /export."""
        pairs = [("dataset", dataset)] if dataset else []
        return pairs + self.option_pairs() + ([(AGAINST, str(self.against))] if self.against else [])

    def view_pairs(self, *without: str) -> list[tuple[str, str]]:
        """Everything but language and selection, defaults and the parameters named left out."""
        pairs = [("dataset", key) for key in self.datasets]
        pairs += [("chart", self.chart)] if self.chart != ANALYSES[0] else []
        pairs += self.option_pairs()
        pairs += [("tab", self.shown_tab)] if self.shown_tab != TABS[0] else []
        pairs += [("sort", self.sort)] if self.sort != SORTS[0] else []
        pairs += [("order", self.order)] if self.order != ORDERS[0] else []
        pairs += [("page", str(self.page))] if self.page > 1 else []
        pairs += [("show", key) for key in self.columns]
        pairs += [("group", self.group)] if self.group else []
        pairs += [(PARAMETER, str(self.edition))] if self.edition else []
        pairs += [(AGAINST, str(self.against))] if self.against else []
        return [(name, value) for name, value in pairs if name not in without]

    def pairs(self, *without: str) -> list[tuple[str, str]]:
        """The whole address, language always named."""
        chosen = [pair for pair in self.selection.query() if pair[0] not in without]
        return [("lang", self.language), *chosen, *self.view_pairs(*without)]

    def query(self) -> str:
        return "&".join(_encoded(pair) for pair in self.pairs())

    @property
    def path(self) -> str:
        return PATH

    @property
    def link(self) -> str:
        return f"{PATH}?{self.query()}"


@lru_cache(maxsize=4096)
def _encoded(pair: tuple[str, str]) -> str:
    """Kept: a page has some sixty links of mostly the same parameters."""
    return urlencode([pair])


# A chart of the front page -> the analysis that asks the same, and its options.
_SAME: dict[str, tuple[str, dict[str, str]]] = {
    "published_totals": ("published_against_recorded", {}),
    "by_period": ("published_against_recorded", {}),
    "by_district": ("district_map", {}),
    **{f"by_{field}": ("cross", {"rows": field}) for field in ("status", "device", "activity")},
}


def explored(chart: str, front: Any) -> str:
    """The address here for a chart of the front page. `front` is a components.address.Address."""
    key, options = _SAME.get(chart, (ANALYSES[0], {"by": front.interval}))
    address = ExploreAddress(front.language, front.selection, edition=front.edition)
    return address.with_chart(key, **options).link


# No option of a chart may be named as a parameter of the page: its value could not be told from the page's own.
OWN = ("lang", "dataset", "chart", "tab", "sort", "order", "page", "show", "group", PARAMETER, AGAINST, *PARAMETERS)


def _selection(pairs: list[tuple[str, str]], problems: list[BadParameter]) -> Selection:
    try:
        return Selection.from_query(pairs)
    except BadSelection as bad:
        problems += bad.problems
        return Selection()


def _choice(name: str, given: Mapping[str, str], allowed: tuple[str, ...], problems: list[BadParameter]) -> str:
    value = given.get(name, allowed[0])
    if value in allowed:
        return value
    problems.append(BadParameter(name, value[:60], "page.bad.choice", tuple(one for one in allowed if one)))
    return allowed[0]


def _datasets(keys: list[str], problems: list[BadParameter]) -> tuple[str, ...]:
    found = tuple(dict.fromkeys(keys))
    if len(found) > MOST_DATASETS:
        problems.append(BadParameter("dataset", str(len(found)), "explore.bad.datasets"))
    for key in found:
        if len(key) > LONGEST_DATASET or not key.isprintable():
            problems.append(BadParameter("dataset", key[:60], "selection.bad.value"))
    return found


def _columns(keys: list[str], problems: list[BadParameter]) -> tuple[str, ...]:
    """In the order of the page. The standard ones need no naming."""
    problems += [BadParameter("show", key[:60], "page.bad.choice") for key in dict.fromkeys(keys) if key not in COLUMNS]
    chosen = tuple(key for key in COLUMNS if key in keys)
    return () if chosen == STANDARD else chosen


def _page(text: str, problems: list[BadParameter]) -> int:
    if text.isascii() and text.isdigit() and len(text) < 8 and 1 <= int(text) <= LAST_PAGE:
        return int(text)
    problems.append(BadParameter("page", text[:60], "page.bad.page"))
    return 1
