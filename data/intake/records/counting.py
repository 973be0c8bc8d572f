"""From figures to counts: rows that add up to exactly what the table says, with a remainder for what it leaves open."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from data.fields import BY_KEY, NOT_STATED
from data.intake.records.figures import Figures, Numbers, Tally

ATTRIBUTES = ("status", "sex", "age_group")


@dataclass(slots=True)
class CountRows:
    """Counts being collected, one block of equal attributes after another."""

    records: list[np.ndarray] = field(default_factory=list)
    codes: dict[str, list[np.ndarray]] = field(default_factory=lambda: {key: [] for key in ("outcome", *ATTRIBUTES)})
    numbers: dict[str, list[np.ndarray]] = field(default_factory=lambda: {key: [] for key in ("n", "n_min", "n_max")})

    def add(
        self, where: np.ndarray, outcome: str | np.ndarray, numbers: Numbers, attributes: Mapping[str, str | np.ndarray]
    ) -> None:
        """Count `numbers` for the rows where `where` holds; an attribute is one category or one per row."""
        positions = np.flatnonzero(where)
        if not len(positions):
            return
        self.records.append(positions.astype(np.int32))
        for key in ("outcome", *ATTRIBUTES):
            value = outcome if key == "outcome" else attributes.get(key, NOT_STATED)
            self.codes[key].append(_codes(key, value, positions))
        for key in ("n", "n_min", "n_max"):
            self.numbers[key].append(getattr(numbers, key)[positions])

    def frame(self) -> pd.DataFrame:
        """The counts frame, in the order of its records."""
        if not self.records:
            return self._frame(np.array([], dtype=np.int32), slice(None))
        record = np.concatenate(self.records)
        return self._frame(record, np.argsort(record, kind="stable"))

    def _frame(self, record: np.ndarray, order: np.ndarray | slice) -> pd.DataFrame:
        columns: dict[str, object] = {"record": record[order]}
        for key, blocks in self.codes.items():
            codes = np.concatenate(blocks)[order] if blocks else np.array([], dtype=np.int8)
            columns[key] = pd.Categorical.from_codes(codes, categories=pd.Index(BY_KEY[key].categories))
        for key, blocks in self.numbers.items():
            columns[key] = np.concatenate(blocks)[order] if blocks else np.array([], dtype=np.float64)
        return pd.DataFrame(columns)


def _codes(key: str, value: str | np.ndarray, positions: np.ndarray) -> np.ndarray:
    categories = BY_KEY[key].categories
    if isinstance(value, str):
        return np.full(len(positions), categories.index(value), dtype=np.int8)
    return value[positions].astype(np.int8)


def add_outcome(
    counts: CountRows, figures: Figures, tallied: Tally, everyone: Mapping[str, np.ndarray], row_split: np.ndarray
) -> None:
    """The counts of one outcome: its parts, then the remainder to the whole.

    `everyone` holds per attribute the category codes that the row says of all its people; they do not hold for the
    remainder of a row that is split (`row_split`), whose people are then not stated.
    """
    rows = len(tallied.value)
    used = np.zeros(rows)
    for part in figures.parts:
        with_figure = tallied.split & (np.nan_to_num(part.numbers.n) > 0)
        attributes: dict[str, str | np.ndarray] = {
            **_but_split(everyone, row_split),
            **figures.fixed,
            **part.attributes,
        }
        counts.add(with_figure, figures.outcome, part.numbers, attributes)
        used += np.where(tallied.split, np.nan_to_num(part.numbers.n), 0.0)
    rest = np.where(np.isnan(tallied.value), 0.0, tallied.value) - used
    whole = figures.whole or Numbers.blank(rows)
    ranged = whole.ranged & whole.given
    numbers = Numbers(rest, np.where(ranged, whole.n_min, np.nan), np.where(ranged, whole.n_max, np.nan))
    kept = (rest > 1e-9) | (ranged & (np.nan_to_num(whole.n_max) > 0))
    counts.add(kept, figures.outcome, numbers, {**_but_split(everyone, row_split), **figures.fixed})


def _but_split(everyone: Mapping[str, np.ndarray], row_split: np.ndarray) -> dict[str, np.ndarray]:
    """What the row says of all its people; the status is left open where the row has a split of its own."""
    open_status = BY_KEY["status"].categories.index(NOT_STATED)
    return {
        key: np.where(row_split, open_status, codes) if key == "status" else codes for key, codes in everyone.items()
    }


def add_not_split(
    counts: CountRows, total: Numbers, tallies: Sequence[Tally], everyone: Mapping[str, np.ndarray]
) -> None:
    """Casualties of a stated total that killed and injured leave open.

    Nothing is left open where both are stated: a difference is then a contradiction, and a finding.
    """
    rest = total.n.copy()
    known = np.ones(len(rest), dtype=bool)
    for each in tallies:
        rest = rest - np.nan_to_num(each.value)
        known &= np.isin(each.basis, ("stated", "parts"))
    kept = total.given & ~known & (rest > 1e-9)
    nothing_else = np.all([np.isnan(each.value) for each in tallies], axis=0) if tallies else np.ones(len(rest), bool)
    bounds = [np.where(nothing_else, bound, np.nan) for bound in (total.n_min, total.n_max)]
    counts.add(kept, "not_split", Numbers(rest, *bounds), everyone)


def splits(figures: Sequence[Figures]) -> np.ndarray | None:
    """Rows in which any column that splits by status is filled; None when the table has no such column."""
    filled = [part.numbers.given for each in figures for part in each.parts if "status" in part.attributes]
    return np.any(filled, axis=0) if filled else None
