"""The front page: the document with the text, the key numbers, the filters and the cards, and its parts drawn anew."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import parse_qsl

from markupsafe import Markup

from charts import MAIN_CHARTS, SMALL_CHARTS, options_of
from charts.config import GRAPH_CONFIG
from charts.kept import kept
from charts.options import option_pairs
from charts.sentences import district_name, source_text
from charts.view import View
from components import graphs
from components.address import Address
from components.chart_card import chart_card
from components.document import fill
from components.explore_address import explored
from components.filter_bar import filter_bar, present
from components.news import newer, newest_note
from components.pinned import pinned
from components.records_table import ROWS, records_table
from components.site import head, languages, site
from data.frame import Edition
from data.summaries.coverage import cases_frame
from data.summaries.key_numbers import key_numbers as published_numbers
from data.summaries.records import SORTS, RecordsPage, records_page
from exports.address import chart_query
from exports.article import article
from exports.key_numbers import key_numbers
from exports.link_card import LinkCard, link_card
from texts.safety import safety_box
from texts.words import LANGUAGES, Words

SLOTS = (graphs.MAIN, *SMALL_CHARTS)
STYLES = (
    "fonts.css", "minetall.css", "editions.css", "front.css", "cards.css", "share.css", "dark_charts.css", "print.css",
)  # fmt: skip
SCRIPTS = (
    "plotly/plotly.min.js", "idiomorph/idiomorph.min.js", "disclosures.js", "rings.js", "picture.js", "navigation.js",
    "portal.js", "share_kept.js", "share.js", "embed_frame.js",
)  # fmt: skip
NEWER = "newer.js"


@dataclass(frozen=True)
class Shown:
    """What a page is made from: an edition, what the reader asks of it, in which words, on which day.

    `newest` is the newest edition, where that is another one. `pictures`: whether the server makes them.
    """

    edition: Edition
    address: Address
    words: Words
    settings: Any
    today: date
    newest: Edition | None = None
    pictures: bool = False

    def view(self, chart: str, narrow: bool = False) -> View:
        """A chart under the reader's selection."""
        address = self.address
        return kept(
            chart, self.edition, address.selection, self.words,
            today=self.today, options={"by": address.interval}, narrow=narrow,
        )  # fmt: skip

    @property
    def charts(self) -> tuple[str, ...]:
        return (self.address.form, *SMALL_CHARTS)

    def district(self, key: str) -> str:
        return district_name(key, self.words)

    def counter(self, counted_by: str) -> str:
        """The authority's name in the reader's language where there is one, else as the source wrote it."""
        return source_text("counted_by", counted_by, self.words)


def read_address(query: list[tuple[str, str]], language: str) -> Address:
    """Raises data.selection.BadSelection with everything that is wrong."""
    return Address.read(query, language, SORTS)


def document(shown: Shown, dash: dict[str, str]) -> str:
    """The whole HTML document. `dash` holds Dash's own pieces: css, app_entry, config, scripts, renderer."""
    words, settings, address = shown.words, shown.settings, shown.address
    numbers = published_numbers(shown.edition)
    keys = key_numbers(numbers, words, shown.counter)
    text = article(shown.edition, words, shown.counter, _statement_link(address), bool(address.edition))
    title = words.say("page.title", killed=numbers.killed, injured=numbers.injured) if numbers else ""
    return fill(
        "front.html.j2",
        words,
        head=head(settings, words, title, keys["as_of"], "/", settings.public_url + address.link, _card_of_link(shown)),
        site=site(settings, words, "front", shown.edition, address.edition),
        languages=_languages(shown),
        styles=STYLES,
        scripts=SCRIPTS if address.edition else (*SCRIPTS, NEWER),
        newer=None if address.edition else newer(shown.edition, words),
        updated=newest_note(shown.edition, words, address.edition),
        made=shown.edition.number,
        dash={name: Markup(piece) for name, piece in dash.items()},  # noqa: S704
        keys=keys,
        article={"body": Markup(text.body_html), "notes": Markup(text.notes_html)},  # noqa: S704
        safety=Markup(safety_box(words, settings.emergency_number)),  # noqa: S704
        parts=parts(shown),
    )


