"""What a pasted link shows of a chart: Open Graph and Twitter cards, and where oEmbed is answered."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from charts.view import View
from exports.address import embed_address
from exports.handed import Handed
from exports.names import standing_alone
from exports.picture import source_line
from exports.picture_sizes import SIZES

LOCALES = {"nb": "nb_NO", "en": "en_GB"}
# The shape that sites show a link's picture in (1.91 to 1); twice as sharp they would make it smaller again.
PICTURE = (("size", "social"), ("scale", "1"))
OEMBED = (("json", "application/json+oembed"), ("xml", "text/xml+oembed"))


@dataclass(frozen=True, slots=True)
class LinkCard:
    """`metas` are (attribute, its value, content), `alternates` (type, address, title): elements of a head."""

    metas: tuple[tuple[str, str, str], ...]
    alternates: tuple[tuple[str, str, str], ...]


def link_card(
    view: View, words: Any, settings: Any, address: str, query: str, pictures: bool, embeds: str = ""
) -> LinkCard:
    """Of one chart. `address` is the page's own, `query` the chart's (exports.address.chart_query).

    `pictures`: whether the server makes them; a card without is a smaller one. `embeds` is the address that oEmbed is
    asked about, "" where there is none.
    """
    view = standing_alone(view, words)
    description = _description(view, words)
    told = [
        ("og:type", "website"), ("og:site_name", settings.site_name), ("og:title", view.title),
        ("og:description", description), ("og:url", address), ("og:locale", LOCALES[words.language]),
        *(("og:locale:alternate", locale) for code, locale in LOCALES.items() if code != words.language),
    ]  # fmt: skip
    cards = [("twitter:title", view.title), ("twitter:description", description)]
    image = _image(view, query, settings) if pictures and not view.empty else []
    cards.insert(0, ("twitter:card", "summary_large_image" if image else "summary"))
    if image:
        cards += [("twitter:image", image[0][1]), ("twitter:image:alt", view.alt)]
    metas = [("property", *pair) for pair in told + image] + [("name", *pair) for pair in cards]
    return LinkCard(tuple(metas), _alternates(settings.public_url, embeds, view.title) if embeds else ())


def embed_card(handed: Handed, pictures: bool) -> LinkCard:
    """Of the page of an embed."""
    chosen = urlencode([(name, value) for name, value in handed.options.items() if value not in ("", "auto")])
    query = f"{handed.query}&{chosen}" if chosen else handed.query
    address = embed_address(handed.settings.public_url, handed.view.chart, query)
    return link_card(handed.view, handed.words, handed.settings, address, handed.query, pictures, address)


def image_of(view: View, query: str, settings: Any) -> tuple[str, int, int]:
    """Address, width and height of the picture: those of its shape, since laying one out takes 20 to 650 ms."""
    size = SIZES[dict(PICTURE)["size"]]
    return f"{settings.public_url}/export/{view.chart}.png?{query}&{urlencode(PICTURE)}", size.width, size.height


def _image(view: View, query: str, settings: Any) -> list[tuple[str, str]]:
    image, width, height = image_of(view, query, settings)
    return [
        ("og:image", image), ("og:image:type", "image/png"), ("og:image:width", str(width)),
        ("og:image:height", str(height)), ("og:image:alt", view.alt),
    ]  # fmt: skip


def _description(view: View, words: Any) -> str:
    """The finding, who counted, as of when."""
    said = view.headline or (view.empty_reason if view.empty else view.alt)
    return f"{said} {source_line(view, words)}" if view.sources else said


def _alternates(public_url: str, address: str, title: str) -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (kind, f"{public_url}/oembed?{urlencode([('url', address), ('format', form)])}", title) for form, kind in OEMBED
    )
