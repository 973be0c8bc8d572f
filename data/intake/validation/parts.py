"""Killed and injured against their own parts, such as civilian and military."""

from collections.abc import Iterator

import numpy as np

from data.intake.reading import Reading, positions, whole
from data.problems import Problem


def check(reading: Reading) -> Iterator[Problem]:
    """Parts above their whole; and parts that are all given and still leave people out."""
    for outcome, figures in reading.figures.items():
        if figures.whole is None or not figures.parts:
            continue
        stated = figures.whole.n
        some, every, parts = figures.parts_given(len(reading))
        comparable = some & ~np.isnan(stated) & ~figures.whole.ranged
        for at in positions(comparable & (parts - stated > 1e-9)):
            yield reading.problem("parts_above_whole", at, outcome, stated[at], parts[at], parts=whole(parts[at]))
        if len(figures.parts) > 1 and figures.exhaustive:
            for at in positions(comparable & every & (stated - parts > 1e-9)):
                yield reading.problem("parts_below_whole", at, outcome, stated[at], parts[at], parts=whole(parts[at]))