def _card_of_link(shown: Shown) -> LinkCard:
    """What other sites show of a link to the page: its main chart."""
    address, settings = shown.address, shown.settings
    view, link = shown.view(address.form), settings.public_url + address.link
    options = option_pairs(options_of(address.form), {"by": address.interval})
    query = chart_query(address.language, address.selection.query(), options, address.edition)
    embeds = link if settings.embeds else ""
    return link_card(view, shown.words, settings, link, query, shown.pictures, embeds)


def parts(shown: Shown, narrow: bool | None = None) -> dict[str, str]:
    """The parts that follow the address, by the id of the element that holds them.

    `narrow` is known where a script asks, which needs room for one width only and no table for readers without scripts.
    """
    words = shown.words
    cards = [_card(shown, chart, narrow) for chart in shown.charts]
    filters = filter_bar(shown.address, present(shown.edition), words, shown.district)
    notice = _pinned(shown)
    told: dict[str, str] = {"pinned": fill("pinned.html.j2", words, pinned=notice)} if notice else {}
    return told | {
        "languages": fill("languages.html.j2", words, languages=_languages(shown)),
        "filters": fill("filters.html.j2", words, filters=filters),
        "main-figure": fill("main_figure.html.j2", words, card=cards[0]),
        "more": fill("more.html.j2", words, columns=_columns(cards[1:]), records=_records(shown)),
    }


def answer(shown: Shown, narrow: bool, first: bool) -> list[Any]:
    """What Dash is to show: a chart for each slot, then the document's parts; on the first call those stand already."""
    views = [shown.view(chart, narrow) for chart in shown.charts]
    # Where nothing was found the document says so, and there is no chart.
    charts = [
        None if view.empty else graphs.chart(slot, view.figure, GRAPH_CONFIG)
        for slot, view in zip(SLOTS, views, strict=True)
    ]
    if first:
        return [*charts, {}]
    said = shown.words.say("page.shown", selection=shown.address.selection.sentence(shown.words, shown.district))
    return [*charts, {"parts": parts(shown, narrow), "said": said}]


def query_of(search: str) -> list[tuple[str, str]]:
    """The pairs of a Location's search, with or without its question mark."""
    return parse_qsl(search.removeprefix("?"), keep_blank_values=True)


def _card(shown: Shown, chart: str, narrow: bool | None) -> dict[str, Any]:
    unscripted = narrow is None
    view = shown.view(chart, bool(narrow))
    card = chart_card(view, shown.address, shown.words, plain=unscripted)
    card["explore"] = explored(chart, shown.address)
    return card | {"narrow_height": shown.view(chart, narrow=True).height if unscripted else view.height}


def _columns(cards: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Cards in two columns of their own, so that a low one leaves no hole beside a high one."""
    return [cards[0::2], cards[1::2]]


def _records(shown: Shown) -> dict[str, Any]:
    frame, address, words = cases_frame(shown.edition), shown.address, shown.words
    page: RecordsPage | None = None
    if frame is not None:
        page = records_page(frame, address.selection, address.sort, address.order == "desc", address.page, ROWS)
    counted_by = frame.dataset.counted_by[words.language] if frame is not None else ""
    return records_table(page, address, words, shown.district, counted_by)


def _languages(shown: Shown) -> list[tuple[str, str, str, bool]]:
    links = {language: replace(shown.address, language=language).link for language in LANGUAGES}
    return languages(links, shown.words)


def _pinned(shown: Shown) -> dict[str, str] | None:
    live = replace(shown.address, edition=None).link
    return pinned(shown.address.edition, shown.edition, shown.newest or shown.edition, live, shown.words)


def _statement_link(address: Address) -> Any:
    """Without the reader's filters, which could leave the statement out."""
    table = Address(address.language, edition=address.edition).with_tab(MAIN_CHARTS[0], "table")
    return lambda statement: f"{table.link}#statement-{statement}"
