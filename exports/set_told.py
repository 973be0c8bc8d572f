"""What a document about a set of charts says of it: head, key numbers, each chart, method and sources."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from charts.sentences import opening, selection_sentence, source_text
from charts.view import Source, View
from data.selection import Selection
from data.summaries.key_numbers import key_numbers as published_numbers
from exports.cells import Cell, cells
from exports.handed import Handed
from exports.handed_set import HandedSet
from exports.key_numbers import key_numbers
from exports.picture import source_line

# In signs: a cell that takes some lines, a column whose cells are never broken. Rows that stay on one page of paper.
MOST_COLUMNS, LONG, SHORT = 8, 70, 18
FEW_ROWS = 20
LIMITS = ("unknown", "least", "totals", "late", "sources", "why")


@dataclass(frozen=True, slots=True)
class ChartTold:
    """`number` counts from 1. `heading` is the finding where the View has one, else the title; `under` is then the
    title, else "". `source` is who counted, as of when, which edition; "" where there is no source."""

    number: int
    heading: str
    under: str
    view: View
    narrow: View
    rows: list[list[Cell]]
    source: str
    address: str

    @property
    def wide(self) -> bool:
        """Whether its table has more columns than stand side by side on an upright page."""
        return len(self.view.table.columns) > MOST_COLUMNS

    @property
    def together(self) -> bool:
        """Whether its table is short enough to stand on one page of paper."""
        return len(self.rows) <= FEW_ROWS

    @property
    def kinds(self) -> list[str]:
        """The kind of each column, "long" beside it where a cell is a text of some lines; "short" where none is."""
        longest = [max((len(row[j].text) for row in self.rows), default=0) for j in range(len(self.view.table.columns))]
        columns = zip(self.view.table.columns, longest, strict=True)
        return [
            f"{column.kind} long" if signs > LONG else f"{column.kind} short" if signs <= SHORT else column.kind
            for column, signs in columns
        ]


@dataclass(frozen=True, slots=True)
class DatasetTold:
    """One dataset behind the charts: what is counted (`lines`), who counted and which version (`proof`), where."""

    title: str
    lines: list[str]
    proof: str
    url: str


def chart_told(handed: Handed, number: int) -> ChartTold:
    view, words = handed.view, handed.words
    heading, under = (view.headline, view.title) if view.headline else (view.title, "")
    source = source_line(view, words) if view.sources else ""
    return ChartTold(number, heading, under, view, handed.narrow, cells(view, words), source, handed.address)


def head_lines(handed: HandedSet) -> list[str]:
    """What is selected, who counted, as of when, which edition, who made it."""
    words = handed.words
    counters = list(dict.fromkeys(_counter(one) for one in sources_of(handed.charts) if one.counted_by))
    newest = max((chart.view.as_of for chart in handed.charts if chart.view.as_of), default=None)
    lines = [selected(handed)]
    if counters:
        lines.append(words.say("report.counted_by", counted_by=words.list(counters)))
    if newest:
        lines.append(words.say("report.as_of", as_of=newest))
    lines.append(edition_line(handed))
    return lines


def edition_line(handed: HandedSet) -> str:
    edition = handed.edition
    return str(
        handed.words.say(
            "report.edition", site=handed.settings.site_name, edition=str(edition.number),
            published=edition.published_at.date(),
        )
    )  # fmt: skip


def selected(handed: HandedSet) -> str:
    """What all charts are limited by, in a sentence; and that some are limited further."""
    every = [chart.selection for chart in handed.charts]
    common = [pair for pair in (every[0] if every else []) if all(pair in one for one in every)]
    told = opening(selection_sentence(Selection.from_query(common), handed.words))
    if any(len(one) > len(common) for one in every):
        told += f" {handed.words.say('report.more_limits')}"
    return told


def numbers_told(handed: HandedSet) -> dict[str, Any]:
    """As on the front page (exports.key_numbers), with `lines` below; they are of everything, whatever is selected."""
    words = handed.words
    keys = key_numbers(published_numbers(handed.edition), words, lambda name: source_text("counted_by", name, words))
    lines = [keys["as_of"], keys["change"], keys["newer"], *keys["split"]]
    if any(chart.selection for chart in handed.charts):
        lines.append(words.say("report.numbers_whole"))
    return keys | {"lines": [line for line in lines if line]}


def method_told(handed: HandedSet) -> dict[str, Any]:
    """{limits: how the numbers are to be read; datasets: DatasetTold; address: the page with the whole method}."""
    words = handed.words
    pin = f"&edition={handed.pinned}" if handed.pinned else ""
    return {
        "limits": [words.say(f"deck.limit.{key}") for key in LIMITS],
        "datasets": [_dataset(source, handed) for source in sources_of(handed.charts)],
        "address": f"{handed.settings.public_url}/method?lang={words.language}{pin}",
    }


def sources_of(charts: Sequence[Handed]) -> list[Source]:
    """The datasets behind the charts, each once, in the order of the charts."""
    return list({source.dataset: source for chart in charts for source in chart.view.sources}.values())


def _dataset(source: Source, handed: HandedSet) -> DatasetTold:
    words, lines = handed.words, list[str]()
    if frame := handed.edition.frames.get(source.dataset):
        dataset, language = frame.dataset, words.language
        lines = [one[language] for one in (dataset.definition, dataset.scope, dataset.caution) if one.get(language)]
        lines.append(words.say(f"method.layout.{dataset.layout}.rule"))
    proof = [words.say("deck.source.counted_by", counted_by=_counter(source))] if source.counted_by else []
    proof.append(words.say("deck.source.version", version=str(source.version)))
    proof.append(words.say("deck.source.licence", licence=source.licence or words.say("method.licence.unstated")))
    return DatasetTold(source.title, lines, " ".join(proof), source.url)


def _counter(source: Source) -> str:
    """Without what a dataset adds after a semicolon."""
    return source.counted_by.partition(";")[0]
