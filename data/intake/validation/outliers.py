"""Counts so far above all others of their column that a slip of the hand is likelier than a single event."""

from collections.abc import Iterator

import numpy as np

from data.intake.reading import Reading, whole
from data.problems import Problem

# Real registers have long tails (one attack of 2,753 among a median of 88), so only what stands far alone is told.
TIMES_THE_NEXT = 5.0
AT_LEAST = 50.0
FEWEST_ROWS = 20


def check(reading: Reading) -> Iterator[Problem]:
    """The highest figure of an outcome, where it is many times the next highest. Running totals are left out."""
    if reading.layout in ("running_totals", "line_list"):
        return
    for outcome, tallied in reading.tallies.items():
        given = np.flatnonzero(~np.isnan(tallied.value))
        if len(given) < FEWEST_ROWS:
            continue
        top, following = given[np.argsort(tallied.value[given])][[-1, -2]]
        highest, next_highest = tallied.value[top], tallied.value[following]
        if highest >= AT_LEAST and highest > TIMES_THE_NEXT * max(next_highest, 1.0):
            yield reading.problem("outlier", int(top), outcome, highest, next=whole(next_highest))
