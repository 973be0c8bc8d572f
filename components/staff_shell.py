"""What every staff page has: navigation by role, who is signed in, the token of its forms, and the frame round it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from markupsafe import Markup

from components.document import fill
from components.site import head, languages, site
from texts.words import LANGUAGES, Words

STYLES = ("fonts.css", "minetall.css", "staff.css")
SCRIPTS = ("idiomorph/idiomorph.min.js", "staff.js")
# key, path, whether publishers only
PAGES = (
    ("drafts", "/staff", False),
    ("statement", "/staff/statement", False),
    ("datasets", "/staff/datasets", False),
    ("text", "/staff/text", False),
    ("history", "/staff/history", False),
    ("trail", "/staff/trail", True),
)


class Person(Protocol):
    """Who is signed in (accounts.Account): `may_publish` is True for publishers."""

    @property
    def name(self) -> str: ...

    @property
    def may_publish(self) -> bool: ...


@dataclass(frozen=True)
class Asked:
    """What a staff page is made for: reader, language, this address (path and query without lang), the form token.

    `notices` are (good | warn | bad, sentence) to be shown on top, once.
    """

    words: Words
    settings: Any
    person: Person | None
    path: str
    csrf: str
    notices: Sequence[tuple[str, str]] = field(default=())

    def link(self, path: str) -> str:
        """A path of ours in the reader's language."""
        return _in_language(path, self.words.language)


def staff_page(
    template: str, asked: Asked, title: str, here: str = "", *, trail: Sequence[tuple[str, str]] = (),
    scripts: Sequence[str] = (), styles: Sequence[str] = (), **values: Any,
) -> Markup:  # fmt: skip
    """A template that extends staff/staff.html.j2, as a whole document. `here`: key of PAGES; `trail`: (label, path).

    Templates have `say`, `words`, `link` (path -> path with language), `csrf` and `person` beside `values`.
    """
    words, person = asked.words, asked.person
    shown = site(asked.settings, words, "", None) | {"nav": _nav(asked, here), "home": asked.link("/")}
    return fill(
        template, words,
        head=head(asked.settings, words, title, "", ""),
        site=shown,
        languages=languages({code: _in_language(asked.path, code) for code in LANGUAGES}, words),
        styles=(*STYLES, *styles), scripts=(*SCRIPTS, *scripts),
        title=title, trail=[(label, asked.link(path)) for label, path in trail],
        notices=asked.notices, link=asked.link, csrf=asked.csrf, person=person, **values,
    )  # fmt: skip


def _nav(asked: Asked, here: str) -> list[tuple[str, str, bool]]:
    if asked.person is None:
        return []
    allowed = [page for page in PAGES if asked.person.may_publish or not page[2]]
    return [(asked.words.say(f"staff.nav.{key}"), asked.link(path), key == here) for key, path, _ in allowed]


def _in_language(path: str, code: str) -> str:
    return f"{path}{'&' if '?' in path else '?'}lang={code}"
