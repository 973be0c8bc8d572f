"""HandedSet: several charts as a deck, an offline page or a report gets them, with what the whole site says."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from data.frame import Edition
from exports.handed import Handed


def _no_photo(_file: str) -> bytes | None:
    return None


@dataclass(frozen=True, slots=True)
class HandedSet:
    """`charts` in their order, all of one `edition` and in the language of `words` (a texts.Words).

    `address` is the page that makes the same set (/share), `query` its canonical query, `name` the file's name without
    its ending, `options` those of the format. `settings` are the site's: site_name, organisation, contact, public_url.
    `photo` gives the content of a photo of the text by its file's name (JPEG or WebP), None where there is none.
    """

    charts: tuple[Handed, ...]
    edition: Edition
    words: Any
    settings: Any
    today: date
    address: str
    name: str
    query: str
    pinned: int | None = None
    options: Mapping[str, str] = field(default_factory=dict)
    photo: Callable[[str], bytes | None] = _no_photo
