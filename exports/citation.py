"""How to cite what is shown: who counted, what, which version and edition, where. The same words in every file."""

from typing import Any

from charts.sentences import counted_by
from data.frame import Edition, Frame


def citation(edition: Edition, frame: Frame, site: str, address: str, words: Any) -> str:
    """One line of text. It says the edition, not the day of the visit: the address pins what stood there."""
    return str(
        words.say(
            "takeaway.citation", counted_by=counted_by(frame, words), title=frame.dataset.title[words.language],
            version=str(frame.version), site=site, edition=str(edition.number), day=edition.published_at.date(),
            address=address,
        )
    )  # fmt: skip
