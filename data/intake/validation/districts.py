"""Records of a district from before there was that district: the name is of today, the place may be in another."""

from collections.abc import Iterator

import numpy as np

from data.intake.reading import Reading, positions
from data.places import PLACES
from data.problems import Problem


def check(reading: Reading) -> Iterator[Problem]:
    """Records that end before their district exists."""
    district, ends = reading.records["district"], reading.records["date_to"].to_numpy()
    for place in PLACES.values():
        if place.valid_from is None:
            continue
        early = (district == place.code).to_numpy() & (ends < np.datetime64(place.valid_from))
        for at in positions(early):
            spelling = reading.records["district_text"].iat[at]
            yield reading.problem("district_not_yet", at, "district", spelling, since=str(place.valid_from))
