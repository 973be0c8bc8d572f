"""Sets of real charts over an edition made for tests, handed over as the routes do."""

from dataclasses import replace
from datetime import date
from typing import Any

from werkzeug.datastructures import MultiDict

from exports.handed_set import HandedSet
from routes.asked_set import read_set
from settings import Settings
from tests.data.factory import make_edition
from tests.exports.text.conftest import MARKDOWN
from tests.routes.conftest import Shelf
from texts.words import Words

SITE = "https://figures.example.org"
SETTINGS = Settings(site_name="Figures </script>", organisation="publisher-1", public_url=SITE)
TODAY = date(2026, 3, 20)


def handed_set(language: str = "en", options: Any = (), **query: str) -> HandedSet:
    """`query` as in an address; `options` are those of the format."""
    edition = replace(make_edition(), texts={"en": MARKDOWN, "nb": MARKDOWN})
    asked = read_set(MultiDict({"lang": language, **query}), Words(language), options)
    return asked.handed(Shelf(edition), TODAY, SETTINGS, "name")
