"""What differs between two records that speak of one incident, period or statement, field by field."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from data.comparison.codes import PLAIN, SPELLINGS, count_codes, field_codes, spelling_codes
from data.fields import BY_KEY, OUTCOMES
from data.frame import Frame
from data.summaries.columns import columns_of

# How many killed, injured, unknown and not split; "split": the same sums, broken down otherwise (by status, sex, age).
FIGURES = (*OUTCOMES, "split")


@dataclass(frozen=True, slots=True)
class Difference:
    """One field of two records. Values are str, float, date or None (nothing stated); of "split" they are empty."""

    field: str
    before: Any
    after: Any


class Differences:
    """What differs between records `mine` of `before` and `theirs` of `after`, pair by pair (position arrays)."""

    def __init__(self, before: Frame, after: Frame, mine: np.ndarray, theirs: np.ndarray) -> None:
        self._frames = (before, after)
        self._pairs = (mine, theirs)
        self._differs = _masks(before, after, mine, theirs + len(before))

    def __len__(self) -> int:
        return len(self._pairs[0])

    @property
    def by_field(self) -> dict[str, int]:
        """Field -> number of pairs that differ in it; fields in which none differs are left out."""
        counted = {field: int(np.count_nonzero(mask)) for field, mask in self._differs.items()}
        return {field: count for field, count in counted.items() if count}

    def of(self, pair: int) -> list[Difference]:
        """The differences of one pair, figures first."""
        return [self._difference(field, pair) for field, mask in self._differs.items() if mask[pair]]

    def _difference(self, field: str, pair: int) -> Difference:
        if field == "split":
            return Difference(field, "", "")
        left, right = (value(frame, int(at[pair]), field) for frame, at in zip(self._frames, self._pairs, strict=True))
        return Difference(field, left, right)


def value(frame: Frame, position: int, field: str) -> Any:
    """What a record states: text ("" for none), number or day (None for none). Killed and injured may be unrecorded."""
    if field in OUTCOMES:
        number = float(columns_of(frame).per_record[position, OUTCOMES.index(field)])
        silent = f"{field}_basis" in frame.records and frame.records[f"{field}_basis"].iloc[position] == "not_recorded"
        return None if silent and not number else number
    found = frame.records[field].iloc[position]
    match BY_KEY[field].kind:
        case "date":
            return None if pd.isna(found) else found.date()
        case "number":
            return None if pd.isna(found) else float(found)
    return str(found)


def _masks(before: Frame, after: Frame, mine: np.ndarray, theirs: np.ndarray) -> dict[str, np.ndarray]:
    """Field -> per pair whether it differs. `theirs` are positions behind those of `before`."""

    def unlike(codes: np.ndarray) -> np.ndarray:
        return codes[mine] != codes[theirs]

    sums = np.concatenate([columns_of(frame).per_record for frame in (before, after)])
    masks = {}
    for o, outcome in enumerate(OUTCOMES):
        masks[outcome] = sums[mine, o] != sums[theirs, o]
        if outcome in ("killed", "injured"):
            masks[outcome] = masks[outcome] | _newly_said(before, after, outcome, mine, theirs)
    masks["split"] = unlike(count_codes(before, after)) & ~np.any([masks[outcome] for outcome in OUTCOMES], axis=0)
    masks |= {key: unlike(field_codes(before, after, key)) for key in PLAIN if not key.endswith("_basis")}
    masks |= {key: unlike(spelling_codes(before, after, key)) for key in SPELLINGS}
    return masks


def _newly_said(before: Frame, after: Frame, outcome: str, mine: np.ndarray, theirs: np.ndarray) -> np.ndarray:
    """Where one of the two does not record the figure: not recorded is not 0."""
    silent = np.concatenate(
        [(frame.records[f"{outcome}_basis"] == "not_recorded").to_numpy() for frame in (before, after)]
    )
    return silent[mine] != silent[theirs]
