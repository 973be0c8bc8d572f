"""The figures that statements give, each as a line of its own: totals, wholes, civilian and military parts."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from data.intake.reading import Reading


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """One figure through all statements. `field` names it; `letter` is its column in the spreadsheet."""

    field: str
    values: np.ndarray


@dataclass(frozen=True, slots=True, eq=False)
class Statements:
    """Running totals made ready to compare: when, by whom, for whom, and their lines. Times are NaT where undated."""

    begins: np.ndarray
    ends: np.ndarray
    since: np.ndarray
    counter: np.ndarray
    scope: np.ndarray
    lines: list[Line]


def statements(reading: Reading) -> Statements:
    """What may be compared: only complete figures, never sums of some of the parts."""
    lines = []
    if reading.total is not None:
        lines.append(Line("stated_total", reading.total.n))
    for outcome, figures in reading.figures.items():
        tallied = reading.tallies[outcome]
        complete = np.isin(tallied.basis, ("stated", "parts"))
        lines.append(Line(outcome, np.where(complete, tallied.value, np.nan)))
        for part in figures.parts:
            if "status" in part.attributes:
                lines.append(Line(f"{outcome}.{part.attributes['status']}", part.numbers.n))
    records = reading.records
    return Statements(
        begins=records["date_from"].to_numpy(),
        ends=records["date_to"].to_numpy(),
        since=records["since"].to_numpy(),
        counter=records["counted_by"].to_numpy(dtype=object),
        scope=series(records),
        lines=lines,
    )


def series(records: pd.DataFrame) -> np.ndarray:
    """Per record whom and where its figures are about: only statements of one series can be compared."""
    scope, district, place = (records[key].astype("str") for key in ("scope", "district", "place"))
    return (scope + "\x1f" + district + "\x1f" + place).to_numpy(dtype=object)
