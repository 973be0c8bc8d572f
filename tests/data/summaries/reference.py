"""What a page's summaries have to be, worked out record by record in plain Python, slowly: the tests' own reading."""

from collections import defaultdict
from datetime import date
from typing import Any

import pandas as pd

from data.fields import CASUALTIES, CHOICES, INCIDENT_SIZES, NOT_STATED
from data.frame import Frame
from data.selection import CATEGORIES, Selection

COUNT_FIELDS = tuple(field.key for field in CHOICES if field.table == "counts")
RECORD_FIELDS = tuple(field.key for field in CHOICES if field.table != "counts")
Sums = dict[str, Any]


class Slow:
    """A frame as lists of dicts: every record with its counts and the class of its incident."""

    def __init__(self, frame: Frame) -> None:
        self.records = frame.records.to_dict("records")
        for record in self.records:
            record["counts"] = []
        for count in frame.counts.to_dict("records"):
            self.records[count["record"]]["counts"].append(count)
        incidents = defaultdict(list)
        for record in self.records:
            incidents[record["incident_id"]].append(record)
        for members in incidents.values():
            for record in members:
                record[CASUALTIES.key] = _size(members)

    def values(self, field: str) -> set[str]:
        """The vocabulary's values, or those that any record has."""
        return set(CATEGORIES.get(field) or (record[field] or NOT_STATED for record in self.records))

    def asked(self, record: Sums, selection: Selection) -> bool:
        """Whether a record meets the filters on records."""
        first, last = (None if pd.isna(record[key]) else record[key].date() for key in ("date_from", "date_to"))
        if selection.limited_in_time:
            # Both ends have to be known, and inside.
            if first is None or last is None:
                return False
            if first < (selection.date_from or date.min) or last > (selection.date_to or date.max):
                return False
        if selection.place.casefold() not in record["place"].casefold():
            return False
        return all(selection.passes(field, record[field] or NOT_STATED) for field in RECORD_FIELDS)

    def buckets(self, selection: Selection, field: str | None) -> dict[str, Sums]:
        """Value of the field ("" for the whole) -> its sums; only values that an asked record has."""
        found: dict[str, Sums] = defaultdict(lambda: defaultdict(float))
        narrowed = any(selection.limits(name) for name in COUNT_FIELDS)
        for record in self.records:
            if not self.asked(record, selection):
                continue
            counts = [each for each in record["counts"] if _meets(each, selection)]
            if field in COUNT_FIELDS:
                for value in {each[field] for each in counts}:
                    found[value]["records"] += 1
                for each in counts:
                    found[each[field]][each["outcome"]] += each["n"]
                continue
            bucket = found["" if field is None else record[field] or NOT_STATED]
            for each in counts:
                bucket[each["outcome"]] += each["n"]
            bucket["records"] += not narrowed or any(each["n"] > 0 for each in counts)
            bucket["asked"] += 1
            for outcome in ("killed", "injured"):
                basis = record[f"{outcome}_basis"]
                bucket[f"missing_{outcome}"] += basis == "not_recorded"
                minimum = any(each["outcome"] == outcome and _minimum(each) for each in record["counts"])
                bucket[f"lower_{outcome}"] += basis == "partial" or minimum
        return found


def facets(slow: Slow, selection: Selection) -> dict[str, dict[str, tuple]]:
    """field -> value -> (casualties, killed, injured, records, at least)."""
    found = {}
    for field in (choice.key for choice in CHOICES):
        values = {}
        buckets = slow.buckets(selection.unlimited(field), field)
        named = (getattr(selection, field) | selection.left_out(field)) & slow.values(field)
        for value in {*buckets, *named}:
            sums = buckets[value]
            if sums["records"] or value in named:
                values[value] = (
                    sum(sums[key] for key in ("killed", "injured", "unknown", "not_split")),
                    sums["killed"], sums["injured"], sums["records"],
                    any(sums[f"{how}_{key}"] for how in ("missing", "lower") for key in ("killed", "injured")),
                )  # fmt: skip
        found[field] = values
    return found


def _meets(count: Sums, selection: Selection) -> bool:
    return all(selection.passes(field, count[field]) for field in COUNT_FIELDS)


def _minimum(count: Sums) -> bool:
    return count["n_min"] >= count["n"] and not count["n_max"] <= count["n"]


def _size(members: list[Sums]) -> str:
    people = sum(each["n"] for record in members for each in record["counts"])
    says = any("not_recorded" not in (r["killed_basis"], r["injured_basis"]) or (
        r["killed_basis"] != r["injured_basis"]) for r in members)  # fmt: skip
    if not says and not people:
        return NOT_STATED
    for most, name in zip((0, 1, 2, 5, 10), INCIDENT_SIZES, strict=False):
        if people <= most:
            return name
    return "eleven_or_more"
