"""Everything about a file that a person can change by menu: what is in force, what else it could be, who said so."""

from dataclasses import dataclass
from typing import Any, Literal

Origin = Literal["understood", "given", "remembered"]


@dataclass(frozen=True, slots=True)
class Offer:
    """One choice. `id` is the key of its answer; `value` is in force; `candidates` are the other values it may take.

    kind: sheet, heading_rows (a list of 1-based rows), layout, column (a field, "ignore" or "personal"), date_order,
        or the kind of a question (codes, measure, people, parts, everyone, year, column_of: which column gives it).
    confidence: 0-1, None where nothing was weighed. `evidence` are cells or counts, never of a personal column.
    sheet: the sheet that the choice is about, None for the whole file. `column` is a letter.
    values: for `codes` the codes, each of which the answer maps to a candidate.
    """

    id: str
    kind: str
    value: Any = None
    candidates: tuple[str, ...] = ()
    confidence: float | None = None
    origin: Origin = "understood"
    column: str | None = None
    heading: str | None = None
    evidence: tuple[str, ...] = ()
    sheet: str | None = None
    values: tuple[str, ...] = ()
    field: str | None = None
