"""What the method page tells of an edition, computed from its frames: what is missing, what was found, by whom."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby, islice
from typing import NamedTuple

import numpy as np
import pandas as pd

from data.fields import NOT_STATED, OUTCOMES, UNKNOWN
from data.frame import Frame
from data.problems import KINDS, Problem
from data.record.public_findings import is_told

CASES = ("line_list", "incident_list")
FIRST_FINDINGS = 5
FIRST_OUTLETS = 12
MOST_OUTLETS = 200
SEVERITIES = ("error", "warning", "note")
# The reader of a file keeps only the first findings of a kind and says in one of this kind how many more there were.
REST = "more_of_this_kind"


@dataclass(frozen=True)
class Gap:
    """So many of so many rows (people, for no_status) lack something; `kind` is the end of the id method.gap.<kind>."""

    kind: str
    count: float
    of: float


@dataclass(frozen=True)
class Findings:
    """All findings of one kind: how many, and the first of them that may be told to everybody."""

    kind: str
    severity: str
    count: int
    first: tuple[Problem, ...]


class Outlet(NamedTuple):
    """An outlet, in how many rows it is named, and how many different addresses they link to."""

    name: str
    rows: int
    links: int


def extent(frame: Frame) -> tuple[date, date] | None:
    """The first and last day of all dated rows, None where no row is dated."""
    first, last = frame.records["date_from"].min(), frame.records["date_to"].max()
    return None if pd.isna(first) or pd.isna(last) else (first.date(), last.date())


def gaps(frame: Frame) -> list[Gap]:
    """What the rows of a dataset do not say, only what really is missing."""
    return [Gap(kind, _plain(count), _plain(of)) for kind, count, of in _gaps(frame) if count]


def _gaps(frame: Frame) -> Iterator[tuple[str, float, float]]:
    rows, records = len(frame), frame.records
    basis = {outcome: frame.records[f"{outcome}_basis"].astype("str") for outcome in ("killed", "injured")}
    silent = {outcome: (basis[outcome] == "not_recorded").to_numpy() for outcome in basis}
    in_rest = frame.per_count("outcome") == OUTCOMES.index("not_split")
    rest = np.bincount(frame.record[in_rest], minlength=rows) > 0
    counted = np.bincount(frame.record, minlength=rows) > 0
    yield "undated", records["date_from"].isna().sum(), rows
    for outcome in basis:
        yield f"{outcome}_not_recorded", silent[outcome].sum(), rows
        yield f"{outcome}_partial", (basis[outcome] == "partial").sum(), rows
    yield "only_total", (rest & silent["killed"] & silent["injured"]).sum(), rows
    yield "total_and_one", (rest & (silent["killed"] ^ silent["injured"])).sum(), rows
    yield "no_figure", (~counted & silent["killed"] & silent["injured"]).sum(), rows
    yield from _case_gaps(frame) if frame.dataset.layout in CASES else _scope_gaps(frame)


def _scope_gaps(frame: Frame) -> Iterator[tuple[str, float, float]]:
    scopes = frame.codes("scope")
    per_scope = np.bincount(scopes.codes, minlength=1)
    yield "other_scope", len(frame) - per_scope.max(initial=0), len(frame)


def _case_gaps(frame: Frame) -> Iterator[tuple[str, float, float]]:
    rows = len(frame)
    if frame.dataset.official_scope_of:
        yield "outside_official_scope", rows - _having(frame, "in_official_scope", "yes").sum(), rows
    yield "no_district", _having(frame, "district", "").sum(), rows
    for field, kind in (("device", "no_device"), ("activity", "no_activity")):
        yield kind, _having(frame, field, NOT_STATED, UNKNOWN).sum(), rows
    people = _having(frame, "status", NOT_STATED)
    yield "no_status", frame.n[people].sum(), frame.n.sum()


def _having(frame: Frame, field: str, *values: str) -> np.ndarray:
    """For each row of the field's table, whether it has one of the values."""
    column = frame.codes(field)
    return np.isin(column.codes, [code for code, value in enumerate(column.values) if value in values])


def findings(frame: Frame) -> list[Findings]:
    """The problems of a version grouped by kind: the gravest first, then in the order in which checks are listed."""
    order = {kind: position for position, kind in enumerate(KINDS)}
    told = sorted((one for one in frame.problems if one.kind != REST), key=lambda one: order[one.kind])
    untold = Counter[str]()
    for one in frame.problems:
        if one.kind == REST and one.value:
            untold[one.value] += int(one.params.get("count", 0))
    groups = []
    for kind, problems in groupby(told, key=lambda one: one.kind):
        every = sorted(problems, key=lambda one: one.row or 0)
        first = tuple(islice(filter(is_told, every), FIRST_FINDINGS))
        groups.append(Findings(kind, KINDS[kind], len(every) + untold[kind], first))
    return sorted(groups, key=lambda group: SEVERITIES.index(group.severity))


def outlets(frame: Frame) -> tuple[list[Outlet], int]:
    """The outlets named in most rows, at most MOST_OUTLETS, and how many more there are."""
    names, links = frame.codes("reported_in"), frame.codes("source_url")
    rows = np.bincount(names.codes, minlength=len(names.values))
    pairs = np.unique(np.stack([names.codes.astype(np.int64), links.codes.astype(np.int64)]), axis=1)
    linked = pairs[0][[links.values[code] != "" for code in pairs[1]]]
    addresses = np.bincount(linked, minlength=len(names.values))
    all_of_them = [Outlet(name, int(rows[i]), int(addresses[i])) for i, name in enumerate(names.values) if rows[i]]
    all_of_them.sort(key=lambda outlet: (outlet.name == "", -outlet.rows, outlet.name))
    return all_of_them[:MOST_OUTLETS], max(0, len(all_of_them) - MOST_OUTLETS)


def _plain(number: float) -> float:
    return int(number) if float(number).is_integer() else float(number)
