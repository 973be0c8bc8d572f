"""The records behind what is shown, a page at a time: public columns only, in any order, fast over a million."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from data.fields import OUTCOMES, STATUSES
from data.frame import Frame
from data.selection import Selection
from data.summaries.amounts import NOT_RECORDED, Amount
from data.summaries.columns import Columns, columns_of
from data.summaries.ranking import page_of, ranks_of
from data.summaries.selected import select

SORTS = ("date", "district", "place", "killed", "injured", "device", "activity", "outlet")
# Where an order is called otherwise than its field.
_FIELDS = {"outlet": "reported_in"}


@dataclass(frozen=True, slots=True)
class RecordRow:
    """One record as the public sees it. `district` is its key ("" = not stated), `statuses` status -> casualties."""

    record_id: str
    start: date | None
    end: date | None
    precision: str
    date_role: str
    date_text: str
    district: str
    place: str
    killed: Amount
    injured: Amount
    other: float
    statuses: dict[str, float]
    device: str
    activity: str
    outlet: str
    link: str


@dataclass(frozen=True)
class RecordsPage:
    """`rows` are those of page `page` (from 1) of `pages`; `total` records are selected."""

    rows: tuple[RecordRow, ...]
    total: int
    page: int
    pages: int
    sort: str
    descending: bool


def records_page(
    frame: Frame,
    selection: Selection,
    sort: str = "date",
    descending: bool = True,
    page: int = 1,
    size: int = 50,
    name_of: Callable[[str, str], str] | None = None,
) -> RecordsPage:
    """One page of the selected records; what is not recorded comes last in both directions.

    `sort` is one of SORTS (else ValueError). `name_of(field, value)` gives the words by which categories are sorted;
    without it their keys. A page beyond the last gives the last.
    """
    if sort not in SORTS:
        raise ValueError(f"no such order: {sort}")
    found = select(frame, selection)
    pages = max(1, -(-found.record_count // size))
    page = min(max(1, page), pages)
    order = ranks_of(frame, _FIELDS.get(sort, sort), descending, name_of)
    rows = record_rows(frame, page_of(found, order, (page - 1) * size, page * size))
    return RecordsPage(rows, found.record_count, page, pages, sort, descending)


def record_rows(frame: Frame, positions: np.ndarray) -> tuple[RecordRow, ...]:
    columns = columns_of(frame)
    part = frame.records.iloc[positions]
    statuses = _statuses(columns, positions)
    names = ("record_id", "date_precision", "date_role", "date_text", "district", "place", "device", "activity",
             "reported_in", "source_url")  # fmt: skip
    text = {name: part[name].tolist() for name in names}
    dates = {name: [None if at is pd.NaT else at.date() for at in part[name]] for name in ("date_from", "date_to")}
    sums = columns.people_at(positions)
    killed, injured = (amounts(part, sums, outcome) for outcome in ("killed", "injured"))
    return tuple(
        RecordRow(
            text["record_id"][i],
            dates["date_from"][i],
            dates["date_to"][i],
            text["date_precision"][i],
            text["date_role"][i],
            text["date_text"][i],
            text["district"][i],
            text["place"][i],
            killed[i],
            injured[i],
            float(sums[i, 2:].sum()),
            statuses[i],
            text["device"][i],
            text["activity"][i],
            text["reported_in"][i],
            text["source_url"][i],
        )
        for i in range(len(positions))
    )


def amounts(part: pd.DataFrame | Mapping[str, pd.Series], sums: np.ndarray, outcome: str) -> list[Amount]:
    values = sums[:, OUTCOMES.index(outcome)].tolist()
    return [
        NOT_RECORDED if basis == "not_recorded" and not value else Amount(value, basis == "partial")
        for basis, value in zip(part[f"{outcome}_basis"].tolist(), values, strict=True)
    ]


def _statuses(columns: Columns, positions: np.ndarray) -> list[dict[str, float]]:
    """For each position: status -> casualties, those of unknown outcome included."""
    found: list[dict[str, float]] = [{} for _ in positions]
    for own, position in zip(found, positions.tolist(), strict=True):
        for count in columns.counts_at(position).tolist():
            if columns.n[count]:
                status = STATUSES[columns.status[count]]
                own[status] = own.get(status, 0.0) + float(columns.n[count])
    return found
