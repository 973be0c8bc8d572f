"""Every kind of finding: its severity and message id; a Problem is a value, never an exception."""

from dataclasses import dataclass, field
from typing import Any, Literal

Severity = Literal["error", "warning", "note"]

# kind -> severity. The sentence of a kind is the message `problem.<kind>` in texts/locale/*/problems.po.
KINDS: dict[str, Severity] = {}


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding, at one place of one file. `row` counts from 1 as the spreadsheet shows it; `column` is a letter.

    `params` are the extra values of its sentence, beside file, sheet, row, column, value and suggestion.
    """

    kind: str
    sheet: str | None = None
    row: int | None = None
    column: str | None = None
    field: str | None = None
    value: str | None = None
    suggestion: str | None = None
    params: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"no such kind of problem: {self.kind}")

    @property
    def severity(self) -> Severity:
        return KINDS[self.kind]

    @property
    def message(self) -> str:
        return f"problem.{self.kind}"
