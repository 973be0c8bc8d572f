"""Counts published for spans of time: each span with its own length, never spread over months."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from data.frame import Edition, Frame
from data.summaries.amounts import Amount, record_amounts
from data.summaries.columns import AFTER_ALL, BEFORE_ALL, EPOCH, NOT_SPLIT, columns_of
from data.summaries.selected import Selected


@dataclass(frozen=True, slots=True)
class Period:
    """One span, both ends included. `not_split`: casualties of whom killed or injured is not said."""

    record_id: str
    start: date
    end: date
    killed: Amount
    injured: Amount
    not_split: float
    counted_by: str
    outlet: str
    link: str

    @property
    def days(self) -> int:
        return (self.end - self.start).days + 1


def periods_frame(edition: Edition) -> Frame | None:
    """The dataset of period totals, None where the edition has none."""
    return next((frame for frame in edition.frames.values() if frame.dataset.layout == "period_totals"), None)


def periods(frame: Frame, selected: Selected, status: frozenset[str] = frozenset()) -> tuple[Period, ...]:
    """The dated spans that lie wholly inside the selection's period, by their start; `status` narrows whom they count.

    A span that only touches the period is left out and counted in selected.left_out.partly_inside.
    """
    records, columns = frame.records, columns_of(frame)
    killed, injured = (record_amounts(frame, outcome, status) for outcome in ("killed", "injured"))
    not_split = columns.per_record[:, NOT_SPLIT]
    text = {name: records[name].tolist() for name in ("record_id", "counted_by", "reported_in", "source_url")}
    start, end = columns.start, columns.end
    found = []
    for i in range(columns.size) if selected.asked is None else np.flatnonzero(selected.asked).tolist():
        if start[i] == BEFORE_ALL or end[i] == AFTER_ALL:
            continue
        found.append(
            Period(
                record_id=text["record_id"][i],
                start=EPOCH + timedelta(days=int(start[i])),
                end=EPOCH + timedelta(days=int(end[i])),
                killed=killed[i],
                injured=injured[i],
                not_split=0.0 if status else float(not_split[i]),
                counted_by=text["counted_by"][i],
                outlet=text["reported_in"][i],
                link=text["source_url"][i],
            )
        )
    return tuple(sorted(found, key=lambda period: (period.start, period.end)))
