"""Where a text comes from, in sentences for its end: edition, as of when, who counted, address."""

from typing import Any

from charts import MAIN_CHARTS
from charts.sentences import source_text
from data.summaries.key_numbers import key_numbers
from exports.address import page_address
from exports.handed_set import HandedSet


def proof(handed: HandedSet) -> list[str]:
    """The sentences, without the address."""
    words, edition = handed.words, handed.edition
    lines = [
        words.say(
            "text_export.edition", site=handed.settings.site_name, edition=str(edition.number),
            published=edition.published_at.date(),
        )
    ]  # fmt: skip
    numbers = key_numbers(edition)
    if numbers is not None:
        statement = numbers.statement
        lines.append(
            words.say(
                "text_export.figures", as_of=words.date(statement.start, statement.precision),
                counter=source_text("counted_by", statement.counted_by, words),
            )
        )  # fmt: skip
    return lines


def front_page(handed: HandedSet) -> str:
    """The address of the page that shows the text."""
    address = page_address(handed.settings.public_url, MAIN_CHARTS[0], handed.words.language, (), (), handed.pinned)
    return address.partition("#")[0]


def title_of(title: str, words: Any) -> str:
    """The title of a file: that of the text, or what is said where an edition has none."""
    return title or str(words.say("text_export.none"))
