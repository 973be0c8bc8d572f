"""Rows that state nothing that can be counted: kept, and said."""

from collections.abc import Iterator

import numpy as np

from data.intake.reading import Reading, positions
from data.problems import Problem


def check(reading: Reading) -> Iterator[Problem]:
    """Rows of a table of figures with neither killed nor injured nor a total."""
    if not reading.tallies and reading.total is None:
        return
    nothing = np.ones(len(reading), dtype=bool)
    for tallied in reading.tallies.values():
        nothing &= np.isnan(tallied.value)
    if reading.total is not None:
        nothing &= np.isnan(reading.total.n)
    for at in positions(nothing):
        yield reading.problem("no_usable_figure", at)
