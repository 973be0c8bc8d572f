"""An edition with a text that has everything a text can have, handed over as a set."""

import io
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PIL import Image

from exports.handed_set import HandedSet
from settings import Settings
from tests.data.factory import make_edition
from texts.words import Words

PHOTO = f"{'a' * 64}.webp"
MARKDOWN = f"""
+++
[photo.1]
file = "{PHOTO}"
alt = "A lane with red signs"
credit = "publisher-1"
+++
# A title with <signs> & *stars*

First *words* with a [link](/method) and a note.[^a]

{{{{photo 1}}}}

- one
    - two `deep`

1. numbered
2. again

# A part

> Quoted **loudly**.

Figure: {{{{latest killed one="person" other="people"}}}}.[^b] Once more.[^a]

[^a]: Of the [first](https://example.org/a_(b)).
[^b]: Of the second.

---

# Sources

- A source with 3 \\* 4
"""


def photo(_file: str) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (40, 30), "#4a7a77").save(stream, "WEBP")
    return stream.getvalue()


def handed_text(markdown: str = MARKDOWN, language: str = "en", **more: Any) -> HandedSet:
    site = Settings(site_name="Figures", organisation="publisher-1", public_url="https://figures.example.org")
    edition = replace(make_edition(), texts={"en": markdown, "nb": markdown})
    return HandedSet(
        (), edition, Words(language), site, date(2026, 3, 20), "https://figures.example.org/share", "name", "",
        photo=photo, **more,
    )  # fmt: skip


@pytest.fixture(scope="session")
def handed() -> HandedSet:
    return handed_text()
