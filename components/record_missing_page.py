"""The document for a record that is not there: it says why, and where the record stands if an older edition has it."""

from collections.abc import Sequence
from typing import Any

from components.document import fill
from components.error_page import STYLES
from components.record_page import address
from components.site import head, languages, site
from texts.words import LANGUAGES, Words

# Characters of an address that are said back.
_MOST_SAID = 80


def missing_page(
    reason: str, words: Words, settings: Any, *, dataset: str, record_id: str, edition: str, newest: str = "",
    datasets: Sequence[str] = (), editions: Sequence[int] = (),
) -> str:  # fmt: skip
    """`reason`: dataset, record, edition or number (record.missing.*); `editions`: those that hold the record."""
    told = {"dataset": dataset, "record": record_id, "edition": edition, "newest": newest}
    lines = [words.say(f"record.missing.{reason}", **{name: text[:_MOST_SAID] for name, text in told.items()})]
    lines += [words.say("record.missing.known", datasets=words.list(datasets))] if datasets else []
    title = words.say("record.missing.title")
    found = [
        (words.say("record.missing.there", edition=str(one)), address(dataset, record_id, words.language, one))
        for one in editions
    ]
    return fill(
        "record_missing.html.j2", words,
        head=head(settings, words, title, lines[0], ""),
        site=site(settings, words, "", None),
        languages=languages({code: address(dataset, record_id, code) for code in LANGUAGES}, words),
        styles=STYLES, title=title, lines=lines, found=found, explore=f"/explore?lang={words.language}",
    )  # fmt: skip
