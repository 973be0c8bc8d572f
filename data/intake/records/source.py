"""Where the rows of a table come from, and what of them may be stored."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from data.intake.mapping.columns import Column


@dataclass(frozen=True, eq=False)
class Source:
    """Where the rows come from: per row the sheet and the spreadsheet's row number; `columns` may be stored as raw."""

    sheets: Sequence[str]
    rows: Sequence[int]
    columns: Sequence[Column]
    totals: Mapping[str, float] = field(default_factory=dict)  # column letter -> number of the totals row
    totals_row: tuple[str, int] | None = None
    origins: Mapping[str, Sequence[str]] = field(default_factory=dict)  # letter -> per row, where it differs
