"""Dataset, Frame, Edition: what has been published, as typed frames that are shared and never changed.

Inside a Frame every text, place and link column is a Categorical of str with its values in sorted order, whatever the
size of the data: a place name then costs 1 to 4 bytes per record and a group-by is a bincount. Ids stay str. All
arrays are read-only. Charts sum with the numpy views below (`codes`, `per_count`, `days`, `n`), made once per Frame.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from data.fields import BY_KEY
from data.problems import Problem
from data.typed import COUNT_FIELDS, RECORD_FIELDS, locked, typed

# The day of a date that is not known. Before every real day, so that "from" limits leave it out.
NO_DAY = np.iinfo(np.int32).min


@dataclass(frozen=True)
class Dataset:
    """One source's series. Texts are dicts language -> words; `covered_from` and `covered_to` bound what was searched.

    `definition` says who is a casualty here, `caution` what the figures must not be taken for. `official_scope_of` is
    the key of the dataset whose scope the records' in_official_scope speaks of.
    """

    key: str
    layout: str
    title: dict[str, str]
    counted_by: dict[str, str]
    scope: dict[str, str]
    definition: dict[str, str]
    caution: dict[str, str] = field(default_factory=dict)
    licence: dict[str, str] = field(default_factory=dict)
    publisher: dict[str, str] = field(default_factory=dict)
    contact: str = ""
    source_url: str = ""
    reporting_delay_days: int = 0
    covered_from: date | None = None
    covered_to: date | None = None
    official_scope_of: str | None = None


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file that records of a version come from: `record_count` of them, from position `first` on. Size in bytes."""

    file_name: str
    size: int
    sha256: str
    first: int
    record_count: int


class Codes(NamedTuple):
    """A column as numbers: `values[codes[i]]` is the value of row i. A code is never negative."""

    codes: np.ndarray
    values: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Frame:
    """One published version of a dataset. `records` and `counts` have the columns of data.fields, in that order.

    `version` counts from 1 within the dataset; `published_at` (UTC) and `published_by` are those of the first edition
    that held it. counts.record is the position in records. `files` are those that the records come from, in their
    order; file_name and sha256 are those of the one that was read for this version.
    """

    dataset: Dataset
    version: int
    file_name: str
    sha256: str
    note: str
    published_at: datetime
    published_by: str
    records: pd.DataFrame
    counts: pd.DataFrame
    problems: tuple[Problem, ...] = ()
    files: tuple[SourceFile, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "records", typed(self.records, RECORD_FIELDS))
        object.__setattr__(self, "counts", typed(self.counts, COUNT_FIELDS))

    def __len__(self) -> int:
        return len(self.records)

    @cached_property
    def record(self) -> np.ndarray:
        """For each count, the position of its record (intp)."""
        return locked(self.counts["record"].to_numpy(dtype=np.intp))

    @cached_property
    def n(self) -> np.ndarray:
        """For each count, how many people (float64)."""
        return locked(self.counts["n"].to_numpy(dtype=np.float64))

    @cached_property
    def ranged(self) -> bool:
        """Whether any count is a range or a minimum, so that sums read "at least"."""
        return bool(self.counts[["n_min", "n_max"]].notna().to_numpy().any())

    def codes(self, key: str) -> Codes:
        """The column of a category, text, place or link field, one code per row of the table the field lives in."""
        return self._kept(("codes", key), lambda: self._codes(key))

    def per_count(self, key: str) -> np.ndarray:
        """The codes of a field, one per count: those of a record are repeated for each of its counts."""
        if BY_KEY[key].table == "counts":
            return self.codes(key).codes
        return self._kept(("per_count", key), lambda: locked(self.codes(key).codes[self.record]))

    def days(self, key: str) -> np.ndarray:
        """A date field as int32 days since 1970-01-01, one per record; NO_DAY where the date is not known."""
        return self._kept(("days", key), lambda: whole_days(self.records[key]))

    def days_per_count(self, key: str) -> np.ndarray:
        return self._kept(("days_per_count", key), lambda: locked(self.days(key)[self.record]))

    @cached_property
    def positions(self) -> dict[str, int]:
        """record_id -> position of the record."""
        return {record_id: position for position, record_id in enumerate(self.records["record_id"])}

    @cached_property
    def _views(self) -> dict[tuple[str, str], Any]:
        return {}

    def _kept(self, name: tuple[str, str], make: Callable[[], Any]) -> Any:
        """Two threads may both make a view; they make the same one, so no lock is needed."""
        if name not in self._views:
            self._views[name] = make()
        return self._views[name]

    def _codes(self, key: str) -> Codes:
        table = self.counts if BY_KEY[key].table == "counts" else self.records
        column = table[key].array
        return Codes(locked(column.codes), tuple(column.categories))


@dataclass(frozen=True, eq=False)
class Edition:
    """The numbered state of the whole site: one Frame per dataset key, the awareness text per language (Markdown)."""

    number: int
    published_at: datetime
    note: str
    frames: dict[str, Frame]
    texts: dict[str, str]
    published_by: str = ""


def whole_days(column: pd.Series) -> np.ndarray:
    """A date column as int32 days since 1970-01-01; NO_DAY where the date is not known."""
    days = column.to_numpy(dtype="datetime64[D]")
    return locked(np.where(np.isnat(days), NO_DAY, days.astype(np.int64)).astype(np.int32))
