"""The grid of /explore: the selected records with every column that the public may see, or folded by incident."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from data.fields import BY_KEY, CASUALTIES, NOT_STATED
from data.frame import Frame
from data.selection import Selection
from data.summaries.columns import COUNT_FIELDS, columns_of
from data.summaries.ranking import NameOf, page_of, ranks_of
from data.summaries.records import amounts
from data.summaries.selected import Selected, select

# "date" stands for date_from, date_to and their precision as one; killed, injured and other are sums of the counts.
COLUMNS = (
    "date", "district", "place", "killed", "injured", "other", "status", "sex", "age_group", "device", "activity",
    "reported_in", "source_url", "counted_by", "scope", "casualties", "verification", "confidence",
    "in_official_scope", "date_text", "date_role", "date_precision", "date_from", "date_to", "since", "district_text",
    "device_text", "activity_text", "killed_basis", "injured_basis", "stated_total", "incident_id", "record_id",
    "sheet", "row",
)  # fmt: skip
SORTS = COLUMNS
# What a Day is made of, in its order.
DAY = ("date_from", "date_to", "date_precision", "date_role", "date_text")
STANDARD = ("date", "district", "place", "killed", "injured", "status", "device", "activity", "reported_in")


Part = Mapping[str, pd.Series]


class Day(NamedTuple):
    """When something was, as exactly as it is known; `start` None where only `text` tells."""

    start: date | None
    end: date | None
    precision: str
    role: str
    text: str


@dataclass(frozen=True, slots=True)
class GridRow:
    """One record. `values` holds a value for every column asked for, None where the record does not say.

    A Day, an Amount (killed, injured), a number, a date, a text; of fields of counts and categories a tuple of keys.
    """

    record_id: str
    values: dict[str, Any]


@dataclass(frozen=True)
class GridPage:
    """Page `page` (from 1) of `pages`. `groups` are the incidents of the page, or each record by itself.

    `total` records are selected, of `incidents` incidents (0 where they are not folded).
    """

    groups: tuple[tuple[GridRow, ...], ...]
    total: int
    incidents: int
    page: int
    pages: int
    sort: str
    descending: bool


def said_columns(frame: Frame) -> tuple[str, ...]:
    """The columns of which the dataset says anything, in their order; worked out once per frame."""
    return columns_of(frame).remember("said columns", lambda: tuple(key for key in COLUMNS if _says(frame, key)))


def grid_page(
    frame: Frame, selection: Selection, wanted: Iterable[str], sort: str, descending: bool, page: int, size: int,
    *, name_of: NameOf | None = None, by_incident: bool = False,
) -> GridPage:  # fmt: skip
    """One page of the selected records. `wanted` and `sort` are of COLUMNS; a page beyond the last gives the last.

    Folded, an incident stands where the first of its selected records does. `name_of`: see data.summaries.ranking.
    """
    if sort not in SORTS:
        raise ValueError(f"no such order: {sort}")
    found = select(frame, selection)
    order, total = ranks_of(frame, sort, descending, name_of), found.record_count
    positions = page_of(found, order, 0, total) if by_incident else None
    groups = None if positions is None else _incidents(frame, positions)
    count = total if groups is None else len(groups)
    pages = max(1, -(-count // size))
    page = min(max(1, page), pages)
    first, last = (page - 1) * size, page * size
    if positions is None or groups is None:
        shown = [[position] for position in page_of(found, order, first, last).tolist()]
    else:
        shown = _members(frame, positions, groups[first:last])
    flat = np.array([position for group in shown for position in group], dtype=np.intp)
    rows = iter(grid_rows(frame, flat, wanted))
    folded = tuple(tuple(next(rows) for _ in group) for group in shown)
    return GridPage(folded, total, 0 if groups is None else count, page, pages, sort, descending)


def grid_rows(frame: Frame, positions: np.ndarray, wanted: Iterable[str]) -> list[GridRow]:
    """The records at some positions."""
    wanted = tuple(dict.fromkeys(wanted))
    # Looked up column by column: most of a frame's are not shown.
    part = {name: frame.records[name].iloc[positions] for name in _stored(frame, wanted)}
    values = {key: _values(frame, part, positions, key) for key in wanted}
    ids = part["record_id"].tolist()
    return [GridRow(record, {key: cells[i] for key, cells in values.items()}) for i, record in enumerate(ids)]


def _incident_codes(frame: Frame) -> np.ndarray:
    codes = columns_of(frame).incidents
    return np.arange(len(frame), dtype=np.int32) if codes is None else codes


def _incidents(frame: Frame, positions: np.ndarray) -> np.ndarray:
    """The codes of the incidents, in the order of their first record among `positions`."""
    codes = _incident_codes(frame).take(positions)
    first = np.zeros(int(codes.max(initial=-1)) + 1, dtype=np.int32)
    places = np.arange(len(codes), dtype=np.int32)
    # What is written last stays: backwards, that is the first.
    first[codes[::-1]] = places[::-1]
    return codes[first.take(codes) == places]


def _members(frame: Frame, positions: np.ndarray, incidents: np.ndarray) -> list[list[int]]:
    """For each incident its records among `positions`, in their order."""
    place = {code: i for i, code in enumerate(incidents.tolist())}
    found: list[list[int]] = [[] for _ in place]
    codes = _incident_codes(frame)
    wanted = np.zeros(int(codes.max(initial=-1)) + 1, dtype=bool)
    wanted[incidents] = True
    own = positions[wanted.take(codes.take(positions))]
    for position, code in zip(own.tolist(), codes.take(own).tolist(), strict=True):
        found[place[code]].append(position)
    return found


def _stored(frame: Frame, wanted: Iterable[str]) -> list[str]:
    """The columns of the records from which those wanted are made, and the id."""
    made = {"date": DAY, "killed": ("killed_basis",), "injured": ("injured_basis",)}
    names = {"record_id"}.union(*(made.get(key, (key,)) for key in wanted))
    return [name for name in frame.records.columns if name in names]


def _values(frame: Frame, part: Part, positions: np.ndarray, key: str) -> list[Any]:
    columns = columns_of(frame)
    if key == "date":
        return [Day(*cells) for cells in zip(*(_plain(part, name) for name in DAY), strict=True)]
    if key in ("killed", "injured"):
        return list(amounts(part, columns.people_at(positions), key))
    if key == "other":
        return columns.people_at(positions)[:, 2:].sum(axis=1).tolist()
    if key == CASUALTIES.key:
        keys = columns.keys(key)
        return [(keys[code],) for code in columns.people.incident[columns.people.codes[positions]].tolist()]
    if key in COUNT_FIELDS:
        return _of_counts(frame, positions, key)
    return _plain(part, key)


def _plain(part: Part, key: str) -> list[Any]:
    values, kind = part[key].tolist(), BY_KEY[key].kind
    if kind == "date":
        return [None if value is pd.NaT else value.date() for value in values]
    if kind == "number":
        return [None if value != value else value for value in values]
    if kind in ("category",) and key not in ("date_role", "date_precision"):
        return [(value,) for value in values]
    return values


def _of_counts(frame: Frame, positions: np.ndarray, key: str) -> list[Any]:
    """For each record the values that its counts have, in the vocabulary's order."""
    columns = columns_of(frame)
    codes, keys = columns.field(key)
    found = []
    for position in positions.tolist():
        own = columns.counts_at(position)
        found.append(tuple(keys[code] for code in np.unique(codes[own[columns.n[own] > 0]]).tolist()))
    return found


def _says(frame: Frame, key: str) -> bool:
    """Whether any record says something in a column."""
    columns = columns_of(frame)
    if key in ("date", "killed", "injured", CASUALTIES.key):
        return True
    if key == "other":
        return bool(columns.n[columns.outcome >= 2].sum())
    kind = BY_KEY[key].kind
    if key in COUNT_FIELDS or kind in ("category", "text", "place", "link"):
        codes, values = frame.codes(key)
        used = np.flatnonzero(np.bincount(codes, minlength=len(values))) if len(codes) else ()
        return any(values[code] not in ("", NOT_STATED) for code in used)
    return bool(frame.records[key].notna().any())


def incident_count(frame: Frame, selected: Selected) -> int:
    """How many incidents the selected records belong to."""
    codes = columns_of(frame).incidents
    if codes is None:
        return selected.record_count
    seen = np.zeros(int(codes.max(initial=-1)) + 1, dtype=bool)
    seen[codes if selected.records is None else codes.take(selected.records)] = True
    return int(np.count_nonzero(seen))
