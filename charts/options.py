"""What a reader can choose of one analysis: a name, the values it may have, and the one that holds if none is named."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from data.fields import BY_KEY, CASUALTIES
from data.selection import FIELDS, BadParameter

LONGEST = 60
# Two ends of a period, as data.selection writes them: 2023..2024-06
PERIOD = re.compile(r"\d{4}(-\d{2}){0,2}\.\.\d{4}(-\d{2}){0,2}")


@dataclass(frozen=True, slots=True)
class Option:
    """`name` is the parameter of the address and the key of its words (option.<name>).

    `values` are all that may be chosen, the first of them the default; () is a period, "" by default. With `between`
    the value is a whole number from the one to the other, "" by default.
    """

    name: str
    values: tuple[str, ...] = ()
    between: tuple[int, int] | None = None

    @property
    def default(self) -> str:
        return self.values[0] if self.values else ""

    @property
    def reason(self) -> str:
        """The message of a value that does not fit."""
        return (
            "selection.bad.number" if self.between else "selection.bad.value" if self.values else "selection.bad.span"
        )

    @property
    def allowed(self) -> tuple[str, ...]:
        """What would fit: the values, or the lowest and the highest number."""
        return tuple(str(end) for end in self.between) if self.between else self.values

    def fits(self, value: str) -> bool:
        if self.between:
            low, high = self.between
            return not value or (value.isascii() and value.isdigit() and len(value) < 9 and low <= int(value) <= high)
        return value in self.values if self.values else not value or bool(PERIOD.fullmatch(value))


def read_options(
    options: Iterable[Option], given: Mapping[str, str], problems: list[BadParameter]
) -> dict[str, str]:  # fmt: skip
    """Every option with its value. What does not fit is added to `problems` and stands at its default."""
    found = {}
    for option in options:
        value = given.get(option.name, "").strip() or option.default
        if not option.fits(value):
            problems.append(BadParameter(option.name, value[:LONGEST], option.reason, option.allowed))
            value = option.default
        found[option.name] = value
    return found


def option_pairs(options: Iterable[Option], chosen: Mapping[str, str]) -> list[tuple[str, str]]:
    """The parameters of an address: those that do not stand at their default, in the order of the options."""
    pairs = [(option, chosen.get(option.name) or option.default) for option in options]
    return [(option.name, value) for option, value in pairs if value != option.default]


def option_value(name: str, value: str, words: Any) -> str:
    """A value of an option in words; one that is a field is called as the field."""
    message = f"option.{name}.{value}"
    if not words.has(message) and (value in FIELDS or value in BY_KEY or value == CASUALTIES.key):
        message = f"field.{value}"
    return str(words.say(message))
