"""The parameters of the API: name, values and limits, declared once for reading, for openapi.json and for tests."""

from dataclasses import dataclass, field
from typing import Any

from data.pinned import LAST, PARAMETER, edition_number
from data.selection import CATEGORIES, FIELDS, LONGEST_DISTRICT, LONGEST_TEXT, MOST_VALUES, NOT, BadParameter
from texts.words import LANGUAGES

FORMATS = ("json", "csv")
MOST_ROWS, USUAL_ROWS = 1000, 100
# No dataset has as many records; a database counts further.
LAST_ROW = 999_999_999
_DATE = {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$", "examples": ["2023", "2023-06"]}
_PRINTABLE = r"^[^\u0000-\u001f\u007f-\u00a0]+$"


@dataclass(frozen=True, slots=True)
class Parameter:
    """`schema` is JSON Schema of one value; `many` may be repeated. Its words are api.parameter.<told>."""

    name: str
    schema: dict[str, Any] = field(default_factory=dict)
    many: bool = False
    told: str = ""

    @property
    def message(self) -> str:
        return f"api.parameter.{self.told or self.name}"


def _values(name: str) -> dict[str, Any]:
    if name in CATEGORIES:
        return {"type": "string", "enum": list(CATEGORIES[name])}
    longest = LONGEST_DISTRICT if name == "district" else LONGEST_TEXT
    return {"type": "string", "minLength": 1, "maxLength": longest, "pattern": _PRINTABLE}


LANGUAGE = Parameter("lang", {"type": "string", "enum": list(LANGUAGES)})
EDITION = Parameter(PARAMETER, {"type": "integer", "minimum": 1, "maximum": LAST})
DATASET = Parameter("dataset", {"type": "string", "minLength": 1, "maxLength": 60})
FORMAT = Parameter("format", {"type": "string", "enum": list(FORMATS)})
LIMIT = Parameter("limit", {"type": "integer", "minimum": 1, "maximum": MOST_ROWS, "default": USUAL_ROWS})
OFFSET = Parameter("offset", {"type": "integer", "minimum": 0, "maximum": LAST_ROW, "default": 0})
SELECTION = (
    Parameter("from", _DATE),
    Parameter("to", _DATE),
    Parameter("place", {"type": "string", "minLength": 1, "maxLength": LONGEST_TEXT, "pattern": _PRINTABLE}),
    *(Parameter(name, _values(name), True, "field") for name in FIELDS),
    *(Parameter(NOT + name, _values(name), True, "left_out") for name in FIELDS),
)
PAGING = (LIMIT, OFFSET)


def openapi_of(parameter: Parameter, words: Any) -> dict[str, Any]:
    """The parameter as OpenAPI 3.1 writes it."""
    schema = parameter.schema
    if parameter.many:
        schema = {"type": "array", "items": schema, "maxItems": MOST_VALUES}
    name = parameter.name.removeprefix(NOT)
    told = words.say(f"field.{name}").lower() if name in FIELDS else ""
    return {
        "name": parameter.name,
        "in": "query",
        "description": words.say(parameter.message, field=told) if told else words.say(parameter.message),
        "schema": schema,
    } | ({"style": "form", "explode": True} if parameter.many else {})


def number(query: Any, parameter: Parameter, problems: list[BadParameter]) -> int:
    """A whole number within the parameter's limits; else it is told and the default stands."""
    text, schema = query.get(parameter.name, "").strip(), parameter.schema
    default = int(schema["default"])
    if not text:
        return default
    whole = text.isascii() and text.isdigit() and len(text) <= len(str(LAST_ROW))
    if whole and schema["minimum"] <= int(text) <= schema["maximum"]:
        return int(text)
    problems.append(BadParameter(parameter.name, text[:60], "api.bad.number"))
    return default


def choice(query: Any, name: str, allowed: tuple[str, ...], problems: list[BadParameter], default: str = "") -> str:
    """One of few values, `default` where none is given."""
    value = str(query.get(name, "")).strip() or default
    if value and value not in allowed:
        problems.append(BadParameter(name, value[:60], "selection.bad.value", allowed))
        return default
    return value


def edition(query: Any, problems: list[BadParameter], parameter: str = PARAMETER) -> int | None:
    return edition_number(query.get(parameter, ""), problems, parameter)
