"""The page /share/<chart>: the share panel of one chart, which scripts show in a dialog on the page of the chart."""

from typing import Any

from charts.view import Table
from components.chart_card import table_of
from components.document import fill
from components.share_panel import Shared, choices, kind_links
from components.share_preview import picture, slide
from components.share_set import set_of_one
from components.share_takes import embedded, file_query, options_of, social, takes
from components.site import head, languages, site
from data.frame import Edition
from exports.link_card import link_card
from texts.words import LANGUAGES

STYLES = ("fonts.css", "minetall.css", "cards.css", "share.css", "print.css")
SCRIPTS = (
    "idiomorph/idiomorph.min.js", "plotly/plotly.min.js", "disclosures.js", "picture.js", "share_kept.js", "share.js",
    "embed_frame.js",
)  # fmt: skip
# Of the table, enough to see what it holds.
ROWS = 5


def document(shared: Shared, edition: Edition, settings: Any, pictures: bool) -> str:
    """The whole HTML document. `pictures`: whether the server makes them."""
    words, view = shared.words, shared.handed.view
    title = words.say("share.open.of", title=view.title)
    handed = shared.handed
    # A link to this page that is pasted somewhere shows the chart, as its own page does.
    card = link_card(handed.view, handed.words, settings, handed.address, handed.query, pictures)
    page = head(settings, words, title, words.say("share.chart.lead"), shared.path, card=card)
    links = {code: shared.link(shared.kind, code) for code in LANGUAGES}
    return fill(
        "share_chart.html.j2",
        words,
        head=page,
        site=site(settings, words, "share", edition, shared.pinned),
        languages=languages(links, words),
        styles=STYLES,
        scripts=SCRIPTS,
        panel=panel(shared, settings, pictures),
    )


def panel(shared: Shared, settings: Any, pictures: bool) -> dict[str, Any]:
    """What the template of the panel shows."""
    handed, words, kind = shared.handed, shared.words, shared.kind
    view = handed.view
    shown = kind in ("picture", "slide")
    grown = set_of_one(view.chart, words.language, shared.own, shared.pinned)
    return {
        "chart": view.chart,
        "title": view.title,
        "kind": kind,
        "kinds": kind_links(shared),
        "form": choices(shared, options_of(kind)),
        "taken_in": shared.taken_in,
        "takes": takes(handed, kind, words, pictures),
        "page": handed.address,
        "back": handed.address.removeprefix(settings.public_url),
        "picture": picture(handed, file_query(handed, kind), pictures) if shown else None,
        "slide": slide(handed) if kind == "slide" else None,
        "embed": embedded(handed) if kind == "embed" else None,
        "framed": any(one in settings.frame_ancestors for one in ("*", "'self'")),
        "table": table(view.table, handed.words) if kind == "data" else None,
        "text": social(handed) if kind in ("text", "link") else "",
        "set": grown.link,
    }


def table(whole: Table, words: Any) -> dict[str, Any]:
    """The first rows, and in words how many there are."""
    first = Table(whole.columns, whole.rows[:ROWS], minima=whole.minima)
    return table_of(first, words) | {"count": words.say("share.rows", count=len(whole.rows))}
