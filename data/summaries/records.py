"""The records behind what is shown, a page at a time: public columns only, in any order, fast over a million."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from data.fields import NOT_STATED, OUTCOMES, STATUSES, UNKNOWN
from data.frame import NO_DAY, Frame
from data.selection import Selection
from data.summaries.amounts import NOT_RECORDED, Amount
from data.summaries.columns import INJURED, KILLED, Columns, columns_of
from data.summaries.selected import select

SORTS = ("date", "district", "place", "killed", "injured", "device", "activity", "outlet")
_CATEGORIES = {"district": "district", "place": "place", "device": "device", "activity": "activity",
               "outlet": "reported_in"}  # fmt: skip


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
    order = _order(frame, sort, descending, name_of)
    if found.shown is not None:
        order = order[found.shown.take(order)]
    pages = max(1, -(-len(order) // size))
    page = min(max(1, page), pages)
    rows = _rows(frame, order[(page - 1) * size : page * size])
    return RecordsPage(rows, len(order), page, pages, sort, descending)


def _order(frame: Frame, sort: str, descending: bool, name_of: Callable[[str, str], str] | None) -> np.ndarray:
    """All record positions in order, made once per frame, direction and set of names."""
    columns = columns_of(frame)
    rank, absent = _ranks(frame, columns, sort, name_of)
    name = f"order:{sort}:{descending}:{hash(rank.tobytes()) if sort in _CATEGORIES and name_of else ''}"

    def make() -> np.ndarray:
        keys = np.where(absent, np.iinfo(np.int32).max, -rank if descending else rank)
        # Stable, so that records of one day keep the order of the file.
        return np.argsort(keys, kind="stable").astype(np.int32)

    return columns.remember(name, make)


def _ranks(
    frame: Frame, columns: Columns, sort: str, name_of: Callable[[str, str], str] | None
) -> tuple[np.ndarray, np.ndarray]:
    """Per record a whole number to sort by, and whether it is missing."""
    if sort == "date":
        return columns.start, columns.start == NO_DAY
    if sort in ("killed", "injured"):
        outcome = KILLED if sort == "killed" else INJURED
        absent = np.zeros(columns.size, dtype=bool)
        absent[columns.missing[outcome]] = True
        # Sources split counts between events: hundredths are kept.
        return (columns.per_record[:, outcome] * 100).astype(np.int32), absent
    field = _CATEGORIES[sort]
    codes, values = frame.codes(field)
    names = [name_of(field, value) if name_of and value else value for value in values]
    rank = np.empty(len(values), dtype=np.int32)
    rank[np.array(sorted(range(len(values)), key=lambda code: names[code].casefold()), dtype=np.intp)] = np.arange(
        len(values)
    )
    silent = np.array([value in ("", UNKNOWN, NOT_STATED) for value in values], dtype=bool)
    return rank.take(codes), silent.take(codes)


def _rows(frame: Frame, positions: np.ndarray) -> tuple[RecordRow, ...]:
    columns = columns_of(frame)
    part = frame.records.iloc[positions]
    statuses = _statuses(columns, positions)
    names = ("record_id", "date_precision", "date_role", "date_text", "district", "place", "device", "activity",
             "reported_in", "source_url")  # fmt: skip
    text = {name: part[name].tolist() for name in names}
    dates = {name: [None if at is pd.NaT else at.date() for at in part[name]] for name in ("date_from", "date_to")}
    sums = columns.per_record[positions]
    killed, injured = (_amounts(part, sums, outcome) for outcome in ("killed", "injured"))
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


def _amounts(part: pd.DataFrame, sums: np.ndarray, outcome: str) -> list[Amount]:
    values = sums[:, OUTCOMES.index(outcome)].tolist()
    return [
        NOT_RECORDED if basis == "not_recorded" and not value else Amount(value, basis == "partial")
        for basis, value in zip(part[f"{outcome}_basis"].tolist(), values, strict=True)
    ]


def _statuses(columns: Columns, positions: np.ndarray) -> list[dict[str, float]]:
    """For each position: status -> casualties, those of unknown outcome included."""
    place = {int(position): i for i, position in enumerate(positions)}
    found: list[dict[str, float]] = [{} for _ in positions]
    order, first = columns.counts_of_records
    for position, i in place.items():
        for count in order[first[position] : first[position + 1]].tolist():
            if columns.n[count]:
                status = STATUSES[columns.status[count]]
                found[i][status] = found[i].get(status, 0.0) + float(columns.n[count])
    return found
