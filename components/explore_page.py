"""The page /explore: what is asked, what is seen, and the records behind it; as a document and as parts drawn anew."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

from markupsafe import Markup

from charts.config import GRAPH_CONFIG
from charts.kept import kept
from charts.view import View
from components import explore_keep, graphs
from components.chart_card import chart_card
from components.document import fill
from components.explore_address import MOST_DATASETS, ExploreAddress
from components.explore_asked import data_form, menu, options_form
from components.explore_facets import facet_panel
from components.explore_grid import explore_grid
from components.explore_told import sums, told
from components.explore_values import lines
from components.news import newer
from components.pinned import pinned
from components.site import head, languages, site
from components.take_away import panel as take_away
from data.frame import Edition, Frame
from data.selection import BadParameter, BadSelection
from data.store import EditionEntry
from data.summaries.coverage import CASES, cases_frame
from data.summaries.facets import facets
from exports.address import chart_query
from exports.link_card import LinkCard, link_card
from texts.words import LANGUAGES, Words

SLOTS = tuple(f"explore-{number}" for number in range(1, MOST_DATASETS + 1))
STYLES = (
    "fonts.css", "minetall.css", "editions.css", "front.css", "cards.css", "share.css", "explore.css", "take_away.css",
    "dark_charts.css", "print.css", *explore_keep.STYLES,
)  # fmt: skip
SCRIPTS = (
    "plotly/plotly.min.js", "idiomorph/idiomorph.min.js", "disclosures.js", "picture.js", "navigation.js",
    "portal.js", "share_kept.js", "share.js", "embed_frame.js", "facets.js", *explore_keep.SCRIPTS,
)  # fmt: skip
NEWER = "newer.js"


@dataclass(frozen=True)
class Explored:
    """What the page is made from. `against` is the edition to compare with, `newest` the newest one.

    Raises BadSelection where the edition has no dataset of a name that the address asks for.
    """

    edition: Edition
    address: ExploreAddress
    words: Words
    settings: Any
    today: date
    newest: Edition
    editions: Sequence[EditionEntry]
    against: Edition | None = None
    pictures: bool = False

    def __post_init__(self) -> None:
        there = tuple(self.edition.frames)
        wrong = [key for key in self.address.datasets if key not in there]
        if wrong:
            raise BadSelection([BadParameter("dataset", key, "selection.bad.value", there) for key in wrong])

    @property
    def frames(self) -> tuple[Frame, ...]:
        """The datasets that are asked for, never added: the one of single accidents where none is named.

        Single cases stand first: the filters are those of the first, and other datasets can be asked less.
        """
        if self.address.datasets:
            frames = [self.edition.frames[key] for key in self.address.datasets]
            return tuple(sorted(frames, key=lambda frame: frame.dataset.layout not in CASES))
        frame = cases_frame(self.edition) or next(iter(self.edition.frames.values()), None)
        return (frame,) if frame else ()

    @property
    def frame(self) -> Frame | None:
        """The first of them: filters and records are its own."""
        return self.frames[0] if self.frames else None

    def view(self, dataset: str, narrow: bool = False) -> View:
        """Side by side there is room for narrow charts only."""
        address, narrow = self.address, narrow or len(self.frames) > 1
        return kept(
            address.chart, self.edition, address.selection, self.words, today=self.today, options=address.options,
            narrow=narrow, dataset=dataset, against=self.against,
        )  # fmt: skip

    def views(self, narrow: bool = False) -> dict[str, View]:
        """Dataset -> its chart. One that is of the whole edition, and so the same for several, stands there once."""
        found: dict[str, View] = {}
        for key in [frame.dataset.key for frame in self.frames] or [""]:
            view = self.view(key, narrow)
            if view not in found.values():
                found[key] = view
        return found


def document(shown: Explored, dash: dict[str, str]) -> str:
    """The whole HTML document. `dash` holds Dash's own pieces: css, app_entry, config, scripts, renderer."""
    words, settings, address = shown.words, shown.settings, shown.address
    title = words.say("explore.title")
    return fill(
        "explore.html.j2",
        words,
        head=head(
            settings,
            words,
            title,
            words.say("explore.lead"),
            "/explore",
            settings.public_url + address.link,
            _card_of_link(shown),
        ),
        site=site(settings, words, "explore", shown.edition, address.edition),
        languages=_languages(shown),
        styles=STYLES,
        scripts=SCRIPTS if address.edition else (*SCRIPTS, NEWER),
        newer=None if address.edition else newer(shown.edition, words),
        made=shown.edition.number,
        keep=explore_keep.keep(words),
        draws=not all(view.empty for view in shown.views().values()),
        dash={name: Markup(piece) for name, piece in dash.items()},  # noqa: S704
        parts=parts(shown),
    )


def _card_of_link(shown: Explored) -> LinkCard:
    """What other sites show of a link to the page: its chart, the first where several stand side by side."""
    address, settings = shown.address, shown.settings
    dataset, view = next(iter(shown.views().items()))
    link = settings.public_url + address.link
    options = address.chart_pairs(dataset if address.datasets else "")
    query = chart_query(address.language, address.selection.query(), options, address.edition)
    embeds = link if settings.embeds and len(shown.views()) == 1 else ""
    return link_card(view, shown.words, settings, link, query, shown.pictures, embeds)


