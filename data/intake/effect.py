"""What an intake comes to, in few figures: what a person looks at when a choice is changed."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from data.intake.course import Course, course
from data.intake.result import Intake
from data.intake.sums import bounds, latest, outcome_sum

Number = int | float | None
NO_COURSE = Course("none")


@dataclass(frozen=True, slots=True)
class Figure:
    """A sum. `n` None: no row records it. `without`: records that do not record it (the sum is then a minimum).

    `partial`: records of which only some of the parts are known. `low` and `high` where ranges were given; `high` None
    with a `low`: one of them is open above.
    """

    n: Number = None
    low: Number = None
    high: Number = None
    without: int = 0
    partial: int = 0

    @property
    def at_least(self) -> bool:
        return self.n is not None and bool(self.without or self.partial or (self.low is not None and self.high is None))


@dataclass(frozen=True, slots=True)
class Effect:
    """`killed` and `injured` are sums, save for running totals: there they are those of `as_of`, the latest statement.

    `casualties` are what that statement says of both together. `unknown_outcome` and `not_split` are None where the
    file has no such thing. `rows` are the data rows of the table, `left_out` those that are no records.
    """

    layout: str | None
    rows: int
    records: int
    left_out: int
    killed: Figure
    injured: Figure
    unknown_outcome: Number
    not_split: Number
    first: date | None
    last: date | None
    undated: int
    as_of: date | None = None
    casualties: Number = None
    course: Course = NO_COURSE


def effect(intake: Intake) -> Effect:
    """The figures of an intake; of a refused one there are none."""
    running = intake.layout == "running_totals"
    newest = latest(intake) if running else None
    counted = intake.layout is not None and not running
    records = intake.records
    return Effect(
        layout=intake.layout,
        rows=intake.rows,
        records=len(records),
        left_out=len(intake.excluded),
        killed=_figure(intake, "killed") if counted else Figure((newest or {}).get("killed")),
        injured=_figure(intake, "injured") if counted else Figure((newest or {}).get("injured")),
        unknown_outcome=outcome_sum(intake, "unknown_outcome") if counted else None,
        not_split=outcome_sum(intake, "not_split") if counted else None,
        first=_day(records["date_from"].min()) if len(records) else None,
        last=_day(records["date_to"].max()) if len(records) else None,
        undated=int(records["date_from"].isna().sum()) if len(records) else 0,
        as_of=date.fromisoformat(newest["as_of"]) if newest else None,
        casualties=newest["casualties"] if newest else None,
        course=course(intake),
    )


def _figure(intake: Intake, outcome: str) -> Figure:
    basis = np.asarray(intake.records[f"{outcome}_basis"])
    low, high = bounds(intake, outcome)
    without, partial = int((basis == "not_recorded").sum()), int((basis == "partial").sum())
    return Figure(outcome_sum(intake, outcome), low, high, without, partial)


def _day(moment: Any) -> date | None:
    return None if pd.isna(moment) else pd.Timestamp(moment).date()


# What is compared before and after a change, in the order in which it is said.
COMPARED = (
    "records",
    "as_of",
    "killed",
    "injured",
    "unknown_outcome",
    "not_split",
    "first",
    "last",
    "undated",
    "left_out",
)


def figures(found: Effect) -> dict[str, Any]:
    """The effect as JSON values, to be kept and compared: dates in ISO form, None where there is nothing.

    `at_least` names the outcomes whose figure is a minimum.
    """
    values = {name: getattr(found, name) for name in ("layout", *COMPARED)}
    minimums = [outcome for outcome in ("killed", "injured") if values[outcome].at_least]
    values |= {outcome: values[outcome].n for outcome in ("killed", "injured")}
    told = {name: value.isoformat() if isinstance(value, date) else value for name, value in values.items()}
    return {**told, "at_least": minimums}
