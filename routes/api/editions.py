"""/api/v1/editions: every state that the site has been in, newest first."""

from typing import Any

from data.notes import note_in
from data.selection import BadSelection
from data.store import EditionEntry
from routes.api.answering import Call, Document, Endpoint
from routes.api.parameters import LANGUAGE, LIMIT, OFFSET, PAGING, number
from routes.api.schemas import PAGE, array, nullable, object_

_EDITION = object_(
    edition={"type": "integer"}, published_at={"type": "string", "format": "date-time"}, note={"type": "string"},
    restores=nullable("integer"), datasets={"type": "object", "additionalProperties": {"type": "integer"}},
    datasets_address={"type": "string"},
)  # fmt: skip


def editions(call: Call) -> Document:
    limit, offset = (number(call.query, parameter, call.problems) for parameter in (LIMIT, OFFSET))
    if call.problems:
        raise BadSelection(call.problems)
    entries = call.api.store.editions()[::-1]
    page = [_told(call, entry) for entry in entries[offset : offset + limit]]
    after = call.here(offset=offset + limit) if offset + limit < len(entries) else None
    return Document({"total": len(entries), "limit": limit, "offset": offset, "next": after, "editions": page})


def _told(call: Call, entry: EditionEntry) -> dict[str, Any]:
    return {
        "edition": entry.number, "published_at": entry.at.isoformat(),
        "note": note_in(entry.note, call.words.language)[0], "restores": entry.restores, "datasets": entry.versions,
        "datasets_address": call.link("/datasets", edition=entry.number),
    }  # fmt: skip


ENDPOINTS = (
    Endpoint("editions", "/editions", editions, (LANGUAGE, *PAGING), object_(**PAGE, editions=array(_EDITION))),
)
