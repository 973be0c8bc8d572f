"""The panel of /explore from which what is shown is taken away: files, scripts, and how to cite it."""

from dataclasses import dataclass
from typing import Any

from data.frame import Edition, Frame
from data.selection import Selection
from exports.address import explore_address, records_address
from exports.citation import citation
from exports.records import FORMATS
from exports.records.code import LANGUAGES_OF_CODE
from texts.words import Words


@dataclass(frozen=True, slots=True)
class Away:
    """One link: its label, its address, what it is."""

    label: str
    link: str
    what: str


def take_away(frame: Frame, selection: Selection, edition: int | None, words: Words) -> list[Away]:
    """Every format and script for these records; `edition` is the one that the page's address names, if any."""
    key, query = frame.dataset.key, selection.query()
    return [
        Away(
            str(words.say(f"takeaway.format.{name.replace('.', '_').lower()}")),
            records_address("", name, key, words.language, query, edition),
            str(words.say(f"takeaway.what.{name.replace('.', '_').lower()}")),
        )
        for name in (*FORMATS, *LANGUAGES_OF_CODE)
    ]


def panel(
    frames: tuple[Frame, ...], selection: Selection, edition: Edition, pinned: int | None, settings: Any, words: Words
) -> list[dict[str, Any]]:
    """For each dataset that is shown: its name, its links, and how to cite it (the edition is named)."""
    told = []
    for frame in frames:
        address = explore_address(
            settings.public_url, frame.dataset.key, words.language, selection.query(), edition.number
        )
        told.append({
            "key": frame.dataset.key,
            "title": frame.dataset.title[words.language],
            "links": take_away(frame, selection, pinned, words),
            "cite": citation(edition, frame, settings.site_name, address, words),
        })  # fmt: skip
    return told
