"""The column that says how exact a date is, or that it is the day of the report: it only ever makes dates coarser."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from data.fields import DATE_ROLES, PRECISIONS
from data.intake.cells import CellProblem
from data.intake.cells.uniques import as_written, different, rows_with
from data.intake.mapping.words import phrases, tokens

# From exact to unknown; a span stands outside: only "unknown" takes its dates away.
_COARSENESS = {name: rank for rank, name in enumerate(("day", "month", "quarter", "year", "unknown"))}
_UNITS = {"month": "M", "quarter": "3M", "year": "Y"}


@dataclass(frozen=True, eq=False)
class ToldPrecision:
    """int8 arrays: precision as code of PRECISIONS, role as code of DATE_ROLES; -1 where nothing is said."""

    precision: np.ndarray
    role: np.ndarray
    problems: list[CellProblem]


def read_precision(words: Sequence[Any]) -> ToldPrecision:
    """Words in any language ("month (end of)", "report date", "ikke oppgitt"); each unknown word is one finding.

    Codes (1, 2, 3) are not understood: only a person can explain them.
    """
    codes, values = different(words)
    precision = np.full(len(values) + 1, -1, dtype=np.int8)
    role = np.full(len(values) + 1, -1, dtype=np.int8)
    problems = []
    for number, value in enumerate(values):
        text = as_written(value)
        meant = _meaning(text)
        if meant in DATE_ROLES:
            role[number] = DATE_ROLES.index(meant)
        elif meant in PRECISIONS:
            precision[number] = PRECISIONS.index(meant)
        elif text:
            problems.append(CellProblem(int(rows_with(codes, [number])[0]), "precision_not_understood", text))
    return ToldPrecision(precision[codes], role[codes], problems)


def _meaning(text: str) -> str | None:
    """A precision or a role; what stands in brackets only explains."""
    known = phrases("values.date_precision")
    for part in (re.sub(r"\(.*?\)", " ", text), text):
        words = tokens(part)
        found = known.exact(words) or {name for match in known.find(words) for name in match.categories}
        if len(found) == 1:
            return next(iter(found))
        if "unknown" in found:
            return "unknown"
    return None


def coarsen(
    first: np.ndarray, last: np.ndarray, precision: np.ndarray, told: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Dates and precision codes with every date widened to the unit that is told, where that unit is wider."""
    first, last, precision = first.copy(), last.copy(), precision.copy()
    rank = np.array([_COARSENESS.get(name, -1) for name in PRECISIONS], dtype=np.int8)
    for name, unit in _UNITS.items():
        wider = (told == PRECISIONS.index(name)) & (rank[precision] >= 0) & (rank[precision] < _COARSENESS[name])
        start = _unit_start(first[wider], unit)
        first[wider] = start.astype("datetime64[s]")
        last[wider] = ((start + (3 if unit == "3M" else 1)).astype("datetime64[D]") - 1).astype("datetime64[s]")
        precision[wider] = PRECISIONS.index(name)
    unknown = told == PRECISIONS.index("unknown")
    first[unknown] = last[unknown] = np.datetime64("NaT", "s")
    precision[unknown] = PRECISIONS.index("unknown")
    return first, last, precision


def _unit_start(days: np.ndarray, unit: str) -> np.ndarray:
    if unit != "3M":
        return days.astype(f"datetime64[{unit}]")
    months = days.astype("datetime64[M]").astype(np.int64)
    return (months - months % 3).astype("datetime64[M]")
