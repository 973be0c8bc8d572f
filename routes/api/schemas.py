"""JSON Schemas of the API's answers, in few words."""

from typing import Any

Schema = dict[str, Any]


def object_(**properties: Schema) -> Schema:
    """An object that has all of these and nothing else."""
    return {
        "type": "object", "properties": properties, "required": list(properties), "additionalProperties": False,
    }  # fmt: skip


def array(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def nullable(kind: str) -> Schema:
    return {"type": [kind, "null"]}


def texts() -> Schema:
    """Language -> words."""
    return {"type": "object", "additionalProperties": {"type": "string"}}


PAGE = {
    "total": {"type": "integer"}, "limit": {"type": "integer"}, "offset": {"type": "integer"},
    "next": nullable("string"),
}  # fmt: skip
REFUSAL = {
    "type": "object",
    "properties": {
        "error": {"type": "string"}, "message": {"type": "string"}, "details": array({"type": "string"}),
        "choices": array({"type": "string"}),
    },
    "required": ["error", "message", "details"],
}  # fmt: skip
