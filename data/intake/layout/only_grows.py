"""Running totals by their behaviour: in order of time the counts only grow."""

from collections.abc import Sequence

import numpy as np

from data.intake.layout.sign import Sign
from data.intake.mapping.choice import Choice
from data.intake.mapping.columns import Column

# With 8 rows a chance order never falls in 90 % of its steps (1 in 40,000 for all seven rising); with fewer we ask.
ENOUGH_ROWS = 8
FEWEST_ROWS = 4
STEPS_UP = 0.9
RANK_AGREEMENT = 0.95


# What a row about one accident tells; a series that has one value for all its rows tells nothing by it.
_OF_ONE_ACCIDENT = ("place", "district", "device", "activity", "incident_id", "latitude")


def sign(choice: Choice) -> Sign | None:
    """Every outcome that has figures enough must behave so; a span in two columns speaks against it.

    Without dates the order of the rows is taken for the order of time, and a person is asked; so they are where
    places, devices or activities differ from row to row, for those may be accidents that happen to grow.
    """
    if choice.when.form == "span":
        return None
    columns, dates = measured(choice), moments(choice)
    verdicts = [_grows(column, dates) for column in columns]
    told = [verdict for verdict in verdicts if verdict is not None]
    if not told or not all(grows for grows, _ in told):
        return None
    accidents = [field for field in _OF_ONE_ACCIDENT if field in choice.fields and _differs(choice.fields[field][0])]
    enough = max(seen for _, seen in told) >= ENOUGH_ROWS and choice.when.read is not None and not accidents
    likely = "running_totals"
    if not enough:
        likely = "incident_list" if len(accidents) > 1 else "period_totals" if whole_periods(choice) else likely
    return Sign(likely, "only_grows", certain=enough, evidence=evidence(columns))


def measured(choice: Choice) -> list[Column]:
    """The columns of figures that must grow: the wholes, or where there is none the parts."""
    columns = [each.whole for each in (choice.killed, choice.injured, choice.total) if each.whole is not None]
    return columns or [part.column for each in (choice.killed, choice.injured) for part in each.parts]


def moments(choice: Choice) -> np.ndarray:
    """When each row is; without dates its place among the rows."""
    if choice.when.read is not None:
        return np.asarray(choice.when.read.date_from)
    return np.arange(len(choice.columns[0].cells)).astype("datetime64[D]")


def evidence(columns: Sequence[Column]) -> tuple[str, ...]:
    """Headings and letters, for the person who is asked."""
    return tuple(f"{column.heading} ({column.letter})" for column in columns)


def _differs(column: Column) -> bool:
    return len(column.unique) > 1


def whole_periods(choice: Choice) -> bool:
    """Months, quarters or years: a few that grow are likelier a bad time than a running total."""
    read = choice.when.read
    return read is not None and bool(np.mean(np.asarray(read.precision.isin(("month", "quarter", "year")))) >= 0.9)


def _grows(column: Column, dates: np.ndarray) -> tuple[bool, int] | None:
    """Does it only grow, and over how many rows; None when there is too little to see."""
    given = np.flatnonzero(~np.isnan(column.counts.n) & ~np.isnat(dates))
    values = column.counts.n[given[np.argsort(dates[given], kind="stable")]]
    times = np.sort(dates[given])
    if len(values) < FEWEST_ROWS or len(np.unique(values)) < FEWEST_ROWS or len(np.unique(times)) < 0.7 * len(times):
        return None
    steps = np.diff(values)
    up = float(np.mean(steps >= 0))
    agreement = float(np.corrcoef(_ranks(values), np.arange(len(values)))[0, 1])
    if len(values) < ENOUGH_ROWS:
        return bool(up == 1.0), len(values)
    return up >= STEPS_UP and agreement >= RANK_AGREEMENT, len(values)


def _ranks(values: np.ndarray) -> np.ndarray:
    """Ranks with ties at their mean."""
    _, inverse, counts = np.unique(values, return_inverse=True, return_counts=True)
    ends = np.cumsum(counts)
    return (ends - (counts - 1) / 2.0)[inverse]
