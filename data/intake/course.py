"""How the figures of an intake run through time: bars as wide as the time they cover, or the points of statements."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

import numpy as np
import pandas as pd

from data.intake.reading import positions, whole
from data.intake.result import Intake
from data.intake.sums import main_statements, per_record, stated

Number = int | float | None
Form = Literal["month", "year", "span", "point", "none"]
OUTCOMES = ("killed", "injured")
# More months than this are drawn by year.
_MOST_MONTHS = 36
# The share of the dated records that must fit months or years; totals of periods are left as they are sooner.
_FITTING = {False: 0.5, True: 0.9}
# More periods or statements than this cannot be told apart in a small chart: the newest are drawn.
_MOST_DRAWN = 80


@dataclass(frozen=True, slots=True)
class Step:
    """One bar or point, of `records` records. None: none of them has the figure. A point begins and ends on one day."""

    start: date
    end: date
    killed: Number
    injured: Number
    records: int


@dataclass(frozen=True, slots=True)
class Course:
    """`outside` counts the records that are in none of the steps: undated, or over more time than a step covers."""

    form: Form
    steps: tuple[Step, ...] = ()
    outside: int = 0


def course(intake: Intake) -> Course:
    """Months, years where there are too many, the periods themselves where they fit neither, or statements.

    Running totals are points and never added up; nothing is spread over the days of a span.
    """
    if intake.layout is None or not len(intake.records):
        return Course("none")
    if intake.layout == "running_totals":
        return _points(intake)
    begins, ends = _days(intake)
    dated = ~pd.isna(begins) & ~pd.isna(ends)
    if not dated.any():
        return Course("none", outside=len(intake.records))
    months = pd.period_range(begins[dated].min(), ends[dated].max(), freq="M")
    for form, code, most in (("month", "M", _MOST_MONTHS), ("year", "Y", len(months))):
        first, last = (pd.PeriodIndex(days, freq=code) for days in (begins, ends))
        within = np.asarray(first == last) & dated
        if len(months) <= most and within.sum() > _FITTING[intake.layout == "period_totals"] * dated.sum():
            return _bins(intake, form, first, within)  # type: ignore[arg-type]
    return _spans(intake, begins, ends, dated)


def _days(intake: Intake) -> tuple[np.ndarray, np.ndarray]:
    """First and last day of each record; an accident that lasted longer belongs to the day on which it began."""
    records = intake.records
    begins, ends = records["date_from"].to_numpy(), records["date_to"].to_numpy()
    began = (intake.layout == "incident_list") & (records["date_precision"] == "span").to_numpy()
    return begins, np.where(began, begins, ends)


def _bins(intake: Intake, form: Form, first: pd.PeriodIndex, within: np.ndarray) -> Course:
    """Every bin from the first to the last, so that empty ones are seen; a bin without records has no figure."""
    held = pd.Series(first[within]).value_counts()
    bins = pd.period_range(min(held.index), max(held.index), freq=first.freq)
    sums = {outcome: _sums(intake, outcome, first, within) for outcome in OUTCOMES}
    steps = (
        Step(
            each.start_time.date(), each.end_time.date(), sums["killed"].get(each), sums["injured"].get(each),
            int(held.get(each, 0)),
        )
        for each in bins
    )  # fmt: skip
    return Course(form, tuple(steps), int((~within).sum()))


def _sums(intake: Intake, outcome: str, first: pd.PeriodIndex, within: np.ndarray) -> dict[pd.Period, Number]:
    told = within & (intake.records[f"{outcome}_basis"] != "not_recorded").to_numpy()
    summed = pd.Series(per_record(intake, outcome)[told]).groupby(first[told]).sum()
    return {period: whole(float(n)) for period, n in summed.items()}  # type: ignore[misc]


def _spans(intake: Intake, begins: np.ndarray, ends: np.ndarray, dated: np.ndarray) -> Course:
    """One bar for all records of one period; those of overlapping periods stand as they are."""
    frame = pd.DataFrame({"begins": begins[dated], "ends": ends[dated]})
    for outcome in OUTCOMES:
        told = (intake.records[f"{outcome}_basis"] != "not_recorded").to_numpy()
        frame[outcome] = np.where(told, per_record(intake, outcome), np.nan)[dated]
    grouped = frame.groupby(["begins", "ends"])
    table = grouped[list(OUTCOMES)].sum(min_count=1).assign(records=grouped.size())
    drawn = table.tail(_MOST_DRAWN)
    days = ((start.date(), end.date()) for start, end in drawn.index.tolist())
    figures = zip(*(drawn[key].tolist() for key in (*OUTCOMES, "records")), strict=True)
    steps = (
        Step(start, end, _number(killed), _number(injured), int(records))
        for (start, end), (killed, injured, records) in zip(days, figures, strict=True)
    )
    return Course("span", tuple(steps), len(intake.records) - int(drawn["records"].sum()))


def _points(intake: Intake) -> Course:
    """The statements of the main scope, by day."""
    ends = intake.records["date_to"].to_numpy()
    figures = {outcome: stated(intake, outcome) for outcome in OUTCOMES}
    given = ~np.isnan(figures["killed"]) | ~np.isnan(figures["injured"])
    fitting = sorted(positions(main_statements(intake) & ~np.isnat(ends) & given), key=lambda at: (ends[at], at))
    steps = (
        Step(day, day, _number(figures["killed"][at]), _number(figures["injured"][at]), 1)
        for at, day in ((at, pd.Timestamp(ends[at]).date()) for at in fitting[-_MOST_DRAWN:])
    )
    found = tuple(steps)
    return Course("point" if found else "none", found, len(intake.records) - len(found))


def _number(value: float) -> Number:
    return None if np.isnan(value) else whole(float(value))
