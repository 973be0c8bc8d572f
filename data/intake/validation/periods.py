"""Periods that overlap or leave days between them; one that runs backwards is found where its dates are read."""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from data.intake.reading import Reading
from data.problems import Problem

DAY = np.timedelta64(1, "D")


def check(reading: Reading) -> Iterator[Problem]:
    """Of the records of one scope, counter, district and place, in order of time; only for period totals."""
    if reading.layout != "period_totals" or not reading.tallies:
        return  # where a column says the outcome, the killed and the injured of one period are two records
    records = reading.records
    begins, ends = (records[key].to_numpy() for key in ("date_from", "date_to"))
    ordered = ~np.isnat(begins) & ~np.isnat(ends)
    for positions in records.groupby(
        ["scope", "counted_by", "district", "district_text", "place"], observed=True
    ).indices.values():
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
