"""What a reader can choose of one analysis: a name, the values it may have, and the one that holds if none is named."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from data.selection import BadParameter

LONGEST = 60
# Two ends of a period, as data.selection writes them: 2023..2024-06
PERIOD = re.compile(r"\d{4}(-\d{2}){0,2}\.\.\d{4}(-\d{2}){0,2}")


@dataclass(frozen=True, slots=True)
class Option:
    """`name` is the parameter of the address and the key of its words (option.<name>).

    `values` are all that may be chosen, the first of them the default; () is a period, "" by default.
    """

    name: str
    values: tuple[str, ...] = ()

    @property
    def default(self) -> str:
        return self.values[0] if self.values else ""

    def fits(self, value: str) -> bool:
        return value in self.values if self.values else not value or bool(PERIOD.fullmatch(value))


def read_options(
    options: Iterable[Option], given: Mapping[str, str], problems: list[BadParameter]
) -> dict[str, str]:  # fmt: skip
    """Every option with its value. What does not fit is added to `problems` and stands at its default."""
    found = {}
    for option in options:
        value = given.get(option.name, "").strip() or option.default
        if not option.fits(value):
            reason = "selection.bad.value" if option.values else "selection.bad.span"
            problems.append(BadParameter(option.name, value[:LONGEST], reason, option.values))
            value = option.default
        found[option.name] = value
    return found


def option_pairs(options: Iterable[Option], chosen: Mapping[str, str]) -> list[tuple[str, str]]:
    """The parameters of an address: those that do not stand at their default, in the order of the options."""
    pairs = [(option, chosen.get(option.name) or option.default) for option in options]
    return [(option.name, value) for option, value in pairs if value != option.default]
