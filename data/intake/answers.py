"""What a person has said of a file, by question: given now, or remembered from a file with the same headings."""

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from data.intake.joining import names
from data.intake.mapping.chosen import is_choice
from data.intake.table import Table

Remembered = Callable[[str], Mapping[str, Any]]  # a signature -> the answers that are kept under it
# The first word of an answer's id; "words" explains words, "sheet" and "heading_rows" say where the table lies.
KINDS = ("date_order", "codes", "column", "parts", "measure", "people", "layout", "everyone", "year", "words", "sheet",
         "heading_rows")  # fmt: skip
# The year of one file is not that of the next; nor are its sheets, and how many lines stand above its headings.
_OF_ONE_FILE = ("year", "sheet", "heading_rows")
# A column told by its letter: the next file may have them in another order.
_BY_LETTER = re.compile("column:[A-Z]{1,3}(:[A-Z]{1,3})?")
GIVEN, REMEMBERED = "given", "remembered"


class Answers(Mapping[str, Any]):
    """Question id -> answer. `used` tells which were looked up, and whether they were given or remembered."""

    def __init__(self, given: Mapping[str, Any], remembered: Mapping[str, Any] | None = None) -> None:
        self.given, self._remembered = dict(given), dict(remembered or {})
        self.used: dict[str, str] = {}

    def __getitem__(self, key: str) -> Any:
        if key in self.given:
            self.used[key] = GIVEN
            return self.given[key]
        answer = self._remembered[key]
        self.used[key] = REMEMBERED
        return answer

    def __iter__(self) -> Iterator[str]:
        return iter({**self._remembered, **self.given})

    def __len__(self) -> int:
        return len({**self._remembered, **self.given})

    def with_remembered(self, more: Mapping[str, Any]) -> "Answers":
        """These and more; what is given goes before what is remembered."""
        both = Answers(self.given, {**self._remembered, **more})
        both.used = dict(self.used)
        return both


def holding(answers: Mapping[str, Any]) -> dict[str, Any]:
    """The answers that hold without being asked for: what words mean, and what columns hold."""
    return {key: answer for key, answer in answers.items() if key.startswith("words:") or is_choice(key, answer)}


def worth_keeping(answers: Mapping[str, Any]) -> dict[str, Any]:
    """Answers that may hold for the next file of the same shape; None takes back what was remembered."""
    kinds = {key: key.split(":")[0] for key in answers}
    keep = set(KINDS) - set(_OF_ONE_FILE)
    return {key: answer for key, answer in answers.items() if kinds[key] in keep and not _BY_LETTER.fullmatch(key)}


def signature(table: Table) -> str:
    """SHA-256 over the headings, whatever their order, case and spacing: what files of one shape have in common."""
    return hashlib.sha256("\x1f".join(sorted(_plain(names(table)))).encode()).hexdigest()


def _plain(headings: Sequence[str]) -> list[str]:
    return [heading for heading in headings if heading]
