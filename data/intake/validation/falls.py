"""A running total that falls: below an earlier one of the same counter, or below an earlier one of another."""

from collections.abc import Iterator

import numpy as np

from data.intake.reading import Reading, whole
from data.intake.validation.statements import Line, Statements, statements
from data.problems import Problem


def check(reading: Reading) -> Iterator[Problem]:
    """Each statement against the highest earlier one of its scope; names the row it is below."""
    if reading.layout != "running_totals":
        return
    said = statements(reading)
    for line in said.lines:
        yield from _line(reading, said, line)


def _line(reading: Reading, said: Statements, line: Line) -> Iterator[Problem]:
    dated = np.flatnonzero(~np.isnan(line.values) & ~np.isnat(said.begins))
    order = dated[np.argsort(said.begins[dated], kind="stable")]
    highest_yet = np.maximum.accumulate(line.values[order])
    for number in np.flatnonzero(line.values[order] < highest_yet):
        at = order[number]
        earlier = order[:number]
        earlier = earlier[
            (said.ends[earlier] < said.begins[at])
            & (said.scope[earlier] == said.scope[at])
            & _same_start(said.since, earlier, at)
            & (line.values[earlier] > line.values[at] + 1e-9)
        ]
        if not len(earlier):
            continue
        own = earlier[said.counter[earlier] == said.counter[at]]
        kind, against = ("running_total_falls", own) if len(own) else ("running_total_below_other", earlier)
        highest = against[np.argmax(line.values[against])]
        yield reading.problem(
            kind, at, line.field, line.values[at],
            before=whole(line.values[highest]), before_row=reading.row(highest),
            before_date=str(said.begins[highest].astype("datetime64[D]")),
            before_counter=str(said.counter[highest]) or "-",
        )  # fmt: skip


def _same_start(since: np.ndarray, earlier: np.ndarray, at: int) -> np.ndarray:
    """Totals since different days are different series; an unknown start is taken to be the same."""
    return (since[earlier] == since[at]) | np.isnat(since[earlier]) | np.isnat(since[at])
