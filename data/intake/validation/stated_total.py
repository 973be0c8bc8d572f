"""Does a stated total agree with its killed and injured; and which blank could be worked out from the others."""

from collections.abc import Iterator

import numpy as np

from data.intake.reading import Reading, positions, whole
from data.problems import Problem


def check(reading: Reading) -> Iterator[Problem]:
    """A total that is not the sum of what stands beside it; else the one blank that the arithmetic would fill."""
    if reading.total is None or not reading.tallies:
        return
    total = reading.total.n
    killed, injured = (_value(reading, outcome) for outcome in ("killed", "injured"))
    both = ~np.isnan(total) & ~np.isnan(killed) & ~np.isnan(injured)
    complete = both & _complete(reading, "killed") & _complete(reading, "injured")
    for at in positions(complete & (np.abs(total - killed - injured) > 1e-9)):
        parts = killed[at] + injured[at]
        yield reading.problem(
            "total_not_parts", at, "stated_total", total[at], parts,
            killed=whole(killed[at]), injured=whole(injured[at]), parts=whole(parts),
        )  # fmt: skip
    for at in positions(both & ~complete & (killed + injured - total > 1e-9)):
        yield reading.problem("parts_above_total", at, "stated_total", total[at], parts=whole(killed[at] + injured[at]))
    yield from _computable(reading, total, killed, injured)


def _computable(reading: Reading, total: np.ndarray, killed: np.ndarray, injured: np.ndarray) -> Iterator[Problem]:
    for blank, known, missing in (("killed", injured, killed), ("injured", killed, injured)):
        other = "injured" if blank == "killed" else "killed"
        if not _whole_missing(reading, blank):
            continue
        rest = total - known
        fits = ~np.isnan(rest) & np.isnan(missing) & _complete(reading, other)
        for at in positions(fits & (rest > -1e-9)):
            yield reading.problem(
                "computable_blank", at, blank, None, rest[at], total=whole(total[at]), known=whole(known[at])
            )
        for at in positions(fits & (rest <= -1e-9)):
            yield reading.problem("parts_above_total", at, "stated_total", total[at], parts=whole(known[at]))


def _whole_missing(reading: Reading, outcome: str) -> bool:
    """Only a column that the table has can have a blank in it."""
    return outcome in reading.figures and reading.figures[outcome].recorded


def _value(reading: Reading, outcome: str) -> np.ndarray:
    tallied = reading.tallies.get(outcome)
    return tallied.value if tallied is not None else np.full(len(reading), np.nan)


def _complete(reading: Reading, outcome: str) -> np.ndarray:
    tallied = reading.tallies.get(outcome)
    return np.isin(tallied.basis, ("stated", "parts")) if tallied is not None else np.zeros(len(reading), dtype=bool)
