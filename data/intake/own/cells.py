"""The cells of our own files: ISO days, plain numbers, keys of the vocabulary; what is something else is a finding."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from data.fields import BY_KEY, NOT_STATED
from data.intake.mapping.columns import Column
from data.intake.records.frames import BLANK_CATEGORY
from data.intake.records.source import Source
from data.problems import Problem

# Before a text that a spreadsheet would take for a formula stands an apostrophe (exports/csv.py).
_DEFUSED = r"^'(?=\s*[=+\-@＝＋－＠]|[\t\r\n])"


@dataclass(frozen=True, eq=False)
class Cells:
    """The columns of a table by name, read one at a time; `problems` are the findings so far."""

    source: Source
    columns: dict[str, Column]
    problems: list[Problem] = field(default_factory=list)

    @property
    def size(self) -> int:
        return len(self.source.rows)

    def text(self, key: str) -> pd.Series:
        if key not in self.columns:
            return pd.Series([""] * self.size, dtype="str")
        return self.columns[key].text.str.replace(_DEFUSED, "", regex=True)

    def number(self, key: str) -> np.ndarray:
        """float64, NaN where blank."""
        text = self.text(key)
        read = pd.to_numeric(text.str.replace(",", ".", regex=False), errors="coerce").to_numpy(dtype=np.float64)
        read = np.where(np.isfinite(read) & (read >= 0), read, np.nan)
        self._unread("not_a_count", key, text, np.isnan(read))
        return read

    def day(self, key: str) -> np.ndarray:
        """datetime64[s], NaT where blank."""
        text = self.text(key)
        read = pd.to_datetime(text.str.slice(0, 10), format="%Y-%m-%d", errors="coerce").to_numpy("datetime64[s]")
        self._unread("not_a_date", key, text, np.isnat(read))
        return read

    def category(self, key: str) -> Any:
        text, allowed = self.text(key), list(BY_KEY[key].categories)
        codes = pd.Index(allowed).get_indexer(pd.Index(text))
        missing = codes < 0
        self._unread("word_not_understood", key, text, missing, count=1)
        blank = allowed.index(BLANK_CATEGORY.get(key, NOT_STATED))
        return pd.Categorical.from_codes(np.where(missing, blank, codes), categories=pd.Index(allowed))

    def _unread(self, kind: str, key: str, text: pd.Series, missing: np.ndarray, **params: Any) -> None:
        unread = np.flatnonzero(missing & (text != "").to_numpy())
        self.problems.extend(self._found(kind, key, text, unread, params))

    def _found(
        self, kind: str, key: str, text: pd.Series, places: Sequence[int] | np.ndarray, params: dict[str, Any]
    ) -> Iterator[Problem]:
        for at in map(int, places):
            yield Problem(
                kind, self.source.sheets[at], int(self.source.rows[at]), self.columns[key].letter_at(at), key,
                str(text.iat[at]), None, params,
            )  # fmt: skip
