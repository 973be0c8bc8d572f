"""/api/v1/datasets: what an edition holds, described in every language."""

from typing import Any

import numpy as np

from data.frame import NO_DAY, Frame
from routes.api.answering import Call, Document, Endpoint
from routes.api.parameters import EDITION, LANGUAGE
from routes.api.schemas import array, nullable, object_, texts

_DATASET = object_(
    key={"type": "string"}, layout={"type": "string"}, version={"type": "integer"}, records={"type": "integer"},
    published_at={"type": "string", "format": "date-time"}, title=texts(), counted_by=texts(), scope=texts(),
    definition=texts(), caution=texts(), licence=texts(), publisher=texts(), source_url={"type": "string"},
    reporting_delay_days={"type": "integer"}, covered_from=nullable("string"), covered_to=nullable("string"),
    first_date=nullable("string"), last_date=nullable("string"), records_address={"type": "string"},
)  # fmt: skip


def datasets(call: Call) -> Document:
    found = call.edition()
    told = [_told(call, found.number, frame) for frame in found.frames.values()]
    return Document({"edition": found.number, "datasets": told})


def _told(call: Call, edition: int, frame: Frame) -> dict[str, Any]:
    dataset, first, last = frame.dataset, frame.days("date_from"), frame.days("date_to")
    first, last = first[first != NO_DAY], last[last != NO_DAY]
    days = [part(own) if len(own) else None for part, own in ((np.min, first), (np.max, last))]
    ends = [None if day is None else np.datetime64(int(day), "D").item() for day in days]
    return {
        "key": dataset.key, "layout": dataset.layout, "version": frame.version, "records": len(frame),
        "published_at": frame.published_at.isoformat(), "title": dataset.title, "counted_by": dataset.counted_by,
        "scope": dataset.scope, "definition": dataset.definition, "caution": dataset.caution,
        "licence": dataset.licence, "publisher": dataset.publisher, "source_url": dataset.source_url,
        "reporting_delay_days": dataset.reporting_delay_days, "covered_from": dataset.covered_from,
        "covered_to": dataset.covered_to, "first_date": ends[0], "last_date": ends[1],
        "records_address": call.link("/records", dataset=dataset.key, edition=edition),
    }  # fmt: skip


ENDPOINTS = (
    Endpoint(
        "datasets", "/datasets", datasets, (LANGUAGE, EDITION),
        object_(edition={"type": "integer"}, datasets=array(_DATASET)),
    ),
)  # fmt: skip
