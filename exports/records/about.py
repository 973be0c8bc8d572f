"""What stands in every file of records: selection, source, version, edition, as of, definitions, licence, citation."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from charts import notes
from charts.sentences import about as definitions
from charts.sentences import selection_sentence
from data.flat import names
from data.flat.flattening import Flat
from data.frame import Edition
from exports.address import explore_address
from exports.citation import citation

# In the order in which they are told; each has a name, takeaway.about.<key>.
KEYS = (
    "title", "selection", "as_of", "counted_by", "publisher", "version", "edition", "published", "layout", "records",
    "killed", "injured", "unknown_outcome", "not_split", "left_out", "definition", "licence", "source_url", "cite",
    "address",
)  # fmt: skip


@dataclass(frozen=True)
class About:
    """Texts are in the reader's language. `as_of`: the last day that the dataset covers, else that of its version.

    `totals`: column of a whole -> its sum, None where no record says it, {} where sums would count people twice;
    `missing`: column -> records without it.
    """

    dataset: str
    layout: str
    title: str
    version: int
    edition: int
    published: date
    as_of: date
    counted_by: str
    publisher: str
    definition: str
    left_out: str
    selection: str
    query: list[tuple[str, str]]
    licence: str
    source_url: str
    cite: str
    address: str
    records: int
    totals: dict[str, float | None]
    missing: dict[str, int]

    def told(self, words: Any) -> Iterator[tuple[str, str, Any]]:
        """(key, what it is called, value): texts, days and numbers; what there is nothing to say of is left out."""
        known = {**vars(self), **self.totals, "layout": words.say(f"understood.layout.{self.layout}")}
        known |= {key: str(known[key]) for key in ("version", "edition")}
        for key in KEYS:
            value = known.get(key)
            if key in names.WHOLES.values() and key in self.totals:
                value = words.say("takeaway.not_recorded") if value is None else value
            if value not in (None, ""):
                yield key, words.say(f"takeaway.about.{key}"), value


def about(flat: Flat, edition: Edition, site: str, public_url: str, words: Any) -> About:
    """Of what an edition (pinned in the address) holds of a selection."""
    frame, dataset, language = flat.frame, flat.frame.dataset, words.language
    selection = flat.selected.selection
    address = explore_address(public_url, dataset.key, language, selection.query(), edition.number)
    told = [*notes.left_out(flat.selected, words), *notes.not_recorded(flat.selected, words, marked=False)]
    wholes = [key for key in names.WHOLES.values() if key in flat.numbers]
    # Statements of a running total tell of the same people again and again.
    totals = {} if dataset.layout == "running_totals" else {key: total(flat.numbers[key]) for key in wholes}
    return About(
        dataset.key, dataset.layout, dataset.title[language], frame.version, edition.number,
        edition.published_at.date(), dataset.covered_to or frame.published_at.date(), dataset.counted_by[language],
        dataset.publisher.get(language, ""), " ".join(definitions(frame, words)), " ".join(told),
        selection_sentence(selection, words), selection.query(),
        dataset.licence.get(language) or words.say("takeaway.licence.unstated"), dataset.source_url,
        citation(edition, frame, site, address, words), address, len(flat), totals,
        {key: int(np.isnan(flat.numbers[key]).sum()) for key in wholes},
    )  # fmt: skip


def total(numbers: np.ndarray) -> float | None:
    """The sum of what is recorded; None where nothing is."""
    return None if np.isnan(numbers).all() else float(np.nansum(numbers))
