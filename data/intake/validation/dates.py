"""Dates that cannot be: in the future, or before the figures begin."""

from collections.abc import Iterator

import numpy as np

from data.intake.reading import Reading, positions
from data.problems import Problem


def check(reading: Reading) -> Iterator[Problem]:
    """Records that begin after today; records that end before their own start date (`since`)."""
    begins = reading.records["date_from"].to_numpy()
    since = reading.records["since"].to_numpy()
    ends = reading.records["date_to"].to_numpy()
    for at in positions(begins > np.datetime64(reading.today)):
        yield reading.problem("date_in_future", at, "date_from", begins[at], today=str(reading.today))
    for at in positions(ends < since):
        day = str(since[at].astype("datetime64[D]"))
        yield reading.problem("date_before_scope", at, "date_from", begins[at], since=day)
