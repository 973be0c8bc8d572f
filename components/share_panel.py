"""The share panel of one chart: what can be taken, the choices, and what is shown before it is taken."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from charts.options import Option
from exports.handed import Handed
from texts.words import LANGUAGES

PATH = "/share"
# Parameters of the panel itself, beside those of the chart and of what is taken.
KIND, TAKEN_IN = "take", "in"
OPTIONS = (Option(KIND, ("", "link", "picture", "slide", "embed", "data", "text")), Option(TAKEN_IN, ("", *LANGUAGES)))


@dataclass(frozen=True, slots=True)
class Shared:
    """`handed` is the chart as it is taken, in the language `taken_in`; `own` what its address says beside language.

    `words` are those of the panel; `edition` is the number of the one shown; `kinds` are those of the site.
    """

    handed: Handed
    own: tuple[tuple[str, str], ...]
    kind: str
    kinds: tuple[str, ...]
    edition: int
    words: Any
    taken_in: str

    @property
    def pinned(self) -> int | None:
        return self.handed.pinned

    @property
    def path(self) -> str:
        return f"{PATH}/{self.handed.view.chart}"

    def link(self, kind: str, language: str = "") -> str:
        """The panel at another kind, or in another language; choices of the kind start anew."""
        pairs = [("lang", language or self.words.language), *self.own, *self._edition(), *self._taken_in()]
        return f"{self.path}?{urlencode([*pairs, (KIND, kind)])}"

    def _edition(self) -> list[tuple[str, str]]:
        return [("edition", str(self.pinned))] if self.pinned else []

    def _taken_in(self) -> list[tuple[str, str]]:
        return [(TAKEN_IN, self.taken_in)] if self.taken_in != self.words.language else []


def choices(shared: Shared, options: tuple[Option, ...]) -> dict[str, Any]:
    """The form: hidden fields, edition, language, and the options of the kind."""
    words, own = shared.words, [("lang", shared.words.language), *shared.own, (KIND, shared.kind)]
    editions = [
        ("", words.say("share.edition.live"), not shared.pinned),
        (str(shared.edition), words.say("share.edition.pinned", edition=str(shared.edition)), bool(shared.pinned)),
    ]
    return {
        "action": shared.path,
        "hidden": own,
        "editions": editions,
        "languages": [(code, words.say(f"page.language.{code}"), code == shared.taken_in) for code in LANGUAGES],
        "options": [_option(option, shared.handed.options[option.name], words) for option in options],
    }


def _option(option: Option, value: str, words: Any) -> dict[str, Any]:
    told: dict[str, Any] = {"name": option.name, "label": words.say(f"option.{option.name}"), "value": value}
    if option.between:
        low, high = option.between
        return told | {"low": low, "high": high, "values": []}
    values = [(one, words.say(f"option.{option.name}.{one}"), one == value) for one in option.values]
    return told | {"values": sorted(values) if option.name == "scale" else values}


def kind_links(shared: Shared) -> list[tuple[str, str, str, bool]]:
    """(kind, label, link, current)"""
    return [
        (kind, shared.words.say(f"share.kind.{kind}"), shared.link(kind), kind == shared.kind) for kind in shared.kinds
    ]
