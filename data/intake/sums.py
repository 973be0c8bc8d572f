"""What the counts of an intake come to: sums that are missing where nothing was recorded, never zero instead."""

from collections import Counter
from typing import Any

import numpy as np
import pandas as pd

from data.intake.reading import positions, whole
from data.intake.result import Intake
from data.intake.validation.statements import series

Number = int | float | None


def outcome_sum(intake: Intake, key: str) -> Number:
    """killed, injured, unknown_outcome or not_split; None where no row of the file records it."""
    outcome = "unknown" if key == "unknown_outcome" else key
    rows = intake.counts["outcome"] == outcome
    if not recorded(intake, outcome) and not rows.any():
        return None
    return whole(float(intake.counts.loc[rows, "n"].sum()))


def recorded(intake: Intake, outcome: str) -> bool:
    """Does any row of the file say how many there were, be it none?"""
    if outcome in ("killed", "injured"):
        return bool((intake.records[f"{outcome}_basis"] != "not_recorded").any())
    if outcome == "unknown":
        return intake.layout == "line_list"
    return "stated_total" in intake.mapping


def bounds(intake: Intake, outcome: str) -> tuple[Number, Number]:
    """Sums of the lower and of the upper bounds; None without ranges, and for an upper bound that is open."""
    rows = intake.counts[intake.counts["outcome"] == outcome]
    n, low, high = (rows[key].to_numpy() for key in ("n", "n_min", "n_max"))
    if np.isnan(low).all() and np.isnan(high).all():
        return None, None
    open_above = bool((~np.isnan(low) & np.isnan(high)).any())
    lowest = float(np.where(np.isnan(low), n, low).sum())
    return whole(lowest), None if open_above else whole(float(np.where(np.isnan(high), n, high).sum()))


def by_month(intake: Intake) -> dict[str, dict[str, Number]]:
    """YYYY-MM -> killed, injured. None where no record of the month has a figure.

    Records that lie within one month, and accidents and attacks that began in it on a known day or month. Totals of a
    period that reaches over months, and what is known only to the quarter or year, are in none.
    """
    records = intake.records
    begins, ends = records["date_from"], records["date_to"]
    months = begins.dt.strftime("%Y-%m")
    began = (intake.layout == "incident_list") & (records["date_precision"] == "span")
    within = (begins.notna() & ((months == ends.dt.strftime("%Y-%m")) | began)).to_numpy()
    found: dict[str, dict[str, Number]] = {month: {} for month in sorted(months[within].unique())}
    for outcome in ("killed", "injured"):
        told = (records[f"{outcome}_basis"] != "not_recorded").to_numpy() & within
        sums = pd.Series(per_record(intake, outcome)[told]).groupby(months.to_numpy()[told]).sum()
        for month, sum_ in found.items():
            sum_[outcome] = whole(float(sums[month])) if month in sums.index else None
    return found


def per_record(intake: Intake, outcome: str) -> np.ndarray:
    rows = intake.counts[intake.counts["outcome"] == outcome]
    return np.bincount(rows["record"], weights=rows["n"], minlength=len(intake.records))


def latest(intake: Intake) -> dict[str, Any] | None:
    """The last dated statement of the main scope; of several of one day that with most figures, then the last row.

    None where no scope and place has more than half of the statements: the last of one country is not that of all.
    """
    of_main = main_statements(intake)
    if not of_main.any():
        return None
    figures = {outcome: stated(intake, outcome) for outcome in ("killed", "injured")}
    figures["casualties"] = _casualties(intake, figures["killed"], figures["injured"])
    given = np.sum([~np.isnan(values) for values in figures.values()], axis=0)
    ends = intake.records["date_to"].to_numpy()
    fitting = positions(~np.isnat(ends) & of_main & (given > 0))
    if not fitting:
        return None
    at = max(fitting, key=lambda at: (ends[at], given[at], at))
    numbers = {name: None if np.isnan(values[at]) else whole(float(values[at])) for name, values in figures.items()}
    return {"as_of": str(ends[at].astype("datetime64[D]")), **numbers}


def main_statements(intake: Intake) -> np.ndarray:
    """Per record: is it of the scope and place that more than half of the statements are of? All False without one."""
    records = intake.records
    about = series(records)
    scope = intake.mapping.get("scope")
    of_main = np.ones(len(records), dtype=bool)
    if scope is not None and scope.confidence > 0.5 and len(records):  # a column of scopes, not one of series
        of_main = (records["scope"] == records["scope"].mode().iloc[0]).to_numpy()
    main, most = Counter(about[of_main].tolist()).most_common(1)[0] if of_main.any() else ("", 0)
    if most * 2 <= of_main.sum():
        return np.zeros(len(records), dtype=bool)
    return about == main


def stated(intake: Intake, outcome: str) -> np.ndarray:
    """Per record the figure of the outcome; missing where only some of its parts are known."""
    complete = intake.records[f"{outcome}_basis"].isin(("stated", "parts")).to_numpy()
    return np.where(complete, per_record(intake, outcome), np.nan)


def _casualties(intake: Intake, killed: np.ndarray, injured: np.ndarray) -> np.ndarray:
    total = intake.records["stated_total"].to_numpy()
    return np.where(np.isnan(total), killed + injured, total)
