"""Records, frames and editions for tests, made from short rows with sensible defaults.

    make_records([{"date": "2021-03", "killed": 1, "injured": 2, "district": "AZ-AGM"}])
    make_frame("reported_accidents", rows)      make_edition({"reported_accidents": rows})      make_intake(rows)

A row takes any field of data.fields, and the short forms
    date            "2021-03-04", "2021-03", "2021" or None: sets date_from, date_to and date_precision
    killed, injured, unknown, not_split   numbers; a missing (or None) killed or injured is "not_recorded"
    status          of all counts of the row
    counts          instead: a list of {"outcome", "n", "status", "sex", "age_group", "n_min", "n_max"}
"""

import calendar
import hashlib
from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any

import numpy as np
import pandas as pd

from data.fields import BY_KEY, FIELDS, NOT_STATED, OUTCOMES
from data.frame import Dataset, Edition, Frame

Row = dict[str, Any]
RECORD_FIELDS = [field.key for field in FIELDS if field.table == "records"]
COUNT_FIELDS = [field.key for field in FIELDS if field.table == "counts"]
LAYOUTS = {
    "published_totals": "running_totals",
    "period_totals": "period_totals",
    "reported_accidents": "incident_list",
}
SHORT_FORMS = {"date", "counts", "status", *OUTCOMES}
DEFAULTS: Row = {"date_role": "occurred", "date_precision": "unknown", "sheet": "Sheet1"}
MOMENT = datetime(2026, 3, 20, 12, 0, tzinfo=UTC)

STATEMENTS: list[Row] = [
    {"date": "2023-03-14", "killed": 55, "injured": 241, "counted_by": "Counting office", "reported_in": "Daily"},
    {"date": "2024-11-11", "killed": 70, "injured": 312, "counted_by": "Counting office", "reported_in": "Daily"},
    {"date": "2026-03-13", "killed": 72, "injured": 347, "counted_by": "Counting office", "reported_in": "Weekly"},
]
PERIODS: list[Row] = [
    {"date_from": "2020-11-10", "date_to": "2021-12-14", "killed": 36, "injured": 161},
    {"date_from": "2021-12-15", "date_to": "2022-02-04", "killed": 1, "injured": 6},
    {"date_from": "2022-02-05", "date_to": "2022-04-06", "not_split": 5},
]
ACCIDENTS: list[Row] = [
    {
        "date": "2020-11-14",
        "district": "AZ-FUZ",
        "injured": 1,
        "killed": 0,
        "status": "mine_action_staff",
        "activity": "demining",
    },
    {
        "date": "2020-11-28",
        "district": "AZ-FUZ",
        "killed": 4,
        "injured": 0,
        "status": "civilian",
        "activity": "travelling",
    },
    {
        "date": "2021-01",
        "killed": 0,
        "injured": 1,
        "status": "civilian",
        "device": "antivehicle",
        "activity": "construction",
    },
    {"date": "2021", "district": "AZ-SAR", "device": "mine_unspecified", "in_official_scope": "not_stated"},
    {
        "date": "2022-07-02",
        "district": "AZ-AGM",
        "injured": 3,
        "device": "antipersonnel",
        "counts": [
            {"outcome": "killed", "n": 1, "status": "civilian"},
            {"outcome": "injured", "n": 2},
            {"outcome": "injured", "n": 1, "status": "military_security"},
        ],
    },
    {"date": "2026-02-20", "district": "AZ-AGM", "killed": 0, "injured": 2, "status": "civilian"},
    {"date": None, "date_text": "not given", "district": "AZ-AGM", "killed": 0, "injured": 1},
]
ROWS = {"published_totals": STATEMENTS, "period_totals": PERIODS, "reported_accidents": ACCIDENTS}


def make_records(rows: list[Row], layout: str = "incident_list") -> tuple[pd.DataFrame, pd.DataFrame]:
    """(records, counts) as the intake makes them: text as str, categories exactly those of data.fields."""
    whole = [_record(position, row, layout) for position, row in enumerate(rows)]
    records = pd.DataFrame({key: _column(key, [row[key] for row in whole]) for key in RECORD_FIELDS})
    counts = [{"record": position, **count} for position, row in enumerate(rows) for count in _counts(row)]
    columns = {"record": np.array([count["record"] for count in counts], dtype=np.int32)}
    columns |= {key: _column(key, [count[key] for count in counts]) for key in COUNT_FIELDS}
    return records, pd.DataFrame(columns)


def make_dataset(key: str = "reported_accidents", **changes: Any) -> Dataset:
    words = {"en": f"{key} in English", "nb": f"{key} på norsk"}
    values: Row = {
        "layout": LAYOUTS.get(key, "incident_list"),
        "title": words,
        "counted_by": words,
        "scope": words,
        "definition": words,
    }
    if key == "reported_accidents":
        values |= {
            "reporting_delay_days": 30,
            "covered_from": date(2020, 11, 10),
            "covered_to": date(2026, 3, 13),
            "official_scope_of": "published_totals",
        }
    return Dataset(key=key, **(values | changes))


