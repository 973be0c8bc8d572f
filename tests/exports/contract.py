"""What the contract of the files asks about: every chart in both languages, as it is, with one record, with nothing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from html import unescape
from types import SimpleNamespace
from typing import Any

from werkzeug.datastructures import MultiDict

import charts
from charts.view import View
from data.frame import Edition
from exports.handed import Handed
from exports.handed_set import HandedSet
from routes.asked import read
from routes.asked_set import read_set
from settings import Settings
from tests.data.factory import ACCIDENTS, PERIODS, STATEMENTS, make_edition
from texts.words import LANGUAGES, Words

TODAY = date(2026, 3, 20)
SETTINGS = Settings(site_name="Figures", organisation="Counting office", public_url="https://figures.example.org")
ONE = {"published_totals": STATEMENTS[:1], "period_totals": PERIODS[:1], "reported_accidents": ACCIDENTS[:1]}
NOTHING = {"from": "1990", "to": "1991"}
STATES = ("normal", "one record", "nothing found")
TEXTS = {
    "nb": "# Miner dreper\n\nMinst {{latest killed}} er drept[^1].\n\n[^1]: [Kilde](https://example.org/a)\n",
    "en": "# Mines kill\n\nAt least {{latest killed}} were killed[^1].\n\n[^1]: [Source](https://example.org/a)\n",
}
CASES = [(chart, language, state) for chart in charts.ALL_CHARTS for language in LANGUAGES for state in STATES]


@dataclass(frozen=True)
class Case:
    """One chart as an export gets it, with what must be found in its file."""

    handed: Handed
    state: str

    @property
    def view(self) -> View:
        return self.handed.view

    def proof(self) -> list[str]:
        """Who counted, and the address: in every file, whatever is found."""
        return [*(source.counted_by for source in self.view.sources), self.handed.address]


@cache
def edition_of(state: str) -> Edition:
    edition = make_edition(ONE if state == "one record" else None, number=8 if state == "one record" else 7)
    return replace(edition, texts=TEXTS)


@cache
def words_in(language: str) -> Words:
    return Words(language)


def shelf(state: str) -> Any:
    """With an edition before, which had one accident less."""
    edition = edition_of(state)
    before = make_edition({**ONE, "reported_accidents": ACCIDENTS[1:2]}, number=edition.number - 1)
    return SimpleNamespace(current=lambda: edition, edition=lambda _number: before, photo=lambda _file: None)


@cache
def case(chart: str, language: str, state: str) -> Case:
    query = MultiDict(NOTHING if state == "nothing found" else {})
    asked = read(chart, query, words_in(language))
    return Case(asked.handed(shelf(state), TODAY, SETTINGS), state)


def written(case: Case, format: Any, browser: Any, **options: str) -> bytes:
    """The file, with the format's options at their defaults but for those given."""
    chosen = {option.name: option.default for option in format.options} | options
    return format.write(case.handed.with_options(chosen), browser)


def handed_set(
    format: Any, language: str, state: str, names: Sequence[str] = charts.ALL_CHARTS, **options: str
) -> HandedSet:
    query = MultiDict({"charts": ",".join(names)} | (NOTHING if state == "nothing found" else {}) | options)
    asked = read_set(query, words_in(language), format.options)
    return asked.handed(shelf(state), TODAY, SETTINGS, "name")


def plain(text: str) -> str:
    """Without spaces, line breaks and marks of HTML: a reader of a file divides lines as it likes."""
    return re.sub(r"[\s\u00ad\u200b]+", "", unescape(text)).casefold()


def missing(text: str, wanted: list[str]) -> list[str]:
    """Which of the texts are not in it."""
    found = plain(text)
    return [one for one in wanted if one and plain(one) not in found]


def edition_said(case: Case) -> list[str]:
    """Edition 7, however it is written."""
    return [f"{word}{case.view.edition}" for word in ("edition", "edition:", "utgave", "utgave:")]
