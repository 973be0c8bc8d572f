"""Two statements of one day that disagree: of one counter, or of two."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from data.intake.reading import Reading, whole
from data.intake.validation.statements import Line, Statements, statements
from data.problems import Problem


def check(reading: Reading) -> Iterator[Problem]:
    """Every later row of a day that gives another number than an earlier row, once per figure."""
    if reading.layout != "running_totals":
        return
    said = statements(reading)
    keys = pd.DataFrame({"begins": said.begins, "ends": said.ends, "since": said.since, "scope": said.scope})
    dated = keys[~keys["begins"].isna()]
    for positions in dated.groupby(["begins", "ends", "since", "scope"], dropna=False).indices.values():
        rows = dated.index.to_numpy()[positions]
        for line in said.lines if len(rows) > 1 else ():
            yield from _line(reading, said, line, rows)


def _line(reading: Reading, said: Statements, line: Line, rows: np.ndarray) -> Iterator[Problem]:
    given = rows[~np.isnan(line.values[rows])]
    for number, at in enumerate(given):
        other = given[:number][line.values[given[:number]] != line.values[at]]
        if not len(other):
            continue
        own = other[said.counter[other] == said.counter[at]]
        kind, against = ("statements_disagree", own) if len(own) else ("counters_disagree", other)
        yield reading.problem(
            kind, at, line.field, line.values[at],
            other=whole(line.values[against[0]]), other_row=reading.row(against[0]),
            other_counter=str(said.counter[against[0]]) or "-",
        )  # fmt: skip
