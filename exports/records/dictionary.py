"""The dictionary of a file of records: for every column what it is called, what it means and which values it takes."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from charts.sentences import opening
from data.fields import BY_KEY, NOT_STATED
from data.flat import names
from exports.records.table import Column, Table


@dataclass(frozen=True, slots=True)
class Entry:
    """`values`: key -> name, of a column that takes few values."""

    key: str
    label: str
    definition: str
    kind: str
    tag: str
    values: dict[str, str]


def entries(table: Table, words: Any) -> list[Entry]:
    """One for each column, in their order."""
    return [_entry(column, words) for column in table.columns]


def about_entries(keys: tuple[str, ...], words: Any) -> Iterator[tuple[str, str]]:
    """(key, meaning) of the columns that tell of the file itself."""
    for key in keys:
        yield key, words.say(f"takeaway.column.{key}")


def sentence(table: Table, words: Any) -> str:
    """All of it as one text, for a cell."""
    return " | ".join(f"{entry.key}: {entry.definition}" for entry in entries(table, words))


def _entry(column: Column, words: Any) -> Entry:
    label, definition = _told(column.key, words)
    values = {}
    if column.kind == "category":
        values = {value: _name(column.key, value, words) for value in BY_KEY[column.key].categories}
    return Entry(column.key, label, definition, column.kind, column.tag, values)


def _told(key: str, words: Any) -> tuple[str, str]:
    """What a column is called, and what it means."""
    if key in names.wholes():
        outcome, bound = names.wholes()[key]
        label = words.say(f"value.outcome.{outcome}")
        return _bounded(label, bound, words), words.say(f"takeaway.column.{outcome}.{bound}")
    if key in names.parts():
        outcome, group, bound = names.parts()[key]
        people = [
            words.say(f"value.{field}.{value}") if value not in ("unknown", "other")
            else f"{words.say(f'field.{field}')} {words.say(f'value.{field}.{value}')}".lower()
            for field, value in zip(names.GROUPS, group, strict=True) if value != NOT_STATED
        ]  # fmt: skip
        who = words.list(people) if people else words.say("takeaway.nobody_in_particular")
        name = words.say(f"value.outcome.{outcome}")
        label = _bounded(f"{name}: {who.lower()}", bound, words)
        return label, words.say(f"takeaway.column.part.{bound}", outcome=name.lower(), group=who.lower())
    label = words.say("takeaway.district_name" if key == names.DISTRICT_NAME else f"field.{key}")
    return label, words.say(f"takeaway.column.{key}")


def _bounded(label: str, bound: str, words: Any) -> str:
    return opening(label if bound == "n" else words.say(f"takeaway.bound.{bound}", number=label))


def _name(key: str, value: str, words: Any) -> str:
    if key in (*names.BASES.values(), "date_precision", "date_role"):
        return str(words.say(f"takeaway.value.{'basis' if key in names.BASES.values() else key}.{value}"))
    return str(words.say(f"value.{key}.{value}"))
