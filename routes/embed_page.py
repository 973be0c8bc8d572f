"""The document of an embedded chart: its words, its still pictures or its table, and what a script needs to draw it."""

import hashlib
from functools import cache
from pathlib import Path
from urllib.parse import urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from data.frame import Edition
from data.pinned import PARAMETER
from exports.cells import cells
from exports.handed import Handed
from exports.link_card import embed_card
from exports.picture import source_line
from exports.still import rules
from routes.refusals import Refusal
from texts.words import Words

ASSETS = Path(__file__).parent.parent / "assets"
TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True, undefined=StrictUndefined,
    trim_blocks=True, lstrip_blocks=True,
)  # fmt: skip
STYLES = ("embed_fonts.css", "embed.css", "dark_charts.css")
# What the style sheets ask of the reader's system, and what stands there where the address decides.
SYSTEM = "@media screen and (prefers-color-scheme: dark)"
DECIDED = {"auto": SYSTEM, "dark": "@media screen", "light": "@media not all"}
SCHEMES = {"auto": "light dark", "dark": "dark", "light": "light"}


def document(handed: Handed, edition: Edition, pictures: bytes, possible: bool) -> str:
    """The page. Without `pictures` (exports.still) its table is there before any script, and a script draws at once.

    `possible`: whether the server makes pictures, so that links show one.
    """
    words, view, settings = handed.words, handed.view, handed.settings
    theme = handed.options.get("theme") or "auto"
    return TEMPLATES.get_template("embed.html.j2").render(
        say=words.say, words=words, view=view, narrow_height=handed.narrow.height, table=cells(view, words),
        source=source_line(view, words) if view.sources else "", site_name=settings.site_name, page=handed.address,
        pinned=_pinned(handed, edition, theme), pictures=pictures.decode(), asset=asset,
        styles=styles(theme) + (rules(pictures) if pictures else ""), scheme=SCHEMES[theme],
        card=embed_card(handed, possible), figures=_figures(handed, edition),
    )  # fmt: skip


def _figures(handed: Handed, edition: Edition) -> str:
    """Where the figures are fetched: of this very edition, also when a newer one is published meanwhile."""
    pinned = "" if handed.pinned else f"&{urlencode({PARAMETER: edition.number})}"
    return f"/embed/{handed.view.chart}.json?{handed.query}{pinned}"


def _pinned(handed: Handed, edition: Edition, theme: str) -> dict[str, str] | None:
    """What an embed says of an edition that it holds fast. That is true for ever, so that the page may be kept long.

    Whether there are newer figures by now is asked by its script (assets/embed.js).
    """
    if handed.pinned is None:
        return None
    say, published = handed.words.say, edition.published_at.date()
    live = handed.query.replace(f"&{PARAMETER}={handed.pinned}", "")
    return {
        "number": str(edition.number),
        "said": say("embed.pinned", edition=str(edition.number), published=published),
        "newer": say("embed.pinned.newer", date="\x00").replace("\x00", "{date}"),
        "link": f"/embed/{handed.view.chart}?{live}" + ("" if theme == "auto" else f"&theme={theme}"),
    }


def refusal_document(refused: Refusal, words: Words) -> str:
    links = [(name, f"/embed/{name}?lang={words.language}") for name in refused.choices]
    return TEMPLATES.get_template("refused.html.j2").render(
        words=words, refused=refused, links=links, styles=styles("auto")
    )


@cache
def asset(path: str) -> str:
    """The address of a file in assets/ with a mark of its content, so that it may be kept for ever (routes/kept.py)."""
    return f"/assets/{path}?v={hashlib.sha256((ASSETS / path).read_bytes()).hexdigest()[:12]}"


@cache
def styles(theme: str) -> str:
    """The style sheets, to stand in the page itself: 4 kB compressed that the first paint need not wait for."""
    text = "\n".join((ASSETS / name).read_text(encoding="utf-8") for name in STYLES)
    text = text.replace("color-scheme: light dark", f"color-scheme: {SCHEMES[theme]}")
    return text.replace(SYSTEM, DECIDED[theme]) + "\n"