def parts(shown: Explored, narrow: bool | None = None) -> dict[str, str]:
    """The parts that follow the address, by the id of the element that holds them.

    `narrow` is known where a script asks, which needs room for one width only and no table for readers without scripts.
    """
    words, address, frame = shown.words, shown.address, shown.frame
    selection, edition = address.selection, shown.edition
    found = facets(frame, selection) if frame else ()
    people = frame is not None and frame.dataset.layout in CASES
    panel = facet_panel(found, frame, address, words, partial(lines, fill), people=people)
    keys = [frame.dataset.key for frame in shown.frames]
    asked = data_form(address, edition, shown.editions, keys, words)
    every = [sums(frame, edition, address, words) for frame in shown.frames or (None,)]
    notice = _pinned(shown)
    beside: dict[str, str] = {"pinned": fill("pinned.html.j2", words, pinned=notice)} if notice else {}
    return beside | {
        "languages": fill("languages.html.j2", words, languages=_languages(shown)),
        "explore-data": fill("explore_data.html.j2", words, data=asked),
        "explore-filters": fill("explore_filters.html.j2", words, panel=panel),
        "explore-told": fill(
            "explore_told.html.j2", words, told=told(address, words, shown.settings.public_url), sums=every
        ),
        "explore-menu": fill(
            "explore_menu.html.j2", words, menu=menu(address, words), form=options_form(address, words)
        ),
        "explore-cards": fill("explore_cards.html.j2", words, cards=_cards(shown, narrow)),
        "records": fill(
            "explore_records.html.j2", words, records=explore_grid(frame, address, words), datasets=_others(shown)
        ),
        "take-away": fill(
            "take_away.html.j2",
            words,
            datasets=take_away(shown.frames, selection, edition, address.edition, shown.settings, words),
        ),
    }


def answer(shown: Explored, narrow: bool, first: bool) -> list[Any]:
    """What Dash is to show: a chart for each slot, then the document's parts; on the first call those stand already."""
    charts: list[Any] = [None] * len(SLOTS)
    for place, (slot, view) in enumerate(zip(SLOTS, shown.views(narrow).values(), strict=False)):
        charts[place] = None if view.empty else graphs.chart(slot, view.figure, GRAPH_CONFIG)
    if first:
        return [*charts, {}]
    sentence = told(shown.address, shown.words, "")["sentence"].rstrip(".")
    said = shown.words.say("page.shown", selection=sentence)
    return [*charts, {"parts": parts(shown, narrow), "said": said}]


def as_json(shown: Explored) -> dict[str, Any]:
    """What is selected, for programs: parameters with all their values, the sentence, the address, what it is of."""
    address = shown.address
    selection: dict[str, list[str]] = {}
    for name, value in address.selection.query():
        selection.setdefault(name, []).append(value)
    said = told(address, shown.words, shown.settings.public_url)
    return {
        "selection": selection,
        "sentence": said["sentence"],
        "address": said["link"],
        "edition": shown.edition.number,
        "against": shown.against.number if shown.against else None,
        "chart": address.chart,
        "options": dict(address.options),
        "datasets": [
            {"dataset": frame.dataset.key, "title": frame.dataset.title[shown.words.language],
             "layout": frame.dataset.layout, "version": frame.version}
            for frame in shown.frames
        ],
    }  # fmt: skip


def _cards(shown: Explored, narrow: bool | None) -> list[dict[str, Any] | str]:
    """A card for each dataset; for a slot without one its name, since Dash must find its place when one comes."""
    address, unscripted = shown.address, narrow is None
    views = shown.views(bool(narrow))
    found: list[dict[str, Any] | str] = []
    for slot, (key, view) in zip(SLOTS, views.items(), strict=False):
        card = chart_card(
            view, address, shown.words, plain=unscripted,
            slot=slot, chosen=address.chart_pairs(key if address.datasets else ""), narrowed=address.pick_link,
        )  # fmt: skip
        height = shown.view(key, narrow=True).height if unscripted else view.height
        dataset = shown.edition.frames[key].dataset if key else None
        if view.empty and dataset and dataset.layout not in CASES:
            card |= {"empty": shown.words.say("explore.limits.analysis"), "reset": ""}
        title = dataset.title[shown.words.language] if dataset and len(views) > 1 else ""
        found.append(card | {"narrow_height": height, "dataset": title})
    return [*found, *SLOTS[len(found) :]]


def _others(shown: Explored) -> list[tuple[str, str]]:
    """With several datasets, the records shown are those of the first; the others are one link away."""
    return [
        (frame.dataset.title[shown.words.language],
         replace(shown.address, datasets=(frame.dataset.key,), page=1).link + "#records")
        for frame in shown.frames[1:]
    ]  # fmt: skip


def _languages(shown: Explored) -> list[tuple[str, str, str, bool]]:
    links = {language: replace(shown.address, language=language).link for language in LANGUAGES}
    return languages(links, shown.words)


def _pinned(shown: Explored) -> dict[str, str] | None:
    live = replace(shown.address, edition=None).link
    return pinned(shown.address.edition, shown.edition, shown.newest, live, shown.words)
