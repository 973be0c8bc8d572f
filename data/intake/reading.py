"""A table as it was understood, in the form that the checks read: records, figures and where each of them stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from data.intake.records.figures import Figures, Numbers, Tally
from data.problems import Problem

MOST_OF_A_KIND = 1000
MOST_OF_ALL = 20_000  # of a kind, where all are asked for: a page lists no more


@dataclass(frozen=True, eq=False)
class Reading:
    """`figures` and `tallies` by outcome (killed, injured); empty for a line list. All arrays are as long as `records`.

    `letters` tells the column of a field; `totals` holds the totals row that was kept out: measure -> (number, letter).
    """

    layout: str
    records: pd.DataFrame
    counts: pd.DataFrame
    today: date
    figures: Mapping[str, Figures] = field(default_factory=dict)
    tallies: Mapping[str, Tally] = field(default_factory=dict)
    total: Numbers | None = None
    letters: Mapping[str, str] = field(default_factory=dict)
    origins: Mapping[str, Sequence[str]] = field(default_factory=dict)  # letter -> per record, where it differs
    same_content: np.ndarray | None = None  # per record: position of the first record with the same cells, else -1
    totals: Mapping[str, tuple[float, str]] = field(default_factory=dict)
    totals_row: tuple[str, int] | None = None

    @cached_property
    def _rows(self) -> np.ndarray:
        return self.records["row"].to_numpy()

    def __len__(self) -> int:
        return len(self.records)

    def problem(
        self,
        kind: str,
        position: int,
        field: str | None = None,
        value: Any = None,
        suggestion: Any = None,
        **params: Any,
    ) -> Problem:
        """A finding at one record, with the address of its row and, where the field has one, its column."""
        return Problem(
            kind,
            sheet=str(self.records["sheet"].iat[position]),
            row=int(self._rows[position]),
            column=self._letter(field or "", position),
            field=field,
            value=shown(value),
            suggestion=shown(suggestion),
            params=params,
        )

    def _letter(self, field: str, position: int) -> str | None:
        letter = self.letters.get(field)
        origins = self.origins.get(letter or "")
        return origins[position] if origins else letter

    def row(self, position: int) -> str:
        """The row number as it is put into a sentence: never with a thousands separator."""
        return str(int(self._rows[position]))


def positions(holds: np.ndarray) -> list[int]:
    """Where a condition holds, as plain ints."""
    return [int(at) for at in np.flatnonzero(holds)]


def shown(value: Any) -> str | None:
    """A value as text for a Problem: whole numbers without decimals, dates in ISO form."""
    if value is None:
        return None
    if isinstance(value, float | np.floating):
        return str(int(value)) if float(value).is_integer() else f"{float(value):g}"
    if isinstance(value, np.integer):
        return str(int(value))
    if isinstance(value, pd.Timestamp | np.datetime64):
        return str(pd.Timestamp(value).date())
    return str(value)


def whole(value: float) -> int | float:
    """An int where the number is whole, as sentences and JSON want it."""
    return int(value) if float(value).is_integer() else float(value)
