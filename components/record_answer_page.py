"""What answers /record/<dataset>/<record>: the record's page, or the page that says why there is none."""

from typing import Any

from components.record_missing_page import missing_page
from components.record_page import Found, record_page
from data.pinned import edition_asked, edition_number
from data.record.elsewhere import editions_with, elsewhere
from data.record.finding import position_of
from data.record.row_source import row_source
from data.selection import BadParameter, BadSelection
from data.store import Store
from texts.words import Words

OK, NOT_FOUND = 200, 404


def answer(store: Store, dataset: str, record_id: str, asked: str, words: Words, settings: Any) -> tuple[str, int]:
    """(document, status). `asked` is the text of the parameter edition. Raises NothingPublished."""
    newest, problems = store.current(), list[BadParameter]()
    told: dict[str, Any] = {"dataset": dataset, "record_id": record_id}
    number = edition_number(asked, problems)
    if problems:
        return missing_page("number", words, settings, edition=asked.strip(), **told), NOT_FOUND
    try:
        edition = edition_asked(store, number)
    except BadSelection:
        latest = str(newest.number)
        return missing_page("edition", words, settings, edition=str(number), newest=latest, **told), NOT_FOUND
    told["edition"] = str(edition.number)
    frame = edition.frames.get(dataset)
    if frame is None:
        return missing_page("dataset", words, settings, datasets=sorted(edition.frames), **told), NOT_FOUND
    position = position_of(frame, record_id)
    if position is None:
        there = editions_with(store, frame, record_id)
        return missing_page("record", words, settings, editions=there, **told), NOT_FOUND
    source, others = row_source(store, frame, position), elsewhere(store, frame, position)
    return record_page(Found(edition, frame, position, source, others, number, newest), words, settings), OK
