"""Do the sums of the rows agree with the totals row that the file brings along."""

from collections.abc import Iterator

import numpy as np

from data.intake.reading import Reading, shown, whole
from data.problems import Problem


def check(reading: Reading) -> Iterator[Problem]:
    """One note per column that agrees, one warning per column that does not."""
    if reading.totals_row is None or reading.layout == "running_totals":
        return
    sheet, row = reading.totals_row
    for field, values in _columns(reading).items():
        if field not in reading.totals:
            continue
        stated, letter = reading.totals[field]
        added = float(np.nansum(values))
        agrees = abs(added - stated) < 1e-6
        yield Problem(
            "totals_row_agrees" if agrees else "totals_row_disagrees",
            sheet=sheet, row=row, column=letter, field=field,
            value=shown(stated), suggestion=None if agrees else shown(added), params={"added": whole(added)},
        )  # fmt: skip


def _columns(reading: Reading) -> dict[str, np.ndarray]:
    """The figures that one column of the spreadsheet gives as they are."""
    columns = {}
    if reading.total is not None:
        columns["stated_total"] = reading.total.n
    for outcome, figures in reading.figures.items():
        if figures.whole is not None:
            columns[outcome] = figures.whole.n
        for part in figures.parts:
            field = ".".join([outcome, *part.attributes.values()])
            if reading.totals.get(field, (0.0, ""))[1] == part.letter:
                columns[field] = part.numbers.n
    return columns
