"""/api/v1/charts: every chart with what can be chosen of it, and any of them with its numbers, words and figure."""

from typing import Any

from charts import ALL_CHARTS, ANALYSES, options_of
from charts.options import PERIOD, Option
from data.pinned import AGAINST
from data.selection import BadSelection
from exports import csv, json
from routes.api.answering import Call, Document, Endpoint, NotThere
from routes.api.parameters import DATASET, EDITION, FORMAT, LANGUAGE, SELECTION, Parameter
from routes.api.schemas import array, object_
from routes.asked import read

_OPTION = object_(name={"type": "string"}, values=array({"type": "string"}), default={"type": "string"})
_CHART = object_(key={"type": "string"}, options=array(_OPTION), address={"type": "string"})
_AGAINST = Parameter(AGAINST, EDITION.schema)
_PERIOD = {"type": "string", "pattern": f"^{PERIOD.pattern}$"}


def charts(call: Call) -> Document:
    """The list of charts does not depend on an edition."""
    return Document({"charts": [_told(call, key) for key in ALL_CHARTS]})


def _told(call: Call, key: str) -> dict[str, Any]:
    options = [
        {"name": option.name, "values": option.values, "default": option.default} for option in options_of(key)
    ]  # fmt: skip
    return {"key": key, "options": options, "address": call.link(f"/charts/{key}")}


def _endpoint(key: str) -> Endpoint:
    def chart(call: Call) -> Document:
        asked = read(key, call.query, call.words)
        call.edition()
        try:
            view = asked.view(call.api.store, call.api.today())
        except BadSelection as unknown:
            raise NotThere(unknown.problems[0]) from None
        address = asked.page(call.api.settings.public_url)
        document = json.document(view, call.words.language, asked.selection.query(), address)
        return Document(document, csv.rows(view, call.words, address, "keys") if call.format == "csv" else ())

    parameters = (LANGUAGE, EDITION, *((DATASET, _AGAINST) if key in ANALYSES else ()), *map(_option, options_of(key)),
                  *SELECTION, FORMAT)  # fmt: skip
    schema = {"type": "object", "required": list(json.KEYS)}
    return Endpoint(f"chart.{key}", f"/charts/{key}", chart, parameters, schema, csv=True)


def _option(option: Option) -> Parameter:
    schema = {"type": "string", "enum": list(option.values)} if option.values else _PERIOD
    return Parameter(option.name, schema, told="option")


ENDPOINTS = (
    Endpoint("charts", "/charts", charts, (LANGUAGE,), object_(charts=array(_CHART))),
    *(_endpoint(key) for key in ALL_CHARTS),
)
