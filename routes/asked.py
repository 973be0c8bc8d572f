"""What an address under /embed or /export asks for: chart, language, selection, interval; or why it cannot be had."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from charts import ALL_CHARTS, ANALYSES, EDITION_BEFORE, ChartNotFound, options_of
from charts.kept import kept
from charts.options import Option, option_pairs, read_options
from charts.view import View
from data.frame import Edition
from data.pinned import AGAINST, PARAMETER, Editions, edition_against, edition_asked, edition_number
from data.selection import BadParameter, BadSelection, Selection
from exports.address import chart_query, page_address
from exports.handed import Handed
from exports.names import file_name, standing_alone
from texts.spoken import language_of
from texts.words import LANGUAGES, Words

LONGEST_DATASET = 60


@dataclass(frozen=True, slots=True)
class Asked:
    """One chart in one language for one selection. `pinned` is the number of the edition that the address names.

    `options` are the chart's own (charts.options_of), `format_options` those of what it is taken away as
    (exports.formats). `dataset` and `against` (an edition) belong to analyses.
    """

    chart: str
    words: Words
    selection: Selection
    options: dict[str, str]
    dataset: str = ""
    against: int | None = None
    pinned: int | None = None
    format_options: dict[str, str] = field(default_factory=dict)

    @property
    def chosen(self) -> list[tuple[str, str]]:
        """What the address says beside language, selection and edition."""
        dataset = [("dataset", self.dataset)] if self.dataset else []
        against = [(AGAINST, str(self.against))] if self.against else []
        return dataset + option_pairs(options_of(self.chart), self.options) + against

    @property
    def query(self) -> str:
        """The query of this very chart, in the one order that we write."""
        return chart_query(self.words.language, self.selection.query(), self.chosen, self.pinned)

    def page(self, public_url: str) -> str:
        """The address of the page that shows the same."""
        return page_address(
            public_url, self.chart, self.words.language, self.selection.query(), self.chosen, self.pinned
        )

    def edition(self, store: Editions) -> Edition:
        """The one that is pinned, else the newest. Raises BadSelection, NothingPublished."""
        return edition_asked(store, self.pinned)

    def view(self, store: Editions, today: date, narrow: bool = False) -> View:
        """Raises BadSelection for an edition that does not exist, and NothingPublished."""
        edition = self.edition(store)
        against = edition_against(store, self.against, edition, self.chart in EDITION_BEFORE)
        return kept(
            self.chart, edition, self.selection, self.words, today=today, narrow=narrow,
            options=self.options, dataset=self.dataset, against=against,
        )  # fmt: skip

    def handed(self, store: Editions, today: date, settings: Any) -> Handed:
        """What an export gets. Raises as `view`."""
        view, narrow = (standing_alone(self.view(store, today, phone), self.words) for phone in (False, True))
        return Handed(
            view, narrow, self.words, settings, self.page(settings.public_url),
            file_name(view, self.selection, self.words), self.query, self.selection.query(), self.pinned,
            self.format_options,
        )  # fmt: skip


def read(chart: str, query: Any, words: Words, format_options: Sequence[Option] = ()) -> Asked:
    """From a chart's name and a werkzeug MultiDict. Raises ChartNotFound, and BadSelection with all that is wrong."""
    if chart not in ALL_CHARTS:
        raise ChartNotFound(chart)
    problems: list[BadParameter] = []
    selection = Selection()
    try:
        selection = Selection.from_query(query)
    except BadSelection as bad:
        problems += bad.problems
    if (language := query.get("lang", "")) and language not in LANGUAGES:
        problems.append(BadParameter("lang", language[:60], "embed.no_value", LANGUAGES))
    options = read_options(options_of(chart), query, problems)
    taken_as = read_options(format_options, query, problems)
    analysis = chart in ANALYSES
    dataset = query.get("dataset", "").strip()[:LONGEST_DATASET] if analysis else ""
    against = edition_number(query.get(AGAINST, ""), problems, AGAINST) if analysis else None
    pinned = edition_number(query.get(PARAMETER, ""), problems)
    if problems:
        raise BadSelection(problems)
    return Asked(chart, words, selection, options, dataset, against, pinned, taken_as)


def words_of(query: Any, accepted: Iterable[str], default: str) -> Words:
    """The language to answer in, also when the rest of the address cannot be understood."""
    return Words(language_of(query.get("lang", ""), accepted, default))


def kept_for(pinned: int | None) -> str:
    """How long an answer may be kept: a pinned one for a day, since only a release changes it; another for a minute."""
    return "public, max-age=86400" if pinned else "public, max-age=60"
