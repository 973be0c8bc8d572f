"""Problems and mappings as JSON and back: dates keep their type, so that a sentence can still format them."""

from dataclasses import asdict, is_dataclass
from datetime import date, datetime
from typing import Any

import numpy as np

from data.problems import KINDS, Problem


def problems_to_json(problems: list[Problem]) -> list[dict[str, Any]]:
    return [
        {key: plain(value) for key, value in asdict(problem).items() if value not in (None, {})} for problem in problems
    ]


def problems_from_json(items: list[dict[str, Any]]) -> tuple[Problem, ...]:
    """A finding of a kind that a newer program no longer knows has no sentence, and is left out."""
    return tuple(
        Problem(**{key: typed(value) for key, value in item.items()}) for item in items if item["kind"] in KINDS
    )


def plain(value: Any) -> Any:
    """A value as JSON can hold it."""
    if is_dataclass(value) and not isinstance(value, type):
        return plain(asdict(value))
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(item) for item in value]
    if isinstance(value, np.datetime64):
        value = value.astype("datetime64[s]").item()
    if isinstance(value, datetime):
        return {"$moment": value.isoformat()}
    if isinstance(value, date):
        return {"$date": value.isoformat()}
    return value.item() if isinstance(value, np.generic) else value


def typed(value: Any) -> Any:
    if isinstance(value, dict):
        if set(value) == {"$moment"}:
            return datetime.fromisoformat(value["$moment"])
        if set(value) == {"$date"}:
            return date.fromisoformat(value["$date"])
        return {key: typed(item) for key, item in value.items()}
    return [typed(item) for item in value] if isinstance(value, list) else value
