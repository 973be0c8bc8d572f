"""What can be taken of one chart: each with its address, file name and what it is, in words."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from charts.options import Option, option_pairs
from exports.address import embed_address
from exports.embed_code import OPTIONS as EMBED
from exports.embed_code import embed_code
from exports.formats import FORMATS
from exports.handed import Handed
from exports.picture import of_handed
from exports.picture_sizes import OPTIONS as PICTURE

# In the order of the panel; the first that a reader sees is START.
KINDS = ("link", "picture", "slide", "embed", "data", "text")
START = "picture"
PICTURES, TABLES, SLIDES = ("png", "svg", "pdf"), ("csv", "xlsx", "json"), ("pptx",)
# What the reader's own browser draws where the server has none (assets/picture.js).
DRAWN = ("png", "svg")


@dataclass(frozen=True, slots=True)
class Take:
    """One file. `link` is its address on this site, `address` the same in full.

    `draw` is what assets/picture.js is to make, "" where the link leads to the file; `missing` says why there is none.
    """

    label: str
    file: str
    what: str
    link: str
    address: str
    draw: str = ""
    missing: str = ""


def options_of(kind: str) -> tuple[Option, ...]:
    """What can be chosen of a kind, as parameters of its address."""
    return {"picture": PICTURE, "embed": EMBED}.get(kind, ())


def kinds(embeds: bool) -> tuple[str, ...]:
    """Those that this site has."""
    without = {"embed"} if not embeds else set()
    without |= {"slide"} if "pptx" not in FORMATS else set()
    return tuple(kind for kind in KINDS if kind not in without)


def file_query(handed: Handed, kind: str) -> str:
    """The chart's own query, with what is chosen of the kind."""
    chosen = urlencode(option_pairs(options_of(kind), handed.options))
    return f"{handed.query}&{chosen}" if chosen else handed.query


def takes(handed: Handed, kind: str, words: Any, pictures: bool) -> list[Take]:
    """The files of a kind. `pictures`: whether the server makes pictures. `words` are those of the panel."""
    endings = {"picture": PICTURES, "data": TABLES, "slide": SLIDES}.get(kind, ())
    return [_take(handed, kind, ending, words, pictures) for ending in endings if ending in FORMATS]


def _take(handed: Handed, kind: str, ending: str, words: Any, pictures: bool) -> Take:
    link = f"/export/{handed.view.chart}.{ending}?{file_query(handed, kind)}"
    drawn = FORMATS[ending].browser and not pictures
    return Take(
        ending.upper(),
        f"{handed.name}.{ending}",
        pixels(handed, words) if ending == "png" else words.say(f"share.what.{ending}"),
        link,
        handed.settings.public_url + link,
        ending if drawn and ending in DRAWN else "",
        words.say("share.missing") if drawn and ending not in DRAWN else "",
    )


def pixels(handed: Handed, words: Any) -> str:
    """The size of a PNG in words."""
    picture = of_handed(handed)
    width, height = (round(picture[side] * picture["scale"]) for side in ("width", "height"))
    return str(words.say("share.what.png", width=str(width), height=str(height)))


def embedded(handed: Handed) -> dict[str, str]:
    """Code and addresses of the embed: `code`, `address`, and `link` on this site."""
    chart, query = handed.view.chart, file_query(handed, "embed")
    address = embed_address(handed.settings.public_url, chart, query)
    return {"code": embed_code(handed.view, address), "address": address, "link": embed_address("", chart, query)}


def social(handed: Handed) -> str:
    """The finding in one sentence, and where it stands."""
    return f"{handed.view.headline or handed.view.alt}\n{handed.address}"
