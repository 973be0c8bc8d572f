"""Periods that overlap or leave days between them; one that runs backwards is found where its dates are read."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from data.intake.reading import Reading
from data.problems import Problem

_OFTEN = 3  # twice may be one series that was added twice
DAY = np.timedelta64(1, "D")


def check(reading: Reading) -> Iterator[Problem]:
    """Of the records of one scope, counter, district and place, in order of time; only for period totals.

    A table of countries or units has no field that tells its series apart: see _series().
    """
    if reading.layout != "period_totals" or not reading.tallies:
        return  # where a column says the outcome, the killed and the injured of one period are two records
    records = reading.records
    begins, ends = (records[key].to_numpy() for key in ("date_from", "date_to"))
    ordered = ~np.isnat(begins) & ~np.isnat(ends)
    for positions in _series(reading, begins, ends):
        line = positions[ordered[positions]]
        line = line[np.argsort(begins[line], kind="stable")]
        for before, at in pairwise(line):
            between = begins[at] - ends[before]
            if between <= np.timedelta64(0, "D"):
                yield reading.problem("period_overlaps", at, "date_from", begins[at], before_row=reading.row(before))
            elif between > DAY:
                days = int(between / DAY) - 1
                yield reading.problem(
                    "period_hole", at, "date_from", begins[at], before_row=reading.row(before), days=days, count=days
                )


def _series(reading: Reading, begins: np.ndarray, ends: np.ndarray) -> Iterator[np.ndarray]:
    """The positions that are compared with each other.

    Of a crosstab the records of one row are a series; and where the same periods come again and again, something that
    is no field divides them (a country, a ship): such records say nothing about each other.
    """
    records = reading.records
    keys = ["scope", "counted_by", "district", "district_text", "place"]
    if (
        records.duplicated(["sheet", "row"]).any()
        and records.groupby(["sheet", "row"])["date_from"].nunique().max() > 1
    ):
        keys += ["sheet", "row"]
    for positions in records.groupby(keys, observed=True).indices.values():
        periods = list(zip(begins[positions].tolist(), ends[positions].tolist(), strict=True))
        again = sorted(Counter(periods).values())
        if len(again) < 2 or again[len(again) // 2] < _OFTEN:
            yield np.asarray(positions)
