"""The page /share: a set of charts in an order, what it looks like, and what can be taken of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from charts.options import Option
from components.document import fill
from components.share_items import One, files, items, offered
from components.share_set import PATH, SetAddress
from components.site import head, languages, site
from data.frame import Edition
from exports.address import embed_address
from exports.deck.options import OPTIONS
from exports.embed_code import embed_code
from texts.words import LANGUAGES, Words

STYLES = ("fonts.css", "minetall.css", "cards.css", "share.css", "print.css")
SCRIPTS = (
    "idiomorph/idiomorph.min.js", "plotly/plotly.min.js", "disclosures.js", "picture.js", "share_kept.js", "share.js",
)  # fmt: skip
# Common to all charts of the set, beside the options of a deck.
PERIOD = ("from", "to")


@dataclass(frozen=True, slots=True)
class Together:
    """`ones` are the charts in their order.

    `names`: file under /export -> its name. `pictures`: whether the server makes them.
    """

    address: SetAddress
    ones: tuple[One, ...]
    edition: Edition
    pinned: int | None
    words: Words
    settings: Any
    names: dict[str, str]
    pictures: bool


def document(shown: Together) -> str:
    """The whole HTML document."""
    words, settings, address = shown.words, shown.settings, shown.address
    title, whole = words.say("share.title"), settings.public_url + address.link
    links = {code: replace(address, language=code).link for code in LANGUAGES}
    return fill(
        "share_set.html.j2",
        words,
        head=head(settings, words, title, words.say("share.lead"), PATH, whole),
        site=site(settings, words, "share", shown.edition, shown.pinned),
        languages=languages(links, words),
        styles=STYLES,
        scripts=SCRIPTS,
        address=whole,
        link=address.link,
        items=items(address, shown.ones, words, shown.pictures),
        offered=offered(address, words),
        form=_form(shown),
        files=files(address, shown.names, settings, words, shown.pictures),
        deck=f"/export/deck.pptx?{address.query}",
        codes=_codes(shown.ones, settings) if settings.embeds else "",
        text="\n\n".join([*(one.view.headline or one.view.alt for one in shown.ones), whole]),
    )  # fmt: skip


def _form(shown: Together) -> dict[str, Any]:
    """Choices for the whole set: language, edition, period, and what a deck has."""
    words, address = shown.words, shown.address
    names = [option.name for option in OPTIONS]
    number = str(shown.edition.number)
    return {
        "hidden": address.hidden("lang", "edition", *PERIOD, *names),
        "languages": [(code, words.say(f"page.language.{code}"), code == words.language) for code in LANGUAGES],
        "editions": [
            ("", words.say("share.edition.live"), not shown.pinned),
            (number, words.say("share.edition.pinned", edition=number), bool(shown.pinned)),
        ],
        "period": [(name, words.say(f"share.{name}"), address.value(name)) for name in PERIOD],
        "options": [_option(option, address.value(option.name) or option.default, words) for option in OPTIONS],
    }  # fmt: skip


def _option(option: Option, chosen: str, words: Words) -> tuple[str, str, list[tuple[str, str, bool]]]:
    values = [(value, words.say(f"option.{option.name}.{value}"), value == chosen) for value in option.values]
    return option.name, words.say(f"option.{option.name}"), values


def _codes(ones: Sequence[One], settings: Any) -> str:
    return "\n".join(embed_code(one.view, embed_address(settings.public_url, one.chart, one.query)) for one in ones)