def make_frame(key: str = "reported_accidents", rows: list[Row] | None = None, **changes: Any) -> Frame:
    """A published version; `changes` are fields of Frame."""
    dataset = changes.pop("dataset", None) or make_dataset(key)
    rows = ROWS.get(key, []) if rows is None else rows
    records, counts = make_records(rows, dataset.layout)
    values: Row = {
        "version": 1,
        "file_name": f"{key}.csv",
        "sha256": hashlib.sha256(key.encode()).hexdigest(),
        "note": "",
        "published_at": MOMENT,
        "published_by": "tests",
    }
    return Frame(dataset=dataset, records=records, counts=counts, **(values | changes))


def make_edition(frames: dict[str, Frame | list[Row]] | None = None, **changes: Any) -> Edition:
    """An edition; without `frames` it holds small versions of all three shipped datasets."""
    chosen = ROWS if frames is None else frames
    whole = {key: item if isinstance(item, Frame) else make_frame(key, item) for key, item in chosen.items()}
    values: Row = {"number": 1, "published_at": MOMENT, "note": "", "texts": {"nb": "# Tekst", "en": "# Text"}}
    return Edition(frames=whole, **(values | changes))


def make_intake(rows: list[Row] | None = None, layout: str = "incident_list", **changes: Any) -> Any:
    """What data.intake.take_in gives back, as far as the store reads it. Other rows or names give another sha256."""
    rows = ACCIDENTS if rows is None else rows
    records, counts = make_records(rows, layout)
    raw = pd.DataFrame({"sheet": records["sheet"], "row": records["row"], "Own heading": records["record_id"]})
    values: Row = {
        "file": "figures.csv",
        "sha256": hashlib.sha256(repr((rows, layout)).encode()).hexdigest(),
        "size": 1234,
        "layout": layout,
        "mapping": {},
        "records": records,
        "counts": counts,
        "raw": raw,
        "problems": [],
        "questions": [],
        "refused": None,
        "answers": {},
    }
    return SimpleNamespace(**(values | changes))


def _record(position: int, row: Row, layout: str) -> Row:
    if strange := set(row) - set(RECORD_FIELDS) - SHORT_FORMS:
        raise ValueError(f"a row cannot have {sorted(strange)}")
    identity = hashlib.sha256(f"{position}".encode()).hexdigest()[:16]
    whole = {key: _default(key) for key in RECORD_FIELDS} | DEFAULTS
    whole |= {"record_id": identity, "incident_id": identity, "row": position + 2}
    if layout == "running_totals":
        whole |= {"date_role": "as_of", "since": "2020-11-10"}
    if "date_from" in row:
        whole["date_precision"] = "span"
    if row.get("date"):
        whole |= _extent(row["date"])
    told = {count["outcome"] for count in _counts(row)} | {key for key in OUTCOMES if row.get(key) is not None}
    whole |= {f"{key}_basis": "stated" if key in told else "not_recorded" for key in ("killed", "injured")}
    return whole | {key: value for key, value in row.items() if key in RECORD_FIELDS}


def _default(key: str) -> Any:
    match BY_KEY[key].kind:
        case "category":
            return NOT_STATED
        case "date":
            return None
        case "number":
            return np.nan
    return ""


def _extent(text: str) -> Row:
    """ "2021-03" -> its first and last day, precision month."""
    parts = [int(part) for part in text.split("-")]
    first = date(parts[0], *(parts[1:] or [1])[:1], *(parts[2:] or [1]))
    last_month = first.month if len(parts) > 1 else 12
    last_day = first.day if len(parts) > 2 else calendar.monthrange(first.year, last_month)[1]
    last = date(first.year, last_month, last_day)
    precision = {1: "year", 2: "month", 3: "day"}[len(parts)]
    return {"date_from": first, "date_to": last, "date_precision": precision, "date_text": text}


def _counts(row: Row) -> list[Row]:
    bare = {
        "status": row.get("status", NOT_STATED),
        "sex": NOT_STATED,
        "age_group": NOT_STATED,
        "n_min": np.nan,
        "n_max": np.nan,
    }
    if "counts" in row:
        return [bare | count for count in row["counts"]]
    return [bare | {"outcome": key, "n": row[key]} for key in OUTCOMES if row.get(key)]


def _column(key: str, values: list[Any]) -> Any:
    field = BY_KEY[key]
    match field.kind:
        case "category":
            if strange := set(values) - set(field.categories):
                raise ValueError(f"{key}: {sorted(strange)} is not in the vocabulary")
            return pd.Categorical(values, categories=list(field.categories))
        case "date":
            return np.array([np.datetime64("NaT") if value is None else value for value in values], "datetime64[s]")
        case "number":
            return np.array(values, dtype=np.int32 if key == "row" else np.float64)
    return pd.array(values, dtype="str")


def content(edition: Edition) -> list[int]:
    """A number for each table of an edition, another one as soon as a cell is another."""
    tables = [table for frame in edition.frames.values() for table in (frame.records, frame.counts)]
    return [int(pd.util.hash_pandas_object(table.astype(str)).sum()) for table in tables]
