"""What every page shows of the site itself: head, navigation, languages, foot."""

from typing import Any

from markupsafe import Markup, escape

from data.frame import Edition
from exports.link_card import LOCALES, LinkCard
from texts.words import LANGUAGES

PAGES = (("front", "/"), ("explore", "/explore"), ("share", "/share"), ("method", "/method"))


def site(settings: Any, words: Any, here: str, edition: Edition | None, pinned: int | None = None) -> dict[str, Any]:
    """Name, navigation and foot. `here` is the key of the page shown, "" for none; without `edition` none is named.

    `pinned`: the edition that the page's address names, which its links keep.
    """
    language = f"?lang={words.language}" + (f"&edition={pinned}" if pinned else "")
    return {
        "site_name": settings.site_name,
        "home": f"/{language}",
        "nav": [(words.say(f"page.nav.{key}"), path + language, key == here) for key, path in PAGES],
        "foot": _foot(settings, words, edition),
    }


def head(
    settings: Any, words: Any, title: str, description: str, path: str, address: str = "", card: LinkCard | None = None
) -> dict[str, Any]:
    """Title, description and links of a document. `path` "" is for pages that are no address of their own, as errors.

    `address` is the full address of what is shown, for print. `card` is what a link to the page shows of its chart.
    """
    canonical = f"{settings.public_url}{path}?lang={words.language}" if path else ""
    return {
        "title": f"{title} – {settings.site_name}" if title else settings.site_name,
        "description": description,
        "canonical": canonical,
        "alternates": [(code, f"{settings.public_url}{path}?lang={code}") for code in LANGUAGES]
        + [("x-default", f"{settings.public_url}{path}")],
        "locale": LOCALES[words.language],
        "other_locales": [locale for code, locale in LOCALES.items() if code != words.language],
        "address": address or canonical,
        "card": card,
    }


def languages(links: dict[str, str], words: Any) -> list[tuple[str, str, str, bool]]:
    """The language switch: each language in its own name, `links` to the same page in it."""
    return [(code, words.say(f"page.language.{code}"), links[code], code == words.language) for code in LANGUAGES]


def _foot(settings: Any, words: Any, edition: Edition | None) -> list[Markup]:
    lines = []
    if edition is not None:
        lines.append(
            escape(words.say("page.foot.edition", edition=str(edition.number), published=edition.published_at.date()))
        )
    if settings.organisation:
        lines.append(escape(words.say("page.foot.organisation", organisation=settings.organisation)))
    if settings.contact:
        lines.append(escape(words.say("page.foot.contact")) + " " + _contact(settings.contact))
    if settings.staff:
        lines.append(Markup('<a href="/staff?lang={}">{}</a>').format(words.language, words.say("page.foot.staff")))
    return lines


def _contact(contact: str) -> Markup:
    if contact.startswith(("https://", "http://", "mailto:")):
        return Markup('<a href="{0}">{0}</a>').format(contact)
    return Markup('<a href="mailto:{0}">{0}</a>').format(contact) if "@" in contact else escape(contact)
